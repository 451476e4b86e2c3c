/**
 * What OCR reads for the letters of document codes: capitals, figures, and the small letters of `TTg`, `TTr`, `QyĐ`.
 * Rounded from counts on 1,400 codes and all capitals of 287 simulated pages read by Tesseract `eng` and `vie`.
 * Letters with tone marks are not here: what has one is a word.
 */

/** Readings of one printed letter; the letter itself is not among them. */
export interface LetterReadings {
  readonly readings: readonly string[]
  /** The first code unit of each reading. */
  readonly firstUnit: Uint16Array
  /** ln P(reading | letter). */
  readonly logProbability: Float64Array
  /** The letter is one that loses its bar or horn as a rule (Đ, Ơ, Ư): all its readings are of that kind. */
  readonly isBarLost: boolean
}

/**
 * Readings per 1000 prints. A figure is never read as another figure here, and of the figures read for letters only
 * those are listed that are common: a figure in a code is more likely to be one.
 */
const CONFUSIONS: Readonly<Record<string, string>> = {
  B: 'H 1 Đ 0.5 D 0.3',
  C: 'O 6 G 6 c 3 CG 1.5 CC 1 GC 1 E 1 Ơ 0.5',
  D: 'Đ 5 ID 2 P 1 DĐ 0.5 ĐD 0.5',
  E: 'F 5',
  G: 'C 2',
  H: 'HI 3 U 2.5 E 2 N 1 T 0.7 M 0.5',
  I: '1 10 l 5 L 5',
  K: 'k 3 R 3 W 1 E 1',
  L: 'b 2 l 2 t 1 U 1 I 0.3',
  N: 'NI 1 M 0.5 H 0.3',
  O: '0 20 Ô 3 o 2',
  P: 'p 1 F 0.3',
  Q: 'O 2.5 0 1 C 0.5 QO 0.5 G 0.5',
  R: 'FR 1 RE 1',
  S: 's 4 5 3 S8 1',
  T: 'I 10 E 2.5 P 2 1 1.5 L 1.2 F 1 TT 1',
  U: 'Ư 4 UI 2 LI 1 u 1 UƯ 0.5 L 0.5',
  V: 'v 4 Y 2',
  W: 'w 1',
  X: 'N 5 x 2 A 1 XN 0.5',
  Y: 'y 3 V 1',
  g: 'e 20 ø 12 E 10 p 3 s 3 o 3 d 2 q 1 8 1 G 1',
  h: 'b 1 H 1',
  i: '1 5 l 3 I 1',
  r: 'T 25 1 12 I 12 n 5 E 5 Y 5 l 3 t 2 i 2 f 1',
  y: 'v 8 Y 2',
  0: 'O 4 o 0.5',
  1: 'I 8 l 3 | 3 L 2 T 1 I1 1 [ 2',
  2: 'Z 0.5',
  4: 'A 4',
  5: 'S 8 s 1 S5 1',
}

/** Letters with a bar or horn, without it; and how an engine that knows them doubles or swaps them. */
const BARE: Readonly<Record<string, string>> = { Đ: 'D', Ơ: 'O', Ư: 'U' }
const DOUBLED: Readonly<Record<string, string>> = {
  Đ: 'ĐĐ 15 DĐ 0.5 ĐD 0.5 ĐĐĐ 0.5',
  Ơ: 'ƠƠ 0.5',
  Ư: 'ƯU 0.5',
}
/** What an engine that does not know Đ reads when it does not read D. */
const FOREIGN = 'B 30 b 4 DB 4 P 3 BD 2 p 2'
/** Without a word about the engine: one that knows Đ loses the bar in 1 of 100, the others always. */
const UNKNOWN_ENGINE = 'B 6 b 0.8 DB 0.8 P 0.6 BD 0.4 p 0.4'
const BARE_PER_MILLE = 200
const BARE_PER_MILLE_FOREIGN = 950

/** Readings by printed letter. */
export type ConfusionTable = ReadonlyMap<string, LetterReadings>

/**
 * The confusions of the letters of codes.
 *
 * @param barsLost true when the engine has no letter Đ, so that every one of them was read as something else
 */
export function codeConfusions(barsLost: boolean): ConfusionTable {
  const table = new Map<string, LetterReadings>()
  for (const [letter, list] of Object.entries(CONFUSIONS)) table.set(letter, letterReadings(list, false))
  const bare = barsLost ? BARE_PER_MILLE_FOREIGN : BARE_PER_MILLE
  const others = barsLost ? FOREIGN : UNKNOWN_ENGINE
  for (const [letter, list] of Object.entries(DOUBLED)) {
    const readings = `${list} ${BARE[letter]} ${bare}${letter === 'Đ' ? ` ${others}` : ''}`
    table.set(letter, letterReadings(readings, true))
  }
  return table
}

function letterReadings(list: string, isBarLost: boolean): LetterReadings {
  const items = list.split(' ')
  const readings = items.filter((_, i) => i % 2 === 0)
  return {
    readings,
    firstUnit: Uint16Array.from(readings, (reading) => reading.charCodeAt(0)),
    logProbability: Float64Array.from(readings, (_, i) => Math.log(Number(items[i * 2 + 1]) / 1000)),
    isBarLost,
  }
}
