// Windows-1258: letters of French and Vietnamese, and the five tones as combining marks behind their letter. Letters with
// tones of Latin-1 (à, é …) have a byte too; both spellings are read. ₫ is FE.
// Cross-checked against several independent implementations; the places where they differ are in DESIGN.md.

/** Letters and combining marks with their bytes in hexadecimal. */
export const WINDOWS_1258 = `
  À C0  Á C1  Â C2  Ă C3
  È C8  É C9  Ê CA
  Í CD
  Ó D3  Ô D4  Ơ D5
  Ù D9  Ú DA  Ư DD
  Đ D0
  à E0  á E1  â E2  ă E3
  è E8  é E9  ê EA
  í ED
  ó F3  ô F4  ơ F5
  ù F9  ú FA  ư FD
  đ F0
  \u0300 CC  \u0309 D2  \u0303 DE  \u0301 EC  \u0323 F2
  ₫ FE
`
