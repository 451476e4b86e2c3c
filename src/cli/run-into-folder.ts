// A batch into a folder: progress while it runs, a summary when it ends, reports with an index.

import { extname, join, relative, resolve, sep } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { fingerprint } from '../batch/fingerprint.ts'
import { type FolderDocument, runFolder } from '../batch/run-folder.ts'
import { SummaryBuilder } from '../report/summary.ts'
import type { BatchRun } from './batch-run.ts'
import { type ExitCode, Interrupted } from './exit-code.ts'
import { formatSummary } from './format-summary.ts'
import { makeExecutor } from './make-executor.ts'
import { packageModel } from './package-model.ts'
import { createProgress } from './progress.ts'
import { readBytes, STDIO } from './read-input.ts'
import { RunOutcome } from './report-result.ts'
import { planTargets, REPORT_INDEX } from './result-targets.ts'
import { translate } from './translate.ts'
import { usage } from './usage.ts'
import { refuseToOverwrite, writeOutput } from './write-output.ts'

/** By this Excel knows UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** Runs it. */
export async function runIntoFolder(run: BatchRun): Promise<ExitCode> {
  const { formats, settings, options, io, log } = run
  const output = resolve(options.output as string)
  const withIndex = formats.includes('html')
  const planned = planTargets(run, output)
  await checkSummaries(run)
  const { jobs = io.processors, timeout, maxMemory } = options
  const start = io.clock()
  const summary = new SummaryBuilder()
  const outcome = new RunOutcome(options.failFast)
  const key = await fingerprint(settings, packageJson.version, packageModel())
  const documents = await Promise.all(
    planned.map(async (document) =>
      document.path === STDIO ? { ...document, bytes: await readBytes(STDIO, io) } : document,
    ),
  )
  const progress = createProgress(io, {
    total: documents.length,
    hidden: !options.progress || options.quiet === true,
  })
  const executor = await makeExecutor(
    {
      jobs: Math.min(jobs, documents.length),
      timeout,
      maxMemory,
      onProgress: ({ index, page, pages }) => progress.page(planned[index]?.name ?? '', page, pages),
      onOutput: (text) => log.detail(text.trimEnd()),
    },
    io,
  )
  try {
    await runFolder({
      output,
      documents,
      settings,
      fingerprint: key,
      executor,
      resume: options.resume === true,
      force: options.force === true,
      failFast: options.failFast === true,
      signal: io.signal,
      onResult: (result) => {
        progress.clear()
        summary.add(result)
        outcome.add(result, log)
        progress.document(`${result.name}: ${run.describe(result)}`, summary, (io.clock() - start) / 1000)
      },
    })
  } finally {
    progress.clear()
  }
  const language = io.style?.language ?? 'en'
  const total = summary.build((io.clock() - start) / 1000)
  if (withIndex) await writeIndex(output, planned, summary)
  if (options.summary !== undefined) {
    const isCsv = extname(options.summary) === '.csv'
    const words = (text: string): string => translate(text, language)
    const content = isCsv
      ? (options.bom === true ? BYTE_ORDER_MARK : '') + summary.toCsv(words)
      : `${JSON.stringify(total, null, 2)}\n`
    await writeOutput(options.summary, content, true)
  }
  if (documents.length > 1) log.note(formatSummary(total, settings.task, language))
  const undone = documents.length - summary.total
  if (undone > 0)
    log.warn(`${undone} of ${documents.length} documents were not begun: --resume goes on with them.`)
  if (io.signal.aborted) throw new Interrupted()
  return outcome.exitCode
}

/** The page that lists the reports, in the order of the inputs. */
async function writeIndex(
  output: string,
  planned: readonly FolderDocument[],
  { outcomes }: SummaryBuilder,
): Promise<void> {
  const { toIndexHtml } = await import('../report/index-page.ts')
  const found = new Map(outcomes.map((outcome) => [outcome.name, outcome]))
  const entries = planned.flatMap(({ name, targets }) => {
    const outcome = found.get(name)
    const target = targets.find(({ format }) => format === 'html')?.target
    if (outcome === undefined || target === undefined) return []
    const report = outcome.status === 'failed' ? null : relative(output, target).split(sep).join('/')
    return [{ outcome, report }]
  })
  await writeOutput(join(output, REPORT_INDEX), toIndexHtml(entries), true)
}

/**
 * Checks what is written when all documents are done, before any of them is begun.
 *
 * @throws VanbanError `BAD_ARGUMENT`, `OUTPUT_UNWRITABLE` when it exists and is not to be replaced
 */
export async function checkSummaries({ formats, options }: BatchRun): Promise<void> {
  const { summary, output = '', force = false, resume = false } = options
  const mayReplace = force || resume
  if (summary !== undefined) {
    if (!['.json', '.csv'].includes(extname(summary)))
      throw usage(`--summary ${summary}: the name has to end in .json or .csv.`)
    await refuseToOverwrite(summary, mayReplace)
  }
  if (formats.includes('html')) await refuseToOverwrite(join(output, REPORT_INDEX), mayReplace)
}
