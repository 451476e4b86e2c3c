// One spelling per letter: everything after this stage may compare words as strings.
// Quotes, dashes, spaces and line ends stay as printed, so layout and typography survive.
import { toNfc, toNfd } from './nfc.ts'

/** Invisible characters that only split words: soft hyphen, joiners, direction marks, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Letters that look like a Vietnamese letter and are typed or recognised for it; ligatures of Latin fonts. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '\u00d0': 'Đ',
  '\u0189': 'Đ',
  '\u00f0': 'đ',
  '\u0256': 'đ',
  '\u01cd': 'Ă',
  '\u01ce': 'ă',
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
}
/** Those below the combining marks, where `isPlain` must tell them from ordinary letters. */
const LATIN_LOOKALIKES = [0xd0, 0xf0, 0x189, 0x1cd, 0x1ce, 0x256]
const LOOKALIKE = /[\u00d0\u0189\u00f0\u0256\u01cd\u01ce\ufb00-\ufb06]/g

/** Letters whose glyph is that of a Latin letter in common fonts: Cyrillic capitals and small letters, then Greek. */
const HOMOGLYPH_FROM = 'АВЕЅІЈКМНОРСТУХ' + 'аеѕіјорсух' + 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'
const HOMOGLYPH_TO = 'ABESIJKMHOPCTYX' + 'aesijopcyx' + 'ABEZHIKMNOPTYXo'

const CYRILLIC_OR_GREEK = /[\u0370-\u04ff]/g
const LETTER_WITH_TWINS = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]|[\u0300-\u036f]/u
const LATIN = /\p{Script=Latin}/u

const MARKS_OF_ONE_BASE = /([\0-\u02ff\u0370-\uffff]?)([\u0300-\u036f]+)/g
const NO_BASE = /^[\s\p{Cc}]?$/u
const ONLY_VIETNAMESE_MARKS = /^[\u0300-\u0303\u0306\u0309\u031b\u0323]+$/
const CIRCUMFLEX_OR_BREVE = /[\u0302\u0306]/g

/**
 * The text with one spelling per letter: NFC; combining marks in the order that composes (`e ́ ̂` → `ế`),
 * repeated marks once, marks without a letter dropped; `Ð Ɖ ð ɖ` → `Đ đ`, `ǎ` (caron) → `ă`, ligatures spelt out; Cyrillic and Greek
 * glyph twins replaced inside an otherwise Latin word; zero-width characters and soft hyphens removed.
 * Idempotent; a text with nothing to do is returned as it is, after one scan.
 * @example normalise('Ho\u0323\u0302i nghi\u0323') // 'Hội nghị'
 */
export function normalise(text: string): string {
  if (isPlain(text)) return text
  // Composed before each comparison with single letters, so that both forms of a letter meet the same rule.
  const latin = toNfc(replaceHomoglyphs(toNfc(text.replace(INVISIBLE, ''))))
  const out = latin.replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter)
  return toNfc(out.replace(MARKS_OF_ONE_BASE, orderMarks))
}

/** True when no code unit can be changed by `normalise`; false only means "look closer". */
export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0xad) continue
    if (unit < 0x300) {
      if (unit === 0xad || LATIN_LOOKALIKES.includes(unit)) return false
    } else if (!((unit >= 0x1ea0 && unit <= 0x1ef9) || isPlainPunctuation(unit))) return false
  }
  return true
}

/** Dashes, quotes, bullets, currency and arrows: stable under NFC and common in print. */
function isPlainPunctuation(unit: number): boolean {
  return (
    (unit >= 0x2010 && unit <= 0x205f) ||
    (unit >= 0x20a0 && unit <= 0x20bf) ||
    (unit >= 0x2190 && unit <= 0x21ff)
  )
}

/** Visits only the words with a Cyrillic or Greek letter, each once: whole documents pass through here. */
function replaceHomoglyphs(text: string): string {
  let out = ''
  let done = 0
  for (const hit of text.matchAll(CYRILLIC_OR_GREEK)) {
    if (hit.index < done) continue
    let start = hit.index
    while (start > done && LETTER_WITH_TWINS.test(text.charAt(start - 1))) start--
    let end = hit.index + 1
    while (end < text.length && LETTER_WITH_TWINS.test(text.charAt(end))) end++
    out += text.slice(done, start) + latinOf(text.slice(start, end))
    done = end
  }
  return out + text.slice(done)
}

/** The word in Latin letters when it has some and all its others are their twins; else the word itself. */
function latinOf(word: string): string {
  if (!LATIN.test(word)) return word
  let out = ''
  for (const letter of word) {
    const at = HOMOGLYPH_FROM.indexOf(letter)
    if (at < 0 && /[\u0370-\u{10ffff}]/u.test(letter) && !LATIN.test(letter)) return word
    out += at < 0 ? letter : HOMOGLYPH_TO.charAt(at)
  }
  return out
}

function orderMarks(_: string, base: string, marks: string): string {
  if (NO_BASE.test(base)) return base
  const decomposed = toNfd(base)
  const unique = [...new Set(decomposed.slice(1) + marks)].join('')
  const letter = decomposed.charAt(0)
  if (!LATIN.test(letter) || !ONLY_VIETNAMESE_MARKS.test(unique)) return letter + unique
  // Circumflex, breve and the five tones share a combining class with each other (all but the dot below), so NFC
  // keeps their order; only "quality first, tone second" composes.
  const quality = unique.match(CIRCUMFLEX_OR_BREVE)
  return quality === null
    ? letter + unique
    : letter + quality.join('') + unique.replace(CIRCUMFLEX_OR_BREVE, '')
}
