/**
 * Words that stand as printed in sentences that were not searched whole: how sure they are, asked for more rarely than the text.
 */
import { UNKNOWN_ID } from '../lm/symbols.ts'
import type { Chunk } from './chunks.ts'
import type { RepairWorkspace } from './repair-workspace.ts'
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
 * Searches the sentences after all, for the probabilities of their words; those of stretches searched before are left out.
 *
 * @param trust P(a word that no vocabulary has is right as it stands)
 * @param words receives them
 */
export function weighStanding(
  sentences: readonly StandingSentence[],
  chunks: readonly Chunk[],
  workspace: RepairWorkspace,
  trust: (word: string) => number,
  words: FoundWords,
): void {
  const { graph } = workspace
  for (const { from, to, before, searched } of sentences) {
    graph.build(chunks, from, to)
    workspace.run(before)
    for (let k = from, s = 0; k < to; k++) {
      while (s < searched.length && k >= (searched[s + 1] as number)) s += 2
      if (k >= (searched[s] ?? to)) continue
      const found = graph.edges.asPrinted(k, workspace.posterior)
      if (found === null) continue
      const { alternative, confidence } = found
      const start = (chunks[k] as Chunk).start + alternative.before
      const end = (chunks[k] as Chunk).end - alternative.after
      if (start >= end) continue
      const trusted = alternative.word === UNKNOWN_ID ? trust(alternative.text) : 1
      words.add(start, end, null, confidence * trusted)
    }
  }
}
