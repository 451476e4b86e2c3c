/** How probable a string is as a symbol of a code that no list has: a model of letter pairs, learned from the lists. */

/** Weight of the pairs, of single letters, and of any character at all. */
const PAIR_SHARE = 0.8
const SINGLE_SHARE = 0.19
const ANY_SHARE = 0.01
/** A character that no list has: one of this many. */
const CHARACTERS = 500
const LETTER_OR_FIGURE = /[\p{L}\d&]/u
/** A mark inside a symbol is a speck of the scan, hardly ever printed. */
const LOG_MARK = Math.log(1e-5)
/** Stands for both ends of a symbol; no symbol holds it. */
const EDGE = 0x20
const UNITS = 0x10000

/** Letter pairs of symbols, in UTF-16 code units. */
export class SymbolLetters {
  /** By first × {@link UNITS} + second. */
  readonly #pairs = new Map<number, number>()
  readonly #singles = new Map<number, number>()
  #total = 0

  /** Counts a symbol once; how often it is used says nothing about symbols not listed. */
  add(symbol: string): void {
    let before = EDGE
    for (let i = 0; i <= symbol.length; i++) {
      const unit = unitAt(symbol, i)
      const pair = before * UNITS + unit
      this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + 1)
      this.#singles.set(unit, (this.#singles.get(unit) ?? 0) + 1)
      before = unit
    }
    this.#total += symbol.length + 1
  }

  /** ln P(text) among unlisted symbols. */
  logProbability(text: string): number {
    let log = 0
    let before = EDGE
    for (let i = 0; i <= text.length; i++) {
      const unit = unitAt(text, i)
      // Every unit before another was counted as a single; the edge before a symbol as the edge behind it.
      const pair = (this.#pairs.get(before * UNITS + unit) ?? 0) / (this.#singles.get(before) ?? 1)
      const single = (this.#singles.get(unit) ?? 0) / Math.max(this.#total, 1)
      log += Math.log(PAIR_SHARE * pair + SINGLE_SHARE * single + ANY_SHARE / CHARACTERS)
      if (i < text.length && !LETTER_OR_FIGURE.test(text.charAt(i))) log += LOG_MARK
      before = unit
    }
    return log
  }
}

function unitAt(symbol: string, at: number): number {
  return at < symbol.length ? symbol.charCodeAt(at) : EDGE
}
