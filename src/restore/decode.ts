/**
 * The words of a stripped sentence: a search over trigram states for restoration alone, where the candidates of a place are
 * the neighbouring ids of one toneless key. What was searched before is remembered.
 */
import type { LanguageModel } from '../lm/language-model.ts'
import { STATES_MAX } from './decoder-columns.ts'
import { DecoderMemory, REMEMBERED_MAX, symbolOf } from './decoder-memory.ts'
import { PlaceSearch } from './place-search.ts'
import { PlaceKind, type Places } from './places.ts'
import { GROUP_MAX, StepField } from './steps.ts'
import { Shape } from './word-shapes.ts'

export class SentenceDecoder {
  /** Whether the model is one that this search can do. */
  readonly fits: boolean
  private readonly search: PlaceSearch
  private readonly memory = new DecoderMemory()
  private readonly remembers: boolean
  private readonly groupOf: Uint16Array
  /** Where the step of each place is. */
  private readonly found: Int32Array

  /** @param capacity places of the longest sentence */
  constructor(language: LanguageModel, capacity: number) {
    const { vocabulary } = language
    this.groupOf = vocabulary.groupOf
    this.search = new PlaceSearch(language, capacity)
    this.fits = this.search.largestGroup <= GROUP_MAX
    this.remembers = vocabulary.size <= REMEMBERED_MAX
    this.found = new Int32Array(capacity)
  }

  /**
   * Chooses the words of a sentence.
   *
   * @param before the word before the first place
   * @param logLoss ln P(a mark was lost)
   */
  run(places: Places, count: number, before: number, logLoss: number): void {
    const { columns, steps } = this.search
    const { word, score, base, tri } = columns
    columns.begin()
    steps.tidy()
    word[0] = before
    score[0] = 0
    base[0] = 0
    tri[0] = -1
    // How a word was printed costs the same everywhere only where all marks are lost.
    const states =
      this.remembers && logLoss === 0
        ? this.remember(places, count, before)
        : this.searchAll(places, count, before, logLoss)
    columns.readBack(count, states, places.chosen)
  }

  private searchAll(places: Places, count: number, before: number, logLoss: number): number {
    const { search, found } = this
    search.steps.find(places.group, count, this.groupOf[before] as number, found)
    let states = 1
    for (let place = 0; place < count; place++) {
      const next = place + 1 < count ? (found[place + 1] as number) : -1
      states = search.advance(places, place, states, found[place] as number, next, logLoss)
    }
    return states
  }

  /** Walks where it has been before, searches where it has not. */
  private remember(places: Places, count: number, before: number): number {
    const { search, memory, groupOf } = this
    const { group, own, kind } = places
    const { columns, steps } = search
    const firstGroup = groupOf[before] as number
    memory.tidy()
    let node = memory.start(before, group[0] as number)
    let states = 1
    let hasScores = true
    // Step of the place at hand, when it is known.
    let step = -1
    for (let place = 0; place < count; place++) {
      const isLast = place + 1 === count
      const row = place * STATES_MAX
      const nextGroup = isLast ? REMEMBERED_MAX : (group[place + 1] as number)
      const column = Math.min(kind[place] as number, Shape.PLAIN)
      const isGiven = kind[place] === PlaceKind.FIXED
      const symbol = symbolOf((isGiven ? own : group)[place] as number, isGiven, column, nextGroup)
      if (memory.follow(node, symbol, columns, row + STATES_MAX)) {
        node = memory.target
        states = memory.states
        hasScores = false
        step = -1
        continue
      }
      const bank = (place & 1) * STATES_MAX
      if (step < 0) step = steps.at(group, place, firstGroup)
      if (!hasScores)
        memory.load(node, states, columns, bank, steps.steps[step + StepField.TRIGRAMS] as number)
      const next = isLast ? -1 : steps.at(group, place + 1, firstGroup)
      states = search.advance(places, place, states, step, next, 0)
      const first = isLast ? 0 : (steps.steps[next + StepField.TRIGRAMS] as number)
      node = memory.add(node, symbol, columns, row, STATES_MAX - bank, states, nextGroup, first)
      hasScores = true
      step = next
    }
    if (!hasScores) memory.load(node, states, columns, (count & 1) * STATES_MAX, 0)
    return states
  }
}
