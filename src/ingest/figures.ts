/**
 * Number, day and month of a head, where they may be written by hand: read once more, by the network of figures. What
 * both readers see is sure; what one of them sees, or neither, stays doubtful, and is said to be.
 */
import type { GreyImage } from './canvas.ts'
import { inkOfBox } from './figure-ink.ts'
import type { FigureNet } from './figure-net.ts'
import { piecesOf } from './figure-pieces.ts'
import { type FigurePlace, figurePlaces, lettersOf } from './figure-places.ts'
import { type FigureReading, readFigures } from './figure-reading.ts'
import type { OcrLine, OcrWord } from './tesseract.ts'

/** The room above and below the printed words that handwriting takes, as a share of their height. */
const ROOM_ABOVE = 1
const ROOM_BELOW = 0.9
/** The room beside it that is looked at, to know what reaches in. */
const ROOM_BESIDE = 0.6
/** The engine is as good as certain of printed figures. */
const PRINTED_MIN = 0.85
/** Below, a reading is left out: a gap is seen, a wrong number is not. */
const TOLD_MIN = 0.5
/** How much rarer both readers agree on a wrong figure than one is wrong. */
const AGREEMENT = 0.1
/** The engine is sure, the network reads otherwise: nobody knows. */
const DISPUTED_MAX = 0.6

/** What may be known of the date before the head is read. */
export interface DateEvidence {
  /** How likely a day is for the head's month and year, 0..1, any scale. */
  day(day: number, month: number | null, year: number | null): number
}

let opened: Promise<FigureNet> | undefined

/** The network, made when it is first needed. */
export function figureNet(): Promise<FigureNet> {
  opened ??= Promise.all([import('./figure-net.ts'), import('./figure-weights.ts')]).then(
    ([{ FigureNet }, { FIGURE_WEIGHTS }]) => new FigureNet(Buffer.from(FIGURE_WEIGHTS, 'base64')),
  )
  return opened
}

/** The lines of a page with the figures of its head read again. */
export async function withFigures(
  image: GreyImage,
  lines: readonly OcrLine[],
  evidence?: DateEvidence,
): Promise<readonly OcrLine[]> {
  const places = figurePlaces(lines, image.height)
  if (places.length === 0) return lines
  const net = await figureNet()
  const out = [...lines]
  const byLine = new Map<number, FigurePlace[]>()
  for (const place of places) byLine.set(place.line, [...(byLine.get(place.line) ?? []), place])
  for (const [index, group] of byLine) {
    const line = lines[index] as OcrLine
    const month = group.find(({ kind }) => kind === 'month')
    const decided = new Map<FigurePlace, Decision>()
    const monthWord = month === undefined ? null : decide(month, image, net, isMonth)
    if (month !== undefined) decided.set(month, monthWord)
    for (const place of group) {
      if (place === month) continue
      const prior = place.kind === 'number' ? isNumber : dayPrior(line, monthWord, evidence)
      decided.set(place, decide(place, image, net, prior))
    }
    out[index] = replaced(line, decided)
  }
  return out
}

const isNumber = (text: string): number => (/^0{2}/u.test(text) || text === '0' ? 0 : 1)

const isMonth = (text: string): number => (/^(?:0?[1-9]|1[0-2])$/u.test(text) ? 1 : 0)

function dayPrior(
  line: OcrLine,
  month: Decision,
  evidence: DateEvidence | undefined,
): (text: string) => number {
  const text = line.words.map((word) => word.text).join(' ')
  const year = /(?:19|20)\d{2}(?!\d)/u.exec(text.slice(text.search(/n[ăaâ]m/u)))
  return (day) => {
    if (!/^(?:0?[1-9]|[12]\d|3[01])$/u.test(day)) return 0
    if (evidence === undefined) return 1
    return evidence.day(
      Number(day),
      month === null || month === AS_READ ? null : Number(month.text),
      year === null ? null : Number(year[0]),
    )
  }
}

/** What the engine read is left as it is. */
const AS_READ = 'as-read'
/** What stands in a place: a word with its certainty; null when it is better left out. */
type Decision = OcrWord | null | typeof AS_READ

/** Dots to be filled in, and `15a`: no handwriting, as far as the engine can tell. */
const DOTS = /^[\s.…_·-]+$/u
const LETTERED = /^\d{1,5}\p{L}$/u

function decide(
  place: FigurePlace,
  image: GreyImage,
  net: FigureNet,
  prior: (text: string) => number,
): Decision {
  if (LETTERED.test(place.text) && place.confidence >= PRINTED_MIN) return AS_READ
  const printed = figuresOf(place.text)
  const [best] = readPlace(place, image, net, prior)
  const word = (text: string, confidence: number): OcrWord => ({ text, confidence, box: place.box })
  if (best === undefined) {
    if (DOTS.test(place.text)) return AS_READ
    // Nothing that the network takes for figures: the engine alone, if it was sure.
    return printed !== null && place.confidence >= TOLD_MIN
      ? word(printed, Math.min(place.confidence, DISPUTED_MAX))
      : null
  }
  if (printed === best.text) {
    return word(printed, Math.max(place.confidence, 1 - (1 - best.share) * AGREEMENT))
  }
  if (printed !== null && place.confidence >= PRINTED_MIN && prior(printed) > 0) {
    return word(best.share > place.confidence ? best.text : printed, DISPUTED_MAX)
  }
  if (best.share >= TOLD_MIN) return word(best.text, best.share)
  return DOTS.test(place.text) ? AS_READ : null
}

/** Figures as the engine read them; `O` is a zero beside others. */
function figuresOf(text: string): string | null {
  const bare = text.replace(/[.,:_…\s-]+/gu, '').replace(/[Oo](?=\d)|(?<=\d)[Oo]/gu, '0')
  return /^\d{1,6}$/u.test(bare) ? bare : null
}

/** What the network reads in a place. */
export function readPlace(
  { box: [x0, y0, x1, y1] }: FigurePlace,
  image: GreyImage,
  net: FigureNet,
  prior: (text: string) => number,
): FigureReading[] {
  const height = y1 - y0
  const beside = ROOM_BESIDE * height
  const found = inkOfBox(image, [
    x0 - beside,
    y0 - ROOM_ABOVE * height,
    x1 + beside,
    y1 + ROOM_BELOW * height,
  ])
  if (found === null) return []
  const pieces = piecesOf(found.ink, [x0 - found.x0, y0 - found.y0, x1 - found.x0, y1 - found.y0])
  return pieces === null ? [] : readFigures(pieces, net, prior)
}

/** The words of a line with those in the places exchanged; a word that is partly in one is cut. */
function replaced(line: OcrLine, decided: ReadonlyMap<FigurePlace, Decision>): OcrLine {
  const letters = lettersOf(line)
  const places = [...decided.keys()].sort((a, b) => a.letters[0] - b.letters[0])
  const words: OcrWord[] = []
  let from = 0
  const keep = (to: number): void => {
    for (let start = from; start < to; ) {
      const word = letters[start]?.word as number
      let end = start + 1
      while (end < to && letters[end]?.word === word) end++
      const part = letters.slice(start, end)
      const { confidence, text } = line.words[word] as OcrWord
      const isWhole = (start === 0 || letters[start - 1]?.word !== word) && letters[end]?.word !== word
      words.push({
        text: isWhole ? text : part.map((letter) => letter.text).join(''),
        confidence,
        box: [
          Math.min(...part.map(({ box }) => box[0])),
          Math.min(...part.map(({ box }) => box[1])),
          Math.max(...part.map(({ box }) => box[2])),
          Math.max(...part.map(({ box }) => box[3])),
        ],
        letters: part.map(({ text: letter, box }) => ({ text: letter, box })),
      })
      start = end
    }
  }
  for (const place of places) {
    const word = decided.get(place)
    // What is joined to its neighbours and was read rightly stays one word.
    const isJoined = [place.letters[0], place.letters[1]].some(
      (at) => letters[at] !== undefined && letters[at]?.word === letters[at - 1]?.word,
    )
    if (word === AS_READ || (isJoined && word?.text === place.text)) continue
    keep(place.letters[0])
    if (word != null) words.push(word)
    from = place.letters[1]
  }
  keep(letters.length)
  return { ...line, words }
}
