/**
 * Gazetteer tables → dictionary lists: place names, name syllables, abbreviations. Pure functions of text, so the
 * lists are the same bytes wherever they are built. Lines are in code point order.
 */
import { VanbanError } from '../errors.ts'
import { canonical } from '../syllable/tone.ts'
import { applyCase, casePattern } from '../unicode/case.ts'
import { normalise } from '../unicode/normalise.ts'

/** One row of a gazetteer table by column name; a column that is not there reads as ''. */
export type Row = Readonly<Record<string, string>>

/** Reads a tab-separated table whose first line names the columns. */
export function readTable(text: string): Row[] {
  const [header = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const columns = header.split('\t')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t')
      return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
    })
}

function field(row: Row, column: string): string {
  return row[column] ?? ''
}

/** One spelling per name: NFC, tone marks in traditional placement, one space between words, capitals kept. */
export function settleSpelling(text: string): string {
  return normalise(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\p{L}\p{M}]+/gu, (word) => applyCase(canonical(word), casePattern(word), word))
}

/** The words and numbers of a phrase. */
function phraseWords(phrase: string): string[] {
  return phrase.match(/[\p{L}\p{M}]+|\d+/gu) ?? []
}

/** Code point order of the whole line, the same under every locale and ICU version. */
export function sortLines(lines: Iterable<string>): string[] {
  return [...lines].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** The tables of administrative units. */
export interface PlaceTables {
  readonly provincesBefore: readonly Row[]
  readonly provincesAfter: readonly Row[]
  readonly districtsBefore: readonly Row[]
  readonly communesBefore: readonly Row[]
  readonly communesAfter: readonly Row[]
  /** Renamed or raised since: `full_name_2025`, `full_name_2026`. */
  readonly communesChanged: readonly Row[]
}

const PROVINCE_WEIGHT = 3
const DISTRICT_WEIGHT = 2
const COMMUNE_WEIGHT = 1

interface Place {
  readonly name: string
  weight: number
  /** Type → where it was seen: '-' before, '+' since, '=' both. */
  readonly types: Map<string, string>
}

/**
 * Lines `name TAB TAB weight TAB types`; types such as `huyện-,xã=`: `-` until 30/6/2025, `+` since 1/7/2025, `=` both.
 * Names without a letter (`Quận 1`, `Phường 12`) are left out.
 */
export function placeLines(tables: PlaceTables): string[] {
  const places = new Map<string, Place>()
  const add = (name: string, type: string, weight: number, when: '-' | '+') => {
    const settled = settleSpelling(name)
    if (!/\p{L}/u.test(settled)) return
    const key = phraseWords(settled).map(canonical).join(' ')
    const place = places.get(key) ?? { name: settled, weight: 0, types: new Map() }
    places.set(key, place)
    place.weight = Math.max(place.weight, weight)
    const seen = place.types.get(type)
    place.types.set(type, seen === undefined || seen === when ? when : '=')
  }
  const addAll = (rows: readonly Row[], weight: number, when: '-' | '+') => {
    for (const row of rows) {
      const type = field(row, 'type').toLowerCase()
      // Until 2025 "thành phố" was also a kind of district.
      const ofProvince = weight === DISTRICT_WEIGHT && type === 'thành phố'
      add(field(row, 'name'), ofProvince ? 'thành phố thuộc tỉnh' : type, weight, when)
    }
  }
  addAll(tables.provincesBefore, PROVINCE_WEIGHT, '-')
  addAll(tables.provincesAfter, PROVINCE_WEIGHT, '+')
  addAll(tables.districtsBefore, DISTRICT_WEIGHT, '-')
  addAll(tables.communesBefore, COMMUNE_WEIGHT, '-')
  addAll(tables.communesAfter, COMMUNE_WEIGHT, '+')
  for (const row of tables.communesChanged) {
    const after = field(row, 'full_name_2026')
    if (samePronunciation(field(row, 'full_name_2025'), after)) continue
    const [, type, name] = /^(\S+) (.+)$/.exec(after) ?? []
    if (type !== undefined && name !== undefined) add(name, type.toLowerCase(), COMMUNE_WEIGHT, '+')
  }
  return sortLines([...places.values()].map(placeLine))
}

function placeLine({ name, types, weight }: Place): string {
  const list = sortLines([...types].map(([type, when]) => type + when)).join(',')
  return `${name}\t\t${weight === COMMUNE_WEIGHT ? '' : weight}\t${list}`
}

/** Kỳ/Kì and hòa/hoà are spellings of one name, Phó/Phố are not. */
function samePronunciation(a: string, b: string): boolean {
  const sound = (name: string) =>
    settleSpelling(name)
      .toLowerCase()
      .replace(/[yỳýỷỹỵ]/g, (letter) => 'iìíỉĩị'.charAt('yỳýỷỹỵ'.indexOf(letter)))
  return sound(a) === sound(b)
}

/** Names in the counted list; the percentages of the generator's list are brought to this base. */
const COUNTED_NAMES = 8757

interface NameCounts {
  family: number
  middle: number
  given: number
}

/**
 * Lines `syllable TAB TAB weight TAB family TAB middle TAB given`: counts by place in the name, weight 0..10 by the
 * logarithm of their sum.
 */
export function nameLines(familyNames: readonly Row[], nameSyllables: readonly Row[]): string[] {
  const counts = new Map<string, NameCounts>()
  const countsOf = (syllable: string): NameCounts | undefined => {
    const settled = settleSpelling(syllable)
    if (phraseWords(settled).length !== 1) return undefined
    const found = counts.get(settled) ?? { family: 0, middle: 0, given: 0 }
    counts.set(settled, found)
    return found
  }
  for (const row of familyNames) {
    const found = countsOf(field(row, 'name'))
    if (found === undefined) continue
    const percent = Math.max(
      ...['weight_north', 'weight_central', 'weight_south'].map((column) => Number(field(row, column))),
    )
    found.family +=
      Number(field(row, 'count_uit')) || Math.max(1, Math.round((percent * COUNTED_NAMES) / 100))
  }
  for (const row of nameSyllables) {
    const found = countsOf(field(row, 'syllable'))
    if (found === undefined) continue
    found.middle += Number(field(row, 'as_middle'))
    found.given += Number(field(row, 'as_given'))
  }
  const sum = (n: NameCounts) => n.family + n.middle + n.given
  const most = Math.max(1, ...[...counts.values()].map(sum))
  return sortLines(
    [...counts].map(([syllable, n]) => {
      const weight = ((10 * Math.log(1 + sum(n))) / Math.log(1 + most)).toFixed(1)
      return `${syllable}\t\t${weight}\t${n.family}\t${n.middle}\t${n.given}`
    }),
  )
}

/** The tables with abbreviations in them. */
export interface AbbreviationTables {
  readonly admin: readonly Row[]
  readonly documents: readonly Row[]
  readonly agencies: readonly Row[]
  readonly mined: readonly Row[]
}

/** A mined expansion counts when it is at least this part of the abbreviation's expansions … */
const MINED_SHARE_MIN = 0.35
/** … and was found this often; below it are typing errors and companies. */
const MINED_COUNT_MIN = 3

/**
 * Lines `abbreviation TAB TAB TAB expansion; expansion`. Mined pairs are used only for abbreviations the compiled
 * tables lack, and only common nouns: an expansion all in capitals is a company, a club or a person.
 */
export function abbreviationLines(tables: AbbreviationTables): string[] {
  const expansions = new Map<string, string[]>()
  const add = (abbreviation: string, expansion: string) => {
    const short = normalise(abbreviation.replace(/ \(.*\)$|\.$/g, '').trim())
    if (short === '' || /\s/.test(short)) return
    const list = expansions.get(short) ?? []
    expansions.set(short, list)
    for (const one of settleSpelling(expansion.replace(/ \(.*\)$/, '')).split('; ')) {
      if (!list.some((known) => known.toLowerCase() === one.toLowerCase())) list.push(one)
    }
  }
  for (const row of tables.admin) add(field(row, 'abbreviation'), field(row, 'expansion'))
  for (const row of tables.documents) add(field(row, 'abbreviation'), field(row, 'document_type'))
  for (const row of tables.agencies) add(field(row, 'abbreviation'), field(row, 'name'))
  const compiled = new Set(expansions.keys())
  for (const row of tables.mined) {
    const expansion = field(row, 'expansion')
    const common = phraseWords(expansion)
      .slice(1)
      .some((word) => word === word.toLowerCase())
    const enough =
      Number(field(row, 'count')) >= MINED_COUNT_MIN && Number(field(row, 'share')) >= MINED_SHARE_MIN
    if (common && enough && !compiled.has(field(row, 'abbreviation')))
      add(field(row, 'abbreviation'), expansion)
  }
  return sortLines([...expansions].map(([short, list]) => `${short}\t\t\t${list.join('; ')}`))
}

/** Checks that a table has what its list needs. */
export function requireColumns(rows: readonly Row[], columns: readonly string[], file: string): void {
  const first = rows[0]
  const missing = first === undefined ? columns : columns.filter((column) => !(column in first))
  if (missing.length === 0) return
  throw new VanbanError(
    'TRAINING_DATA',
    'training',
    `${file} has no rows with the columns ${missing.join(', ')}: is this the right table?`,
    { file },
  )
}
