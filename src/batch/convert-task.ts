/** Converting a document: what it is in is found out, its text comes out in UTF-8 and NFC. */
import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { decodeLegacy } from '../encoding/decode-legacy.ts'
import { type DetectOptions, decodeText } from '../encoding/decode-text.ts'
import { type Encoding, encodingTitle } from '../encoding/names.ts'
import { utf16Order } from '../encoding/utf16.ts'
import { detectFormat } from '../ingest/detect.ts'
import { DOCUMENT_SCHEMA_VERSION } from '../report/document-json.ts'
import { NO_COUNTS, type Problem } from '../report/outcome.ts'
import { toNfc } from '../unicode/nfc.ts'
import type { ConvertSettings } from './job.ts'
import type { JobOf, Task, TaskContext } from './task.ts'

/** A converted text. */
interface Converted {
  readonly text: string
  /** Of most of it, and of all its stretches in order of their first one. */
  readonly encoding: string
  readonly encodings: readonly string[]
  /** Whether it was anything but sound UTF-8 in NFC. */
  readonly changed: boolean
  readonly pages: number
  readonly problems: readonly Omit<Problem, 'severity'>[]
}

/** That something was converted is no news where nothing else is asked for. */
const EXPECTED = 'ENCODING_CONVERTED'

/** Converts it. */
export const convertTask: Task<ConvertSettings> = async (job, context) => {
  const { model } = await context.loader.load(job.settings)
  const bytes = job.bytes ?? new Uint8Array(await readFile(job.path))
  const format = detectFormat(bytes)
  const isText = format === 'text' || format === 'html' || format === 'empty'
  const converted = isText
    ? convertText(bytes, job.settings.from, model)
    : await convertDocument(job, model, context)
  const { text, encoding, encodings, changed, pages } = converted
  const problems = converted.problems.filter(({ code }) => code !== EXPECTED)
  return {
    problems: problems.map((problem) => ({ ...problem, severity: 'warning' })),
    counts: { ...NO_COUNTS, pages },
    changed,
    note: encodings.map(titleOf).join(', '),
    render: (form) =>
      form === 'json'
        ? `${JSON.stringify({ schemaVersion: DOCUMENT_SCHEMA_VERSION, file: job.name, encoding, encodings, text })}\n`
        : text,
  }
}

const titleOf = (encoding: string): string => encodingTitle(encoding as Encoding) ?? encoding

function convertText(
  bytes: Uint8Array,
  from: ConvertSettings['from'],
  model: DetectOptions['model'],
): Converted {
  const common = { pages: 1, problems: [] }
  if (from !== 'auto') {
    // A file in Unicode holds the older text as Windows-1252 shows it.
    const order = utf16Order(bytes) ?? (isUtf8(bytes) ? 'utf-8' : undefined)
    const view = order === undefined ? bytes : new TextDecoder(order).decode(bytes)
    const text = decodeLegacy(view, from)
    return { ...common, text, encoding: from, encodings: [from], changed: true }
  }
  const decoded = decodeText(bytes, { model })
  const text = toNfc(decoded.text)
  // An empty text has no stretches.
  const encodings = new Set<string>(decoded.runs.map(({ encoding }) => encoding))
  return {
    ...common,
    text,
    encoding: decoded.encoding,
    encodings: encodings.size === 0 ? [decoded.encoding] : [...encodings],
    changed: decoded.encoding !== 'utf-8' || decoded.converted || text !== decoded.text,
  }
}

async function convertDocument(
  { path, bytes }: JobOf<ConvertSettings>,
  model: Awaited<ReturnType<TaskContext['loader']['load']>>['model'],
  { library, signal }: TaskContext,
): Promise<Converted> {
  const read = await library.importDocument(bytes ?? path, {
    model,
    repair: false,
    ocr: 'never',
    ...(path === '' || path === '-' ? {} : { name: path }),
    ...(signal === undefined ? {} : { signal }),
  })
  const text = toNfc(read.text)
  const encoding = read.encoding ?? 'unicode'
  return {
    text: text === '' || text.endsWith('\n') ? text : `${text}\n`,
    encoding,
    encodings: [encoding],
    changed: encoding !== 'unicode' && encoding !== 'utf-8',
    pages: read.pages.length,
    problems: read.problems,
  }
}
