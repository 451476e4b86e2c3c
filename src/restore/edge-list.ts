/** Alternatives of a chunk as the lattice takes them: columns by where the chunk stands, without those that win nowhere. */
import { UNKNOWN_ID } from '../lm/symbols.ts'
import type { Alternative } from './chunk-reading.ts'
import type { Chunk } from './chunks.ts'

/** Where a chunk stands: what its capitals say depends on it. */
export const Standing = { INSIDE: 0, OPENING: 1, HEADING: 2 } as const

/** {@link Standing} of a chunk. */
export const standingOf = ({ heading, opens }: Pick<Chunk, 'heading' | 'opens'>): number =>
  heading ? Standing.HEADING : opens ? Standing.OPENING : Standing.INSIDE

/**
 * Alternatives that are worth so much less (nats, by their letters and how common they are) than the best of their chunk
 * are left out: of 56,000 words of the dev pages none was further behind than 13.
 */
const GAP_MAX = 14

/** Alternatives with their words and scores. */
export interface EdgeColumns {
  /** No two have the same. */
  readonly id: number
  readonly alternatives: readonly Alternative[]
  /** By alternative two numbers: word (ascending), ln of everything but the language model. */
  readonly edges: readonly number[]
  /** Which of them is the chunk as it stands, or -1. */
  readonly same: number
  /** The best score of the others. */
  readonly rival: number
}

/** Lists made so far; a double counts them all. */
let made = 0

const NO_EDGES: EdgeColumns = {
  id: 0,
  alternatives: [],
  edges: [],
  same: -1,
  rival: Number.NEGATIVE_INFINITY,
}

/** What the language says of words and their capitals. */
export interface CaseScorer {
  /** ln P(word), by id. */
  readonly unigram: ArrayLike<number>
  /** What the capitals of a word say of it, where it stands: a natural logarithm. */
  caseLog(printedCase: number, word: number, standing: number): number
}

/** The alternatives of a chunk that pause, or those that do not; all the same, but for the gap, which is common to both. */
export class EdgeList {
  private readonly alternatives: readonly Alternative[]
  private readonly others: readonly Alternative[]
  private readonly scorer: CaseScorer
  private inside: EdgeColumns | undefined
  private opening: EdgeColumns | undefined
  private heading: EdgeColumns | undefined

  /**
   * @param alternatives words ascending
   * @param others the other alternatives of the chunk
   */
  constructor(alternatives: readonly Alternative[], others: readonly Alternative[], scorer: CaseScorer) {
    this.alternatives = alternatives
    this.others = others
    this.scorer = scorer
  }

  /** Those that may win. */
  at(standing: number): EdgeColumns {
    if (standing === Standing.INSIDE) {
      this.inside ??= this.read(standing, this.floor(standing))
      return this.inside
    }
    if (standing === Standing.OPENING) {
      this.opening ??= this.read(standing, this.floor(standing))
      return this.opening
    }
    this.heading ??= this.read(standing, this.floor(standing))
    return this.heading
  }

  /** All: where something else speaks for a word, any may win. */
  all(standing: number): EdgeColumns {
    return this.read(standing, Number.NEGATIVE_INFINITY)
  }

  private floor(standing: number): number {
    let best = Number.NEGATIVE_INFINITY
    for (const list of [this.alternatives, this.others])
      for (const alternative of list) best = Math.max(best, this.worth(alternative, standing))
    return best - GAP_MAX
  }

  private score({ score, printedCase, word }: Alternative, standing: number): number {
    return score + this.scorer.caseLog(printedCase, word, standing)
  }

  private worth(alternative: Alternative, standing: number): number {
    return this.score(alternative, standing) + (this.scorer.unigram[alternative.word] as number)
  }

  private read(standing: number, floor: number): EdgeColumns {
    const kept: Alternative[] = []
    const edges: number[] = []
    let same = -1
    let rival = Number.NEGATIVE_INFINITY
    for (const one of this.alternatives) {
      if (!one.same && this.worth(one, standing) < floor) continue
      const score = this.score(one, standing)
      if (!one.same) rival = Math.max(rival, score)
      else if (same < 0) same = kept.length
      kept.push(one)
      edges.push(one.word, score)
    }
    if (kept.length === 0) return NO_EDGES
    const alternatives = kept.length === this.alternatives.length ? this.alternatives : kept
    return { id: ++made, alternatives, edges, same, rival }
  }
}

/** Words the vocabulary does not have come first: how many. */
export function unknownWords({ edges }: EdgeColumns): number {
  let count = 0
  while (edges[2 * count] === UNKNOWN_ID) count++
  return count
}
