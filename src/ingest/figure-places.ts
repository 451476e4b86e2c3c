/**
 * Where a head has room for figures that are written by hand or stamped: between `Số:` and the stroke before the symbol,
 * and around the printed words of `ngày … tháng … năm`.
 */
import type { OcrLine } from './tesseract.ts'

/** What stands in a place. */
export type FigureKind = 'number' | 'day' | 'month'

/** A place for figures, and how the engine read it. */
export interface FigurePlace {
  readonly kind: FigureKind
  /** Index of the line. */
  readonly line: number
  /** Letters of the line that stand in the place: their indices in {@link lettersOf}. */
  readonly letters: readonly [from: number, to: number]
  /** As the engine read it, without blanks. */
  readonly text: string
  /** Least confidence of the words in it, 0..1; 0 where it read nothing. */
  readonly confidence: number
  /** Left, top, right, bottom of the room between the printed words, in pixels. */
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number]
}

/** A letter of a line with its word. */
export interface PlacedLetter {
  readonly text: string
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number]
  readonly word: number
}

/** Heads end above this share of the page. */
const HEAD_SHARE = 0.5
/** `Số:`, what follows, the stroke, the symbol: `Số:ØØÂ2/UBND- KSTTHC`, `Số44. /CT-UBND`, `Số: ớâ4 ¡CT-UBND`. */
const NUMBER =
  /^(?:\P{L}{0,4}[S5s](?:[ốôóồổỗoéê6]\s?[:;.]?|\p{L}\s?[:;])\s?)([^/\n]{0,16}?)(?:\s?[/¡|]\s?(?=(?:\d{4}\s?[/-]\s?)?\p{Lu}[\p{L}\d]{0,9}\s?(?:[-–—/]|$))|\s[il1]?(?=\p{Lu}{2,5}\s?[-–—]\s?\p{Lu}))/u
/** The Party's `331-KH/TU` is printed, or written before its dash: none of this place. */
const PARTY = /[-–—]\s?\p{Lu}{2}/u
/** What stands before the number. */
const OPENER = /^\P{L}{0,4}[S5s](?:[ốôóồổỗoéê6]\s?[:;.]?|\p{L}\s?[:;])\s?/u
/** The date of a head: a place, a comma, the date, and nothing else. */
const DATE =
  /((?:^|\s)\p{Lu}[\p{L}\s.'’-]{1,40}[,.]\s?ng[àaâảá]y\s?)(.{0,8}?)(\s?t\p{L}{1,2}n[gp]\s?)(.{0,8}?)(\s?n[ăaâ]m[\s.]{1,4}(?:[12]\d{3})?)/u
/** No date of running text. */
const AFTER_DATE_MAX = 3

/** The letters of a line, in order. */
export function lettersOf({ words }: OcrLine): PlacedLetter[] {
  return words.flatMap(({ text, box, letters }, word) => {
    if (letters !== undefined && letters.length > 0) return letters.map((letter) => ({ ...letter, word }))
    // Without its letters a word is cut into parts of one width.
    const units = [...text]
    const width = (box[2] - box[0]) / Math.max(1, units.length)
    return units.map((unit, i) => ({
      text: unit,
      box: [box[0] + i * width, box[1], box[0] + (i + 1) * width, box[3]] as const,
      word,
    }))
  })
}

/**
 * Finds the places of the head.
 *
 * @param height of the page, in pixels
 */
export function figurePlaces(lines: readonly OcrLine[], height: number): FigurePlace[] {
  const places: FigurePlace[] = []
  const isFound = { number: false, date: false }
  lines.forEach((line, index) => {
    const top = line.words[0]?.box[1] ?? height
    if (top > HEAD_SHARE * height || line.words.length > 20) return
    const letters = lettersOf(line)
    const { text, at } = textOf(letters)
    if (text.length > 120) return
    const number = isFound.number ? null : NUMBER.exec(text)
    if (number !== null && !PARTY.test(number[1] as string)) {
      const written = number[1] as string
      // The room begins behind `Số:`, whatever blanks there are.
      const from = OPENER.exec(text)?.[0].length ?? 0
      places.push(placeOf('number', index, line, letters, at, from, from + written.length))
      isFound.number = true
    }
    const date = isFound.date ? null : DATE.exec(text)
    if (date !== null && text.length - date.index - date[0].length <= AFTER_DATE_MAX) {
      const [, before, day, between, month] = date as unknown as [string, string, string, string, string]
      const dayAt = date.index + before.length
      const monthAt = dayAt + day.length + between.length
      const place = placeOf('day', index, line, letters, at, dayAt, dayAt + day.length)
      places.push({ ...place, box: dayBox(place.box, text, letters, at, date.index) })
      places.push(placeOf('month', index, line, letters, at, monthAt, monthAt + month.length))
      isFound.date = true
    }
  })
  return places
}

/** Widths of `ngày` and `tháng` beside that of a year, in the types of offices. */
const DAY_WORD_WIDTH = 0.99
const MONTH_WORD_WIDTH = 1.14
/** What is more than this is no inexact place: the engine took figures for a part of the word, or a part of it for figures. */
const WIDTH_SLACK = 0.1

/** Figures that touch `ngày` or `tháng` are taken for a part of it: then the width of the year tells where they begin. */
function dayBox(
  [x0, y0, x1, y1]: FigurePlace['box'],
  text: string,
  letters: readonly PlacedLetter[],
  at: readonly number[],
  from: number,
): FigurePlace['box'] {
  const letterOf = (unit: number): PlacedLetter['box'] | undefined => letters[at[unit] ?? -1]?.box
  const year = /[12]\d{3}/u.exec(text.slice(from))
  const word = /ng\p{L}y/u.exec(text.slice(from))
  const month = /t\p{L}{1,2}n[gp]/u.exec(text.slice(from))
  if (year === null || word === null || month === null) return [x0, y0, x1, y1]
  const yearAt = from + year.index
  const width = (letterOf(yearAt + 3)?.[2] ?? 0) - (letterOf(yearAt)?.[0] ?? 0)
  const dayEnd = (letterOf(from + word.index)?.[0] ?? x0) + DAY_WORD_WIDTH * width
  const monthStart =
    (letterOf(from + month.index + month[0].length - 1)?.[2] ?? x1) - MONTH_WORD_WIDTH * width
  const slack = WIDTH_SLACK * width
  return [
    Math.abs(x0 - dayEnd) > slack ? dayEnd : x0,
    y0,
    Math.abs(x1 - monthStart) > slack ? monthStart : x1,
    y1,
  ]
}

/** The line as text, with blanks between words, and the letter of each unit of it. */
function textOf(letters: readonly PlacedLetter[]): { text: string; at: number[] } {
  let text = ''
  const at: number[] = []
  letters.forEach((letter, i) => {
    if (i > 0 && letter.word !== letters[i - 1]?.word) {
      text += ' '
      at.push(i)
    }
    for (const unit of letter.text.split('')) {
      text += unit
      at.push(i)
    }
  })
  return { text, at }
}

function placeOf(
  kind: FigureKind,
  index: number,
  line: OcrLine,
  letters: readonly PlacedLetter[],
  at: readonly number[],
  from: number,
  to: number,
): FigurePlace {
  const first = at[from] ?? letters.length
  const end = to > from ? (at[to - 1] as number) + 1 : first
  const inside = letters.slice(first, end)
  const before = letters[first - 1]
  const after = letters[end]
  const near = [before, ...inside, after].filter((letter) => letter !== undefined)
  const words = new Set(inside.map(({ word }) => word))
  const anchors = [before, after].filter((letter) => letter !== undefined)
  const tops = (anchors.length > 0 ? anchors : near).map(({ box }) => box[1])
  const bottoms = (anchors.length > 0 ? anchors : near).map(({ box }) => box[3])
  return {
    kind,
    line: index,
    letters: [first, end],
    text: inside.map(({ text }) => text).join(''),
    confidence:
      words.size === 0 ? 0 : Math.min(...[...words].map((word) => line.words[word]?.confidence ?? 0)),
    box: [
      before?.box[2] ?? (inside[0]?.box[0] as number) ?? 0,
      Math.min(...tops),
      after?.box[0] ?? (inside.at(-1)?.box[2] as number) ?? 0,
      Math.max(...bottoms),
    ],
  }
}
