/** What repair works in: lattice, search and posteriors of one engine, kept from page to page so that none allocates. */

import type { AlternativeReader } from './alternatives.ts'
import { ChunkLattice } from './chunk-lattice.ts'
import { PosteriorScorer } from './posterior.ts'
import { PrintedPath } from './printed-path.ts'
import type { RepairWeights } from './repair-weights.ts'
import { BeamSearch } from './search.ts'

/** Log scores are divided by this for posteriors; set where confidence equals the share of right words on dev pages. */
const TEMPERATURE = 1.5

export class RepairWorkspace {
  readonly graph: ChunkLattice
  readonly search: BeamSearch
  /** null: what the engine reads has to be searched. */
  readonly printed: PrintedPath | null
  private readonly scorer = new PosteriorScorer()
  /** Edges of the best path, and P(edge | sentence), of the last run. */
  path: Int32Array = new Int32Array(512)
  posterior: Float32Array = new Float32Array(4096)

  constructor(reader: AlternativeReader, weights: RepairWeights) {
    this.graph = new ChunkLattice(reader, weights)
    this.search = new BeamSearch(reader.language.table, weights.beam, weights.span)
    this.printed = weights.stands > 0 ? new PrintedPath(reader, TEMPERATURE) : null
  }

  /**
   * Searches the lattice that was built last.
   *
   * @param before the word before it
   * @returns the number of edges of the best path
   */
  run(before: number): number {
    const { search } = this
    const { lattice } = this.graph.edges
    if (this.path.length < lattice.nodes) this.path = new Int32Array(lattice.nodes)
    const length = search.run(lattice, this.path, before, true)
    if (lattice.edges > this.posterior.length) this.posterior = new Float32Array(lattice.edges * 2)
    this.scorer.run(
      search.arcs,
      search.score,
      search.edge,
      search.hypotheses,
      search.finalFrom,
      TEMPERATURE,
      this.posterior.subarray(0, lattice.edges),
    )
    return length
  }
}
