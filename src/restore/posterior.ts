/**
 * Posterior probability of every edge: the forward–backward algorithm over the hypotheses the beam kept.
 * Source: Rabiner, "A Tutorial on Hidden Markov Models" (1989), section III. Sums are kept relative to the best path to
 * a hypothesis, and scaled down where thousands of like paths meet.
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

/** A forward sum above this is scaled down: a sentence of 512 ambiguous words has more paths than a double can count. */
const SUM_MAX = 1e100

/** Forward–backward over recorded steps; its arrays are reused from sentence to sentence. */
export class PosteriorScorer {
  // forward[h] · exp(score[h] / temperature + shift[h]) is the mass of all paths to h.
  private forward = new Float64Array(4096)
  private shift = new Float64Array(4096)
  /** P(h | sentence). */
  private share = new Float64Array(4096)
  private step = new Float64Array(8192)

  /**
   * Fills `posterior` with P(edge | sentence) for every edge; paths share mass 1. All 0 when no path has any mass.
   *
   * @param score ln score of the best path to each hypothesis (0: the start; the last node's hypotheses come last)
   * @param edge edge of each hypothesis
   * @param finalFrom first hypothesis of the last node
   * @param temperature divides log scores: above 1 flattens an overconfident model
   * @param posterior at least as long as the lattice has edges
   * @param edges of the lattice
   */
  run(
    arcs: ArcLog,
    score: Float64Array,
    edge: Int32Array,
    hypotheses: number,
    finalFrom: number,
    temperature: number,
    posterior: Float32Array,
    edges: number = posterior.length,
  ): void {
    if (hypotheses > this.forward.length) {
      this.forward = new Float64Array(hypotheses * 2)
      this.shift = new Float64Array(hypotheses * 2)
      this.share = new Float64Array(hypotheses * 2)
    }
    if (arcs.count > this.step.length) this.step = new Float64Array(arcs.count * 2)
    this.sumForward(arcs, score, hypotheses, temperature)
    this.shareOut(arcs, score, hypotheses, finalFrom, temperature)
    posterior.fill(0, 0, edges)
    for (let h = 1; h < hypotheses; h++) {
      const e = edge[h] as number
      posterior[e] = (posterior[e] as number) + (this.share[h] as number)
    }
  }

  /** Steps come in the order of the nodes they end at, so what they start from is complete. */
  private sumForward(arcs: ArcLog, score: Float64Array, hypotheses: number, temperature: number): void {
    const { forward, shift, step } = this
    forward.fill(0, 0, hypotheses)
    shift.fill(0, 0, hypotheses)
    forward[0] = 1
    for (let i = 0; i < arcs.count; i++) {
      const from = arcs.from[i] as number
      const to = arcs.to[i] as number
      // The step relative to the best path to the same hypothesis: at most 1. Not a number when both are impossible.
      const behind = ((arcs.log[i] as number) - (score[to] as number)) / temperature
      const weight = behind > Number.NEGATIVE_INFINITY ? Math.exp(behind) : 0
      step[i] = weight
      let mass = (forward[from] as number) * weight
      if (mass === 0) continue
      let sum = forward[to] as number
      const rise = (shift[from] as number) - (shift[to] as number)
      if (rise > 0 || sum === 0) {
        sum *= Math.exp(-rise)
        shift[to] = shift[from] as number
      } else if (rise < 0) mass *= Math.exp(rise)
      sum += mass
      if (sum > SUM_MAX) {
        shift[to] = (shift[to] as number) + Math.log(sum)
        sum = 1
      }
      forward[to] = sum
    }
  }

  /** The mass of a hypothesis goes back to where it came from, in proportion: never more than 1 anywhere. */
  private shareOut(
    arcs: ArcLog,
    score: Float64Array,
    hypotheses: number,
    finalFrom: number,
    temperature: number,
  ): void {
    const { forward, shift, share, step } = this
    share.fill(0, 0, hypotheses)
    let top = Number.NEGATIVE_INFINITY
    for (let h = finalFrom; h < hypotheses; h++) {
      top = Math.max(top, (score[h] as number) / temperature + (shift[h] as number))
    }
    if (top === Number.NEGATIVE_INFINITY) return
    let total = 0
    for (let h = finalFrom; h < hypotheses; h++) {
      const relative = (score[h] as number) / temperature + (shift[h] as number) - top
      share[h] = (forward[h] as number) * Math.exp(relative)
      total += share[h] as number
    }
    for (let h = finalFrom; h < hypotheses; h++) share[h] = (share[h] as number) / total
    for (let i = arcs.count - 1; i >= 0; i--) {
      const from = arcs.from[i] as number
      const to = arcs.to[i] as number
      const mass = (forward[from] as number) * (step[i] as number)
      if (mass === 0) continue
      const rise = (shift[from] as number) - (shift[to] as number)
      const part = (mass / (forward[to] as number)) * (rise === 0 ? 1 : Math.exp(rise))
      share[from] = (share[from] as number) + (share[to] as number) * part
    }
  }
}
