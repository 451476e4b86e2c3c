// Documents in their order to stdout, or one to a file: no journal, no summary.

import type { DocumentResult, Job } from '../batch/job.ts'
import { isFatal } from '../batch/problem.ts'
import { runBatch } from '../batch/run-batch.ts'
import { VanbanError } from '../errors.ts'
import type { BatchRun } from './batch-run.ts'
import { type ExitCode, Interrupted } from './exit-code.ts'
import type { FoundInput } from './find-inputs.ts'
import { makeExecutor } from './make-executor.ts'
import { inputName, readBytes, STDIO } from './read-input.ts'
import { RunOutcome } from './report-result.ts'
import { refuseToOverwrite, writeOutput } from './write-output.ts'

/** Runs it. */
export async function runToStdout(run: BatchRun): Promise<ExitCode> {
  const { formats, io, log, options, follow = (content) => content } = run
  const target = options.output === STDIO ? undefined : options.output
  if (target !== undefined) await refuseToOverwrite(target, options.force === true)
  const outcome = new RunOutcome(options.failFast)
  let lineOpen = false
  let isFirst = true
  await runOrdered(
    run,
    formats.map((format) => ({ format, target: null, temporary: null })),
    async (result) => {
      outcome.add(result, log)
      const content = result.contents[0]
      if (content === undefined) return
      // Documents that follow one another must not share a line.
      if (target !== undefined) await writeOutput(target, content, options.force === true)
      else {
        const shown = isFirst ? content : follow(content)
        isFirst = false
        await io.writeOut(lineOpen && shown !== '' ? `\n${shown}` : shown)
        if (shown !== '') lineOpen = !shown.endsWith('\n')
      }
      log.detail(`${result.name}: ${run.describe(result)}`)
    },
  )
  return outcome.exitCode
}

/** Works on all inputs, one or several at a time, and hands the results on in order. */
export async function runOrdered(
  { inputs, settings, options, io, log }: BatchRun,
  outputs: Job['outputs'],
  onResult: (result: DocumentResult) => Promise<void>,
  texts = false,
): Promise<void> {
  const { jobs = 1, timeout, maxMemory } = options
  const isAlone = options.jobs === undefined
  const executor = await makeExecutor(
    {
      jobs: Math.min(jobs, inputs.length),
      timeout,
      maxMemory,
      // Nothing else wants the processors, and nothing is left half done when the reading ends at once.
      reading: { signal: io.signal, ...(isAlone ? {} : { engines: 1 }) },
      onOutput: (text) => log.detail(text.trimEnd()),
    },
    io,
  )
  let stopped = false
  try {
    await runBatch({
      jobs: jobsOf(inputs, { outputs, settings, texts }, io),
      executor,
      ordered: true,
      stop: () => stopped || io.signal.aborted,
      onResult: async (result) => {
        if (io.signal.aborted) throw new Interrupted()
        const fatal = result.problems.find(isFatal)
        if (fatal !== undefined) throw new VanbanError(fatal.code as 'BAD_ARGUMENT', 'cli', fatal.message)
        if (result.status === 'failed' && options.failFast === true) stopped = true
        await onResult(result)
      },
    })
  } finally {
    await executor.close()
  }
  if (io.signal.aborted) throw new Interrupted()
}

async function* jobsOf(
  inputs: readonly FoundInput[],
  common: Pick<Job, 'outputs' | 'settings' | 'texts'>,
  io: BatchRun['io'],
): AsyncGenerator<Job> {
  let index = 0
  for (const { path } of inputs) {
    const job = { ...common, index: index++, path, name: inputName(path) }
    yield path === STDIO ? { ...job, bytes: await readBytes(STDIO, io) } : job
  }
}
