/**
 * Numbers of lists. Word does not store them, it counts: each paragraph names a list and a level, and the list says how
 * levels are written. DOCX and DOC store lists in their own ways and count alike.
 */
import { romanOf } from '../unicode/roman.ts'

/** How a level of a list is written. */
export interface ListLevel {
  readonly start: number
  /** As DOCX names formats: decimal, lowerLetter, upperRoman, bullet, none … */
  readonly format: string
  /** `%1.` with a place for the number of each level. */
  readonly text: string
}

/** Levels by number, from 0. */
export type ListLevels = ReadonlyMap<number, ListLevel>

/** Where a paragraph stands in the lists of its document. */
export interface ListPlace {
  /** The list itself, which several lists of the document may share with its counting. */
  readonly shared: string
  /** The list that paragraphs name. */
  readonly list: string
  readonly level: number
  readonly levels: ListLevels
  /** Numbers that begin anew for this list, by level. */
  readonly starts: ReadonlyMap<number, number>
}

/** What bullets are printed as: their own signs are in fonts of signs. */
const BULLET = '-'
/** Word has nine; what names others is damaged. */
export const LIST_LEVELS_MAX = 9

/** Counts the paragraphs of lists in the order of the text. */
export class ListCounter {
  private readonly counts = new Map<string, number[]>()
  private readonly begun = new Set<string>()

  /** The label of the next paragraph at a place; empty for none. */
  next({ shared, list, level, levels, starts }: ListPlace): string {
    const own = levels.get(level)
    if (own === undefined || level >= LIST_LEVELS_MAX) return ''
    const counts = this.counts.get(shared) ?? []
    this.counts.set(shared, counts)
    const start = starts.get(level)
    const key = `${list} ${level}`
    if (start !== undefined && !this.begun.has(key)) counts[level] = start
    else counts[level] = counts[level] === undefined ? own.start : counts[level] + 1
    this.begun.add(key)
    // Deeper levels begin anew.
    counts.length = level + 1
    if (own.format === 'bullet') return BULLET
    return own.text.replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1
      const of = levels.get(at)
      return of === undefined ? '' : formatNumber(counts[at] ?? of.start, of.format)
    })
  }
}

/** A number as Word writes it. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'decimalZero':
      return value < 10 ? `0${value}` : `${value}`
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'upperLetter':
      return letters(value)
    case 'lowerRoman':
      return romanOf(value).toLowerCase()
    case 'upperRoman':
      return romanOf(value)
    case 'none':
      return ''
    default:
      return `${value}`
  }
}

/** A … Z, AA, BB … as Word counts. */
function letters(value: number): string {
  if (value < 1 || value > 780) return `${value}`
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}
