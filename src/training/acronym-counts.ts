/** Counts abbreviations in corpus text, as evidence for putting the bar of Đ back. */
import { AcronymTable, bareAcronym, restoreBar } from '../restore/acronym.ts'
import type { Dictionary } from '../restore/dictionary.ts'
import { readDictionary } from '../restore/read-dictionary.ts'
import { isLegalSyllable } from '../syllable/split.ts'
import { normalise } from '../unicode/normalise.ts'
import { sortLines } from './gazetteer-lists.ts'

/** How often a form was seen in official and in press text. */
export interface AcronymCount {
  official: number
  press: number
}
export type AcronymCounts = Map<string, AcronymCount>

/** Letters with at least one capital each, parts joined as in codes: `HĐND`, `NĐ-CP`, `KH&CN`, `QĐ/TW`. */
const CODE = /(?<![\p{L}\p{N}\p{M}])\p{Lu}\p{L}*(?:[-&/]\p{Lu}\p{L}*)*(?![\p{L}\p{M}])/gu
/** Capitals with at most one small letter after the first or second (`TTg`, `TTr`, `QyĐ`): not a word or a brand. */
const SHORT_FORM = /^(?=\p{L}{2,12}$)\p{Lu}+[a-zđ]?\p{Lu}*$/u
/** Numerals as headings use them; CD, DC or MD are abbreviations. */
const ROMAN = /^[IVX]+$|^X[LC][IVX]*$/
const VIETNAMESE_CAPITALS = /^[A-ZĐĂÂÊÔƠƯa-zđ]+$/
/** Foreign words in capitals (UNESCO, REUTERS) are long and have the vowels of words. */
const WORDLIKE_LENGTH = 5
const WORDLIKE_VOWELS = 1 / 3

/** Adds the abbreviations of a text; a code counts as itself and for each of its parts. */
export function countAcronyms(text: string, group: keyof AcronymCount, counts: AcronymCounts): void {
  const add = (form: string) => {
    const count = counts.get(form)
    if (count === undefined) counts.set(form, { official: 0, press: 0, [group]: 1 })
    else count[group]++
  }
  for (const [code] of normalise(text).matchAll(CODE)) {
    const parts = code.split(/[-&/]/)
    if (!parts.every((part) => part.length === 1 || isShortForm(part))) continue
    if (parts.length > 1) add(code)
    for (const part of parts) if (part.length > 1) add(part)
  }
}

function isShortForm(part: string): boolean {
  if (!SHORT_FORM.test(part) || !/\p{Lu}.*\p{Lu}/u.test(part)) return false
  return VIETNAMESE_CAPITALS.test(part) && !ROMAN.test(part) && !isLegalSyllable(part) && !isWordlike(part)
}

function isWordlike(part: string): boolean {
  if (part.length < WORDLIKE_LENGTH || bareAcronym(part) !== part) return false
  return (part.match(/[AEIOU]/g)?.length ?? 0) / part.length >= WORDLIKE_VOWELS
}

/** Uses below which a form is as likely a misprint. */
const OFFICIAL_MIN = 8
const PRESS_MIN = 40

/**
 * Lines `form TAB TAB TAB official TAB press`: abbreviations in use, the rivals that differ from one of them only by
 * bars, and those codes that are not restored right part by part.
 *
 * @param listed dictionaries whose abbreviations count as listed
 */
export function acronymLines(counts: AcronymCounts, listed: readonly Dictionary[]): string[] {
  const inUse = (count: AcronymCount) => count.official >= OFFICIAL_MIN || count.press >= PRESS_MIN
  const isSingle = (form: string) => !/[-&/]/.test(form)
  const barred = new Set<string>()
  for (const [form, count] of counts)
    if (inUse(count) && bareAcronym(form) !== form) barred.add(bareAcronym(form))
  // A lone misprint is no rival; twice may be a word of its own.
  const kept = [...counts].filter(
    ([form, count]) => inUse(count) || (barred.has(bareAcronym(form)) && count.official + count.press > 1),
  )
  const singles = kept.filter(([form]) => isSingle(form))
  const known = new AcronymTable([...listed, readDictionary(singles.map(countLine).join('\n'))])
  const leading = leadingForms(kept)
  const codes = kept.filter(([form, count]) => {
    const bare = bareAcronym(form)
    return !isSingle(form) && inUse(count) && (restoreBar(bare, known) ?? bare) !== leading.get(bare)
  })
  return sortLines([...singles, ...codes].map(countLine)).map((line) => line.replace('abbreviation', ''))
}

/** Bare letters → the form most used for them. */
function leadingForms(forms: readonly (readonly [string, AcronymCount])[]): Map<string, string> {
  const leading = new Map<string, readonly [string, AcronymCount]>()
  for (const form of forms) {
    const best = leading.get(bareAcronym(form[0]))
    if (best === undefined || form[1].official + form[1].press > best[1].official + best[1].press) {
      leading.set(bareAcronym(form[0]), form)
    }
  }
  return new Map([...leading].map(([bare, [form]]) => [bare, form]))
}

function countLine([form, count]: readonly [string, AcronymCount]): string {
  return `${form}\tabbreviation\t\t${count.official}\t${count.press}`
}
