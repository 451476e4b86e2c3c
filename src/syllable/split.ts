// A written syllable ↔ onset, rime and tone.
import { normalise } from '../unicode/normalise.ts'
import { EXCEPTIONS, isLegalPair, ONSETS, RIMES, type Syllable, type Tone, tonesOf } from './inventory.ts'
import { hasQuality, isVowel, toneOf, withoutTone, withTone } from './letters.ts'

/** Where the tone mark goes on open `oa`, `oe`, `uy`: `hòa` (traditional) or `hoà` (modern). */
export type Placement = 'traditional' | 'modern'

/** The longest syllable is `nghiêng`. */
const LENGTH_MAX = 7

const ONSET_SET: ReadonlySet<string> = new Set(ONSETS)
const RIME_SET: ReadonlySet<string> = new Set(RIMES)
const EXCEPTION_BY_SPELLING: ReadonlyMap<string, Syllable> = new Map(
  EXCEPTIONS.map((syllable) => [joinSyllable(syllable), syllable]),
)

/**
 * Onset, rime and tone of a syllable, or `null` when the word is no legal Vietnamese syllable.
 * @param word any case, any Unicode form; the tone mark in traditional or modern placement
 * @example splitSyllable('Hoà') // { onset: 'h', rime: 'oa', tone: 1 }
 */
export function splitSyllable(word: string): Syllable | null {
  const lower = normalise(word).toLowerCase()
  const syllable = splitAnyPlacement(lower)
  if (syllable === null) return null
  return joinSyllable(syllable) === lower || joinSyllable(syllable, 'modern') === lower ? syllable : null
}

/** Whether a word, in any case, is spelt as a legal Vietnamese syllable with its mark in its place. */
export function isLegalSyllable(word: string): boolean {
  return splitSyllable(word) !== null
}

/**
 * As `splitSyllable`, for a lower-case NFC word whose mark may stand on any vowel letter (`qúy`, `khỏang`), as
 * typists often leave it.
 */
export function splitAnyPlacement(lower: string): Syllable | null {
  if (lower.length === 0 || lower.length > LENGTH_MAX) return null
  const exception = EXCEPTION_BY_SPELLING.get(lower)
  if (exception !== undefined) return exception
  let tone: Tone = 0
  let letters = ''
  for (let i = 0; i < lower.length; i++) {
    const unit = lower.charCodeAt(i)
    const found = toneOf(unit)
    if (found !== 0) {
      if (tone !== 0) return null
      tone = found
    }
    letters += String.fromCharCode(withoutTone(unit))
  }
  return splitLetters(letters, tone)
}

function splitLetters(letters: string, tone: Tone): Syllable | null {
  if (letters.startsWith('gi')) {
    // The i of gi is written once: gìn is gi + in, giếng is gi + iêng.
    const merged = letters.slice(1)
    if (RIME_SET.has(merged) && isLegalPair('gi', merged)) return checkTone('gi', merged, tone)
  }
  let onset = ''
  for (let length = Math.min(3, letters.length); length > 0; length--) {
    const head = letters.slice(0, length)
    if (ONSET_SET.has(head)) {
      onset = head
      break
    }
  }
  const rime = letters.slice(onset.length)
  return RIME_SET.has(rime) && isLegalPair(onset, rime) ? checkTone(onset, rime, tone) : null
}

function checkTone(onset: string, rime: string, tone: Tone): Syllable | null {
  return tonesOf(rime).includes(tone) ? { onset, rime, tone } : null
}

/**
 * Writes a syllable in lower case.
 * @param placement of the mark on open `oa`, `oe`, `uy`; default `traditional`
 * @example joinSyllable({ onset: 'gi', rime: 'iêng', tone: 4 }) // 'giếng'
 */
export function joinSyllable(syllable: Syllable, placement: Placement = 'traditional'): string {
  const { onset, rime, tone } = syllable
  const head = onset === 'gi' && rime.startsWith('i') ? 'g' : onset
  if (tone === 0) return head + rime
  const at = markPosition(rime, placement)
  return head + rime.slice(0, at) + withTone(rime.charAt(at), tone) + rime.slice(at + 1)
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
