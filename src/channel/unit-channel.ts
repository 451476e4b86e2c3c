/**
 * P(read | unit) for a set of printed units (all onsets, or all rimes), and its inverse: the units a string
 * may have been, best first.
 *
 * A unit's own counts come first and leave part of the probability to the character model, by absolute
 * discounting as in {@link Emission}. Units that differ in marks only (`uong ương uông …`) are a family: the
 * best emission of each base letter bounds the probability of all of them, so that one walk over the families
 * shows which few are worth a walk of their own. Strings read recur, so their lists are kept.
 */

import { baseLetter } from './backoff.ts'
import { type Confusions, totalOf } from './counts.ts'
import type { Emission } from './emission.ts'
import { logLikelihood } from './likelihood.ts'
import { newPieces } from './pieces.ts'
import { LENGTH_MAX, UnitTrie } from './unit-trie.ts'

/** Units a string may have been, by falling probability. */
export interface UnitList {
  readonly count: number
  /** Unit ids. */
  readonly unit: Int32Array
  /** P(read | unit). */
  readonly probability: Float64Array
  /** Units less likely than this were not looked for. */
  readonly floor: number
}

/** Sizes of the search; wider is slower and finds rarer units. */
export interface UnitLimits {
  /** Units kept per string. */
  readonly listMax: number
  /** Units less likely than the best by this factor are dropped, as a natural logarithm. */
  readonly logWindow: number
  /** Nothing less likely than this is looked for, as a natural logarithm. */
  readonly logFloor: number
}

/** Weight taken off each count for the character model; from held-out pages (bench/channel-smoothing.ts). */
export const UNIT_DISCOUNT_DEFAULT = 0.8
/** Counts' worth of trust every unit leaves to the character model besides. */
export const UNIT_RESERVE_DEFAULT = 0.5
/** Strings whose lists are kept at a time. */
const CACHE_MAX = 50_000

interface Family {
  readonly trie: UnitTrie
  /** Unit ids by position in the trie's list. */
  readonly units: Int32Array
}

/** All units of one kind with their counts, ready to be searched. */
export class UnitChannel {
  /** Units by id. */
  readonly units: readonly string[]
  readonly #ids: ReadonlyMap<string, number>
  readonly #emission: Emission
  readonly #limits: UnitLimits
  /** What a unit leaves to the character model. */
  readonly #spare: Float64Array
  /** Counted readings: string → pairs of unit id and discounted probability. */
  readonly #counted = new Map<string, number[]>()
  readonly #families: readonly Family[]
  readonly #familyTrie: UnitTrie
  readonly #values: Float64Array
  readonly #pieces = newPieces()
  readonly #cache = new Map<string, UnitList>()

  /**
   * @param units distinct printed units; '' may be one of them
   * @param counts readings of units, also of units not in the list
   * @param emission the character model, with a row for each character of the units
   */
  constructor(
    units: readonly string[],
    counts: Confusions,
    emission: Emission,
    limits: UnitLimits,
    discount = UNIT_DISCOUNT_DEFAULT,
    reserve = UNIT_RESERVE_DEFAULT,
  ) {
    this.units = units
    this.#ids = new Map(units.map((unit, id) => [unit, id]))
    this.#emission = emission
    this.#limits = limits
    this.#values = new Float64Array(units.length)
    this.#spare = new Float64Array(units.length)
    for (let id = 0; id < units.length; id++) this.#spare[id] = this.#take(id, counts, discount, reserve)
    const families = new Map<string, number[]>()
    units.forEach((unit, id) => {
      const family = Array.from(unit, baseLetter).join('')
      const known = families.get(family)
      if (known === undefined) families.set(family, [id])
      else known.push(id)
    })
    this.#families = [...families.values()].map((ids) => ({
      trie: new UnitTrie(
        ids.map((id) => units[id]!),
        (letter) => emission.idOf(letter),
      ),
      units: Int32Array.from(ids),
    }))
    this.#familyTrie = new UnitTrie([...families.keys()], (base) => emission.boundOf(base))
  }

  /** Files the counted readings of a unit; returns what they leave to the character model. */
  #take(id: number, counts: Confusions, discount: number, reserve: number): number {
    const readings = counts.get(this.units[id]!)
    if (readings === undefined) return 1
    const total = totalOf(readings)
    let spare = 1
    for (const [read, count] of readings) {
      const value = Math.max(count - discount, 0) / (total + reserve)
      spare -= value
      const known = this.#counted.get(read)
      if (known === undefined) this.#counted.set(read, [id, value])
      else known.push(id, value)
    }
    return spare
  }

  /**
   * The units a string may have been, best first. The arrays are shared: do not write to them.
   *
   * @param read the string
   * @param floor units less likely than this are of no use to the caller
   */
  list(read: string, floor = 0): UnitList {
    let list = this.#cache.get(read)
    if (list === undefined || list.floor > floor) {
      list = this.#search(read, floor)
      if (this.#cache.size >= CACHE_MAX) this.#cache.clear()
      this.#cache.set(read, list)
    }
    return list
  }

  /** P(read | unit) of one unit; of a string that is no unit, by the character model alone. */
  probability(read: string, unit: string): number {
    const guessed = Math.exp(logLikelihood(this.#emission, read, unit))
    const id = this.#ids.get(unit)
    if (id === undefined) return guessed
    const counted = this.#counted.get(read) ?? []
    let value = guessed * this.#spare[id]!
    for (let i = 0; i < counted.length; i += 2) if (counted[i] === id) value += counted[i + 1]!
    return value
  }

  #search(read: string, wanted: number): UnitList {
    const { listMax, logWindow, logFloor } = this.#limits
    const values = this.#values
    const window = Math.exp(-logWindow)
    const touched: number[] = []
    let best = this.#addCounted(read, touched)
    if (read.length <= LENGTH_MAX) {
      const start = Math.max(wanted, best > 0 ? best * window : Math.exp(logFloor))
      best = this.#addGuessed(read, start, best, touched)
    }
    const floor = Math.max(best * window, wanted)
    const kept = touched.filter((unit) => values[unit]! >= floor)
    kept.sort((a, b) => values[b]! - values[a]! || a - b)
    if (kept.length > listMax) kept.length = listMax
    const list = {
      count: kept.length,
      unit: Int32Array.from(kept),
      probability: Float64Array.from(kept, (unit) => values[unit]!),
      // What the window cut off no caller gets, whatever floor it asks for.
      floor: floor > wanted ? 0 : wanted,
    }
    for (const unit of touched) values[unit] = 0
    return list
  }

  /** Adds the counted readings to the values; returns the largest. */
  #addCounted(read: string, touched: number[]): number {
    const counted = this.#counted.get(read)
    let best = 0
    if (counted === undefined) return best
    for (let i = 0; i < counted.length; i += 2) {
      this.#values[counted[i]!] = counted[i + 1]!
      touched.push(counted[i]!)
      if (counted[i + 1]! > best) best = counted[i + 1]!
    }
    return best
  }

  /** Adds the character model's share to the values of all units above the floor; returns the largest value. */
  #addGuessed(read: string, startFloor: number, bestYet: number, touched: number[]): number {
    const window = Math.exp(-this.#limits.logWindow)
    this.#emission.pieces(read, this.#pieces)
    this.#emission.bounds(this.#pieces)
    const bounds = this.#familyTrie.walk(this.#pieces, startFloor)
    if (bounds.count === 0) return bestYet
    const order = Array.from({ length: bounds.count }, (_, i) => i)
    order.sort((a, b) => bounds.probability[b]! - bounds.probability[a]!)
    const values = this.#values
    let best = bestYet
    let floor = startFloor
    for (const i of order) {
      if (bounds.probability[i]! < floor) break
      const family = this.#families[bounds.unit[i]!]!
      const found = family.trie.walk(this.#pieces, floor)
      for (let f = 0; f < found.count; f++) {
        const unit = family.units[found.unit[f]!]!
        if (values[unit] === 0) touched.push(unit)
        const value = values[unit]! + found.probability[f]! * this.#spare[unit]!
        values[unit] = value
        if (value > best) best = value
      }
      if (best * window > floor) floor = best * window
    }
    return best
  }
}
