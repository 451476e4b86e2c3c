/**
 * VIQR (RFC 1456): marks typed behind their letters in ASCII, `Vie^.t Nam` → `Việt Nam`, `\.` → `.`; with the variants
 * that are met: `d-`, `Dd`, `o*`, `u*`.
 */
import { isLegalSyllable } from '../syllable/split.ts'
import { toNfc, toNfd } from '../unicode/nfc.ts'

const BREVE = '\u0306'
const CIRCUMFLEX = '\u0302'
const HORN = '\u031b'

/** What the sign behind a vowel makes of it, first the quality, then the tone. */
const QUALITIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { '^': CIRCUMFLEX, '(': BREVE },
  e: { '^': CIRCUMFLEX },
  o: { '^': CIRCUMFLEX, '+': HORN, '*': HORN },
  u: { '+': HORN, '*': HORN },
  i: {},
  y: {},
}

const TONES: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  "'": '\u0301',
  '.': '\u0323',
}

const SIGNS = "^(+*`?~'.-"
const ESCAPED = `${SIGNS}\\dD`
const WORD_LETTER = /\p{L}/u

/** Reads VIQR. A sign that cannot belong to the letter before it stands for itself. */
export function readViqr(text: string): string {
  const words: string[] = []
  let word = ''
  const endWord = (sign: string): void => {
    words.push(word, sign)
    word = ''
  }
  for (let i = 0; i < text.length; ) {
    const letter = text.charAt(i)
    const next = text.charAt(i + 1)
    if (letter === '\\' && next !== '' && ESCAPED.includes(next)) {
      if (next === 'd' || next === 'D') word += next
      else endWord(next)
      i += 2
      continue
    }
    const vowel = QUALITIES[letter.toLowerCase()]
    if (vowel !== undefined) {
      const read = readVowel(text, i, vowel, word)
      word += read.text
      i += read.length
      continue
    }
    const isD = letter === 'd' || letter === 'D'
    if (isD && (next.toLowerCase() === 'd' || (next === '-' && isVowelLetter(text.charAt(i + 2))))) {
      word += letter === 'd' ? 'đ' : 'Đ'
      i += 2
      continue
    }
    if (WORD_LETTER.test(letter)) word += letter
    else endWord(letter)
    i++
  }
  endWord('')
  return toNfc(words.join(''))
}

const isVowelLetter = (letter: string): boolean => letter !== '' && 'aeiouyAEIOUY'.includes(letter)

/** A vowel with its signs; a tone that may be the mark at the end of a sentence must make a syllable of the word. */
function readVowel(
  text: string,
  at: number,
  qualities: Readonly<Record<string, string>>,
  before: string,
): { text: string; length: number } {
  let read = text.charAt(at)
  let length = 1
  const quality = qualities[text.charAt(at + 1)]
  if (quality !== undefined) {
    read += quality
    length++
  }
  const tone = TONES[text.charAt(at + length)]
  if (tone === undefined) return { text: read, length }
  const after = text.charAt(at + length + 1)
  const ends = !WORD_LETTER.test(after)
  if (ends && before.length < 8 && !isLegalSyllable(before + read + tone) && isLegalSyllable(before + read)) {
    return { text: read, length }
  }
  return { text: read + tone, length: length + 1 }
}

/** Writes VIQR; signs and letters that would be read as marks get a backslash. */
export function writeViqr(text: string): string {
  const out: string[] = []
  for (const letter of toNfc(text)) {
    if (letter === 'đ' || letter === 'Đ') out.push(letter === 'đ' ? 'dd' : 'DD')
    else if (letter >= '\u0080') {
      const [base, ...marks] = toNfd(letter)
      const signs = marks.map((mark) => SIGN_OF[mark])
      // Canonical order puts the dot below before circumflex and breve; VIQR has it last.
      out.push(signs.includes(undefined) ? letter : base + signs.sort(byQuality).join(''))
    } else out.push(wouldMark(out.at(-1) ?? '', letter) ? `\\${letter}` : letter)
  }
  return out.join('')
}

const SIGN_OF: Readonly<Record<string, string | undefined>> = {
  [CIRCUMFLEX]: '^',
  [BREVE]: '(',
  [HORN]: '+',
  '\u0300': '`',
  '\u0309': '?',
  '\u0303': '~',
  '\u0301': "'",
  '\u0323': '.',
}

const byQuality = (a: string | undefined, b: string | undefined): number =>
  Number('^(+'.includes(b ?? ' ')) - Number('^(+'.includes(a ?? ' '))

/** Whether an ASCII character would be read as a mark, or with its neighbour as đ, behind the letter that was written last. */
function wouldMark(last: string, sign: string): boolean {
  if (sign === '\\') return true
  if (sign === 'd' || sign === 'D' || sign === '-')
    return /^\\?[dD]$/.test(last) || last === 'dd' || last === 'DD'
  return SIGNS.includes(sign) && /[aeiouyAEIOUY][\^(+*]?$/.test(last)
}
