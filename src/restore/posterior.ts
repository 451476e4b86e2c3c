/**
 * Posterior probability of every edge: the forward–backward algorithm over the hypotheses the beam kept.
 * Source: Rabiner, "A Tutorial on Hidden Markov Models" (1989), section III; scores are scaled by the best path to a
 * hypothesis, so that sums stay near 1.
 */

/** Steps from one hypothesis to the next. */
export class ArcLog {
  count = 0
  from: Int32Array = new Int32Array(8192)
  to: Int32Array = new Int32Array(8192)
  /** ln score of the best path that ends with this step. */
  log: Float64Array = new Float64Array(8192)
  private settled = 0

  clear(): void {
    this.count = 0
    this.settled = 0
  }

  add(from: number, to: number, log: number): void {
    if (this.count === this.from.length) this.grow()
    this.from[this.count] = from
    this.to[this.count] = to
    this.log[this.count] = log
    this.count++
  }

  /** Renames the targets of the steps added since the last call; steps to dropped hypotheses (-1) go. */
  settle(became: Int32Array): void {
    let kept = this.settled
    for (let i = this.settled; i < this.count; i++) {
      const to = became[this.to[i] as number] as number
      if (to < 0) continue
      this.from[kept] = this.from[i] as number
      this.to[kept] = to
      this.log[kept] = this.log[i] as number
      kept++
    }
    this.count = kept
    this.settled = kept
  }

  private grow(): void {
    const from = new Int32Array(this.from.length * 2)
    from.set(this.from)
    this.from = from
    const to = new Int32Array(from.length)
    to.set(this.to)
    this.to = to
    const log = new Float64Array(from.length)
    log.set(this.log)
    this.log = log
  }
}

/** Forward–backward over recorded steps; its arrays are reused from sentence to sentence. */
export class PosteriorScorer {
  private forward = new Float64Array(4096)
  private backward = new Float64Array(4096)
  private step = new Float64Array(8192)

  /**
   * Fills `posterior` with P(edge | sentence) for every edge; paths share mass 1.
   *
   * @param score ln score of the best path to each hypothesis (0: the start; the last node's hypotheses come last)
   * @param edge edge of each hypothesis
   * @param finalFrom first hypothesis of the last node
   * @param temperature divides log scores: above 1 flattens an overconfident model
   */
  run(
    arcs: ArcLog,
    score: Float64Array,
    edge: Int32Array,
    hypotheses: number,
    finalFrom: number,
    temperature: number,
    posterior: Float32Array,
  ): void {
    if (hypotheses > this.forward.length) {
      this.forward = new Float64Array(hypotheses * 2)
      this.backward = new Float64Array(hypotheses * 2)
    }
    if (arcs.count > this.step.length) this.step = new Float64Array(arcs.count * 2)
    const { forward, backward, step } = this
    forward.fill(0, 0, hypotheses)
    backward.fill(0, 0, hypotheses)
    forward[0] = 1
    for (let i = 0; i < arcs.count; i++) {
      const to = arcs.to[i] as number
      // The step relative to the best path to the same hypothesis: at most 1.
      const weight = Math.exp(((arcs.log[i] as number) - (score[to] as number)) / temperature)
      step[i] = weight
      forward[to] = (forward[to] as number) + (forward[arcs.from[i] as number] as number) * weight
    }
    // forward[h] · exp(score[h]) is the mass of all paths to h.
    let top = Number.NEGATIVE_INFINITY
    for (let h = finalFrom; h < hypotheses; h++) if ((score[h] as number) > top) top = score[h] as number
    let total = 0
    for (let h = finalFrom; h < hypotheses; h++) {
      backward[h] = Math.exp(((score[h] as number) - top) / temperature)
      total += (forward[h] as number) * (backward[h] as number)
    }
    for (let i = arcs.count - 1; i >= 0; i--) {
      const from = arcs.from[i] as number
      backward[from] =
        (backward[from] as number) + (step[i] as number) * (backward[arcs.to[i] as number] as number)
    }
    posterior.fill(0)
    for (let h = 1; h < hypotheses; h++) {
      const e = edge[h] as number
      posterior[e] = (posterior[e] as number) + ((forward[h] as number) * (backward[h] as number)) / total
    }
  }
}
