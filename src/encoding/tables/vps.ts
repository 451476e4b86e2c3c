// VPS: one byte a letter; fourteen letters share their byte with their capital.
// Cross-checked against several independent implementations; the places where they differ are in DESIGN.md.

/** Letters with their bytes in hexadecimal. */
export const VPS = `
  À 80  Ả 81  Ã 82  Á C1  Ạ E5
  Ă 88  Ằ 8E  Ẳ 8F  Ẵ F0  Ắ 8D  Ặ A5
  Â C2  Ầ 84  Ẩ 85  Ẫ C5  Ấ 83  Ậ C6
  È D7  Ẻ DE  Ẽ FE  É C9  Ẹ CB
  Ê CA  Ề 93  Ể 94  Ễ 95  Ế 90  Ệ 8C
  Ì B5  Ỉ B7  Ĩ B8  Í B4  Ị CE
  Ò BC  Ỏ BD  Õ BE  Ó B9  Ọ 86
  Ô D4  Ồ 97  Ổ 98  Ỗ 99  Ố 96  Ộ B6
  Ơ F7  Ờ 9E  Ở 9F  Ỡ A6  Ớ 9D  Ợ AE
  Ù A8  Ủ D1  Ũ AC  Ú DA  Ụ F8
  Ư D0  Ừ AF  Ử B1  Ữ BB  Ứ AD  Ự BF
  Ỳ B2  Ỷ FD  Ỹ B3  Ý DD  Ỵ 9C
  Đ F1
  à E0  ả E4  ã E3  á E1  ạ E5
  ă E6  ằ A2  ẳ A3  ẵ A4  ắ A1  ặ A5
  â E2  ầ C0  ẩ C4  ẫ C5  ấ C3  ậ C6
  è E8  ẻ C8  ẽ EB  é E9  ẹ CB
  ê EA  ề 8A  ể 8B  ễ CD  ế 89  ệ 8C
  ì EC  ỉ CC  ĩ EF  í ED  ị CE
  ò F2  ỏ D5  õ F5  ó F3  ọ 86
  ô F4  ồ D2  ổ B0  ỗ 87  ố D3  ộ B6
  ơ D6  ờ A9  ở AA  ỡ AB  ớ A7  ợ AE
  ù F9  ủ FB  ũ DB  ú FA  ụ F8
  ư DC  ừ D8  ử BA  ữ BB  ứ D9  ự BF
  ỳ FF  ỷ 9B  ỹ CF  ý 9A  ỵ 9C
  đ C7
`
