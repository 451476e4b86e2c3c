/**
 * What one chunk of OCR text may have been: syllables through the engine's channel, and the chunk as it stands.
 * Worked out once per distinct chunk.
 */
import { Channel } from '../channel/candidates.ts'
import type { ChannelProfile } from '../channel/profile.ts'
import { CAPITAL, UPPER } from '../channel/units.ts'
import type { LanguageModel } from '../lm/language-model.ts'
import { BOUNDARY_ID, COMMA_ID, FIRST_WORD_ID, NUMBER_ID, UNKNOWN_ID } from '../lm/symbols.ts'
import { isLegalSyllable } from '../syllable/split.ts'
import { canonical } from '../syllable/tone.ts'
import { normalise } from '../unicode/normalise.ts'
import { chunkCore } from './chunk-class.ts'
import { PAUSE } from './chunks.ts'

/** How an alternative is printed; NONE: capitals are no evidence (acronyms, foreign words). */
export const PrintedCase = { LOWER: 0, CAPITAL: 1, UPPER: 2, NONE: 3 } as const

/** One thing a chunk may have been. */
export interface Alternative {
  /** Id in the vocabulary. */
  readonly word: number
  /** The word in its printed case; the marks around it stay as they are in the chunk. */
  readonly text: string
  /** {@link PrintedCase} */
  readonly printedCase: number
  /** ln P(chunk | printed). */
  readonly log: number
  /** Characters of the chunk that are marks before and behind the word. */
  readonly before: number
  readonly after: number
  /** Whether this is the chunk as it stands. */
  readonly same: boolean
}

/** All alternatives of a chunk; both lists ascend by word id. */
export interface ChunkReading {
  /** Alternatives with nothing between them and the next word. */
  readonly direct: readonly Alternative[]
  /** Alternatives that leave a comma or full stop behind the word. */
  readonly pausing: readonly Alternative[]
  /** What they leave: COMMA_ID or BOUNDARY_ID; 0 when `pausing` is empty. */
  readonly pause: number
}

/** ln P(an unknown acronym is spelt like this), per letter. */
export const UNKNOWN_CAPITAL_LOG = -3.5
/** The same for a foreign word: 26 letters, unevenly used, and rarer in our text than the model's class of them. */
const FOREIGN_LETTER_LOG = -4
/** Foreign words have no Vietnamese or French marks and no figures: each is a sign of a slip. */
const ODD_LETTER_LOG = -4
/** Signs that no writer puts beside a word. */
const ODD_MARK_LOG = -4
/** ln P(a number is this one), per figure: not ln 10, because a wrong number is worse than a lost word. */
const FIGURE_LOG = -1
/** `tAm`, `cUa`: a small letter before a capital. */
const CAPITAL_INSIDE = /^\p{L}?\p{Ll}\p{Lu}/u
const USUAL_MARKS = /^[,.;:!?"“”'‘’()[\]…-]*$/
/** ln P(a word is read without a slip). */
const READ_WELL_LOG = -0.3
const CACHE_MAX = 100_000

/** The item of the language model that marks behind a word stand for; 0 = none. */
export const pauseOf = (marks: string): number =>
  PAUSE.test(marks) ? BOUNDARY_ID : marks.includes(',') ? COMMA_ID : 0

export class AlternativeReader {
  private readonly language: LanguageModel
  readonly channel: Channel
  /** Vocabulary id by index of the channel's syllables. */
  private readonly idOf: Uint16Array
  private cache = new Map<string, ChunkReading>()

  constructor(language: LanguageModel, profile: ChannelProfile) {
    this.language = language
    const { words } = language.vocabulary
    const ids: number[] = []
    for (let id = FIRST_WORD_ID; id < words.length; id++)
      if (isLegalSyllable(words[id] as string)) ids.push(id)
    this.idOf = Uint16Array.from(ids)
    this.channel = new Channel(
      profile,
      ids.map((id) => words[id] as string),
      { logPrior: ids.map((id) => language.table.unigram[id] as number) },
    )
  }

  /** Alternatives of a chunk; remembered. */
  read(chunk: string): ChunkReading {
    const known = this.cache.get(chunk)
    if (known !== undefined) return known
    const reading = this.sort(chunk, this.find(chunk))
    if (this.cache.size >= CACHE_MAX) this.cache = new Map()
    this.cache.set(chunk, reading)
    return reading
  }

  private sort(chunk: string, found: Alternative[]): ChunkReading {
    found.sort((a, b) => a.word - b.word)
    const pauses = found.map(({ after }) => pauseOf(chunk.slice(chunk.length - after)))
    return {
      direct: found.filter((_, i) => pauses[i] === 0),
      pausing: found.filter((_, i) => pauses[i] !== 0),
      pause: pauses.find((pause) => pause !== 0) ?? 0,
    }
  }

  private find(printed: string): Alternative[] {
    const chunk = normalise(printed)
    // Offsets below count from both ends of the chunk as printed, where marks are.
    const found: Alternative[] = []
    let same = false
    for (const candidate of this.channel.candidates(chunk)) {
      const { before } = candidate
      const after = marksBehind(chunk, candidate.after)
      const core = chunk.slice(before, chunk.length - after)
      const isSame = core === candidate.printed || isSamePrint(core, candidate.printed)
      same ||= isSame
      found.push({
        word: this.idOf[candidate.syllable] as number,
        text: isSame ? core : candidate.printed,
        printedCase:
          candidate.printedCase === UPPER
            ? PrintedCase.UPPER
            : candidate.printedCase === CAPITAL
              ? PrintedCase.CAPITAL
              : PrintedCase.LOWER,
        log: candidate.logProbability,
        before,
        after,
        same: isSame,
      })
    }
    if (!same) found.push(this.asItStands(chunk))
    return found
  }

  private asItStands(chunk: string): Alternative {
    const { before, after } = chunkCore(chunk)
    const core = chunk.slice(before, chunk.length - after)
    const figures = /^\d+$/.test(core)
    const id = figures ? NUMBER_ID : this.language.vocabulary.idOf(canonical(core))
    let log = READ_WELL_LOG
    if (figures) log += FIGURE_LOG * core.length
    if (id === UNKNOWN_ID) {
      for (const letter of core) {
        log += letter === letter.toLowerCase() ? FOREIGN_LETTER_LOG : UNKNOWN_CAPITAL_LOG
        if (!/[A-Za-z]/.test(letter)) log += ODD_LETTER_LOG
      }
      if (CAPITAL_INSIDE.test(core)) log += ODD_LETTER_LOG
    }
    const marks = chunk.slice(0, before) + chunk.slice(chunk.length - after)
    if (!USUAL_MARKS.test(marks) || marks.includes('()')) log += ODD_MARK_LOG * marks.length
    return { word: id, text: core, printedCase: PrintedCase.NONE, log, before, after, same: true }
  }
}

/** Empty brackets are no punctuation but how a scanner reads a letter (`t()` is tổ): they go with the word. */
function marksBehind(chunk: string, after: number): number {
  const brackets = chunk.indexOf('()', chunk.length - after)
  return brackets < 0 ? after : chunk.length - brackets - 2
}

/** The same word in the same case, whatever the placement of its tone mark. */
function isSamePrint(a: string, b: string): boolean {
  if (a.length !== b.length || canonical(a) !== canonical(b)) return false
  for (let i = 0; i < a.length; i++) {
    const x = a.charAt(i)
    const y = b.charAt(i)
    if ((x === x.toLowerCase()) !== (y === y.toLowerCase())) return false
  }
  return true
}
