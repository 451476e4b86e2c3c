/**
 * How much of the text of old files is read: the share of the words of each known text that importDocument finds, before
 * repair. Known texts give no capitals that only a font has, so capitals are not compared; neither are spellings that mean
 * the same (hoà, hòa), and words that are punctuation alone.
 *
 * npx tsx bench/legacy-files.ts --scans FOLDER [--misses] [--only PART-OF-NAME]
 *
 * FOLDER has a manifest.tsv with a header line and the columns "file", "kind" (files of kind "legacy-encoding" are read)
 * and "truth", both names meant from the folder. `recall` counts words wherever they stand; `in order` only those that
 * stand where they belong, which texts of two columns lower; `without slips` leaves out places where the known text itself is
 * wrong (it parts syllables, prints instructions of fields); `added` are words that the known text does not have.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { alignWords } from '../src/metrics/align.ts'
import { comparableWords } from '../src/metrics/comparable.ts'
import { importDocument, loadModel } from '../src/node.ts'
import { isLegalSyllable } from '../src/syllable/split.ts'
import { fold } from '../src/unicode/fold.ts'
import { formatTable, percent } from './table.ts'

/** Words shown on either side of a miss. */
const CONTEXT = 4

const { values } = parseArgs({
  options: {
    scans: { type: 'string', default: '../shared/scans' },
    misses: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
})

interface KnownFile {
  readonly file: string
  readonly truth: string
}

function readManifest(folder: string): KnownFile[] {
  const [head = '', ...lines] = readFileSync(join(folder, 'manifest.tsv'), 'utf8').trim().split('\n')
  const columns = head.split('\t')
  const cell = (line: string, name: string): string => line.split('\t')[columns.indexOf(name)] ?? ''
  return lines
    .filter((line) => cell(line, 'kind') === 'legacy-encoding' && cell(line, 'truth') !== '')
    .map((line) => ({ file: cell(line, 'file'), truth: cell(line, 'truth') }))
    .filter(({ file }) => file.includes(values.only))
}

const wordsOf = (text: string): string[] => comparableWords(text.toLowerCase())

/** Words of a list that another one does not have, or not as often. */
function missing(words: readonly string[], from: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const word of from) left.set(word, (left.get(word) ?? 0) + 1)
  return words.filter((word) => {
    const count = left.get(word) ?? 0
    if (count > 0) left.set(word, count - 1)
    return count === 0
  })
}

/** A place where the texts differ. */
interface Difference {
  /** Words of the known text, half-open. */
  readonly known: readonly [start: number, end: number]
  readonly read: readonly [start: number, end: number]
}

/** As far as the next word that is the same in both, again and again. */
function* differences(
  known: readonly string[],
  read: readonly string[],
  match: Int32Array,
): Generator<Difference> {
  const isSame = (i: number, from: number): boolean => match[i]! >= from && known[i] === read[match[i]!]
  let from = 0
  for (let start = 0; start <= known.length; ) {
    let end = start
    while (end < known.length && !isSame(end, from)) end++
    const to = end < known.length ? match[end]! : read.length
    if (end > start || to > from) yield { known: [start, end], read: [from, to] }
    from = to + 1
    start = end + 1
  }
}

const countIllegal = (words: readonly string[]): number =>
  words.filter((word) => /\p{L}/u.test(word) && !isLegalSyllable(word)).length

/** What Word keeps and does not print: instructions of fields. */
const INSTRUCTION = /^(?:(?:page|numpages|embed [a-z.]+\d*)(?: \d+)* ?)+$/u

/**
 * Whether the known text is wrong: its words are no syllables, and the same letters as they were read are (t ừ, từ; hoẵc,
 * hoặc); or they are an instruction to Word.
 */
function isSlip(known: readonly string[], read: readonly string[]): boolean {
  if (INSTRUCTION.test(known.join(' '))) return true
  // A character that only steers.
  if (known.join('').replace(/\p{Cc}/gu, '') === read.join('') && known.length === read.length) return true
  if (read.length === 0 || fold(known.join('')) !== fold(read.join(''))) return false
  const joined = known.join('') === read.join('')
  return (
    countIllegal(read) < countIllegal(known) ||
    (joined && known.length > read.length && countIllegal(read) === 0)
  )
}

const model = await loadModel()
const rows: string[][] = []
const total = { words: 0, lost: 0, sound: 0, left: 0 }
for (const { file, truth } of readManifest(values.scans)) {
  const known = wordsOf(readFileSync(join(values.scans, truth), 'utf8'))
  const { pages } = await importDocument(join(values.scans, file), { model, ocr: 'never', repair: false })
  const read = wordsOf(pages.map(({ raw }) => raw).join('\n'))
  const lost = missing(known, read).length
  const { match } = alignWords(known, read)
  const found = [...differences(known, read, match)].map((difference) => ({
    ...difference,
    isSlip: isSlip(known.slice(...difference.known), read.slice(...difference.read)),
  }))
  const slips = found.filter((one) => one.isSlip).flatMap((one) => known.slice(...one.known))
  const sound = missing(known, slips)
  const left = missing(sound, read).length
  const inOrder = known.filter((word, i) => match[i]! >= 0 && read[match[i]!] === word).length
  total.words += known.length
  total.lost += lost
  total.sound += sound.length
  total.left += left
  rows.push([
    file.split('/').at(-1) ?? file,
    String(known.length),
    String(lost),
    percent(1 - lost / known.length),
    percent(1 - left / sound.length),
    percent(inOrder / known.length),
    String(missing(read, known).length),
  ])
  if (!values.misses) continue
  console.log(`${file}: [known text] → [as it was read]`)
  for (const {
    known: [start, end],
    read: place,
    isSlip: own,
  } of found) {
    const before = known.slice(Math.max(0, start - CONTEXT), start).join(' ')
    const after = known.slice(end, end + CONTEXT).join(' ')
    const change = `[${known.slice(start, end).join(' ')}] → [${read.slice(...place).join(' ')}]`
    console.log(`${own ? '  slip' : '      '} … ${before} ${change} ${after} …`)
  }
  console.log()
}
const share = (missed: number, of: number): string => percent(1 - missed / of)
const { words, lost: allLost, sound: allSound, left: allLeft } = total
rows.push(['all', String(words), String(allLost), share(allLost, words), share(allLeft, allSound), '', ''])
console.log(formatTable(['file', 'words', 'missed', 'recall', 'without slips', 'in order', 'added'], rows))
