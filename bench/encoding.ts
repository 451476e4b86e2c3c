/**
 * How well older encodings are told apart, and whether sound text is left alone.
 *
 * npx tsx bench/encoding.ts [--corpus FOLDER] [--eval FOLDER] [--snippets 1000] [--without-model] [--misses N]
 *
 * Snippets of 60 to 120 characters are cut from the corpus, written in each encoding, and detected one by one. A snippet
 * counts as right when its encoding is named, or when what is decoded is the text: without a toned capital, TCVN3 and
 * TCVN 5712-1 are the same bytes. Case is not compared where the encoding has none to give.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { viewBytes } from '../src/encoding/cp1252.ts'
import { decodeText } from '../src/encoding/decode-text.ts'
import { encodeLegacy } from '../src/encoding/encode-legacy.ts'
import { type Encoding, LEGACY_ENCODINGS } from '../src/encoding/names.ts'
import { loadModel, type Model } from '../src/node.ts'
import { EVAL_DEFAULT, FIXTURES, ROOT } from './files.ts'
import { formatTable, percent, rate } from './table.ts'

const option = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(name)
  return at >= 0 ? (process.argv[at + 1] ?? fallback) : fallback
}
const SNIPPETS = Number(option('--snippets', '1000'))
const MISSES = Number(option('--misses', '0'))
const CORPUS = option('--corpus', join(ROOT, '../shared/corpus'))
const EVAL = option('--eval', EVAL_DEFAULT)
/** From each of these, in turn; texts no table or threshold was set on. */
const SOURCES = [
  'official-laocai-admin',
  'official-tocit-legal',
  'general-mds-baomoi-2013',
  'official-duthao-admin',
]

const readBrotli = (file: string): string => brotliDecompressSync(readFileSync(file)).toString('utf8')

/** Numbers that are the same in every run. */
function* sequence(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

function readSources(): string[] {
  const files = SOURCES.map((name) => join(CORPUS, `${name}.txt.br`)).filter(existsSync)
  if (files.length > 0) return files.map(readBrotli)
  return ['ha-noi/plan.txt', 'le-thanh-nghi/plan.txt'].map((name) =>
    readFileSync(join(FIXTURES, name), 'utf8'),
  )
}

/** Vietnamese, and nothing the old encodings cannot write. */
const isUsable = (text: string): boolean =>
  (text.match(/[à-ỹđ]/giu)?.length ?? 0) >= 5 &&
  /^[\s\x20-\x7eà-ãè-êìíò-õùúýăđĩũơưạ-ỹ“”‘’–—…•]*$/iu.test(text)

function cutSnippets(texts: readonly string[], count: number): string[] {
  const random = sequence(7)
  const snippets: string[] = []
  for (let tries = 0; snippets.length < count && tries < 100 * count; tries++) {
    const text = texts[tries % texts.length]!
    const at = Math.floor(random.next().value! * text.length)
    const start = text.indexOf(' ', at) + 1
    const length = 60 + Math.floor(random.next().value! * 60)
    const end = text.indexOf(' ', start + length)
    const snippet = text.slice(start, end)
    if (end > start && snippet.length < 200 && isUsable(snippet)) snippets.push(snippet)
  }
  return snippets
}

/** Windows-1252 has no smart punctuation in the encodings that use its bytes; compared without. */
const comparable = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—−•]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s/g, ' ')

interface Form {
  readonly name: string
  readonly expected: readonly Encoding[]
  readonly write: (text: string) => string | Uint8Array
}

const utf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}
const twice = (text: string): string =>
  viewBytes(new TextEncoder().encode(viewBytes(new TextEncoder().encode(text))))

const FORMS: readonly Form[] = [
  ...LEGACY_ENCODINGS.map(
    (name): Form => ({ name: `${name}, bytes`, expected: [name], write: (text) => encodeLegacy(text, name) }),
  ),
  ...LEGACY_ENCODINGS.filter((name) => name !== 'viqr' && name !== 'double-utf-8').map(
    (name): Form => ({
      name: `${name}, string`,
      expected: [name],
      write: (text) => viewBytes(encodeLegacy(text, name)),
    }),
  ),
  { name: 'double-utf-8, twice', expected: ['double-utf-8'], write: twice },
  { name: 'utf-16le', expected: ['utf-16le'], write: (text) => utf16(text, false, false) },
  { name: 'utf-16be', expected: ['utf-16be'], write: (text) => utf16(text, true, false) },
  { name: 'utf-16le with mark', expected: ['utf-16le'], write: (text) => utf16(text, false, true) },
  { name: 'utf-16be with mark', expected: ['utf-16be'], write: (text) => utf16(text, true, true) },
  { name: 'nfd', expected: ['nfd'], write: (text) => text.normalize('NFD') },
  { name: 'utf-8', expected: ['utf-8'], write: (text) => new TextEncoder().encode(text) },
  { name: 'string', expected: ['unicode'], write: (text) => text },
]

function measureDetection(snippets: readonly string[], model: Model | undefined): string[][] {
  return FORMS.map(({ name, expected, write }) => {
    let named = 0
    let right = 0
    let words = 0
    let found = 0
    let shown = 0
    for (const snippet of snippets) {
      const decoded = decodeText(write(snippet), { model })
      const same = comparable(decoded.text) === comparable(snippet)
      const isNamed = expected.includes(decoded.encoding)
      if (isNamed) named++
      if (isNamed || same) right++
      else if (shown++ < MISSES)
        console.error(name, decoded.encoding, JSON.stringify([snippet, decoded.text]))
      const got = comparable(decoded.text).split(' ')
      const wanted = comparable(snippet).split(' ')
      words += wanted.length
      found += wanted.filter((word, i) => got[i] === word).length
    }
    const { length } = snippets
    return [name, percent(named / length), percent(right / length), percent(found / words)]
  })
}

/** Texts that are sound, or at least Unicode, by set. */
function soundTexts(): Record<string, string[]> {
  const folder = (name: string) =>
    existsSync(join(EVAL, name))
      ? readdirSync(join(EVAL, name)).map((file) => readFileSync(join(EVAL, name, file), 'utf8'))
      : []
  const pages = existsSync(join(EVAL, 'ocr/pages.jsonl'))
    ? readFileSync(join(EVAL, 'ocr/pages.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { eng: string; vie: string })
    : []
  const corpus = existsSync(CORPUS)
    ? readdirSync(CORPUS)
        .filter((name) => name.endsWith('.br') && !name.startsWith('general-vietnews'))
        .flatMap((name) => {
          const text = readBrotli(join(CORPUS, name))
          // Documents are parted by blank lines; every third of the first ten megabytes.
          return text
            .slice(0, 1e7)
            .split('\n\n')
            .filter((_, i) => i % 3 === 0)
        })
    : []
  const code = ['src/unicode', 'src/restore', 'src/cli'].flatMap((name) =>
    readdirSync(join(ROOT, name))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(ROOT, name, file), 'utf8')),
  )
  return {
    'official documents': folder('admin'),
    press: folder('news'),
    'OCR pages, eng': pages.map(({ eng }) => eng),
    'OCR pages, vie': pages.map(({ vie }) => vie),
    'own source code': code,
    'corpus sample': corpus,
  }
}

function measureSound(model: Model | undefined): string[][] {
  return Object.entries(soundTexts()).map(([name, texts]) => {
    let wrong = 0
    let units = 0
    const before = process.cpuUsage()
    for (const text of texts) {
      const decoded = decodeText(text, { model })
      units += text.length
      if (!decoded.converted && decoded.text === text) continue
      if (wrong++ < MISSES) {
        const run = decoded.runs.find(({ encoding }) => encoding !== 'unicode')
        console.error(name, run?.encoding, JSON.stringify(text.slice(...(run?.span ?? [0, 0])).slice(0, 300)))
      }
    }
    const { user, system } = process.cpuUsage(before)
    return [name, rate(texts.length), String(wrong), `${rate(units / (user + system))} M/s`]
  })
}

function measureSpeed(texts: readonly string[], model: Model | undefined): string[][] {
  const text = texts.join('\n').slice(0, 4e6)
  return FORMS.filter(({ name }) => /bytes|^utf-8|^string|twice/.test(name)).map(({ name, write }) => {
    const input = write(text)
    decodeText(input, { model })
    const before = process.cpuUsage()
    decodeText(input, { model })
    const { user, system } = process.cpuUsage(before)
    return [name, `${rate(input.length / (user + system))} MB/s`]
  })
}

const sources = readSources()
const model = process.argv.includes('--without-model') ? undefined : await loadModel()
const snippets = cutSnippets(sources, SNIPPETS)
console.log(`${snippets.length} snippets, ${model === undefined ? 'without' : 'with'} model\n`)
console.log(formatTable(['encoding', 'named', 'right', 'words'], measureDetection(snippets, model)))
console.log(`\n${formatTable(['sound text', 'documents', 'converted', 'characters'], measureSound(model))}`)
console.log(`\n${formatTable(['speed, processor time', ''], measureSpeed(sources, model))}`)
