// Small letters and capitals by code unit.

/** What a code unit is. */
export const LetterClass = { NONE: 0, SMALL: 1, CAPITAL: 2 } as const

/** Not worked out yet. */
const UNSEEN = 3
/** Covers Vietnamese, whose last letter is U+1EF9, and most of what else has case. */
const TABLE_SIZE = 0x2000

/** Classes, worked out as units are met: a text uses a hundred of them. */
const CLASSES = /* @__PURE__ */ new Uint8Array(TABLE_SIZE).fill(UNSEEN)

function classify(unit: number): number {
  const letter = String.fromCharCode(unit)
  let found: number = LetterClass.NONE
  if (letter !== letter.toLowerCase()) found = LetterClass.CAPITAL
  else if (letter !== letter.toUpperCase()) found = LetterClass.SMALL
  CLASSES[unit] = found
  return found
}

/** {@link LetterClass} of a code unit; NONE for letters behind U+1FFF. */
export function letterClassOf(unit: number): number {
  if (unit >= TABLE_SIZE) return LetterClass.NONE
  const known = CLASSES[unit] as number
  return known === UNSEEN ? classify(unit) : known
}
