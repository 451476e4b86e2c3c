/**
 * Acronyms in capitals (ĐMST, CĐS, UBND) are no syllables: what an OCR chunk may have been among a list of them,
 * by the character model alone (`PMST` and `DMST` for ĐMST, `CBbS` for CĐS).
 */
import type { Channel } from './candidates.ts'
import { leadingMarks, trailingMarks } from './edges.ts'
import { logLikelihoodOf } from './likelihood.ts'
import { newPieces } from './pieces.ts'

/** An entry of the lexicon a chunk may have been. */
export interface AcronymCandidate {
  /** Index in the lexicon. */
  readonly index: number
  readonly printed: string
  /** ln P(chunk | printed), edge marks included. */
  readonly logProbability: number
  /** Characters of the chunk taken as marks before and after. */
  readonly before: number
  readonly after: number
}

/** Limits of the search. */
export interface AcronymOptions {
  /** Candidates kept, default 8. */
  readonly candidatesMax?: number
  /** Entries less likely than this per printed letter (natural logarithm) are dropped, default −4. */
  readonly logPerLetterMin?: number
}

const CANDIDATES_MAX_DEFAULT = 8
/** Three of four letters as printed and one wild are about −2.5 a letter. */
const LOG_PER_LETTER_MIN_DEFAULT = -4

/**
 * Entries of an acronym lexicon a chunk may have been, likeliest first.
 *
 * @param channel the engine's channel
 * @param chunk a white-space-delimited chunk or a part of a code, NFC; edge marks may stay on
 * @param lexicon acronyms as printed; a few hundred are searched in some tens of microseconds
 */
export function acronymCandidates(
  channel: Channel,
  chunk: string,
  lexicon: readonly string[],
  options: AcronymOptions = {},
): AcronymCandidate[] {
  const before = leadingMarks(chunk).most
  if (before === chunk.length) return []
  const after = trailingMarks(chunk).most
  const core = chunk.slice(before, chunk.length - after)
  const edges = channel.logEdges(chunk, before, after)
  const pieces = newPieces()
  channel.emission.pieces(core, pieces)
  const floor = options.logPerLetterMin ?? LOG_PER_LETTER_MIN_DEFAULT
  const found: AcronymCandidate[] = []
  lexicon.forEach((printed, index) => {
    if (Math.abs(printed.length - core.length) > 1 + (printed.length >> 1)) return
    const log = logLikelihoodOf(channel.emission, pieces, printed)
    if (log >= floor * printed.length)
      found.push({ index, printed, logProbability: log + edges, before, after })
  })
  found.sort((a, b) => b.logProbability - a.logProbability || a.index - b.index)
  return found.slice(0, options.candidatesMax ?? CANDIDATES_MAX_DEFAULT)
}
