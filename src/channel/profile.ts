/**
 * The profile of an OCR engine: counted confusions and a few settings, as a small file a user can read,
 * edit and replace.
 *
 * ```text
 * # vanban channel profile 1          first line, always
 * # any other line with "# " in front is a comment
 * [settings]
 * name<TAB>eng                        what the engine calls itself
 * logMerge<TAB>-6.1                   natural log of the chance that a printed space is lost
 * [characters]
 * ổ<TAB>6 412<TAB>é 398<TAB>∅ 13      printed, then each reading and its count; ∅ is the empty string
 * [onsets]  [rimes]                   the same for whole onsets and rimes with tone, case as printed
 * [before]  [after]                   what was read before and after a word in its chunk, and how often
 * ```
 */
import { VanbanError } from '../errors.ts'
import { addCount, type Confusions, type MutableConfusions } from './counts.ts'

/** What one OCR engine does to printed Vietnamese. */
export interface ChannelProfile {
  /** Short name: `eng`, `vie`. */
  readonly name: string
  /** Comment lines of the head, without `# `. */
  readonly comments: readonly string[]
  /** Numbers by name, see {@link SETTINGS}; others are kept as they are. */
  readonly settings: Readonly<Record<string, number>>
  /** Readings of single printed characters. */
  readonly characters: Confusions
  /** Readings of printed onsets. */
  readonly onsets: Confusions
  /** Readings of printed rimes. */
  readonly rimes: Confusions
  /** Strings read before the word inside its chunk (quotes, brackets, noise), with counts; '' is none. */
  readonly before: ReadonlyMap<string, number>
  /** The same after the word. */
  readonly after: ReadonlyMap<string, number>
}

/** Settings every profile must have; all are natural logarithms of probabilities but the first two. */
export const SETTINGS = [
  /** Pages the counts come from. */
  'pages',
  /** Printed chunks the counts come from. */
  'chunks',
  /** A printed space is lost, so that two chunks are read as one. */
  'logMerge',
  /** A printed chunk is read as two. */
  'logSplit',
  /** A printed chunk is not read at all. */
  'logLost',
  /** A chunk is read where nothing is printed. */
  'logInserted',
] as const

const HEAD = '# vanban channel profile 1'
const EMPTY = '∅'
const CONFUSION_SECTIONS = ['characters', 'onsets', 'rimes'] as const
const EDGE_SECTIONS = ['before', 'after'] as const

type Section = 'settings' | (typeof CONFUSION_SECTIONS)[number] | (typeof EDGE_SECTIONS)[number]
const SECTIONS: readonly string[] = ['settings', ...CONFUSION_SECTIONS, ...EDGE_SECTIONS]

function fail(line: number, problem: string): never {
  throw new VanbanError('PROFILE_SYNTAX', 'channel', `Line ${line} of the channel profile ${problem}`, {
    line,
  })
}

function parseReading(text: string, line: number): [string, number] {
  const space = text.lastIndexOf(' ')
  const count = Number(text.slice(space + 1))
  if (space < 1 || !Number.isFinite(count) || count <= 0) {
    fail(line, `has "${text}" where a reading and its count, such as "uong 311", should stand.`)
  }
  const read = text.slice(0, space)
  return [read === EMPTY ? '' : read, count]
}

/**
 * Reads a profile file.
 *
 * @param text the whole file
 * @throws VanbanError `PROFILE_SYNTAX` with the line number, for the first line that cannot be understood
 */
export function readProfile(text: string): ChannelProfile {
  const lines = text.normalize('NFC').split(/\r\n?|\n/)
  if (lines[0]?.replace(/^\ufeff/, '') !== HEAD) {
    fail(1, `is not "${HEAD}": this is no profile, or one of another version.`)
  }
  const comments: string[] = []
  const settings: Record<string, number> = {}
  const confusions: Record<(typeof CONFUSION_SECTIONS)[number], MutableConfusions> = {
    characters: new Map(),
    onsets: new Map(),
    rimes: new Map(),
  }
  const edges: Record<(typeof EDGE_SECTIONS)[number], Map<string, number>> = {
    before: new Map(),
    after: new Map(),
  }
  let section: Section | null = null
  let name = ''
  for (let i = 1; i < lines.length; i++) {
    const row = lines[i]!
    const at = i + 1
    if (row === '') continue
    if (row.startsWith('# ')) {
      if (section === null) comments.push(row.slice(2))
      continue
    }
    if (/^\[[a-z]+\]$/.test(row)) {
      if (!SECTIONS.includes(row.slice(1, -1))) {
        fail(at, `opens the section ${row}; known are [${SECTIONS.join('], [')}].`)
      }
      section = row.slice(1, -1) as Section
      continue
    }
    const cells = row.split('\t')
    if (section === null) fail(at, 'stands before the first section, such as [settings].')
    if (cells.length < 2)
      fail(at, `has no tab: write the printed form, a tab, then readings with their counts.`)
    const key = cells[0] === EMPTY ? '' : cells[0]!
    if (section === 'settings') {
      if (key === 'name') name = cells[1]!
      else if (cells[1] === '' || !Number.isFinite(Number(cells[1]))) {
        fail(at, `gives "${cells[1]}" for ${key}, which takes a number.`)
      } else settings[key] = Number(cells[1])
    } else if (section === 'before' || section === 'after') {
      const [read, count] = parseReading(`${cells[0]} ${cells[1]}`, at)
      edges[section].set(read, (edges[section].get(read) ?? 0) + count)
    } else {
      for (const cell of cells.slice(1)) addCount(confusions[section], key, ...parseReading(cell, at))
    }
  }
  if (name === '') fail(lines.length, 'is the last, and [settings] gave no name.')
  for (const setting of SETTINGS) {
    if (settings[setting] === undefined) fail(lines.length, `is the last, and [settings] gave no ${setting}.`)
  }
  return { name, comments, settings, ...confusions, ...edges }
}

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byCount = (a: readonly [string, number], b: readonly [string, number]) =>
  b[1] - a[1] || byCode(a[0], b[0])
const shown = (text: string) => (text === '' ? EMPTY : text)

/**
 * Writes a profile file: units by code point, readings by falling count, so that equal profiles are equal bytes.
 */
export function writeProfile(profile: ChannelProfile): string {
  const out = [
    HEAD,
    ...profile.comments.map((line) => `# ${line}`),
    '',
    '[settings]',
    `name\t${profile.name}`,
  ]
  const known: readonly string[] = SETTINGS
  const extra = Object.keys(profile.settings).filter((key) => !known.includes(key))
  for (const key of [...known, ...extra.sort(byCode)]) out.push(`${key}\t${profile.settings[key]}`)
  for (const section of CONFUSION_SECTIONS) {
    out.push('', `[${section}]`)
    for (const [printed, readings] of [...profile[section]].sort((a, b) => byCode(a[0], b[0]))) {
      const cells = [...readings].sort(byCount).map(([read, count]) => `${shown(read)} ${count}`)
      if (cells.length > 0) out.push([shown(printed), ...cells].join('\t'))
    }
  }
  for (const section of EDGE_SECTIONS) {
    out.push('', `[${section}]`)
    for (const [read, count] of [...profile[section]].sort(byCount)) out.push(`${shown(read)}\t${count}`)
  }
  return `${out.join('\n')}\n`
}
