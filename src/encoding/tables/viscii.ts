// VISCII 1.1 (RFC 1456): one byte a letter, six rare capitals among the control characters.
// Cross-checked against several independent implementations; the places where they differ are in DESIGN.md.

/** Letters with their bytes in hexadecimal. */
export const VISCII = `
  À C0  Ả C4  Ã C3  Á C1  Ạ 80
  Ă C5  Ằ 82  Ẳ 02  Ẵ 05  Ắ 81  Ặ 83
  Â C2  Ầ 85  Ẩ 86  Ẫ 06  Ấ 84  Ậ 87
  È C8  Ẻ CB  Ẽ 88  É C9  Ẹ 89
  Ê CA  Ề 8B  Ể 8C  Ễ 8D  Ế 8A  Ệ 8E
  Ì CC  Ỉ 9B  Ĩ CE  Í CD  Ị 98
  Ò D2  Ỏ 99  Õ A0  Ó D3  Ọ 9A
  Ô D4  Ồ 90  Ổ 91  Ỗ 92  Ố 8F  Ộ 93
  Ơ B4  Ờ 96  Ở 97  Ỡ B3  Ớ 95  Ợ 94
  Ù D9  Ủ 9C  Ũ 9D  Ú DA  Ụ 9E
  Ư BF  Ừ BB  Ử BC  Ữ FF  Ứ BA  Ự B9
  Ỳ 9F  Ỷ 14  Ỹ 19  Ý DD  Ỵ 1E
  Đ D0
  à E0  ả E4  ã E3  á E1  ạ D5
  ă E5  ằ A2  ẳ C6  ẵ C7  ắ A1  ặ A3
  â E2  ầ A5  ẩ A6  ẫ E7  ấ A4  ậ A7
  è E8  ẻ EB  ẽ A8  é E9  ẹ A9
  ê EA  ề AB  ể AC  ễ AD  ế AA  ệ AE
  ì EC  ỉ EF  ĩ EE  í ED  ị B8
  ò F2  ỏ F6  õ F5  ó F3  ọ F7
  ô F4  ồ B0  ổ B1  ỗ B2  ố AF  ộ B5
  ơ BD  ờ B6  ở B7  ỡ DE  ớ BE  ợ FE
  ù F9  ủ FC  ũ FB  ú FA  ụ F8
  ư DF  ừ D7  ử D8  ữ E6  ứ D1  ự F1
  ỳ CF  ỷ D6  ỹ DB  ý FD  ỵ DC
  đ F0
`
