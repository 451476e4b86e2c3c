/**
 * Phrases of the user's dictionary found in a sentence, as a bonus for the words they are made of. The bonus sits on single
 * words, so the search needs to know nothing of phrases; the language model sees to it that they come together.
 */
import type { Vocabulary } from '../lm/vocabulary.ts'
import type { DictionaryEntry } from './dictionary.ts'
import type { PhraseIndex } from './phrases.ts'

/**
 * Nats that an entry of weight 1 of a user's own list adds to each of its words: outweighs all but overwhelming
 * evidence. The shipped lists get no bonus: with 0.5 to 4 nats for agencies, documents, formulas and places the dev
 * documents gained nothing (99.54 %) and the press lost up to 0.05 %, because the model has seen their phrases.
 */
export const USER_BONUS = 6

/** What a dictionary says of the words of a sentence. */
export class PhraseBonus {
  /** By position: favoured words, canonical, with their bonus in nats. */
  private readonly favoured = new Map<number, Map<string, number>>()
  /** Positions that stay as printed. */
  private readonly kept = new Set<number>()

  clear(): void {
    this.favoured.clear()
    this.kept.clear()
  }

  get empty(): boolean {
    return this.favoured.size === 0 && this.kept.size === 0
  }

  /** Whether a `protected` entry covers the position. */
  keeps(position: number): boolean {
    return this.kept.has(position)
  }

  /** Bonus of a word at a position; 0 when no phrase has it there. */
  of(position: number, word: string): number {
    return this.favoured.get(position)?.get(word) ?? 0
  }

  /** A favoured word the vocabulary does not know, if there is one. */
  unknownWord(position: number, vocabulary: Vocabulary): { word: string; bonus: number } | null {
    for (const [word, bonus] of this.favoured.get(position) ?? []) {
      if (vocabulary.idOf(word) === 0) return { word, bonus }
    }
    return null
  }

  /**
   * Adds what an index finds.
   *
   * @param keys toneless key by position; '' where nothing can match
   * @param nats bonus of a word for an entry of weight 1
   */
  addMatches(index: PhraseIndex, keys: readonly string[], nats: number): void {
    index.matchKeys(keys, (start, length, entry) => this.add(start, length, entry, nats))
  }

  /**
   * The same where the letters are in doubt.
   *
   * @param readings canonical words that each position may be
   */
  addCandidateMatches(index: PhraseIndex, readings: readonly (readonly string[])[], nats: number): void {
    index.matchCandidates(readings, (start, length, entry) => this.add(start, length, entry, nats))
  }

  private add(start: number, length: number, entry: DictionaryEntry, nats: number): void {
    for (let i = 0; i < length; i++) {
      if (entry.kind === 'protected') this.kept.add(start + i)
      else this.favour(start + i, entry.syllables[i] as string, nats * entry.weight)
    }
  }

  /** Renames positions, `to[position]` being the new one. */
  rename(to: readonly number[]): void {
    const favoured = [...this.favoured]
    this.favoured.clear()
    for (const [position, words] of favoured) this.favoured.set(to[position] as number, words)
    const kept = [...this.kept]
    this.kept.clear()
    for (const position of kept) this.kept.add(to[position] as number)
  }

  private favour(position: number, word: string, bonus: number): void {
    const words = this.favoured.get(position) ?? new Map<string, number>()
    this.favoured.set(position, words)
    // Several entries may say the same: the strongest counts.
    if (bonus > (words.get(word) ?? 0)) words.set(word, bonus)
  }
}
