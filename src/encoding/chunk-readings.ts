/**
 * A chunk in every encoding it could be in, with the score of each reading. The same chunks come back all the time, so
 * they are remembered.
 */
import type { LanguageModel } from '../lm/language-model.ts'
import { isGap } from './chunks.ts'
import { codeTable } from './code-table.ts'
import { byteOfUnit } from './cp1252.ts'
import { readDoubleChunk } from './double-utf8.ts'
import { LEGACY_ENCODINGS, type LegacyEncoding } from './names.ts'
import { readTable } from './read-table.ts'
import { readViqr } from './viqr.ts'
import { scoreReading } from './word-score.ts'

/** What competes for a chunk; the first is "sound Unicode". */
export const STATES: readonly ('unicode' | LegacyEncoding)[] = ['unicode', ...LEGACY_ENCODINGS]
export const STATE_COUNT: number = STATES.length
export const UNICODE = 0
export const VIQR: number = STATES.indexOf('viqr')

/** A letter the encoding has no code for does not stand in a text of that encoding. */
const STRAY = -8
/** A sign of VIQR inside a word, and behind one, when it is no mark. */
const SIGN_INSIDE = -6
const SIGN_BEHIND = -3

const VIQR_SIGN = /[aeiouy][\^(+*`?~'.]+|dd/gi
const VIQR_INSIDE = /[aeiouy][\^(+*`?~'.]+[a-z]/gi
const VIQR_RARE_BEHIND = /[aeiouy][\^(+*`~]+(?![a-z])/gi

/** The readings of one chunk, by state. */
export interface ChunkReadings {
  readonly score: Float32Array
  /** A bit for each state that reads Vietnamese words with marks and nothing else beyond ASCII. */
  readonly clean: number
  /** A bit for each that does so where Unicode does not, by far. */
  readonly clear: number
}

/** Chunks above this length are read but not remembered. */
const REMEMBERED_LENGTH = 48
const REMEMBERED_MAX = 60_000

/** Far below a sound reading; what a reading gets that is out of the question. */
const OUT_OF_THE_QUESTION = 16

/** Nats by which a reading must be better than Unicode to be clear. */
const CLEAR_GAIN = 3

/** Reads chunks; keeps what it has read. */
export class ChunkReader {
  private readonly known = new Map<string, ChunkReadings>()
  private readonly language: LanguageModel | undefined

  private constructor(language: LanguageModel | undefined) {
    this.language = language
  }

  private static readonly ofModels = new WeakMap<LanguageModel, ChunkReader>()
  private static readonly withoutModel = new ChunkReader(undefined)

  /** The reader of a model, with what it has read so far. */
  static of(language: LanguageModel | undefined): ChunkReader {
    if (language === undefined) return ChunkReader.withoutModel
    let reader = ChunkReader.ofModels.get(language)
    if (reader === undefined) {
      reader = new ChunkReader(language)
      ChunkReader.ofModels.set(language, reader)
    }
    return reader
  }

  read(chunk: string): ChunkReadings {
    let readings = this.known.get(chunk)
    if (readings === undefined) {
      readings = this.readNew(chunk)
      if (chunk.length <= REMEMBERED_LENGTH) {
        if (this.known.size >= REMEMBERED_MAX) this.known.clear()
        this.known.set(chunk, readings)
      }
    }
    return readings
  }

  private readNew(chunk: string): ChunkReadings {
    const score = new Float32Array(STATE_COUNT)
    let clean = 0
    let clear = 0
    const sound = scoreReading(chunk, false, this.language)
    score[UNICODE] = sound.score + signPenalty(chunk)
    if (sound.legal > 0 && sound.illegal === 0) {
      clean = 1 << UNICODE
      if (hasUnicodeLetter(chunk)) {
        score.fill(score[UNICODE] - OUT_OF_THE_QUESTION, 1)
        return { score, clean, clear }
      }
    }
    for (let state = 1; state < STATE_COUNT; state++) {
      const { text, strays } = readAs(chunk, STATES[state] as LegacyEncoding)
      // An encoding that changes nothing has no claim to leniency.
      const words = scoreReading(text, text !== chunk, this.language)
      score[state] = words.score + strays * STRAY + (state === VIQR ? 0 : signPenalty(chunk))
      if (words.legal === 0 || words.illegal > 0 || strays > 0) continue
      if ((clean & (1 << UNICODE)) === 0 && score[state]! - score[UNICODE] >= CLEAR_GAIN) clear |= 1 << state
      clean |= 1 << state
    }
    return { score, clean, clear }
  }
}

/** Whether a letter is there that no byte stands for, so that the chunk is Unicode. */
function hasUnicodeLetter(chunk: string): boolean {
  for (let i = 0; i < chunk.length; i++) {
    const unit = chunk.charCodeAt(i)
    if (unit >= 0x100 && byteOfUnit(unit) < 0 && /\p{L}/u.test(chunk.charAt(i))) return true
  }
  return false
}

function countLetters(text: string): number {
  return text.match(/(?=[^\0-\x7f])\p{L}/gu)?.length ?? 0
}

function readAs(chunk: string, encoding: LegacyEncoding): { text: string; strays: number } {
  switch (encoding) {
    case 'viqr':
      return { text: readViqr(chunk), strays: countLetters(chunk) }
    case 'double-utf-8':
      return readDoubleChunk(chunk)
    default:
      return readTable(codeTable(encoding), chunk)
  }
}

/** What the signs of VIQR cost a reading in which they are no marks; ASCII chunks are only read in texts that may be VIQR. */
function signPenalty(chunk: string): number {
  const inside = chunk.match(VIQR_INSIDE)?.length ?? 0
  const behind = chunk.match(VIQR_RARE_BEHIND)?.length ?? 0
  const bars = chunk.match(/dd/gi)?.length ?? 0
  return (inside + bars) * SIGN_INSIDE + behind * SIGN_BEHIND
}

/** What is hardly met but in VIQR: hat or horn within a word or under a tone, đ before a vowel. */
const VIQR_WORD = /[aeo]\^[`?~'.a-z]|[uo][+*][`?~'.a-z]|a\([`?~'.a-z]|(?<![a-z])dd[aeiouy]/gi
const VIQR_WORDS_MIN = 3
/** In running VIQR a third of the words has such a mark. */
const VIQR_SHARE_MIN = 0.04

/** Whether a text may be in VIQR at all; hardly any is, and asking costs. */
export function mayBeViqr(text: string): boolean {
  let found = 0
  VIQR_WORD.lastIndex = 0
  while (VIQR_WORD.test(text)) found++
  return found >= VIQR_WORDS_MIN && found >= countChunks(text) * VIQR_SHARE_MIN
}

function countChunks(text: string): number {
  let count = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const gap = isGap(text.charCodeAt(i))
    if (!gap && !inside) count++
    inside = !gap
  }
  return count
}

/** Whether a chunk of ASCII holds what VIQR reads as marks. */
export function hasViqrSign(chunk: string): boolean {
  VIQR_SIGN.lastIndex = 0
  return VIQR_SIGN.test(chunk)
}
