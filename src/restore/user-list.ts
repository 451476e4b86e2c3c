/** What a user's own list says of OCR text, for one engine: its phrases, and its words that no vocabulary has. */
import { canonical } from '../syllable/tone.ts'
import type { AlternativeReader } from './alternatives.ts'
import type { ChunkFacts } from './chunk-facts.ts'
import type { ChunkReading } from './chunk-reading.ts'
import type { Chunk } from './chunks.ts'
import type { Dictionary } from './dictionary.ts'
import { PhraseBonus, USER_BONUS } from './phrase-bonus.ts'
import { PhraseIndex } from './phrases.ts'
import { UserWords } from './user-words.ts'

export class UserList {
  private readonly phrases: PhraseIndex
  private readonly words: UserWords
  private readonly reader: AlternativeReader

  constructor(dictionary: Dictionary, reader: AlternativeReader) {
    this.phrases = new PhraseIndex([dictionary], { minLength: 1 })
    this.words = new UserWords(dictionary, reader)
    this.reader = reader
  }

  /** Whether a word is on the list, and only there. */
  has(word: string): boolean {
    return this.words.has(word)
  }

  /** Alternatives of a chunk, those of the list among them. */
  of(facts: ChunkFacts): ChunkReading {
    const reading = this.reader.of(facts)
    return this.words.empty ? reading : this.words.extend(facts, reading)
  }

  /** What the list says of `chunks[from, to)`, by chunk counted from `from`; null when it has nothing to say. */
  bonusOf(chunks: readonly Chunk[], from: number, to: number): PhraseBonus | null {
    const bonus = new PhraseBonus()
    const readings = chunks.slice(from, to).map(({ kind, text, facts }) => {
      if (kind !== 'word') return kind === 'number' ? [text] : []
      const { direct, pausing } = this.of(facts)
      return [...new Set([...direct, ...pausing].map((alternative) => canonical(alternative.text)))]
    })
    bonus.addCandidateMatches(this.phrases, readings, USER_BONUS)
    return bonus.empty ? null : bonus
  }
}
