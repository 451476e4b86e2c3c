/** The baseline of restoration: every word becomes the most frequent word of its toneless key, whatever is around it. */
import type { LanguageModel } from '../src/lm/language-model.ts'
import { applyCase, casePattern } from '../src/unicode/case.ts'
import { fold } from '../src/unicode/fold.ts'
import { TokenKind, tokenise } from '../src/unicode/tokenise.ts'

/** Restores text with the unigrams of a model alone. */
export class UnigramRestorer {
  private readonly language: LanguageModel
  /** By group. */
  private readonly best: readonly string[]
  private readonly cache = new Map<string, string>()

  constructor(language: LanguageModel) {
    this.language = language
    const { groupStart, words } = language.vocabulary
    // The readings of a key descend by count; the unigrams of a model trained on decisions are no counts.
    this.best = Array.from({ length: groupStart.length - 1 }, (_, group) => words[groupStart[group]!]!)
  }

  restore(text: string): string {
    const table = tokenise(text)
    const pieces: string[] = []
    for (let i = 0; i < table.count; i++) {
      const token = text.slice(table.start[i], table.start[i + 1])
      pieces.push(table.kind[i] === TokenKind.WORD ? this.word(token) : token)
    }
    return pieces.join('')
  }

  private word(printed: string): string {
    let found = this.cache.get(printed)
    if (found === undefined) {
      const group = this.language.vocabulary.groupOfKey(fold(printed))
      found = group === 0 ? printed : applyCase(this.best[group]!, casePattern(printed), printed)
      this.cache.set(printed, found)
    }
    return found
  }
}
