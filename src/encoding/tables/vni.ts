// VNI-Windows (the fonts VNI-Times …): a base letter and a byte for its mark; ơ, ư, đ and the i and ỵ with marks are one byte.
// Cross-checked against several independent implementations; the places where they differ are in DESIGN.md.

/** Letters with their bytes in hexadecimal. */
export const VNI = `
  À 41D8  Ả 41DB  Ã 41D5  Á 41D9  Ạ 41CF
  Ă 41CA  Ằ 41C8  Ẳ 41DA  Ẵ 41DC  Ắ 41C9  Ặ 41CB
  Â 41C2  Ầ 41C0  Ẩ 41C5  Ẫ 41C3  Ấ 41C1  Ậ 41C4
  È 45D8  Ẻ 45DB  Ẽ 45D5  É 45D9  Ẹ 45CF
  Ê 45C2  Ề 45C0  Ể 45C5  Ễ 45C3  Ế 45C1  Ệ 45C4
  Ì CC  Ỉ C6  Ĩ D3  Í CD  Ị D2
  Ò 4FD8  Ỏ 4FDB  Õ 4FD5  Ó 4FD9  Ọ 4FCF
  Ô 4FC2  Ồ 4FC0  Ổ 4FC5  Ỗ 4FC3  Ố 4FC1  Ộ 4FC4
  Ơ D4  Ờ D4D8  Ở D4DB  Ỡ D4D5  Ớ D4D9  Ợ D4CF
  Ù 55D8  Ủ 55DB  Ũ 55D5  Ú 55D9  Ụ 55CF
  Ư D6  Ừ D6D8  Ử D6DB  Ữ D6D5  Ứ D6D9  Ự D6CF
  Ỳ 59D8  Ỷ 59DB  Ỹ 59D5  Ý 59D9  Ỵ CE
  Đ D1
  à 61F8  ả 61FB  ã 61F5  á 61F9  ạ 61EF
  ă 61EA  ằ 61E8  ẳ 61FA  ẵ 61FC  ắ 61E9  ặ 61EB
  â 61E2  ầ 61E0  ẩ 61E5  ẫ 61E3  ấ 61E1  ậ 61E4
  è 65F8  ẻ 65FB  ẽ 65F5  é 65F9  ẹ 65EF
  ê 65E2  ề 65E0  ể 65E5  ễ 65E3  ế 65E1  ệ 65E4
  ì EC  ỉ E6  ĩ F3  í ED  ị F2
  ò 6FF8  ỏ 6FFB  õ 6FF5  ó 6FF9  ọ 6FEF
  ô 6FE2  ồ 6FE0  ổ 6FE5  ỗ 6FE3  ố 6FE1  ộ 6FE4
  ơ F4  ờ F4F8  ở F4FB  ỡ F4F5  ớ F4F9  ợ F4EF
  ù 75F8  ủ 75FB  ũ 75F5  ú 75F9  ụ 75EF
  ư F6  ừ F6F8  ử F6FB  ữ F6F5  ứ F6F9  ự F6EF
  ỳ 79F8  ỷ 79FB  ỹ 79F5  ý 79F9  ỵ EE
  đ F1
`
