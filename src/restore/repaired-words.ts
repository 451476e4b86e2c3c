/** The words of a page as they stand after repair: what the search found, overlaid with the edits that were made. */
import type { Edit } from './edit.ts'
import type { RepairedWord } from './repair.ts'

/**
 * @param found words by the search, ascending by span
 * @param edits applied, ascending, disjoint
 * @param suggestions not applied, ascending
 */
export function repairedWords(
  found: readonly RepairedWord[],
  edits: readonly Edit[],
  suggestions: readonly Edit[],
): RepairedWord[] {
  const suggested = new Map(suggestions.map((edit) => [edit.span[0], edit]))
  const words: RepairedWord[] = []
  let next = 0
  const takeEdits = (before: number): void => {
    for (; next < edits.length && (edits[next] as Edit).span[0] < before; next++) {
      const { span, original, replacement, confidence } = edits[next] as Edit
      words.push({ span, original, text: replacement, confidence })
    }
  }
  for (const word of found) {
    takeEdits(word.span[1])
    // A word (or part of a code) that an edit covers was taken with it.
    const last = words.at(-1)
    if (last !== undefined && last.span[1] > word.span[0]) continue
    if (word.text === word.original) words.push(word)
    else {
      // Not changed after all: right with what the suggestion leaves.
      const confidence = 1 - (suggested.get(word.span[0])?.confidence ?? word.confidence)
      words.push({ ...word, text: word.original, confidence })
    }
  }
  takeEdits(Number.POSITIVE_INFINITY)
  return words
}
