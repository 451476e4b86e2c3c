/** Words of the user's own list that the vocabulary does not have (`Păn`), as further readings of damaged chunks. */
import { UNKNOWN_ID } from '../lm/symbols.ts'
import { canonical } from '../syllable/tone.ts'
import { fold } from '../unicode/fold.ts'
import type { AlternativeReader } from './alternatives.ts'
import type { ChunkFacts } from './chunk-facts.ts'
import { type Alternative, type ChunkReading, PrintedCase } from './chunk-reading.ts'
import type { Dictionary } from './dictionary.ts'

/** ln P(chunk | word) a reading must reach for each letter: half the letters wrong is another word. */
const LETTER_LOG_MIN = -3
/** A scanner drops or doubles one letter of a word, hardly two. */
const LENGTH_DIFFERENCE_MAX = 1

export class UserWords {
  private readonly reader: AlternativeReader
  /** As the list prints them, by number of letters. */
  private readonly byLength = new Map<number, string[]>()
  /** Remembered as long as the facts of the chunk are. */
  private readonly cache = new WeakMap<ChunkFacts, ChunkReading>()
  private readonly words = new Set<string>()

  constructor(dictionary: Dictionary, reader: AlternativeReader) {
    this.reader = reader
    const { vocabulary } = reader.language
    for (const { kind, phrase } of dictionary.entries()) {
      if (kind === 'abbreviation') continue
      for (const word of phrase.match(/[\p{L}\p{M}]+/gu) ?? []) {
        const key = canonical(word)
        if (vocabulary.idOf(key) !== UNKNOWN_ID || this.words.has(key)) continue
        this.words.add(key)
        const list = this.byLength.get(word.length)
        if (list === undefined) this.byLength.set(word.length, [word])
        else list.push(word)
      }
    }
  }

  get empty(): boolean {
    return this.words.size === 0
  }

  has(word: string): boolean {
    return this.words.has(canonical(word))
  }

  /** The reading of a chunk with the words of the list added that it may have been. */
  extend(facts: ChunkFacts, reading: ChunkReading): ChunkReading {
    if (facts.kind !== 'word') return reading
    let extended = this.cache.get(facts)
    if (extended === undefined) {
      extended = this.add(facts, reading)
      this.cache.set(facts, extended)
    }
    return extended
  }

  private add({ text, before, after }: ChunkFacts, reading: ChunkReading): ChunkReading {
    const core = text.slice(before, text.length - after)
    const isUpper = core.length > 1 && core === core.toUpperCase()
    const found: Alternative[] = []
    for (
      let length = core.length - LENGTH_DIFFERENCE_MAX;
      length <= core.length + LENGTH_DIFFERENCE_MAX;
      length++
    ) {
      for (const word of this.byLength.get(length) ?? []) {
        const printed = isUpper ? word.toUpperCase() : word
        if (fold(printed).charAt(0) !== fold(core).charAt(0) && length < 3) continue
        const log = this.reader.channel.logProbability(core, printed)
        if (!(log > LETTER_LOG_MIN * length)) continue
        const score = log + this.reader.channel.logEdges(text, before, after)
        found.push({
          word: UNKNOWN_ID,
          text: printed,
          printedCase: PrintedCase.NONE,
          before,
          after,
          same: printed === core,
          score,
        })
      }
    }
    if (found.length === 0) return reading
    // Ids ascend: unknown words come first. What stands is among the old readings already, for less.
    const others = (list: readonly Alternative[]) =>
      list.filter(({ same, word }) => !same || word !== UNKNOWN_ID || !found.some((one) => one.same))
    const direct = others(reading.direct)
    const pausing = others(reading.pausing)
    const lists =
      reading.pause !== 0
        ? this.reader.lists(direct, [...found, ...pausing])
        : this.reader.lists([...found, ...direct], reading.pausing)
    return { ...reading, ...lists, splits: [] }
  }
}
