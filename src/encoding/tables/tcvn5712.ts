// TCVN 5712-1:1993 (VN1): the small letters of TCVN3, and toned capitals in bytes of their own, twelve of them among the
// control characters.
// Cross-checked against several independent implementations; the places where they differ are in DESIGN.md.

/** Letters with their bytes in hexadecimal. */
export const TCVN5712 = `
  À 80  Ả 81  Ã 82  Á 83  Ạ 84
  Ă A1  Ằ AF  Ẳ BA  Ẵ BF  Ắ C0  Ặ 85
  Â A2  Ầ C1  Ẩ C2  Ẫ C3  Ấ C4  Ậ 86
  È 87  Ẻ 88  Ẽ 89  É 8A  Ẹ 8B
  Ê A3  Ề C5  Ể CD  Ễ D9  Ế DA  Ệ 8C
  Ì 8D  Ỉ 8E  Ĩ 8F  Í 90  Ị 91
  Ò 92  Ỏ 93  Õ 94  Ó 95  Ọ 96
  Ô A4  Ồ DB  Ổ E0  Ỗ F0  Ố FF  Ộ 97
  Ơ A5  Ờ 98  Ở 99  Ỡ 9A  Ớ 9B  Ợ 9C
  Ù 9D  Ủ 9E  Ũ 9F  Ú 01  Ụ 02
  Ư A6  Ừ 04  Ử 05  Ữ 06  Ứ 11  Ự 12
  Ỳ 13  Ỷ 14  Ỹ 15  Ý 16  Ỵ 17
  Đ A7
  à B5  ả B6  ã B7  á B8  ạ B9
  ă A8  ằ BB  ẳ BC  ẵ BD  ắ BE  ặ C6
  â A9  ầ C7  ẩ C8  ẫ C9  ấ CA  ậ CB
  è CC  ẻ CE  ẽ CF  é D0  ẹ D1
  ê AA  ề D2  ể D3  ễ D4  ế D5  ệ D6
  ì D7  ỉ D8  ĩ DC  í DD  ị DE
  ò DF  ỏ E1  õ E2  ó E3  ọ E4
  ô AB  ồ E5  ổ E6  ỗ E7  ố E8  ộ E9
  ơ AC  ờ EA  ở EB  ỡ EC  ớ ED  ợ EE
  ù EF  ủ F1  ũ F2  ú F3  ụ F4
  ư AD  ừ F5  ử F6  ữ F7  ứ F8  ự F9
  ỳ FA  ỷ FB  ỹ FC  ý FD  ỵ FE
  đ AE
`
