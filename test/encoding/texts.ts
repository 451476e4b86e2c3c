// Texts of the tests: documents of our own, and single letters.

import { readFileSync } from 'node:fs'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')

export const DOCUMENTS: readonly string[] = [
  'own/official.txt',
  'own/places.txt',
  'le-thanh-nghi/plan.txt',
].map(fixture)

/** Every letter with a mark, small, then capital. */
export const LETTERS = 'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ'

/** Stretches of at least 60 characters, cut at spaces. */
export function snippets(count: number): string[] {
  const found: string[] = []
  for (let at = 0; found.length < count; at += 97) {
    const text = DOCUMENTS[found.length % DOCUMENTS.length]!
    const start = text.indexOf(' ', at % (text.length - 200)) + 1
    const snippet = text.slice(start, text.indexOf(' ', start + 60))
    if ((snippet.match(/[à-ỹđ]/giu)?.length ?? 0) >= 6) found.push(snippet)
  }
  return found
}

/** What encodings of one byte a letter have no code for, as ASCII. */
export const plainSigns = (text: string): string =>
  text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—•]/g, '-')
    .replace(/…/g, '...')
    .replace(/\u00a0/g, ' ')
