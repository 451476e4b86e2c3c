/**
 * How many fields of the heads of real scans are read exactly: kind, number, symbol, issuer, place, date, title,
 * signatory; and of those that are not, how many the plan leaves open or marks as uncertain.
 *
 *   npx tsx bench/head-fields.ts --scans DIR [--truth FILE] [--verbose]
 *
 * DIR holds `scanned/*.pdf` and `truth/*.fields.json`; FILE is a table of more documents, or of corrections:
 * { "name.pdf": { "kind": …, "number": …, "symbol": …, "issuer": …, "place": …, "date": …, "title": …, "signatory": … } }.
 * What the engine reads is kept under `build/`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { shelveEngine } from '../src/ingest/ocr-shelf.ts'
import { type OcrEngine, openOcrEngine } from '../src/ingest/tesseract.ts'
import { importDocument, loadModel } from '../src/node.ts'
import { parsePages } from '../src/plan/parse-pages.ts'
import type { Plan } from '../src/plan/schema.ts'
import { keyOf, remembered } from './cached-engine.ts'
import { formatTable } from './table.ts'

const FIELDS = ['kind', 'number', 'symbol', 'issuer', 'place', 'date', 'title', 'signatory'] as const
type Field = (typeof FIELDS)[number]
type Fields = Partial<Record<Field, string | null>>

const { values } = parseArgs({
  options: {
    scans: { type: 'string' },
    truth: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
})
if (values.scans === undefined) throw new Error('Give the folder of the scans with --scans.')
const folder = values.scans

/** One of the files beside the scans: lines of the head as they are printed. */
function truthOf(file: string): Fields {
  const json = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const [, number, symbol] = /:\s*(\d*)\s*\/\s*(\S+)/u.exec(json.so_ki_hieu ?? '') ?? []
  const [day, month, year] = (json.ngay_bh ?? '').match(/\d+/gu) ?? []
  const issuer = `${json.cqbh_tren} ${json.cqbh_duoi}`.trim()
  return {
    kind: json.loai_vb ?? null,
    number: number ?? null,
    symbol: symbol ?? null,
    issuer,
    place: /tỉnh (.+)$/iu.exec(issuer)?.[1] ?? null,
    date: year === undefined ? null : [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-'),
    title: json.nd_chinh ?? null,
    signatory: json.chu_ky ?? null,
  }
}

const truths = new Map<string, Fields>()
for (const name of readdirSync(join(folder, 'truth'))) {
  if (name.endsWith('.fields.json'))
    truths.set(name.replace('.fields.json', '.pdf'), truthOf(join(folder, 'truth', name)))
}
const given = new Set(truths.keys())
if (values.truth !== undefined) {
  const more = JSON.parse(readFileSync(values.truth, 'utf8')) as Record<string, Fields>
  for (const [name, fields] of Object.entries(more)) truths.set(name, { ...truths.get(name), ...fields })
}

function fieldOf(plan: Plan, field: Field): string | null {
  if (field === 'issuer') return plan.issuer?.name ?? null
  if (field === 'signatory') return plan.signatories.at(-1)?.name ?? null
  return plan[field]
}

/** Case, blanks, the place of tones and the words before a title are no matter. */
const normal = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/uỷ/gu, 'ủy')
    .replace(/^(?:về việc|v\/v|về)\s+/u, '')
    .replace(/\s*([-–/.,“”"])\s*/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()

const SUBJECTS: Readonly<Record<Field, RegExp>> = {
  kind: /^kind$/u,
  number: /^number$/u,
  symbol: /^(?:symbol|number)$/u,
  issuer: /^issuer/u,
  place: /^(?:place|date)$/u,
  date: /^date$/u,
  title: /^title$/u,
  signatory: /^signator/u,
}

const engine: OcrEngine = (() => {
  let opened: Promise<OcrEngine> | undefined
  return {
    recognise: (image, dpi) =>
      remembered(keyOf(image.pixels, image.width, image.height, dpi, 'letters'), async () => {
        opened ??= openOcrEngine()
        return (await opened).recognise(image, dpi)
      }),
    hold() {},
    release() {},
    async close() {
      const closing = opened
      opened = undefined
      await (await closing)?.close()
    },
  }
})()

type Outcome = 'exact' | 'warned' | 'open' | 'wrong'
const counts = new Map<string, Record<Outcome, number>>()
const count = (group: string, field: string, outcome: Outcome): void => {
  const key = `${group} ${field}`
  const found = counts.get(key) ?? { exact: 0, warned: 0, open: 0, wrong: 0 }
  found[outcome]++
  counts.set(key, found)
}

const model = await loadModel()
for (const [name, truth] of [...truths].sort()) {
  const file = join(folder, 'scanned', name)
  if (!existsSync(file)) continue
  await shelveEngine(engine)
  const { pages } = await importDocument(file, { model, jobs: 1 })
  const plan = parsePages(pages)
  for (const field of FIELDS) {
    const wanted = truth[field]
    if (wanted == null) continue
    const value = fieldOf(plan, field)
    const isWarned = plan.warnings.some(
      ({ code, subject }) => code === 'uncertain' && SUBJECTS[field].test(subject),
    )
    const isExact = value !== null && normal(value) === normal(wanted)
    const isPart = field === 'date' && value !== null && wanted.startsWith(value)
    const outcome: Outcome = isExact
      ? 'exact'
      : value === null || isPart
        ? 'open'
        : isWarned
          ? 'warned'
          : 'wrong'
    for (const group of [given.has(name) ? 'given' : 'other', 'all']) {
      count(group, field, outcome)
      count(group, 'all', outcome)
    }
    if (!values.verbose) continue
    if (!isExact) console.log(`${name} ${field}: ${outcome}: ${value} (${wanted})`)
    else if (isWarned) console.log(`${name} ${field}: exact, but marked: ${value}`)
  }
}
await engine.close()

for (const group of ['given', 'other', 'all']) {
  const rows = [...FIELDS, 'all'].flatMap((field) => {
    const found = counts.get(`${group} ${field}`)
    if (found === undefined) return []
    const { exact, warned, open, wrong } = found
    const sum = exact + warned + open + wrong
    return [
      [
        field,
        `${exact}/${sum}`,
        `${((100 * exact) / sum).toFixed(1)} %`,
        ...[open, warned, wrong].map(String),
      ],
    ]
  })
  if (rows.length === 0) continue
  console.log(`\n${{ given: 'scans with given truth', other: 'other scans', all: 'all scans' }[group]}`)
  console.log(formatTable(['field', 'exact', '', 'left open', 'wrong, marked', 'wrong, silent'], rows))
}
