/** The listed symbols as a trie that is walked with the confusions of their letters. */
import { codeConfusions, type LetterReadings } from './code-confusions.ts'

/** A mark inside a symbol (`K.L`, `T'Tg`) is a speck. */
const LOG_SPECK = Math.log(0.001)
/** A figure of a footnote behind the symbol. */
const LOG_FOOTNOTE = Math.log(0.003)
const FOOTNOTE_LENGTH_MAX = 2
/** A symbol with a footnote must be read right but for bars, or `QH18` were `QĐ18`. */
const LOG_FOOTNOTED = Math.log(0.1)
/** Paths below this are given up; no symbol with two rare confusions comes near it. */
const LOG_FLOOR = -16

/** What the strings of codes may have been printed as. Keeps the finds of the last search in columns. */
export class SymbolTrie {
  /** Symbols by number, in the order added. */
  readonly symbols: string[] = []
  /** The symbols the last string may be. */
  readonly found: number[] = []
  /** By symbol, of those found: ln P(string | symbol), along the best path. */
  readonly log: number[] = []
  /** By symbol, of those found: figures at the end of the string that are a footnote. */
  readonly footnote: number[] = []
  /** By symbol, of those found: whether nothing but bars and horns was lost. */
  readonly isBarLost: boolean[] = []
  readonly #numbers = new Map<string, number>()
  // Nodes; 0 is the root. Links are −1 where there is none.
  readonly #unit: number[] = [0]
  readonly #child: number[] = [-1]
  readonly #sibling: number[] = [-1]
  readonly #symbol: number[] = [-1]
  /** Readings of each node's letter: by an unknown engine, by one without Đ. */
  readonly #readings: [(LetterReadings | undefined)[], (LetterReadings | undefined)[]] = [
    [undefined],
    [undefined],
  ]
  readonly #confusions = [codeConfusions(false), codeConfusions(true)] as const
  #text = ''
  #lettersRead = this.#readings[0]

  /** Whether the symbol is listed, exactly as written. */
  has(symbol: string): boolean {
    return this.#numbers.has(symbol)
  }

  /** @returns the symbol's number */
  add(symbol: string): number {
    const known = this.#numbers.get(symbol)
    if (known !== undefined) return known
    let node = 0
    for (let i = 0; i < symbol.length; i++) {
      const unit = symbol.charCodeAt(i)
      let child = this.#child[node]!
      while (child >= 0 && this.#unit[child] !== unit) child = this.#sibling[child]!
      node = child < 0 ? this.#addNode(node, unit) : child
    }
    const number = this.symbols.length
    this.#symbol[node] = number
    this.symbols.push(symbol)
    this.#numbers.set(symbol, number)
    this.log.push(0)
    this.footnote.push(0)
    this.isBarLost.push(false)
    return number
  }

  #addNode(parent: number, unit: number): number {
    const letter = String.fromCharCode(unit)
    this.#unit.push(unit)
    this.#child.push(-1)
    this.#sibling.push(this.#child[parent]!)
    this.#symbol.push(-1)
    this.#readings[0].push(this.#confusions[0].get(letter))
    this.#readings[1].push(this.#confusions[1].get(letter))
    this.#child[parent] = this.#unit.length - 1
    return this.#unit.length - 1
  }

  /**
   * Finds every symbol that may have been read as a string.
   *
   * @param barsLost whether the engine has no letter Đ
   */
  search(text: string, barsLost: boolean): void {
    this.#text = text
    this.#lettersRead = this.#readings[barsLost ? 1 : 0]
    this.found.length = 0
    this.#walk(0, 0, 0, true)
  }

  /** Visits what can follow below `node` when the text was read up to `at`. */
  #walk(node: number, at: number, log: number, isBarLost: boolean): void {
    const text = this.#text
    const symbol = this.#symbol[node]!
    if (symbol >= 0) {
      const footnote = text.length - at
      if (footnote === 0) this.#reach(symbol, log, 0, isBarLost)
      else if (footnote <= FOOTNOTE_LENGTH_MAX && log >= LOG_FOOTNOTED && isFigures(text, at)) {
        this.#reach(symbol, log + LOG_FOOTNOTE, footnote, isBarLost)
      }
    }
    if (at === text.length) return
    const unit = text.charCodeAt(at)
    if (at > 0 && log + LOG_SPECK > LOG_FLOOR && isSpeck(unit)) {
      this.#walk(node, at + 1, log + LOG_SPECK, false)
    }
    for (let child = this.#child[node]!; child >= 0; child = this.#sibling[child]!) {
      if (this.#unit[child] === unit) this.#walk(child, at + 1, log, isBarLost)
      const readings = this.#lettersRead[child]
      if (readings === undefined) continue
      const { firstUnit } = readings
      for (let r = 0; r < firstUnit.length; r++) {
        if (firstUnit[r] !== unit) continue
        const reading = readings.readings[r]!
        const next = log + readings.logProbability[r]!
        if (next > LOG_FLOOR && (reading.length === 1 || text.startsWith(reading, at))) {
          this.#walk(child, at + reading.length, next, isBarLost && readings.isBarLost)
        }
      }
    }
  }

  #reach(symbol: number, log: number, footnote: number, isBarLost: boolean): void {
    if (!this.found.includes(symbol)) this.found.push(symbol)
    else if (this.log[symbol]! >= log) return
    this.log[symbol] = log
    this.footnote[symbol] = footnote
    this.isBarLost[symbol] = isBarLost
  }
}

function isFigures(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x30 || unit > 0x39) return false
  }
  return true
}

/** Full stop, comma, apostrophes, back-quote. */
function isSpeck(unit: number): boolean {
  return (
    unit === 0x2e || unit === 0x2c || unit === 0x27 || unit === 0x60 || unit === 0x2018 || unit === 0x2019
  )
}
