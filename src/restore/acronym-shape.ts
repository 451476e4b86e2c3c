/** How an acronym looks, damaged ones (`CbS`, `CBbS`) included. */

const LOOK = /^\p{L}{2,9}$/u
/** Its letters are mostly capitals. */
const CAPITAL_SHARE_MIN = 0.6

/** @param word without the marks around it */
export function looksLikeAcronym(word: string): boolean {
  if (!LOOK.test(word)) return false
  let capitals = 0
  for (const letter of word) if (letter !== letter.toLowerCase()) capitals++
  return capitals >= 2 && capitals >= CAPITAL_SHARE_MIN * word.length
}
