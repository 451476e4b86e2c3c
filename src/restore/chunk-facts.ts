/**
 * What a chunk tells by itself, without its place in the page: worked out once per distinct chunk, because few chunks
 * of a document are new.
 */

import { type VowelGroups, vowelGroupsOf } from '../channel/shape.ts'
import { BOUNDARY_ID, COMMA_ID } from '../lm/symbols.ts'
import { placementVote } from '../syllable/tone.ts'
import { LetterClass, letterClassOf } from '../unicode/letter-class.ts'
import { normalise } from '../unicode/normalise.ts'
import { looksLikeAcronym } from './acronym-shape.ts'
import { type ChunkClass, chunkCore, classifyChunk } from './chunk-class.ts'
import { type ChunkReading, PrintedCase } from './chunk-reading.ts'
import type { WordReader } from './readings.ts'
import { simpleEdges } from './simple-chunk.ts'

/** Marks that end a sentence or a clause the language model treats as one. */
export const PAUSE: RegExp = /[.;:?!…]["”’)\]]*$/

/** The item of the language model that marks behind a word stand for; 0 = none. */
export const pauseOf = (marks: string): number =>
  PAUSE.test(marks) ? BOUNDARY_ID : marks.includes(',') ? COMMA_ID : 0

const INNER_MARKS = /(?<=[\p{L}\d])[./,;:–-]+(?=[\p{L}\d])/gu
/** A chunk worth showing to the code grammar. */
const CODE_LIKE = /^(?=.*\d).*[/-]|\p{Lu}[/-]\p{Lu}/u
/** Letters only: what OCR left whole enough to tell its language. */
const PLAIN_WORD = /(?<!\p{L})\p{L}{2,}(?=\P{L}*$)/u
/** One or two figures: a number, or là, lộ, ở as an English model reads them. */
const SHORT_NUMBER = /^\d{1,2}[,.;]?$/
/** Marks that writers put beside a word. */
export const USUAL_MARKS: RegExp = /^[,.;:!?"“”'‘’()[\]…-]*$/
const OPENS_WITH_WORD = /^[\p{L}\d]/u
const HOLDS_WORD = /[\p{L}\d]/u
const FIGURE = /\d/
const NO_CUTS: readonly number[] = []

/**
 * Distinct chunks of a generation; two are remembered: those of the last hundred pages or so, and of those before what was met
 * again. Each weighs up to 3 kB with its readings, so no file grows the cache beyond 50 MB.
 */
const GENERATION_MAX = 8_000
/** Longer chunks are dotted leaders, addresses or noise, and not remembered. */
const REMEMBERED_LENGTH_MAX = 64

/** Whether a chunk is written in the letters of Vietnamese. */
export const Script = { NO_WORD: 0, SYLLABLE: 1, FOREIGN: 2 } as const

export class ChunkFacts {
  readonly text: string
  readonly kind: ChunkClass
  /** Ends of the parts in which words ran together, the last part's left out; empty when it is one word. */
  readonly cuts: readonly number[]
  /** Characters that are marks before and behind the word. */
  readonly before: number
  readonly after: number
  /** A sentence or clause ends behind it. */
  readonly ends: boolean
  readonly hasFigure: boolean
  /** Letters with two cases, and capitals among them; 0 in what is no word or holds figures. */
  readonly letters: number
  readonly capitals: number
  readonly vowels: VowelGroups
  /** Its first character is a letter or figure; it holds one. */
  readonly opensWithWord: boolean
  readonly holdsWord: boolean
  readonly isShortNumber: boolean
  /** The word when it looks like an acronym. */
  readonly acronym: string | null
  readonly isCodeLike: boolean
  /** Open rimes with their mark in the modern place, less those in the traditional one. */
  readonly placement: number
  /** {@link Script} */
  readonly script: number
  /** Id of the word as it stands, where that is letters in a usual case with usual marks; else -1. */
  readonly printedWord: number
  /** {@link PrintedCase} of that word. */
  readonly printedCase: number
  /** What the marks behind the word are to the language model; 0: nothing. */
  readonly pause: number
  /** Alternatives by number of their reader; see `AlternativeReader.of`. */
  readonly readings: (ChunkReading | undefined)[] = []
  /** No other facts of the same reader have this number. */
  readonly number: number

  constructor(text: string, words: WordReader | null, number: number) {
    this.text = text
    this.number = number
    const edges = simpleEdges(text)
    const isSimple = edges >= 0
    this.kind = isSimple ? 'word' : classifyChunk(text)
    const { before, after } = isSimple ? { before: edges >> 8, after: edges & 255 } : chunkCore(text)
    this.before = before
    this.after = after
    const isWord = this.kind === 'word'
    this.cuts = isWord && !isSimple ? innerCuts(text) : NO_CUTS
    this.ends = isSimple && after === 0 ? false : PAUSE.test(text)
    this.hasFigure = !isSimple && FIGURE.test(text)
    let letters = 0
    let capitals = 0
    if (isSimple) {
      letters = text.length - before - after
      for (let i = before; i < before + letters; i++)
        if (letterClassOf(text.charCodeAt(i)) === LetterClass.CAPITAL) capitals++
    } else if (isWord && !this.hasFigure) {
      for (const letter of text) {
        const lower = letter.toLowerCase()
        if (lower === letter.toUpperCase()) continue
        letters++
        if (lower !== letter) capitals++
      }
    }
    this.letters = letters
    this.capitals = capitals
    this.vowels = vowelGroupsOf(text)
    this.opensWithWord = isSimple ? before === 0 : OPENS_WITH_WORD.test(text)
    this.holdsWord = isSimple || (isWord && HOLDS_WORD.test(text))
    this.isShortNumber = this.kind === 'number' && SHORT_NUMBER.test(text)
    const printed = isWord ? text.slice(before, text.length - after) : ''
    this.acronym = capitals > 1 && looksLikeAcronym(printed) ? printed : null
    this.isCodeLike = !isSimple && (this.kind === 'code' || CODE_LIKE.test(text))
    this.placement = placementVote(text)
    const plain =
      words === null ? undefined : isSimple ? printed : isWord ? PLAIN_WORD.exec(text)?.[0] : undefined
    this.script =
      plain === undefined ? Script.NO_WORD : words?.read(plain).syllable ? Script.SYLLABLE : Script.FOREIGN
    this.pause = after === 0 ? 0 : pauseOf(text.slice(text.length - after))
    this.printedCase = printedCaseOf(printed, letters, capitals)
    const isUsual = this.printedCase !== PrintedCase.NONE && hasUsualMarks(text, before, after)
    this.printedWord = isUsual && words !== null && (isSimple || isNormal(text)) ? words.read(printed).id : -1
  }
}

/** NONE: no letters only, or capitals in an unusual place. One letter alone may be a capital or all capitals. */
function printedCaseOf(word: string, letters: number, capitals: number): number {
  if (letters === 0 || word.length !== letters) return PrintedCase.NONE
  if (capitals === 0) return PrintedCase.LOWER
  if (letters === 1) return PrintedCase.NONE
  if (capitals === letters) return PrintedCase.UPPER
  return capitals === 1 && word.charAt(0) !== word.charAt(0).toLowerCase()
    ? PrintedCase.CAPITAL
    : PrintedCase.NONE
}

const hasUsualMarks = (text: string, before: number, after: number): boolean =>
  before + after === 0 ||
  (USUAL_MARKS.test(text.slice(0, before)) &&
    USUAL_MARKS.test(text.slice(text.length - after)) &&
    !text.includes('()'))

const isNormal = (text: string): boolean => text === normalise(text)

function innerCuts(chunk: string): readonly number[] {
  let cuts: number[] | undefined
  for (const match of chunk.matchAll(INNER_MARKS)) {
    cuts ??= []
    cuts.push(match.index + match[0].length)
  }
  return cuts ?? NO_CUTS
}

/** Gives the facts of chunks and remembers them. */
export class ChunkReader {
  private readonly words: WordReader | null
  private young = new Map<string, ChunkFacts>()
  private old = new Map<string, ChunkFacts>()
  private made = 0

  /** @param words tells Vietnamese words from foreign ones; null when nobody asks */
  constructor(words: WordReader | null) {
    this.words = words
  }

  read(chunk: string): ChunkFacts {
    const known = this.young.get(chunk)
    if (known !== undefined) return known
    const facts = this.old.get(chunk) ?? new ChunkFacts(chunk, this.words, this.made++)
    if (chunk.length <= REMEMBERED_LENGTH_MAX) {
      if (this.young.size >= GENERATION_MAX) {
        this.old = this.young
        this.young = new Map()
      }
      this.young.set(chunk, facts)
    }
    return facts
  }
}
