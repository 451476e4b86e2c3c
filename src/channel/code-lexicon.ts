/**
 * The symbols that document codes are made of, and which of them a damaged string is: what the confusions of capitals
 * allow, weighed by use against the chance that the string is a symbol nobody listed.
 */
import { SymbolLetters } from './code-letters.ts'
import { ORGANISATION_USES, TYPE_USES } from './code-symbols.ts'
import { SymbolTrie } from './code-trie.ts'

/** A symbol and how often it is used, on any scale common to its list: `{ symbol: 'NĐ', weight: 26200 }`. */
export interface WeightedSymbol {
  readonly symbol: string
  readonly weight: number
}

/** Lists of symbols. Of an entry with signs (`BGD-ĐT`) each part counts; a symbol listed twice adds up. */
export interface CodeSymbolLists {
  /** Kinds of documents and what else stands in their place: `QĐ`, `TTr`, `QH15`. */
  readonly types: readonly WeightedSymbol[]
  /** Bodies and units: `TTg`, `UBND`, `VPTU`, `KGVX`. */
  readonly organisations: readonly WeightedSymbol[]
}

/** Place of a symbol in its code: after the number, after number and year, further on, before a listed symbol. */
export const FIRST = 0
export const FIRST_OF_YEAR = 1
export const LATER = 2
export const FIRST_BEFORE_LISTED = 3
export type SymbolPlace = typeof FIRST | typeof FIRST_OF_YEAR | typeof LATER | typeof FIRST_BEFORE_LISTED

/** What a string read in a code is taken for. */
export interface SymbolReading {
  /** The symbol, or the string itself when no symbol is certain. */
  readonly symbol: string
  /** Its probability given the string, 0 to 1; of an unlisted symbol at most {@link UNKNOWN_TRUST}. */
  readonly probability: number
  /** Whether it is a listed symbol, a footnote figure at its end (`CP1`) aside. */
  readonly known: boolean
  readonly isType: boolean
}

/** A lost bar is put back when its symbol is at least this probable: nine times as likely as all else together. */
const BAR_MIN = 0.9
/** Other letters are changed on stronger evidence: `BTG`, unlisted but right, is one misread letter from `BTC`. */
const CHANGE_MIN = 0.995
/** How far a symbol is trusted that no list has: 0.71 on the training pages, 0.94 on the dev pages. */
export const UNKNOWN_TRUST = 0.75
/** Longest string looked up; the longest symbol counted has 10 characters. */
const LENGTH_MAX = 20

/** Share of symbols missing in the lists, by place: 0.03, 0.004, 0.05 on the training pages. */
const LOG_UNLISTED = [Math.log(0.05), Math.log(0.005), Math.log(0.08), Math.log(0.01)]
/** Share of codes of letters (công văn), which name the body in place of the kind. */
const LETTER_SHARE = 0.15
const TYPE_SHARE_LATER = 0.01
const SIGNS = /[-/\s]+/
const SYMBOL = /^[\p{L}\d&]{1,20}$/u

/** The symbols of codes, ready for looking up. Immutable but for scratch space; make one and keep it. */
export class CodeSymbols {
  readonly #trie = new SymbolTrie()
  readonly #letters = new SymbolLetters()
  /** ln P(symbol) by place, by symbol. */
  readonly #logPriors: readonly Float64Array[]
  readonly #isType: Uint8Array

  /** @param lists entries with a weight that is not above zero, or with other signs than `&`, are left out */
  constructor(lists: CodeSymbolLists) {
    const types = weightsOf(lists.types)
    const organisations = weightsOf(lists.organisations)
    for (const symbol of [...types.keys(), ...organisations.keys()]) {
      if (this.#trie.has(symbol)) continue
      this.#trie.add(symbol)
      this.#letters.add(symbol)
    }
    const { symbols } = this.#trie
    const typeShare = sharesOf(types, symbols)
    const organisationShare = sharesOf(organisations, symbols)
    const mix = (share: number) =>
      typeShare.map((type, i) => Math.log(type * (1 - share) + organisationShare[i]! * share))
    const first = mix(LETTER_SHARE)
    this.#logPriors = [first, mix(0), mix(1 - TYPE_SHARE_LATER), first]
    this.#isType = Uint8Array.from(typeShare, (share) => (share > 0 ? 1 : 0))
  }

  /** Whether a symbol is listed, exactly as written. */
  has(symbol: string): boolean {
    return this.#trie.has(symbol)
  }

  /**
   * What a string of a code is.
   *
   * @param text letters and figures between two signs, NFC
   * @param barsLost whether the engine has no letter Đ
   */
  read(text: string, place: SymbolPlace, barsLost: boolean): SymbolReading {
    if (text.length > LENGTH_MAX) return unlisted(text, UNKNOWN_TRUST)
    const trie = this.#trie
    trie.search(text, barsLost)
    const prior = this.#logPriors[place]!
    const unlistedShare = Math.exp(LOG_UNLISTED[place]! + this.#letters.logProbability(text))
    let total = unlistedShare
    let best = -1
    let most = 0
    let taken = -1
    let takenShare = 0
    for (const symbol of trie.found) {
      const share = Math.exp(trie.log[symbol]! + prior[symbol]!)
      total += share
      if (share > most) {
        most = share
        best = symbol
      }
      if (share > 0 && this.#withFootnote(symbol, text) === text) {
        taken = symbol
        takenShare = share
      }
    }
    if (best !== taken && most >= (trie.isBarLost[best] ? BAR_MIN : CHANGE_MIN) * total) {
      taken = best
      takenShare = most
    }
    if (taken < 0) return unlisted(text, (UNKNOWN_TRUST * unlistedShare) / total)
    return {
      symbol: this.#withFootnote(taken, text),
      probability: takenShare / total,
      known: true,
      isType: this.#isType[taken] === 1,
    }
  }

  #withFootnote(symbol: number, text: string): string {
    const length = this.#trie.footnote[symbol]!
    const printed = this.#trie.symbols[symbol]!
    return length === 0 ? printed : printed + text.slice(-length)
  }
}

/** The symbols counted in the training corpus, to be joined with lists of one's own. */
export function countedSymbols(): CodeSymbolLists {
  return { types: parseUses(TYPE_USES), organisations: parseUses(ORGANISATION_USES) }
}

function parseUses(text: string): WeightedSymbol[] {
  const out: WeightedSymbol[] = []
  let weight = 0
  for (const [item] of text.matchAll(/\S+/g)) {
    if (item.endsWith(':')) weight = Number(item.slice(0, -1))
    else out.push({ symbol: item, weight })
  }
  return out
}

function weightsOf(list: readonly WeightedSymbol[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { symbol, weight } of list) {
    if (!(weight > 0) || weight === Number.POSITIVE_INFINITY) continue
    for (const part of SYMBOL.test(symbol) ? [symbol] : symbol.normalize('NFC').split(SIGNS)) {
      if (SYMBOL.test(part)) weights.set(part, (weights.get(part) ?? 0) + weight)
    }
  }
  return weights
}

/** Weights of the symbols as shares of 1; all 0 for an empty list. */
function sharesOf(weights: ReadonlyMap<string, number>, symbols: readonly string[]): Float64Array {
  let total = 0
  for (const weight of weights.values()) total += weight
  return Float64Array.from(symbols, (symbol) => (weights.get(symbol) ?? 0) / (total || 1))
}

function unlisted(symbol: string, probability: number): SymbolReading {
  return { symbol, probability, known: false, isType: false }
}
