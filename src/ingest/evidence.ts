/**
 * What the OCR engine says of its words, as evidence: what it was sure of needs more to be changed, and a change too
 * doubtful to be made is made where the engine was unsure, too.
 */
import { applyEdits, disjoint, type Edit } from '../restore/edit.ts'
import type { Repair, RepairedWord } from '../restore/repair.ts'
import type { IngestedLine, IngestedWord } from './document.ts'

/** The engine is as good as certain of a word. */
const ENGINE_SURE_MIN = 0.93
/** The repairer must be at least so sure to overrule it. */
const EDIT_SURE_MIN = 0.6
/** The engine doubts a word. Like the other limits here, from simulated pages, where it decides few words. */
const ENGINE_UNSURE_MAX = 0.8
/** Then a suggestion that is likelier right than wrong is made. */
const SUGGESTION_MIN = 0.5

/** A repair in the light of what the engine was sure of: some edits become suggestions, some suggestions edits. */
export function heedEvidence(raw: string, found: Repair, lines: readonly IngestedLine[]): Repair {
  const words = lines.flatMap((line) => line.words).filter(({ confidence }) => confidence !== null)
  if (words.length === 0) return found
  words.sort((a, b) => a.span[0] - b.span[0])
  const refused = found.edits.filter((edit) => isRefused(edit, words))
  const taken = found.suggestions.filter((edit) => isTaken(edit, words))
  if (refused.length === 0 && taken.length === 0) return found
  const isMoved = new Set([...refused, ...taken])
  const ascending = (a: Edit, b: Edit): number => a.span[0] - b.span[0]
  const stay = (list: readonly Edit[]): Edit[] => list.filter((edit) => !isMoved.has(edit))
  const edits = disjoint([...stay(found.edits), ...taken].sort(ascending))
  return {
    ...found,
    text: applyEdits(raw, edits),
    edits,
    suggestions: [...stay(found.suggestions), ...refused].sort(ascending),
    words: changedWords(found.words, refused, taken),
  }
}

function changedWords(
  words: readonly RepairedWord[],
  refused: readonly Edit[],
  taken: readonly Edit[],
): RepairedWord[] {
  const refusedAt = new Map(refused.map((edit) => [edit.span[0], edit]))
  const takenAt = new Map(taken.map((edit) => [edit.span[0], edit]))
  return words.map((word) => {
    const out = refusedAt.get(word.span[0])
    if (out !== undefined) return { ...word, text: word.original, confidence: 1 - out.confidence }
    const made = takenAt.get(word.span[0])
    if (made === undefined) return word
    return {
      ...word,
      span: made.span,
      original: made.original,
      text: made.replacement,
      confidence: made.confidence,
    }
  })
}

/** Lists and grammars know what no engine can see. */
const BY_KNOWLEDGE: readonly Edit['reason'][] = ['acronym', 'code', 'numeral']

function isRefused({ confidence, span, reason }: Edit, words: readonly IngestedWord[]): boolean {
  if (confidence >= EDIT_SURE_MIN || BY_KNOWLEDGE.includes(reason)) return false
  const under = wordsUnder(words, span)
  return under.length > 0 && under.every((word) => (word.confidence ?? 0) >= ENGINE_SURE_MIN)
}

function isTaken({ confidence, span }: Edit, words: readonly IngestedWord[]): boolean {
  if (confidence < SUGGESTION_MIN) return false
  const under = wordsUnder(words, span)
  return under.length > 0 && under.every((word) => (word.confidence ?? 1) <= ENGINE_UNSURE_MAX)
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
