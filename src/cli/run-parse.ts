// vanban parse from its options to its exit code.

import type { ParseFormat, ParseSettings } from '../batch/job.ts'
import type { Source } from '../restore/source.ts'
import { carryOut, settleRun } from './batch-run.ts'
import { checkDictionaries } from './check-dictionaries.ts'
import type { ExitCode } from './exit-code.ts'
import type { CliIo } from './io.ts'
import type { RunOptions } from './options.ts'
import { STDIO } from './read-input.ts'
import { describeFinding } from './report-result.ts'
import { planName } from './result-targets.ts'
import { usage } from './usage.ts'

/** Options of `vanban parse` as they are parsed. */
export interface ParseOptions extends RunOptions {
  readonly repair: boolean
  readonly source: Source | 'auto'
  readonly ocr: 'auto' | 'always' | 'never'
  readonly pages?: string
  readonly threshold: number
  readonly text: boolean
  readonly dictionary: readonly string[]
  readonly model?: string
  readonly format: ParseFormat
}

/**
 * Runs it.
 *
 * @throws VanbanError for everything that ends the run; documents that fail do not
 */
export async function runParse(
  inputs: readonly string[],
  options: ParseOptions,
  io: CliIo,
): Promise<ExitCode> {
  const { format, output = STDIO } = options
  const settings = settingsOf(options)
  await checkDictionaries(settings, io)
  const run = await settleRun(
    inputs,
    {
      settings,
      formats: [format],
      nameOf: planName,
      describe: describeFinding,
      follow: (content) => follow(format, content),
    },
    options,
    io,
  )
  if (format === 'akn' && run.inputs.length > 1 && output === STDIO) {
    throw usage('Several documents cannot share one XML file: give a folder for them with -o.')
  }
  return carryOut(run)
}

/** Tables go on without their head, texts after an empty line. */
function follow(format: ParseFormat, content: string): string {
  if (format === 'csv') return content.slice(content.indexOf('\r\n') + 2)
  return format === 'markdown' ? `\n${content}` : content
}

function settingsOf({ model, dictionary, source, ocr, pages, ...options }: ParseOptions): ParseSettings {
  return {
    task: 'parse',
    model: model ?? null,
    dictionaries: dictionary,
    source,
    minConfidence: null,
    ocr,
    pages: pages ?? null,
    repair: options.repair,
    threshold: options.threshold,
    withText: options.text,
    bom: options.bom === true,
  }
}
