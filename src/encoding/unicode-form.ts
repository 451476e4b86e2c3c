/** Whether Unicode text has its marks behind the letters (NFD, as macOS and some scanners write it). */
import { toNfc } from '../unicode/nfc.ts'

const DECOMPOSED = /[A-Za-zĂÂÊÔƠƯăâêôơư][\u0300-\u0303\u0306\u0309\u031b\u0323]/g
const COMPOSED = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĨĩŨũƠơƯư\u1ea0-\u1ef9]/g

/** Whether most letters with marks are decomposed, and composing them changes the text. */
export function isMostlyDecomposed(text: string): boolean {
  if (!/[\u0300-\u0303\u0306\u0309\u031b\u0323]/.test(text)) return false
  let loose = 0
  for (const { 0: pair } of text.matchAll(DECOMPOSED)) if (toNfc(pair) !== pair) loose++
  let whole = 0
  for (const _ of text.matchAll(COMPOSED)) whole++
  return loose > whole
}
