// What `vanban convert` does: bytes → what they are in → text in NFC, document by document.

import { isUtf8 } from 'node:buffer'
import { decodeLegacy } from '../encoding/decode-legacy.ts'
import { type DetectOptions, decodeText } from '../encoding/decode-text.ts'
import { type Encoding, encodingTitle, type LegacyEncoding } from '../encoding/names.ts'
import { conversionNotice } from '../encoding/notice.ts'
import { utf16Order } from '../encoding/utf16.ts'
import { VanbanError } from '../errors.ts'
import { detectFormat } from '../ingest/detect.ts'
import { toNfc } from '../unicode/nfc.ts'
import type { Engine } from './engine.ts'
import { ExitCode, exitCodeOf, Interrupted } from './exit-code.ts'
import { type FoundInput, findInputs } from './find-inputs.ts'
import type { CliIo } from './io.ts'
import { createLog } from './log.ts'
import { type LogOptions, verbosityOf } from './options.ts'
import { planDocuments } from './outputs.ts'
import { inputName, readBytes, STDIO } from './read-input.ts'
import { JSON_SCHEMA_VERSION } from './run-documents.ts'
import { writeOutput } from './write-output.ts'

/** Values of the options. */
export interface ConvertOptions extends LogOptions {
  readonly from: 'auto' | LegacyEncoding
  readonly check?: boolean
  readonly model?: string
  readonly format: 'text' | 'json'
  readonly output?: string
  readonly force?: boolean
}

/** What is looked for in folders: images have no encoding. */
const CONVERTED = 'txt,text,md,htm,html,pdf,docx,doc,rtf,xls'

/** A converted document. */
interface Converted {
  readonly text: string
  /** Of most of it, and of all its stretches in order of their first one. */
  readonly encoding: string
  readonly encodings: readonly string[]
  /** Whether it was anything but sound UTF-8 in NFC. */
  readonly changed: boolean
  readonly notices: readonly string[]
}

/** What `importDocument` gives, as far as it is used here. */
interface Imported {
  readonly text: string
  readonly encoding: string | null
  readonly problems: readonly { readonly message: string }[]
}

function convertText(
  bytes: Uint8Array,
  name: string,
  { from }: ConvertOptions,
  model: DetectOptions['model'],
): Converted {
  if (from !== 'auto') {
    // A file in Unicode holds the older text as Windows-1252 shows it.
    const order = utf16Order(bytes) ?? (isUtf8(bytes) ? 'utf-8' : undefined)
    const view = order === undefined ? bytes : new TextDecoder(order).decode(bytes)
    const text = decodeLegacy(view, from)
    return { text, encoding: from, encodings: [from], changed: true, notices: [] }
  }
  const decoded = decodeText(bytes, { model })
  const text = toNfc(decoded.text)
  const notice = conversionNotice(name, decoded)
  return {
    text,
    encoding: decoded.encoding,
    encodings: [...new Set(decoded.runs.map(({ encoding }) => encoding))],
    changed: decoded.encoding !== 'utf-8' || decoded.converted || text !== decoded.text,
    notices: notice === undefined ? [] : [notice],
  }
}

async function convertFile(
  path: string,
  options: ConvertOptions,
  io: CliIo,
  engine: Engine,
  model: unknown,
): Promise<Converted> {
  const bytes = await readBytes(path, io)
  const name = inputName(path)
  const format = detectFormat(bytes)
  if (format === 'text' || format === 'html' || format === 'empty') {
    return convertText(bytes, name, options, model as DetectOptions['model'])
  }
  const read = (await engine.importDocument(path === STDIO ? bytes : path, {
    model,
    repair: false,
    ocr: 'never',
    signal: io.signal,
  })) as Imported
  const text = toNfc(read.text)
  const encoding = read.encoding ?? 'unicode'
  return {
    text: text === '' || text.endsWith('\n') ? text : `${text}\n`,
    encoding,
    encodings: [encoding],
    changed: encoding !== 'unicode' && encoding !== 'utf-8',
    notices: read.problems.map(({ message }) => message),
  }
}

/** The text of a document must not go under the name of a document. */
const asText = (input: FoundInput): FoundInput =>
  /\.(?:pdf|docx?|rtf|xls)$/i.test(input.place) ? { ...input, place: `${input.place}.txt` } : input

const titleOf = (encoding: string): string => encodingTitle(encoding as Encoding) ?? encoding

/**
 * Runs it. A document that fails is reported and the others go on.
 *
 * @returns with `--check`, `SOME_FAILED` when a document is not sound UTF-8 in NFC; else the code of the run
 */
export async function runConvert(
  inputs: readonly string[],
  options: ConvertOptions,
  io: CliIo,
): Promise<ExitCode> {
  const log = createLog(io, verbosityOf(options))
  const { output, ...withoutOutput } = options
  const found = await findInputs(inputs, io, output, CONVERTED)
  const placed = options.format === 'text' ? found.map(asText) : found
  const planned = await planDocuments(placed, options.check ? withoutOutput : options)
  const engine = await io.loadEngine()
  const model = await engine.loadModel(options.model)
  let firstFailure: ExitCode = ExitCode.OK
  let failed = 0
  let changed = 0
  let lineOpen = false
  for (const { input, target } of planned) {
    const name = inputName(input)
    let result: Converted
    try {
      result = await convertFile(input, options, io, engine, model)
    } catch (error) {
      if (io.signal.aborted) throw new Interrupted()
      if (!(error instanceof VanbanError)) throw error
      log.error(error.message)
      if (failed++ === 0) firstFailure = exitCodeOf(error)
      continue
    }
    if (result.changed) changed++
    if (options.check) {
      await io.writeOut(`${name}: ${result.encodings.map(titleOf).join(', ')}\n`)
      continue
    }
    for (const notice of result.notices) log.detail(notice)
    const content =
      options.format === 'json'
        ? `${JSON.stringify({ schemaVersion: JSON_SCHEMA_VERSION, file: name, encoding: result.encoding, encodings: result.encodings, text: result.text })}\n`
        : result.text
    if (target === null) {
      await io.writeOut(lineOpen && content !== '' ? `\n${content}` : content)
      if (content !== '') lineOpen = !content.endsWith('\n')
    } else await writeOutput(target, content, options.force === true)
    log.detail(`${name}: ${titleOf(result.encoding)}`)
    if (io.signal.aborted) throw new Interrupted()
  }
  if (failed > 0) return failed === planned.length ? firstFailure : ExitCode.SOME_FAILED
  return options.check && changed > 0 ? ExitCode.SOME_FAILED : ExitCode.OK
}
