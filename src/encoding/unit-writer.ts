/** Code units collected one by one → a string; spreading them into a call takes six times as long as `apply`. */

const BLOCK = 4096

/** Collects code units; a writer is used for one text after the other. */
export class UnitWriter {
  private readonly units = new Uint16Array(BLOCK)
  private count = 0
  private text = ''

  /** Adds a unit. */
  add(unit: number): void {
    if (this.count === BLOCK) this.flush()
    this.units[this.count++] = unit
  }

  /** The unit that was added last, if it can still be replaced; 0 for none. */
  get last(): number {
    return this.count === 0 ? 0 : this.units[this.count - 1]!
  }

  /** Replaces the unit that was added last; only where {@link last} gave one. */
  replaceLast(unit: number): void {
    this.units[this.count - 1] = unit
  }

  /** Gives the text and begins anew. */
  finish(): string {
    this.flush()
    const { text } = this
    this.text = ''
    return text
  }

  private flush(): void {
    const { units, count } = this
    // A typed array is as good as a list here, though the types do not say so.
    this.text += String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[])
    this.count = 0
  }
}
