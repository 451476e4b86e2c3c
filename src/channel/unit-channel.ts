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
import { keepInOrder } from './best-list.ts'
import { type Confusions, totalOf } from './counts.ts'
import type { Emission } from './emission.ts'
import { logLikelihood } from './likelihood.ts'
import { newPieces } from './pieces.ts'
import { LENGTH_MAX, UnitTries } from './unit-trie.ts'

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

const NO_UNITS: Pick<UnitList, 'count' | 'unit' | 'probability'> = {
  count: 0,
  unit: new Int32Array(0),
  probability: new Float64Array(0),
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
  /** A trie for each family, in the order of the units of the other. */
  readonly #families: UnitTries
  readonly #familyTrie: UnitTries
  readonly #pieces = newPieces()
  readonly #cache = new Map<string, UnitList>()
  // While one string is looked for: value by unit, units with one; the best of them in order, with their values.
  readonly #values: Float64Array
  readonly #touched: Int32Array
  #count = 0
  readonly #kept: Int32Array
  readonly #keptValue: Float64Array

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
    this.#touched = new Int32Array(units.length)
    this.#kept = new Int32Array(limits.listMax)
    this.#keptValue = new Float64Array(limits.listMax)
    this.#spare = new Float64Array(units.length)
    for (let id = 0; id < units.length; id++) this.#spare[id] = this.#take(id, counts, discount, reserve)
    const families = new Map<string, number[]>()
    units.forEach((unit, id) => {
      const family = Array.from(unit, baseLetter).join('')
      const known = families.get(family)
      if (known === undefined) families.set(family, [id])
      else known.push(id)
    })
    const bases = [...families.keys()]
    this.#families = new UnitTries(units, [...families.values()], (letter) => emission.idOf(letter))
    this.#familyTrie = new UnitTries(bases, [bases.map((_, family) => family)], (base) =>
      emission.boundOf(base),
    )
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
    const { logWindow, logFloor } = this.#limits
    const values = this.#values
    const touched = this.#touched
    const window = Math.exp(-logWindow)
    this.#count = 0
    let best = this.#addCounted(read)
    if (read.length <= LENGTH_MAX) {
      const start = Math.max(wanted, best > 0 ? best * window : Math.exp(logFloor))
      best = this.#addGuessed(read, start, best)
    }
    const floor = Math.max(best * window, wanted)
    const count = this.#keep(floor)
    for (let i = 0; i < this.#count; i++) values[touched[i]!] = 0
    return {
      ...(count === 0
        ? NO_UNITS
        : {
            count,
            unit: this.#kept.slice(0, count),
            probability: this.#keptValue.slice(0, count),
          }),
      // What the window cut off no caller gets, whatever floor it asks for.
      floor: floor > wanted ? 0 : wanted,
    }
  }

  /** Puts the best of the units touched in order, by falling value and by id; returns how many. */
  #keep(floor: number): number {
    const values = this.#values
    const touched = this.#touched
    const kept = this.#kept
    const keptValue = this.#keptValue
    const room = kept.length
    let count = 0
    for (let i = 0; i < this.#count; i++) {
      const unit = touched[i]!
      const value = values[unit]!
      if (!(value >= floor)) continue
      count = keepInOrder(kept, keptValue, room, count, unit, value)
    }
    return count
  }

  /** Adds the counted readings to the values; returns the largest. */
  #addCounted(read: string): number {
    const counted = this.#counted.get(read)
    let best = 0
    if (counted === undefined) return best
    for (let i = 0; i < counted.length; i += 2) {
      if (counted[i + 1] === 0) continue
      this.#values[counted[i]!] = counted[i + 1]!
      this.#touched[this.#count++] = counted[i]!
      if (counted[i + 1]! > best) best = counted[i + 1]!
    }
    return best
  }

  /** Adds the character model's share to the values of all units above the floor; returns the largest value. */
  #addGuessed(read: string, startFloor: number, bestYet: number): number {
    const window = Math.exp(-this.#limits.logWindow)
    const pieces = this.#pieces
    this.#emission.pieces(read, pieces)
    this.#emission.bounds(pieces)
    const bounds = this.#familyTrie.walk(0, pieces, startFloor)
    const { unit: family, probability: bound } = bounds
    const values = this.#values
    const spare = this.#spare
    const { unit: foundUnit, probability: foundProbability } = this.#families.found
    let left = bounds.count
    let best = bestYet
    let floor = startFloor
    for (;;) {
      // The family with the highest bound next; those below the floor go.
      let next = -1
      let highest = floor
      let still = 0
      for (let i = 0; i < left; i++) {
        const one = bound[i]!
        if (one < floor) continue
        family[still] = family[i]!
        bound[still] = one
        if (next < 0 || one > highest) {
          next = still
          highest = one
        }
        still++
      }
      left = still
      if (next < 0) return best
      bound[next] = -1
      const { count } = this.#families.walk(family[next]!, pieces, floor)
      for (let f = 0; f < count; f++) {
        const unit = foundUnit[f]!
        if (values[unit] === 0) this.#touched[this.#count++] = unit
        const value = values[unit]! + foundProbability[f]! * spare[unit]!
        values[unit] = value
        if (value > best) best = value
      }
      if (best * window > floor) floor = best * window
    }
  }
}
