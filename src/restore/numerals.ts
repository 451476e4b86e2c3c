/**
 * Roman numerals of headings that were read as figures or letters: `11.` → `II.`, `I11.` → `III.`, `1V.` → `IV.`.
 * A figure in front of a heading in capitals is Roman when the sequence of such headings says so.
 */
import type { Chunk } from './chunks.ts'

const ROMAN = [
  '',
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
]
/** What a Roman numeral may have been read as, up to its full stop. */
const LOOK = /^[1IlL|!VXv]{1,5}(?=[.\-/)]|$)/

const toRoman = (read: string): string => read.replace(/[1lL|!]/g, 'I').toUpperCase()

/** One numeral to be changed. */
export interface NumeralRepair {
  readonly chunk: number
  /** Characters of the chunk it takes. */
  readonly length: number
  readonly text: string
}

interface Heading {
  chunk: number
  read: string
  roman: string
  /** A Latin letter in it, or figures that make no list number: it can only be Roman. */
  sure: boolean
}

/** Numerals of headings in capitals; nothing when the headings are numbered in figures. */
export function repairNumerals(chunks: readonly Chunk[]): NumeralRepair[] {
  const headings: Heading[] = []
  for (let k = 0; k + 1 < chunks.length; k++) {
    const chunk = chunks[k] as Chunk
    if (!chunk.first || !chunk.heading || (chunks[k + 1] as Chunk).line !== chunk.line) continue
    const read = LOOK.exec(chunk.text)?.[0]
    if (read === undefined) {
      // "2." before capitals: this document numbers its headings in figures.
      if (/^[2-9]\.?$/.test(chunk.text)) return []
      continue
    }
    headings.push({ chunk: k, read, roman: toRoman(read), sure: /[IVX]/i.test(read) || read.length > 1 })
  }
  if (!headings.some(({ sure }) => sure)) return []
  const repairs: NumeralRepair[] = []
  let last = 0
  for (const { chunk, read, roman } of headings) {
    const value = ROMAN.indexOf(roman)
    // Each heading goes on from the last, or starts again at I.
    if (value < 1 || (value !== 1 && (value <= last || value > last + 2))) continue
    last = value
    const { text, end } = chunks[chunk] as Chunk
    // `11.NOI DUNG`: the space behind the full stop was lost with the strokes.
    const glued = (chunks[chunk + 1] as Chunk).start === end
    if (glued) repairs.push({ chunk, length: text.length, text: `${roman}${text.slice(read.length)} ` })
    else if (roman !== read) repairs.push({ chunk, length: read.length, text: roman })
  }
  return repairs
}
