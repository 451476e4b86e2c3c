// TCVN3 (the "ABC" fonts, .VnTime): one byte a letter. Toned capitals have no bytes of their own: they are the small
// letters, set in a font of capitals (.VnTimeH).
// Cross-checked against several independent implementations; the places where they differ are in DESIGN.md.

/** Letters with their bytes in hexadecimal. */
export const TCVN3 = `
  Ă A1
  Â A2
  Ê A3
  Ô A4
  Ơ A5
  Ư A6
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
