/**
 * Capitals that an encoding cannot write: TCVN3 has no toned capitals (`THµNH` is `THÀNH` half set in a font of
 * capitals), VPS shares bytes between some letters and their capitals. What the neighbours show is put right.
 */
import { isLegalSyllable } from '../syllable/split.ts'
import { LetterClass, letterClassOf } from '../unicode/letter-class.ts'

const WORD = /[\p{L}\p{M}]+/gu

/** How the letters of a word are printed, as far as they tell. */
interface WordCase {
  readonly capitals: number
  /** Small letters that are certainly small. */
  readonly small: number
  /** Small letters that may be capitals. */
  readonly unsure: number
  readonly firstIsCapital: boolean
}

function caseOf(word: string, unsure: Uint8Array): WordCase {
  let capitals = 0
  let small = 0
  let maybe = 0
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    const kind = letterClassOf(unit)
    if (unsure[unit] === 1) maybe++
    else if (kind === LetterClass.CAPITAL) capitals++
    else if (kind === LetterClass.SMALL) small++
  }
  const firstIsCapital = letterClassOf(word.charCodeAt(0)) === LetterClass.CAPITAL
  return { capitals, small, unsure: maybe, firstIsCapital }
}

/** Abbreviations (UBND, TTg) stand in capitals anywhere; a syllable in capitals shows a line of capitals. */
const isHeadingWord = (word: string, { capitals, small }: WordCase): boolean =>
  small === 0 && capitals >= 2 && isLegalSyllable(word)

/** Makes capitals of the unsure letters that stand in words or lines of capitals. */
export function repairCapitals(text: string, unsure: Uint8Array): string {
  let out = ''
  let done = 0
  for (let at = 0; at < text.length; ) {
    const found = nextUnsureWord(text, at, unsure)
    if (found < 0) break
    const start = text.lastIndexOf('\n', found) + 1
    const lineEnd = text.indexOf('\n', found)
    const end = lineEnd < 0 ? text.length : lineEnd
    out += text.slice(done, start) + repairLine(text.slice(start, end), unsure)
    done = end
    at = end
  }
  return out + text.slice(done)
}

/** Where a word with an unsure letter and no small one stands, from `at` on; −1 for none. */
function nextUnsureWord(text: string, at: number, unsure: Uint8Array): number {
  let sawUnsure = false
  let sawSmall = false
  for (let i = at; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0
    const kind = letterClassOf(unit)
    if (kind === LetterClass.NONE && !(unit >= 0x300 && unit < 0x370)) {
      if (sawUnsure && !sawSmall) return i - 1
      sawUnsure = false
      sawSmall = false
    } else if (unsure[unit] === 1) sawUnsure = true
    else if (kind === LetterClass.SMALL) sawSmall = true
  }
  return -1
}

/** Whether any word has capitals as a word in capitals has; most lines have none, and a look at them costs little. */
function hasCapitalWord(line: string, unsure: Uint8Array): boolean {
  let capitals = 0
  let small = false
  let firstIsCapital = false
  let isFirst = true
  for (let i = 0; i <= line.length; i++) {
    const unit = i < line.length ? line.charCodeAt(i) : 0
    const kind = letterClassOf(unit)
    if (kind === LetterClass.NONE && !(unit >= 0x300 && unit < 0x370)) {
      if (!small && (capitals >= 2 || (capitals === 1 && !firstIsCapital))) return true
      capitals = 0
      small = false
      isFirst = true
      continue
    }
    if (kind === LetterClass.CAPITAL) capitals++
    else if (kind === LetterClass.SMALL && unsure[unit] !== 1) small = true
    if (isFirst) firstIsCapital = kind === LetterClass.CAPITAL
    isFirst = false
  }
  return false
}

function repairLine(line: string, unsure: Uint8Array): string {
  if (!hasCapitalWord(line, unsure)) return line
  const words = [...line.matchAll(WORD)]
  const cases = words.map(([word]) => caseOf(word, unsure))
  const change = cases.map((one) => one.unsure > 0 && one.small === 0)
  if (!change.includes(true)) return line
  /** 1 in capitals, 0 not, undefined when the word does not tell. */
  const shown = cases.map((one, i) => {
    if (one.small > 0) return 0
    if (change[i]) {
      const all = one.capitals >= 2 || (one.capitals === 1 && !one.firstIsCapital)
      return all ? 1 : undefined
    }
    return isHeadingWord(words[i]![0], one) ? 1 : undefined
  })
  const before = carry(shown)
  const after = carry(shown.toReversed()).reverse()
  let out = ''
  let done = 0
  words.forEach(({ 0: word, index }, i) => {
    if (!change[i]) return
    const upper = shown[i] === 1 || (shown[i] === undefined && isIn(before[i], after[i]))
    if (!upper) return
    out += line.slice(done, index) + raise(word, unsure)
    done = index + word.length
  })
  return out + line.slice(done)
}

/** Letter by letter, so that the length stays. */
function raise(word: string, unsure: Uint8Array): string {
  let out = ''
  for (const letter of word) out += unsure[letter.charCodeAt(0)] === 1 ? letter.toUpperCase() : letter
  return out
}

/** The nearest sure word on either side is in capitals, and none says otherwise. */
const isIn = (before: number | undefined, after: number | undefined): boolean =>
  (before === 1 && after !== 0) || (after === 1 && before !== 0)

function carry(shown: readonly (number | undefined)[]): (number | undefined)[] {
  let last: number | undefined
  return shown.map((value) => {
    const found = last
    if (value !== undefined) last = value
    return found
  })
}
