// vanban repair from its options to its exit code: what is meant by them, and which kind of run that is.

import type { OutputFormat, RepairSettings } from '../batch/job.ts'
import { readText } from '../batch/read-text.ts'
import { VanbanError } from '../errors.ts'
import type { Source } from '../restore/source.ts'
import { ExitCode } from './exit-code.ts'
import { type FoundInput, findInputs } from './find-inputs.ts'
import type { CliIo } from './io.ts'
import { createLog, type Log } from './log.ts'
import { type LogOptions, verbosityOf } from './options.ts'
import { STDIO } from './read-input.ts'
import { planTargets, resultName } from './result-targets.ts'
import { isFolder } from './write-output.ts'

/** Options of `vanban repair` as they are parsed. */
export interface RepairOptions extends LogOptions {
  readonly source: Source | 'auto'
  readonly minConfidence?: number
  readonly ocr: 'auto' | 'always' | 'never'
  readonly pages?: string
  readonly dictionary: readonly string[]
  readonly model?: string
  readonly format?: readonly string[]
  readonly output?: string
  readonly force?: boolean
  readonly summary?: string
  readonly jobs?: number
  readonly resume?: boolean
  readonly failFast?: boolean
  readonly dryRun?: boolean
  readonly check?: boolean
  readonly diff?: boolean
  readonly timeout: number
  readonly maxMemory: number
  readonly progress: boolean
}

/** A run, settled. */
export interface RepairRun {
  readonly inputs: readonly FoundInput[]
  readonly formats: readonly OutputFormat[]
  readonly settings: RepairSettings
  readonly options: RepairOptions
  readonly io: CliIo
  readonly log: Log
}

const FORMATS: readonly string[] = ['text', 'json', 'html', 'jsonl']

const usage = (message: string): VanbanError => new VanbanError('BAD_ARGUMENT', 'cli', message)

/**
 * Runs it.
 *
 * @throws VanbanError for everything that ends the run; documents that fail do not
 */
export async function runRepair(
  inputs: readonly string[],
  options: RepairOptions,
  io: CliIo,
): Promise<ExitCode> {
  const formats = formatsOf(options)
  const settings = settingsOf(options)
  const log = createLog(io, verbosityOf(options))
  await checkDictionaries(settings, io)
  if (formats.includes('jsonl')) {
    if (formats.length > 1) throw usage('--format jsonl stands alone: it is a way of its own to run.')
    return (await import('./run-jsonl.ts')).runJsonLines(inputs, settings, options, io)
  }
  const toFolder = await isFolderRun(inputs, options)
  const found = await findInputs(inputs, io, toFolder ? options.output : undefined)
  const run: RepairRun = { inputs: found, formats: formats as OutputFormat[], settings, options, io, log }
  if (options.dryRun === true) return dryRun(run, toFolder)
  if (options.check === true || options.diff === true) return (await import('./run-check.ts')).runCheck(run)
  if (toFolder || (options.output !== undefined && options.output !== STDIO && found.length > 1)) {
    return (await import('./run-into-folder.ts')).runIntoFolder(run)
  }
  for (const [option, given] of Object.entries({ resume: options.resume, summary: options.summary })) {
    if (given !== undefined)
      throw usage(`--${option} needs an output folder: give one with -o, ending in "/".`)
  }
  return (await import('./run-to-stdout.ts')).runToStdout(run)
}

function formatsOf({ format = ['text'] }: RepairOptions): readonly string[] {
  for (const name of format) {
    if (!FORMATS.includes(name)) {
      throw usage(
        `option '--format <format>' argument '${name}' is invalid. Allowed choices are ${FORMATS.join(', ')}.`,
      )
    }
  }
  return format
}

function settingsOf({ model, dictionary, source, minConfidence, ocr, pages }: RepairOptions): RepairSettings {
  return {
    model: model ?? null,
    dictionaries: dictionary,
    source,
    minConfidence: minConfidence ?? null,
    ocr,
    pages: pages ?? null,
  }
}

/** A mistake in a dictionary shows at once, not when the first worker reads it. */
async function checkDictionaries({ dictionaries }: RepairSettings, io: CliIo): Promise<void> {
  if (dictionaries.length === 0) return
  const { readDictionary } = await io.loadEngine()
  for (const file of dictionaries) readDictionary(await readText(file), { file })
}

/** Whether results go into a folder under their own names. */
async function isFolderRun(
  inputs: readonly string[],
  { output, format = [] }: RepairOptions,
): Promise<boolean> {
  if (output === undefined || output === STDIO) {
    if (format.length > 1) throw usage('Several formats need an output folder: give one with -o.')
    return false
  }
  if (inputs.length > 1 || format.length > 1 || /[/\\]$/.test(output) || (await isFolder(output))) return true
  const only = inputs[0]
  return only !== undefined && only !== STDIO && (/[*?]/.test(only) || (await isFolder(only)))
}

async function dryRun({ inputs, formats, options, io }: RepairRun, toFolder: boolean): Promise<ExitCode> {
  // What would end the run before it began ends this one.
  if (toFolder) planTargets(inputs, formats, options.output as string)
  for (const { path, place } of inputs) {
    const targets = toFolder ? formats.map((format) => `${options.output}/${resultName(place, format)}`) : []
    const { output = STDIO } = options
    const shown = toFolder
      ? targets.map((target) => target.replace(/[/\\]+/g, '/'))
      : [output === STDIO ? 'stdout' : output]
    await io.writeOut(`${path === STDIO ? 'stdin' : path} -> ${shown.join(', ')}\n`)
  }
  return ExitCode.OK
}
