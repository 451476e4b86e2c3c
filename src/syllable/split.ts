// A written syllable ↔ onset, rime and tone.
import { normalise } from '../unicode/normalise.ts'
import {
  EXCEPTIONS,
  isLegalPair,
  ONSETS,
  RIMES,
  STOP_TONES,
  type Syllable,
  type Tone,
  tonesOf,
} from './inventory.ts'
import { hasQuality, isVowel, toneOf, withoutTone, withTone } from './letters.ts'

/** Where the tone mark goes on open `oa`, `oe`, `uy`: `hòa` (traditional) or `hoà` (modern). */
export type Placement = 'traditional' | 'modern'

/** What the letters of a toneless spelling stand for, and which of them bears the mark. */
interface Spelling {
  readonly onset: string
  readonly rime: string
  readonly isStop: boolean
  readonly traditionalMark: number
  readonly modernMark: number
}

/** The longest syllable is `nghiêng`. */
const LENGTH_MAX = 7

const SPELLINGS: ReadonlyMap<string, Spelling> = /* @__PURE__ */ buildSpellings()
const EXCEPTION_BY_SPELLING: ReadonlyMap<string, Syllable> = /* @__PURE__ */ new Map(
  EXCEPTIONS.map((syllable) => [joinSyllable(syllable), syllable]),
)

function buildSpellings(): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>()
  for (const rime of RIMES) {
    // All that depends on the rime alone, once and not for each of 28 onsets.
    const isStop = tonesOf(rime) === STOP_TONES
    const traditional = markPosition(rime, 'traditional')
    const modern = markPosition(rime, 'modern')
    for (const onset of ONSETS) {
      if (!isLegalPair(onset, rime)) continue
      const head = writtenOnset(onset, rime)
      const traditionalMark = head.length + traditional
      const modernMark = head.length + modern
      spellings.set(head + rime, { onset, rime, isStop, traditionalMark, modernMark })
    }
  }
  return spellings
}

/**
 * Onset, rime and tone of a syllable, or `null` when the word is no legal Vietnamese syllable.
 * @param word any case, any Unicode form; the tone mark in traditional or modern placement
 * @example splitSyllable('Hoà') // { onset: 'h', rime: 'oa', tone: 1 }
 */
export function splitSyllable(word: string): Syllable | null {
  const lower = normalise(word).toLowerCase()
  const exception = EXCEPTION_BY_SPELLING.get(lower)
  if (exception !== undefined) return exception
  const at = markIndex(lower)
  const spelling = spellingOf(lower, at)
  if (spelling === null) return null
  if (at >= 0 && at !== spelling.traditionalMark && at !== spelling.modernMark) return null
  const tone = at < 0 ? 0 : toneOf(lower.charCodeAt(at))
  return { onset: spelling.onset, rime: spelling.rime, tone }
}

/** Whether a word, in any case, is spelt as a legal Vietnamese syllable with its mark in its place. */
export function isLegalSyllable(word: string): boolean {
  return splitSyllable(word) !== null
}

/**
 * Moves the mark of a lower-case NFC word to its traditional place, from whichever vowel letter a typist left it on
 * (`hoà`, `qúy`, `khỏang`). A word whose letters and tone make no legal syllable comes back as it is.
 */
export function placeMark(lower: string): string {
  const at = markIndex(lower)
  if (at < 0 || EXCEPTION_BY_SPELLING.has(lower)) return lower
  const spelling = spellingOf(lower, at)
  if (spelling === null || spelling.traditionalMark === at) return lower
  return setMark(withoutMark(lower, at), spelling.traditionalMark, toneOf(lower.charCodeAt(at)))
}

/** Index of the letter with the tone mark; -1 when none, or more than one, has any. */
function markIndex(lower: string): number {
  if (lower.length > LENGTH_MAX) return -1
  let at = -1
  for (let i = 0; i < lower.length; i++) {
    if (toneOf(lower.charCodeAt(i)) === 0) continue
    if (at >= 0) return -1
    at = i
  }
  return at
}

function spellingOf(lower: string, at: number): Spelling | null {
  const spelling = SPELLINGS.get(at < 0 ? lower : withoutMark(lower, at))
  return spelling === undefined || (spelling.isStop && (at < 0 || toneOf(lower.charCodeAt(at)) < 4))
    ? null
    : spelling
}

function withoutMark(lower: string, at: number): string {
  return lower.slice(0, at) + String.fromCharCode(withoutTone(lower.charCodeAt(at))) + lower.slice(at + 1)
}

function setMark(toneless: string, at: number, tone: Tone): string {
  return toneless.slice(0, at) + withTone(toneless.charAt(at), tone) + toneless.slice(at + 1)
}

/** The i of gi is written once: gi + in is gìn, gi + iêng is giếng. */
function writtenOnset(onset: string, rime: string): string {
  return onset === 'gi' && rime.startsWith('i') ? 'g' : onset
}

/**
 * Writes a syllable in lower case.
 * @param placement of the mark on open `oa`, `oe`, `uy`; default `traditional`
 * @example joinSyllable({ onset: 'gi', rime: 'iêng', tone: 4 }) // 'giếng'
 */
export function joinSyllable(syllable: Syllable, placement: Placement = 'traditional'): string {
  const { onset, rime, tone } = syllable
  const head = writtenOnset(onset, rime)
  return tone === 0 ? head + rime : setMark(head + rime, head.length + markPosition(rime, placement), tone)
}

/** Index of the letter of a toneless rime that bears the tone mark. */
function markPosition(rime: string, placement: Placement): number {
  let vowels = 0
  let quality = -1
  while (vowels < rime.length && isVowel(rime.charCodeAt(vowels))) {
    if (hasQuality(rime.charCodeAt(vowels))) quality = vowels
    vowels++
  }
  if (quality >= 0) return quality // the last one: ươ bears it on ơ
  if (vowels === 1) return 0
  if (vowels < rime.length) return vowels - 1 // closed: hoàn, xoòng, huỳnh
  if (vowels === 3) return 1 // ngoài, khuỷu
  return placement === 'modern' && isOpenGlide(rime) ? 1 : 0
}

/** The three rimes on which the placements differ. */
export function isOpenGlide(rime: string): boolean {
  return rime === 'oa' || rime === 'oe' || rime === 'uy'
}
