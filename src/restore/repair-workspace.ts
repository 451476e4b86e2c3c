/** What repair works in: search and posteriors of one engine, kept from page to page so that none allocates. */

import type { AlternativeReader } from './alternatives.ts'
import { Passages, TEMPERATURE } from './passages.ts'
import { PrintedPath } from './printed-path.ts'
import type { RepairWeights } from './repair-weights.ts'

export class RepairWorkspace {
  readonly passages: Passages
  /** null: what the engine reads has to be searched. */
  readonly printed: PrintedPath | null

  constructor(reader: AlternativeReader, weights: RepairWeights) {
    this.passages = new Passages(reader, weights)
    this.printed = weights.stands > 0 ? new PrintedPath(reader, TEMPERATURE) : null
  }
}
