// vanban parse from its options to its exit code: read and repair each document, parse it, write the form asked for.

import { DataLoader, type Library } from '../batch/library.ts'
import { VanbanError } from '../errors.ts'
import type { Plan } from '../plan/schema.ts'
import type { Source } from '../restore/source.ts'
import { ExitCode, exitCodeOf, Interrupted } from './exit-code.ts'
import { findInputs } from './find-inputs.ts'
import type { CliIo } from './io.ts'
import { createLog } from './log.ts'
import { type LogOptions, verbosityOf } from './options.ts'
import { planDocuments } from './outputs.ts'
import { inputName, readBytes, STDIO } from './read-input.ts'
import { writeOutput } from './write-output.ts'

/** Options of `vanban parse` as they are parsed. */
export interface ParseOptions extends LogOptions {
  readonly repair: boolean
  readonly source: Source | 'auto'
  readonly ocr: 'auto' | 'always' | 'never'
  readonly pages?: string
  readonly threshold: number
  readonly text: boolean
  readonly dictionary: readonly string[]
  readonly model?: string
  readonly format: ParseFormat
  readonly bom?: boolean
  readonly output?: string
  readonly force?: boolean
}

/** Forms of output, and what is added to the names of their files. */
export const PARSE_FORMATS = {
  json: '.json',
  markdown: '.md',
  csv: '.csv',
  register: '.register.json',
  akn: '.xml',
} as const

/** A form of output. */
export type ParseFormat = keyof typeof PARSE_FORMATS

/** What the form depends on beside the plan. */
interface Rendering {
  readonly options: ParseOptions
  /** The first document of the stream it goes to. */
  readonly first: boolean
}

async function render(plan: Plan, { options, first }: Rendering): Promise<string> {
  switch (options.format) {
    case 'json':
      return (await import('../plan/export/json.ts')).toJson(plan, { text: options.text })
    case 'markdown':
      return (await import('../plan/export/markdown.ts')).toMarkdown(plan)
    case 'csv': {
      const { toTasksCsv } = await import('../plan/export/tasks-csv.ts')
      return toTasksCsv(plan, { header: first, bom: first && options.bom === true })
    }
    case 'register': {
      const { toRegisterRecord } = await import('../plan/export/register-record.ts')
      return `${JSON.stringify(toRegisterRecord(plan))}\n`
    }
    case 'akn':
      return (await import('../plan/export/akoma-ntoso.ts')).toAkomaNtoso(plan)
  }
}

/** A description for `--verbose`: "Kế hoạch, 31 sections, 12 tasks, 3 warnings". */
function describe({ kind, sections, tasks, warnings }: Plan): string {
  return `${kind ?? 'no official document'}, ${sections.length} sections, ${tasks.length} tasks, ${warnings.length} warnings`
}

/** Reads documents with what the options name. */
async function createReader(
  options: ParseOptions,
  io: CliIo,
): Promise<(path: string) => Promise<{ plan: Plan; problems: readonly string[] }>> {
  const library = (await io.loadEngine()) as unknown as Library
  const { parsePages } = await import('../plan/parse-pages.ts')
  const { model: modelFile = null, dictionary: dictionaries, source, ocr, pages = null } = options
  const settings = { model: modelFile, dictionaries, source, ocr, pages, minConfidence: null }
  const { model, dictionary } = await new DataLoader(library).load(settings)
  return async (path) => {
    const document = await library.importDocument(path === STDIO ? await readBytes(path, io) : path, {
      model,
      repair: options.repair,
      source,
      ocr,
      signal: io.signal,
      ...(dictionary === undefined ? {} : { dictionary }),
      ...(pages === null ? {} : { pages }),
    })
    const plan = parsePages(document.pages, { threshold: options.threshold })
    return {
      plan: { ...plan, file: inputName(path) },
      problems: document.problems.map(({ message }) => message),
    }
  }
}

/**
 * Runs it, document by document in order. One that fails is reported and the others go on.
 *
 * @throws VanbanError for wrong options and missing data
 */
export async function runParse(
  inputs: readonly string[],
  options: ParseOptions,
  io: CliIo,
): Promise<ExitCode> {
  const log = createLog(io, verbosityOf(options))
  const found = await findInputs(inputs, io, options.output)
  const extension = PARSE_FORMATS[options.format]
  const planned = await planDocuments(found, { ...options, format: 'text', extension })
  if (options.format === 'akn' && planned.length > 1 && planned[0]?.target === null) {
    throw new VanbanError(
      'BAD_ARGUMENT',
      'cli',
      'Several documents cannot share one XML file: give a folder for them with -o.',
    )
  }
  const read = await createReader(options, io)
  let firstFailure: ExitCode = ExitCode.OK
  let failed = 0
  let written = 0
  for (const { input, target } of planned) {
    try {
      const { plan, problems } = await read(input)
      for (const problem of problems) log.warn(problem)
      const content = await render(plan, { options, first: target !== null || written === 0 })
      if (target !== null) await writeOutput(target, content, options.force === true)
      else await io.writeOut(written > 0 && options.format === 'markdown' ? `\n${content}` : content)
      written++
      log.detail(`${inputName(input)}: ${describe(plan)}`)
    } catch (error) {
      if (io.signal.aborted) throw new Interrupted()
      // The output is the same for all documents, a document is not.
      if (!(error instanceof VanbanError) || error.code === 'OUTPUT_UNWRITABLE') throw error
      log.error(error.message)
      if (failed++ === 0) firstFailure = exitCodeOf(error)
    }
    if (io.signal.aborted) throw new Interrupted()
  }
  if (failed === 0) return ExitCode.OK
  return failed === planned.length ? firstFailure : ExitCode.SOME_FAILED
}
