/** How varied the characters beyond ASCII are. */

/** So many units say enough. */
const COUNTED_MAX = 400

/** Counts units beyond ASCII. */
export class Variety {
  private readonly counts = new Map<number, number>()
  private total = 0

  /** Counts those of a stretch. */
  add(text: string, from: number, to: number): void {
    if (this.total >= COUNTED_MAX) return
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i)
      if (unit < 0x80) continue
      this.counts.set(unit, (this.counts.get(unit) ?? 0) + 1)
      this.total++
    }
  }

  /** Effective number of different units (Simpson): as many equally frequent ones would be as varied. */
  get effective(): number {
    let squares = 0
    for (const count of this.counts.values()) squares += count * count
    return squares === 0 ? 0 : (this.total * this.total) / squares
  }
}
