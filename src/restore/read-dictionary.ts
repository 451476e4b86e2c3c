/**
 * Dictionaries as text: readable lists of phrases that the search favours. The lists shipped with the package and
 * those of users are the same format, read in one pass over the code units.
 */
import { VanbanError } from '../errors.ts'
import { normalise } from '../unicode/normalise.ts'
import { TokenKind, tokenise } from '../unicode/tokenise.ts'
import { type Dictionary, DictionaryBuilder, type DictionaryEntry, ENTRY_KINDS } from './dictionary.ts'
import { type LineDefaults, LineProblem, readDirective, readKind, readWeight } from './dictionary-fields.ts'
import { WordPool } from './word-pool.ts'

export interface ReadDictionaryOptions {
  /** Name for error messages, usually the path. */
  readonly file?: string
}

/** Longest phrase in words; the matcher never looks further ahead. */
export const PHRASE_WORDS_MAX = 32
// A line longer than this is a wrong file, not a phrase; the longest line of the shipped lists is below 200.
const LINE_MAX = 1000
// Bounds memory against a file that is not a dictionary.
const ENTRIES_MAX = 1_000_000

const ABBREVIATION = ENTRY_KINDS.indexOf('abbreviation')
const NOT_TEXT = /[\p{Cc}\ufffd]/u
const NOT_TEXT_PROBLEM = 'holds characters that are no text: save the dictionary as UTF-8.'
const LETTER_OR_DIGIT = /[\p{L}0-9]/u
const TAB = 0x09
const HASH = 0x23

/**
 * Reads a dictionary: UTF-8 text, one entry a line, `phrase[TAB kind[TAB weight[TAB note…]]]`. An empty column means
 * the default. Blank lines and lines beginning with `#` are skipped, except `#! kind=place weight=0.5`, which sets
 * the defaults of the lines below it (at first `kind=phrase weight=1`). A byte order mark and CRLF line ends are
 * accepted.
 *
 * @throws VanbanError `DICTIONARY_SYNTAX` with the line number: unknown kind or setting, weight not in 0..10, no
 *   letter or digit in the phrase, line over 1000 characters, phrase over 32 words, text that is not UTF-8,
 *   over a million entries
 * @example readDictionary('Sở Nội vụ\tagency\t2').entry(0).syllables // ['sở', 'nội', 'vụ']
 */
export function readDictionary(text: string, options: ReadDictionaryOptions = {}): Dictionary {
  const source = normalise(text)
  const builder = new DictionaryBuilder(source, countLines(source), new WordPool(source))
  const reader = new LineReader(source, builder)
  let line = 0
  for (let at = 0; at < source.length; ) {
    let end = source.indexOf('\n', at)
    if (end < 0) end = source.length
    line++
    try {
      reader.read(at, end)
    } catch (error) {
      throw error instanceof LineProblem ? atLine(error.message, line, options.file) : error
    }
    at = end + 1
  }
  return builder.build()
}

/**
 * One dictionary of several: an entry of a later dictionary replaces an earlier one with the same words and kind.
 * The order is that of first appearance.
 */
export function mergeDictionaries(...dictionaries: readonly Dictionary[]): Dictionary {
  const lines = new Map<string, string>()
  for (const dictionary of dictionaries) {
    for (const entry of dictionary.entries()) {
      const { kind, note, phrase, weight } = entry
      lines.set(entryKey(entry), `${phrase}\t${kind}\t${weight}${note === '' ? '' : `\t${note}`}`)
    }
  }
  return readDictionary([...lines.values()].join('\n'))
}

/** Abbreviations and protected text differ by their capitals and signs; phrases only by their words. */
function entryKey({ kind, phrase, syllables, note }: DictionaryEntry): string {
  if (kind === 'abbreviation') return `${kind}\t${phrase}\t${note}`
  return `${kind}\t${kind === 'protected' ? phrase : syllables.join(' ')}`
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return Math.min(lines, ENTRIES_MAX)
}

function atLine(problem: string, line: number, file: string | undefined): VanbanError {
  const message = `${file ?? 'dictionary'} line ${line} ${problem}`
  return new VanbanError('DICTIONARY_SYNTAX', 'dictionary', message, {
    line,
    ...(file === undefined ? {} : { file }),
  })
}

class LineReader {
  private readonly text: string
  private readonly builder: DictionaryBuilder
  private readonly pool: WordPool
  private readonly defaults: LineDefaults = { kind: ENTRY_KINDS.indexOf('phrase'), weight: 1 }

  constructor(text: string, builder: DictionaryBuilder) {
    this.text = text
    this.builder = builder
    this.pool = builder.pool
  }

  /** Reads the line `text.slice(start, lineEnd)`. */
  read(start: number, lineEnd: number): void {
    const { builder, defaults, text } = this
    if (lineEnd - start > LINE_MAX) {
      throw new LineProblem(`is longer than ${LINE_MAX} characters: is this a dictionary, one phrase a line?`)
    }
    const end = this.trimEnd(start, lineEnd)
    if (start === end) return
    if (text.charCodeAt(start) === HASH) {
      if (text.charCodeAt(start + 1) === 0x21) readDirective(text.slice(start + 2, end), defaults)
      return
    }
    if (builder.size === ENTRIES_MAX) {
      throw new LineProblem(`is one entry too many: split the dictionary, the limit is ${ENTRIES_MAX}.`)
    }
    const phraseColumn = this.columnEnd(start, end)
    const phraseStart = this.trimStart(start, phraseColumn)
    const phraseEnd = this.trimEnd(phraseStart, phraseColumn)
    if (phraseStart === phraseEnd) {
      throw new LineProblem('has no phrase before its first tab: write phrase<TAB>kind<TAB>weight.')
    }
    let { kind, weight } = defaults
    let noteStart = end
    if (phraseColumn < end) {
      const kindColumn = this.columnEnd(phraseColumn + 1, end)
      if (kindColumn > phraseColumn + 1) kind = readKind(text.slice(phraseColumn + 1, kindColumn), kind)
      if (kindColumn < end) {
        const weightColumn = this.columnEnd(kindColumn + 1, end)
        if (weightColumn > kindColumn + 1)
          weight = readWeight(text.slice(kindColumn + 1, weightColumn), weight)
        noteStart = Math.min(weightColumn + 1, end)
      }
    }
    if (kind === ABBREVIATION) checkAbbreviation(text.slice(phraseStart, phraseEnd))
    else this.readWords(phraseStart, phraseEnd)
    builder.endEntry(phraseStart, phraseEnd, kind, weight, noteStart, end)
  }

  private readWords(start: number, end: number): void {
    const { builder, pool, text } = this
    let wordStart = start
    let was = OTHER
    for (let i = start; i <= end; i++) {
      const is = i < end ? unitClass(text.charCodeAt(i)) : OTHER
      if (is === UNUSUAL) {
        this.tokeniseFrom(wordStart, end)
        break
      }
      if (is === was) continue
      if (was !== OTHER) builder.addWord(pool.id(wordStart, i))
      wordStart = i
      was = is
    }
    if (builder.pending === 0) throw new LineProblem(noWordProblem(text.slice(start, end)))
    if (builder.pending > PHRASE_WORDS_MAX) {
      throw new LineProblem(
        `has a phrase of ${builder.pending} words: the longest allowed is ${PHRASE_WORDS_MAX}.`,
      )
    }
  }

  /** The rare phrase with other than Latin letters and ASCII signs is cut by the tokeniser itself. */
  private tokeniseFrom(from: number, end: number): void {
    const { count, kind, start, text } = tokenise(this.text.slice(from, end))
    if (NOT_TEXT.test(text)) throw new LineProblem(NOT_TEXT_PROBLEM)
    for (let i = 0; i < count; i++) {
      if (kind[i] !== TokenKind.WORD && kind[i] !== TokenKind.NUMBER) continue
      this.builder.addWord(this.pool.id(from + start[i]!, from + start[i + 1]!))
    }
  }

  private columnEnd(from: number, end: number): number {
    let at = from
    while (at < end && this.text.charCodeAt(at) !== TAB) at++
    return at
  }

  private trimStart(start: number, end: number): number {
    let at = start
    while (at < end && isBlank(this.text.charCodeAt(at))) at++
    return at
  }

  private trimEnd(start: number, end: number): number {
    let at = end
    while (at > start && isBlank(this.text.charCodeAt(at - 1))) at--
    return at
  }
}

function checkAbbreviation(phrase: string): void {
  if (NOT_TEXT.test(phrase)) throw new LineProblem(NOT_TEXT_PROBLEM)
  if (!LETTER_OR_DIGIT.test(phrase)) throw new LineProblem(noWordProblem(phrase))
}

function noWordProblem(phrase: string): string {
  return `has no letter or digit in its phrase "${phrase}".`
}

const OTHER = 0
const LETTER = 1
const DIGIT = 2
const UNUSUAL = 3

/** Agrees with the tokeniser on Latin text; what it cannot tell is `UNUSUAL`. */
function unitClass(unit: number): number {
  if (unit < 0x80) {
    if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) return LETTER
    if (unit >= 0x30 && unit <= 0x39) return DIGIT
    return unit < 0x20 || unit === 0x7f ? UNUSUAL : OTHER
  }
  if (
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0x1e00 && unit <= 0x1eff)
  ) {
    return LETTER
  }
  // No-break space, guillemets (µ is a letter), dashes, quotes.
  return (unit >= 0xa0 && unit < 0xc0 && unit !== 0xb5) || (unit >= 0x2010 && unit <= 0x2027)
    ? OTHER
    : UNUSUAL
}

/** Space, CR, no-break space; a tab too, so that trailing empty columns do not count. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === TAB || unit === 0x0d || unit === 0xa0
}
