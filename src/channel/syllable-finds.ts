/**
 * The syllables that one chunk may have been, while it is searched: lists of onsets and rimes are joined, probabilities added
 * up over the ways to split, the best over the ways to cut off the marks around it.
 */
import { keepInOrder } from './best-list.ts'
import type { FoundCandidates } from './candidate.ts'
import type { UnitList } from './unit-channel.ts'
import { JOINT_SLOTS, type UnitVocabulary } from './unit-vocabulary.ts'

export class SyllableFinds {
  readonly #vocabulary: UnitVocabulary
  readonly #prior: ArrayLike<number> | undefined
  readonly #logWindow: number
  readonly #window: number
  // By syllable × 3 + case: probability, best ln P yet, edges it came with.
  readonly #mass: Float64Array
  readonly #log: Float64Array
  readonly #cut: Uint16Array
  /** Keys that have a probability with the edges at hand. */
  readonly #touched: Int32Array
  #touchedCount = 0
  /** Keys that have a ln P. */
  readonly #keys: Int32Array
  #keyCount = 0

  /**
   * @param logWindow syllables less likely than the best by more than this are dropped
   * @param prior ln P(syllable), for the ranks
   */
  constructor(
    vocabulary: UnitVocabulary,
    syllables: number,
    logWindow: number,
    prior: ArrayLike<number> | undefined,
  ) {
    const keys = syllables * 3
    this.#vocabulary = vocabulary
    this.#prior = prior
    this.#logWindow = logWindow
    this.#window = Math.exp(-logWindow)
    this.#mass = new Float64Array(keys)
    this.#log = new Float64Array(keys)
    this.#cut = new Uint16Array(keys)
    this.#touched = new Int32Array(keys)
    this.#keys = new Int32Array(keys)
  }

  /**
   * Adds up the probability of every syllable of two lists; returns the best so far.
   *
   * @param floor rimes less likely than this are left out: lists made for other words have some, others have not
   */
  join(onsets: UnitList, rimes: UnitList, floor: number, bestYet: number): number {
    const window = this.#window
    const mass = this.#mass
    const touched = this.#touched
    const { join, rimeCount, onsets: onsetUnits, rimes: rimeUnits } = this.#vocabulary
    const rimeBase = rimeUnits.base
    const rimeCases = rimeUnits.cases
    const rimeUnit = rimes.unit
    const rimeProbability = rimes.probability
    let count = rimes.count
    while (count > 0 && rimeProbability[count - 1]! < floor) count--
    let touchedCount = this.#touchedCount
    let best = bestYet
    for (let o = 0; o < onsets.count; o++) {
      const onset = onsets.unit[o]!
      const caseRow = onsetUnits.cases[onset]! * 8
      const row = onsetUnits.base[onset]! * rimeCount
      const onsetProbability = onsets.probability[o]!
      // The first rime is the likeliest.
      if (count === 0 || onsetProbability * rimeProbability[0]! < best * window) break
      for (let r = 0; r < count; r++) {
        const probability = onsetProbability * rimeProbability[r]!
        if (probability < best * window) break
        const rime = rimeUnit[r]!
        const syllable = join[row + rimeBase[rime]!]!
        if (syllable < 0) continue
        const slots = JOINT_SLOTS[caseRow + rimeCases[rime]!]!
        for (let slot = 0; slots >> slot !== 0; slot++) {
          if ((slots & (1 << slot)) === 0) continue
          const key = syllable * 3 + slot
          const before = mass[key]!
          if (before === 0) touched[touchedCount++] = key
          const sum = before + probability
          mass[key] = sum
          if (sum > best) best = sum
        }
      }
    }
    this.#touchedCount = touchedCount
    return best
  }

  /**
   * Ends one way to cut off the edges.
   *
   * @param edges ln P of the edges
   * @param cut characters before the word × 256 + those behind it
   */
  settle(edges: number, cut: number): void {
    const mass = this.#mass
    const logs = this.#log
    const touched = this.#touched
    const keys = this.#keys
    let keyCount = this.#keyCount
    for (let i = 0; i < this.#touchedCount; i++) {
      const key = touched[i]!
      const log = Math.log(mass[key]!) + edges
      mass[key] = 0
      if (logs[key] === 0) keys[keyCount++] = key
      else if (logs[key]! >= log) continue
      logs[key] = log
      this.#cut[key] = cut
    }
    this.#keyCount = keyCount
    this.#touchedCount = 0
  }

  /** Ends the chunk: the best of its syllables, likeliest first, as many as there is room for but for one. */
  takeBest(found: FoundCandidates): void {
    const prior = this.#prior
    const log = this.#log
    const ranks = this.#mass
    const keys = this.#keys
    const keyCount = this.#keyCount
    const { key: kept, rank: keptRank } = found
    const room = found.key.length - 1
    let best = Number.NEGATIVE_INFINITY
    for (let i = 0; i < keyCount; i++) {
      const key = keys[i]!
      const rank = log[key]! + (prior === undefined ? 0 : (prior[(key / 3) | 0] ?? 0))
      ranks[key] = rank
      if (rank > best) best = rank
    }
    const least = best - this.#logWindow
    let count = 0
    for (let i = 0; i < keyCount; i++) {
      const key = keys[i]!
      const rank = ranks[key]!
      if (!(rank >= least)) continue
      count = keepInOrder(kept, keptRank, room, count, key, rank)
    }
    for (let i = 0; i < count; i++) {
      const key = kept[i]!
      found.syllable[i] = (key / 3) | 0
      found.slot[i] = key % 3
      found.log[i] = log[key]!
      found.before[i] = this.#cut[key]! >> 8
      found.after[i] = this.#cut[key]! & 255
    }
    found.count = count
    for (let i = 0; i < keyCount; i++) {
      log[keys[i]!] = 0
      ranks[keys[i]!] = 0
    }
    this.#keyCount = 0
  }
}
