/**
 * What the OCR engine was sure of needs more to be changed: edits that the repairer itself is not sure of are taken back
 * where the engine was.
 */
import { applyEdits, type Edit } from '../restore/edit.ts'
import type { Repair } from '../restore/repair.ts'
import type { IngestedLine, IngestedWord } from './document.ts'

/** The engine is as good as certain of a word. */
const ENGINE_SURE_MIN = 0.93
/** The repairer must be at least so sure to overrule it. */
const EDIT_SURE_MIN = 0.6

/** The repair without the edits that the engine speaks against; those become suggestions. */
export function heedEvidence(raw: string, found: Repair, lines: readonly IngestedLine[]): Repair {
  const words = lines.flatMap((line) => line.words).filter(({ confidence }) => confidence !== null)
  if (words.length === 0) return found
  words.sort((a, b) => a.span[0] - b.span[0])
  const refused = found.edits.filter((edit) => isRefused(edit, words))
  if (refused.length === 0) return found
  const isOut = new Set(refused)
  const edits = found.edits.filter((edit) => !isOut.has(edit))
  const refusedAt = new Map(refused.map((edit) => [edit.span[0], edit]))
  return {
    ...found,
    text: applyEdits(raw, edits),
    edits,
    suggestions: [...found.suggestions, ...refused].sort((a, b) => a.span[0] - b.span[0]),
    words: found.words.map((word) => {
      const edit = refusedAt.get(word.span[0])
      return edit === undefined ? word : { ...word, text: word.original, confidence: 1 - edit.confidence }
    }),
  }
}

function isRefused({ confidence, span, reason }: Edit, words: readonly IngestedWord[]): boolean {
  // Lists and grammars know what no engine can see; and a joined word was no word to the engine.
  if (confidence >= EDIT_SURE_MIN || reason === 'acronym' || reason === 'code' || reason === 'numeral')
    return false
  const under = wordsUnder(words, span)
  return under.length > 0 && under.every((word) => (word.confidence ?? 0) >= ENGINE_SURE_MIN)
}

/** Words that a span touches; `words` ascend. */
function wordsUnder(words: readonly IngestedWord[], [start, end]: readonly [number, number]): IngestedWord[] {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] as IngestedWord).span[1] <= start) low = middle + 1
    else high = middle
  }
  const under: IngestedWord[] = []
  for (; low < words.length && (words[low] as IngestedWord).span[0] < end; low++)
    under.push(words[low] as IngestedWord)
  return under
}
