/** Spaces behind commas that an OCR engine lost: `CT,PCT` stands on the page as `CT, PCT`. */
import type { Chunk } from './chunks.ts'
import type { PageEvidence } from './evidence.ts'

const WORD_AND_COMMA = /^\p{L}+[,;]$/u
const WORD = /^\p{L}+[,;.:]*$/u

/** Two words with a comma between them, and no space. */
export interface LostSpace {
  readonly start: number
  readonly end: number
  /** With the space. */
  readonly text: string
}

/**
 * Writers put a space there; where the engine is not sure, those who left it out are few. In reading order, and none
 * that overlap.
 *
 * @param edits found so far, by start: what they cover is left to them
 */
export function findLostSpaces(
  chunks: readonly Chunk[],
  evidence: PageEvidence,
  edits: ReadonlyMap<number, unknown>,
): LostSpace[] {
  const found: LostSpace[] = []
  for (let k = 1; k < chunks.length; k++) {
    const [first, second] = [chunks[k - 1] as Chunk, chunks[k] as Chunk]
    // Parts of one chunk touch.
    if (first.end !== second.start || !WORD_AND_COMMA.test(first.text) || !WORD.test(second.text)) continue
    // Of a row of them the writer left out more than the engine lost; `VT,KT.` is cut by a point, too.
    if (chunks[k - 2]?.end === first.start || chunks[k + 1]?.start === second.end) continue
    const verdict = evidence.verdictOf([first.start, second.end])
    if (verdict === 'sure' || isEdited(first.start, second.end, edits)) continue
    const after = second.facts.after
    const end = second.end - after
    const text = `${first.text} ${second.text.slice(0, second.text.length - after)}`
    found.push({ start: first.start, end, text })
  }
  return found
}

function isEdited(start: number, end: number, edits: ReadonlyMap<number, unknown>): boolean {
  for (let at = start; at < end; at++) if (edits.has(at)) return true
  return false
}
