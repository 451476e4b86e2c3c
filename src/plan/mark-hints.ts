// What a look over all marks of a body tells before the tree is built: quoted ones, and whether Roman numerals head it.
import { countWords, isCapitals } from './letters.ts'
import type { Line } from './lines.ts'
import { type Mark, markOf, roman } from './marks.ts'

/** A quotation of several lines ends within so many, or is taken for a quote that OCR did not close. */
const QUOTED_LINES_MAX = 80

/** The mark of each line; none within a quotation of whole paragraphs, whose numbers are those of another text. */
export function marksOf(lines: readonly Line[]): (Mark | null)[] {
  const marks: (Mark | null)[] = new Array(lines.length)
  let quotedTo = -1
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!.text
    marks[i] = i <= quotedTo ? null : markOf(text)
    if (i > quotedTo && text.charCodeAt(0) === 0x201c && !text.includes('”')) {
      for (let k = i + 1; k < lines.length && k <= i + QUOTED_LINES_MAX; k++) {
        if (!lines[k]!.text.includes('”')) continue
        quotedTo = k
        break
      }
    }
  }
  implyRomans(lines, marks)
  return marks
}

/** A heading in capitals has no more words. */
const HEADING_WORDS_MAX = 25

/**
 * A heading in capitals that lost its numeral gets it back where exactly one numeral is missing around it: between I
 * and III, or before II.
 */
function implyRomans(lines: readonly Line[], marks: (Mark | null)[]): void {
  let last = 0
  let candidate = -1
  let candidates = 0
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i]!
    if (text.length > 200 || !isCapitals(text)) continue
    const reading = marks[i]?.readings.find((one) => one.style === 'roman')
    if (reading !== undefined) {
      if (reading.value === last + 2 && candidates === 1 && !reading.healed) {
        marks[candidate] = { readings: [roman(last + 1, true)], rest: 0 }
      }
      last = reading.value
      candidates = 0
    } else if (marks[i] === null && isLostHeading(lines, i)) {
      candidate = i
      candidates++
    }
  }
}

function isLostHeading(lines: readonly Line[], index: number): boolean {
  const { text, gap } = lines[index]!
  const words = countWords(text)
  if (words < 2 || words > HEADING_WORDS_MAX || /[:;,]$/u.test(text)) return false
  return index === 0 || gap > 0 || !isCapitals(lines[index - 1]!.text)
}

/** What all marks together say. */
export interface Hints {
  /** Roman numerals head this document, printed or damaged. */
  readonly roman: boolean
  /** Line of a `1.` that must be I: another `1.` follows it, and the first Roman numeral printed is II. */
  readonly lostFirst: number
}

/** Reads the hints off the marks of all lines. */
export function readHints(lines: readonly Line[], marks: readonly (Mark | null)[]): Hints {
  let roman = false
  let firstRoman = 0
  let lostFirst = -1
  let lastOne = -1
  let lastOneCapitals = false
  for (let i = 0; i < lines.length; i++) {
    const mark = marks[i]
    if (mark === null || mark === undefined) continue
    const reading = mark.readings.find((one) => one.style === 'roman')
    const arabic = mark.readings.find((one) => one.style === 'arabic')
    if (reading !== undefined && !reading.healed) {
      if (firstRoman === 0) firstRoman = reading.value
      if (reading.value > 1 || arabic === undefined) roman = true
    }
    if (arabic === undefined) continue
    const capitals = isCapitals(lines[i]!.text.slice(mark.rest))
    if (reading?.healed && capitals && arabic.value > 9) roman = true
    if (arabic.value === 1) {
      if (lastOne >= 0 && lastOneCapitals && !capitals) roman = true
      if (lastOne >= 0 && lostFirst < 0 && firstRoman === 0) lostFirst = lastOne
      lastOne = i
      lastOneCapitals = capitals
    } else lastOne = -1
  }
  return { roman, lostFirst: firstRoman === 2 ? lostFirst : -1 }
}
