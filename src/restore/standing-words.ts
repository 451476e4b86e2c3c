/**
 * Words that stand as printed in sentences that were not searched whole: how sure they are, asked for more rarely than the text.
 */
import type { Chunk } from './chunks.ts'
import type { PrintedPath } from './printed-path.ts'
import type { FoundWords } from './repaired-words.ts'

/** A sentence `chunks[from, to)` after the word `before`. */
export interface StandingSentence {
  readonly from: number
  readonly to: number
  readonly before: number
  /** First chunk and end of each stretch that was searched. */
  readonly searched: readonly number[]
}

/**
 * Weighs the words of sentences that no search was needed for.
 *
 * @param trust P(a word that no vocabulary has is right as it stands)
 * @param words receives them
 */
export function weighStanding(
  sentences: readonly StandingSentence[],
  chunks: readonly Chunk[],
  printed: PrintedPath,
  trust: (word: string) => number,
  words: FoundWords,
): void {
  for (const { from, to, before, searched } of sentences) {
    printed.follow(chunks, from, to, before)
    for (let k = from, s = 0; k < to; k++) {
      while (s < searched.length && k >= (searched[s + 1] as number)) s += 2
      if (k >= (searched[s] ?? to)) continue
      const confidence = printed.confidenceOf(chunks, k, from)
      if (confidence < 0) continue
      const chunk = chunks[k] as Chunk
      const { before: marks, after } = chunk.facts
      const trusted = printed.isUnknown(chunk) ? trust(chunk.text.slice(marks, chunk.text.length - after)) : 1
      words.add(chunk.start + marks, chunk.end - after, null, confidence * trusted)
    }
  }
}
