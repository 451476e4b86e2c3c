/** Bytes, a string, or runs of fonts of unknown encoding → Unicode, with a report of what was where. */
import type { LanguageModel } from '../lm/language-model.ts'
import { codeTable } from './code-table.ts'
import { viewBytes } from './cp1252.ts'
import { decodeLegacy } from './decode-legacy.ts'
import { isCapitalFont } from './fonts.ts'
import { repairCapitals } from './letter-case.ts'
import type { Encoding, UnicodeEncoding } from './names.ts'
import { readTable } from './read-table.ts'
import { type Segment, segment } from './segment.ts'
import { segmentRuns } from './segment-runs.ts'
import { isMostlyDecomposed } from './unicode-form.ts'
import { utf16Order } from './utf16.ts'

/** Options of detection. */
export interface DetectOptions {
  /** A model: detection is surer in short texts then. */
  readonly model?: LanguageModel | { readonly language: LanguageModel } | undefined
}

/** A stretch of the input in one encoding. */
export interface EncodingRun {
  /** Half-open; bytes of an input of bytes, UTF-16 units of a string. In UTF-16 and UTF-8: units of its text. */
  readonly span: readonly [start: number, end: number]
  readonly encoding: Encoding
}

/** What a text is in. */
export interface EncodingReport {
  /** The encoding of most of the text; of sound text, how it is stored (`utf-8`), `unicode` for a string, or `nfd`. */
  readonly encoding: Encoding
  /** What the bytes are: a form of Unicode or one byte a character; `string` when a string was given. */
  readonly container: UnicodeEncoding | '8-bit' | 'string'
  /** Whether some of it is in another encoding. */
  readonly mixed: boolean
  readonly runs: readonly EncodingRun[]
}

/** A decoded text. */
export interface DecodedText extends EncodingReport {
  /** Sound Unicode is as it was, what was in an older encoding is NFC. */
  readonly text: string
  /** Whether something was in an older encoding. */
  readonly converted: boolean
}

const languageOf = ({ model }: DetectOptions): LanguageModel | undefined =>
  model === undefined ? undefined : 'language' in model ? model.language : model

/** Bytes as a string, in which older encodings may still be. */
interface Opened {
  readonly text: string
  readonly container: EncodingReport['container']
}

function open(input: string | Uint8Array): Opened {
  if (typeof input === 'string') return { text: input, container: 'string' }
  const order = utf16Order(input)
  if (order !== undefined) return { text: new TextDecoder(order).decode(input), container: order }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(input), container: 'utf-8' }
  } catch {
    return { text: viewBytes(input), container: '8-bit' }
  }
}

/**
 * Finds out the encoding of a text and decodes it. Stretches in different encodings are told apart, word by word if
 * need be; sound Unicode is never changed.
 *
 * @param input bytes of a text file, or a string that may hold text of older encodings as Windows-1252 shows it
 * @example decodeText('ViÖt Nam, Hµ Néi, §µ N½ng').text // 'Việt Nam, Hà Nội, Đà Nẵng'
 */
export function decodeText(input: string | Uint8Array, options: DetectOptions = {}): DecodedText {
  const opened = open(input)
  const found = segment(opened.text, {
    language: languageOf(options),
    isBytes: opened.container === '8-bit',
  })
  if (opened.container !== '8-bit') return assemble(opened, found)
  // UTF-8 among bytes shows as UTF-8 taken for Windows-1252, which it was.
  const isOld = ({ encoding }: Segment) => encoding !== 'unicode' && encoding !== 'double-utf-8'
  if (found.some(isOld)) return assemble(opened, found)
  const text = new TextDecoder().decode(input as Uint8Array)
  return assemble({ text, container: 'utf-8' }, segment(text, { language: languageOf(options) }))
}

/**
 * Finds out what a text is in, without decoding it; see {@link decodeText}.
 *
 * @example detectEncoding('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam').encoding // 'vni'
 */
export function detectEncoding(input: string | Uint8Array, options: DetectOptions = {}): EncodingReport {
  const { encoding, container, mixed, runs } = decodeText(input, options)
  return { encoding, container, mixed, runs }
}

function assemble({ text, container }: Opened, segments: readonly Segment[]): DecodedText {
  let out = ''
  for (const { start, end, encoding } of segments) {
    const part = text.slice(start, end)
    out += encoding === 'unicode' ? part : decodeLegacy(part, encoding)
  }
  return { ...report(text, container, segments), text: out, converted: isConverted(container, segments) }
}

function isConverted(container: EncodingReport['container'], segments: readonly Segment[]): boolean {
  return container === '8-bit' || segments.some(({ encoding }) => encoding !== 'unicode')
}

function report(
  text: string,
  container: EncodingReport['container'],
  segments: readonly Segment[],
): EncodingReport {
  const sound: Encoding =
    container === '8-bit' || container === 'string' ? 'unicode' : isMostlyDecomposed(text) ? 'nfd' : container
  const soundName = sound === 'unicode' && isMostlyDecomposed(text) ? 'nfd' : sound
  const nameOf = (encoding: Segment['encoding']): Encoding =>
    encoding === 'unicode'
      ? soundName
      : encoding === 'double-utf-8' && container === '8-bit'
        ? 'utf-8'
        : encoding
  const evidence = new Map<Encoding, number>()
  for (const one of segments) {
    const name = nameOf(one.encoding)
    evidence.set(name, (evidence.get(name) ?? 0) + one.evidence)
  }
  const [encoding] = [...evidence].sort(([, a], [, b]) => b - a)[0] ?? [soundName]
  return {
    encoding,
    container,
    mixed: [...evidence.values()].filter((count) => count > 0).length > 1,
    runs: segments.map(({ start, end, encoding: own }) => ({ span: [start, end], encoding: nameOf(own) })),
  }
}

/** A stretch of text in one font, as Word and PDF files have it. */
export interface FontRun {
  readonly text: string
  /** Name of its font, if known. */
  readonly font?: string | undefined
}

/** Runs, decoded. */
export interface DecodedRuns extends EncodingReport {
  /** Text of each run, in the order given. */
  readonly texts: readonly string[]
  readonly converted: boolean
}

/**
 * Decodes runs of fonts that together are a text. The encoding is found out from the text, the names of the fonts are a
 * hint; capitals of TCVN3 are taken from the fonts that have them (`.VnTimeH`).
 */
export function decodeRuns(runs: readonly FontRun[], options: DetectOptions = {}): DecodedRuns {
  const text = runs.map((run) => run.text).join('')
  const starts: number[] = []
  let length = 0
  for (const run of runs) {
    starts.push(length)
    length += run.text.length
  }
  const segments = segmentRuns(text, runs, starts, languageOf(options))
  const texts = runs.map(() => '')
  let run = 0
  for (const { start, end, encoding } of segments) {
    const pieces: { run: number; text: string }[] = []
    for (let at = start; at < end; ) {
      while (run + 1 < runs.length && starts[run + 1]! <= at) run++
      const border = run + 1 < runs.length ? starts[run + 1]! : text.length
      const to = Math.min(end, behindMarks(text, border, encoding))
      pieces.push({ run, text: decodePiece(text.slice(at, to), encoding, runs[run]!.font) })
      at = to
    }
    const unsure = encoding === 'tcvn3' || encoding === 'vps' ? codeTable(encoding).unsureCase : undefined
    const joined = pieces.map((piece) => piece.text).join('')
    const whole = unsure === undefined ? joined : repairCapitals(joined, unsure)
    let done = 0
    for (const piece of pieces) {
      texts[piece.run] += whole.slice(done, done + piece.text.length)
      done += piece.text.length
    }
  }
  return { ...report(text, 'string', segments), texts, converted: isConverted('string', segments) }
}

/** The border between two runs, moved behind the mark of the letter before it, if that has a run of its own. */
function behindMarks(text: string, border: number, encoding: Segment['encoding']): number {
  if (encoding !== 'vni' && encoding !== 'windows-1258') return border
  const { pairs, single } = codeTable(encoding)
  const second = text.charCodeAt(border)
  const isMark =
    encoding === 'vni'
      ? pairs.has((text.charCodeAt(border - 1) << 16) | second)
      : second < single.length && single[second]! >= 0x300 && single[second]! < 0x370
  return isMark ? border + 1 : border
}

function decodePiece(text: string, encoding: Segment['encoding'], font: string | undefined): string {
  if (encoding === 'unicode') return text
  if (encoding !== 'tcvn3' && encoding !== 'vps') return decodeLegacy(text, encoding)
  const read = readTable(codeTable(encoding), text).text
  return encoding === 'tcvn3' && font !== undefined && isCapitalFont(font) ? read.toUpperCase() : read
}
