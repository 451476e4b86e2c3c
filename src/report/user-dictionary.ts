/** What a reviewer decided → a dictionary of their own: what was right all along, and names that were confirmed. */
import { readDictionary } from '../restore/read-dictionary.ts'
import type { DecidedPlace } from './decisions.ts'

/** Longer phrases are corrections of a passage, not words to remember. */
const WORDS_MAX = 6

/** The kind a decided word is remembered as; `null`: it tells nothing about other documents. */
function kindOf({ original, repaired, text, review }: DecidedPlace): 'name' | 'phrase' | 'protected' | null {
  if (!/\p{L}/u.test(text) || text.trim().split(/\s+/u).length > WORDS_MAX) return null
  if (text === original && original !== repaired) return 'protected'
  if (review === 'name') return 'name'
  return text !== original && text !== repaired ? 'phrase' : null
}

/**
 * Text of a dictionary with what the decisions teach, sorted by code point; '' when there is nothing to learn.
 *
 * @param places decisions of one or several documents
 */
export function userDictionary(places: readonly DecidedPlace[]): string {
  const kinds = new Map<string, string>()
  for (const place of places) {
    const kind = kindOf(place)
    const phrase = place.text.trim().normalize('NFC')
    // The strictest wins: what must not be altered is not to be favoured elsewhere.
    if (kind !== null && kinds.get(phrase) !== 'protected') kinds.set(phrase, kind)
  }
  const lines = [...kinds].map(([phrase, kind]) => `${phrase}\t${kind}\n`).filter(isReadable)
  return lines.sort((a, b) => (a < b ? -1 : 1)).join('')
}

/** Whether a line is one that a dictionary can have: decisions are typed by hand. */
function isReadable(line: string): boolean {
  if (line.startsWith('#') || line.split('\t').length !== 2 || line.split('\n').length !== 2) return false
  try {
    return readDictionary(line).size === 1
  } catch {
    return false
  }
}
