/**
 * The slow way through a sentence: a lattice of everything its words may be, with what the user's list adds, and the
 * probability of every choice.
 */
import type { LanguageModel } from '../lm/language-model.ts'
import { UNKNOWN_ID } from '../lm/symbols.ts'
import { Lattice } from './lattice.ts'
import type { PhraseBonus } from './phrase-bonus.ts'
import { PlaceKind, type Places } from './places.ts'
import { PosteriorScorer } from './posterior.ts'
import { BeamSearch } from './search.ts'

/** The model is surer than it is right: log scores are divided by this for posteriors. */
const TEMPERATURE = 1.5

export class SentenceLattice {
  private readonly language: LanguageModel
  private readonly lattice = new Lattice()
  private readonly search: BeamSearch
  private readonly scorer = new PosteriorScorer()
  private path = new Int32Array(64)
  private posterior = new Float32Array(4096)
  /** Words of the user's list that the vocabulary does not have, by place; set by `choose`. */
  readonly outsiders: Map<number, string> = new Map()

  constructor(language: LanguageModel) {
    this.language = language
    this.search = new BeamSearch(language.table)
  }

  /** Writes the words of the best path to `places.chosen`. */
  choose(places: Places, count: number, before: number, logLoss: number, bonus: PhraseBonus | null): void {
    this.build(places, count, logLoss, bonus)
    this.run(count, before, false)
    for (let place = 0; place < count; place++)
      places.chosen[place] = this.lattice.word[this.path[place] as number] as number
  }

  /** Writes P(chosen word | sentence) of each place to `confidence`. */
  weigh(
    places: Places,
    count: number,
    before: number,
    logLoss: number,
    bonus: PhraseBonus | null,
    confidence: Float32Array,
  ): void {
    this.build(places, count, logLoss, bonus)
    this.run(count, before, true)
    const { lattice, search } = this
    if (lattice.edges > this.posterior.length) this.posterior = new Float32Array(lattice.edges * 2)
    const { arcs, score, edge: ends, hypotheses, finalFrom } = search
    this.scorer.run(arcs, score, ends, hypotheses, finalFrom, TEMPERATURE, this.posterior)
    for (let place = 0; place < count; place++) {
      let sum = 0
      for (
        let edge = lattice.blockStart[place] as number;
        edge < (lattice.blockStart[place + 1] as number);
        edge++
      )
        if (lattice.word[edge] === places.chosen[place]) sum += this.posterior[edge] as number
      confidence[place] = Math.min(1, sum)
    }
  }

  private run(count: number, before: number, record: boolean): void {
    if (count > this.path.length) this.path = new Int32Array(count * 2)
    this.search.run(this.lattice, this.path, before, record)
  }

  private build(places: Places, count: number, logLoss: number, bonus: PhraseBonus | null): void {
    const { lattice, language } = this
    lattice.clear()
    this.outsiders.clear()
    for (let place = 0; place < count; place++) {
      lattice.beginBlock(place, place + 1)
      const from = places.from[place] as number
      const to = places.to[place] as number
      const kind = places.kind[place] as number
      const outsider = bonus === null ? null : bonus.unknownWord(place, language.vocabulary)
      if (outsider !== null) {
        this.outsiders.set(place, outsider.word)
        lattice.addEdge(UNKNOWN_ID, outsider.bonus, place)
      }
      if (kind === PlaceKind.FIXED) {
        if (outsider === null) lattice.addEdge(from, 0, place)
        continue
      }
      const shape =
        kind === PlaceKind.LOWER ? language.logSmall : kind === PlaceKind.CAPITAL ? language.logCapital : null
      for (let id = from; id < to; id++) {
        const score = (shape === null ? 0 : (shape[id] as number)) + (id === places.own[place] ? 0 : logLoss)
        const word = language.vocabulary.words[id] as string
        lattice.addEdge(id, bonus === null ? score : score + bonus.of(place, word), place)
      }
    }
  }
}
