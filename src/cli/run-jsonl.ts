// JSON Lines in, JSON Lines out, for programs that drive this one (Spark's pipe, GNU parallel, a queue): each line
// that is not blank gets exactly one line back, in order, whatever is wrong with it.

import { type DocumentResult, failedResult, type Job, type RepairSettings } from '../batch/job.ts'
import { isFatal } from '../batch/problem.ts'
import { runBatch } from '../batch/run-batch.ts'
import { VanbanError } from '../errors.ts'
import { DOCUMENT_SCHEMA_VERSION } from '../report/document-json.ts'
import { ExitCode, Interrupted } from './exit-code.ts'
import type { CliIo } from './io.ts'
import { makeExecutor } from './make-executor.ts'
import { rawMember } from './raw-member.ts'
import { STDIO } from './read-input.ts'
import { readLines } from './read-lines.ts'
import type { RepairOptions } from './run-repair.ts'

/** A line that was asked: `{"id": …, "text": "…"}` or `{"id": …, "file": "…"}`. */
interface Request {
  readonly id: unknown
  readonly text?: string
  readonly file?: string
}

const OUTPUT: Job['outputs'] = [{ format: 'json', target: null, temporary: null }]
const KEYS: readonly string[] = ['id', 'text', 'file']

/**
 * Answers the lines of stdin.
 *
 * @returns `SOME_FAILED` when a line could not be worked on
 */
export async function runJsonLines(
  inputs: readonly string[],
  settings: RepairSettings,
  options: RepairOptions,
  io: CliIo,
): Promise<ExitCode> {
  if (inputs.some((input) => input !== STDIO) || options.output !== undefined) {
    throw new VanbanError(
      'BAD_ARGUMENT',
      'cli',
      'With --format jsonl requests come on stdin and answers go to stdout: name no files, and no output.',
    )
  }
  for (const [flag, given] of Object.entries({
    resume: options.resume,
    'fail-fast': options.failFast,
    'dry-run': options.dryRun,
    check: options.check,
    diff: options.diff,
    summary: options.summary,
  })) {
    if (given !== undefined && given !== false)
      throw new VanbanError(
        'BAD_ARGUMENT',
        'cli',
        `--${flag} does not go with --format jsonl, which answers every line: leave one of them out.`,
      )
  }
  const { jobs = 1, timeout, maxMemory } = options
  const executor = await makeExecutor({ jobs, timeout, maxMemory }, io)
  const ids = new Map<number, string>()
  let failed = 0
  async function* requests(): AsyncGenerator<Job | DocumentResult> {
    let index = 0
    let number = 0
    for await (const line of readLines(io)) {
      number++
      if (line.trim() === '') continue
      const { job, problem, id } = toJob(line, index, number, settings)
      ids.set(index++, id)
      yield problem === null ? job : failedResult(job, { code: 'BAD_ARGUMENT', message: problem, page: null })
    }
  }
  try {
    await runBatch({
      jobs: requests(),
      executor,
      ordered: true,
      stop: () => io.signal.aborted,
      onResult: async (result) => {
        const fatal = result.contents.length === 0 && result.sha256 !== null && result.problems.find(isFatal)
        if (fatal) throw new VanbanError(fatal.code as 'BAD_ARGUMENT', 'cli', fatal.message)
        if (result.status === 'failed') failed++
        const id = ids.get(result.index) ?? 'null'
        ids.delete(result.index)
        await io.writeOut(answer(id, result))
      },
    })
  } finally {
    await executor.close()
  }
  if (io.signal.aborted) throw new Interrupted()
  return failed > 0 ? ExitCode.SOME_FAILED : ExitCode.OK
}

function toJob(
  line: string,
  index: number,
  number: number,
  settings: RepairSettings,
): { job: Job; problem: string | null; id: string } {
  const { request, problem } = parseRequest(line, number)
  const { text, file } = request
  // A number as it was written: JavaScript would round one of more than fifteen digits.
  const id = typeof request.id === 'number' ? (rawMember(line, 'id') ?? 'null') : JSON.stringify(request.id)
  const name = file ?? nameOf(request.id, id, number)
  const job: Job = {
    index,
    path: file ?? '',
    name,
    ...(text === undefined ? {} : { text }),
    outputs: OUTPUT,
    settings,
  }
  return { job, problem, id }
}

/** How a text is called that has no name of its own. */
function nameOf(id: unknown, written: string, line: number): string {
  return typeof id === 'string' ? id : typeof id === 'number' ? written : `line ${line}`
}

function parseRequest(line: string, number: number): { request: Request; problem: string | null } {
  const expected = 'expected {"id": …, "text": "…"} or {"id": …, "file": "…"}'
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { request: { id: null }, problem: `Line ${number} is not valid JSON: ${expected}.` }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { request: { id: null }, problem: `Line ${number} is no object: ${expected}.` }
  }
  const { id = null, text, file } = value as Record<string, unknown>
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) {
    return { request: { id }, problem: `Line ${number} has the unknown key "${unknown}": ${expected}.` }
  }
  if (typeof text === 'string' && file === undefined) return { request: { id, text }, problem: null }
  if (typeof file === 'string' && file !== '' && text === undefined)
    return { request: { id, file }, problem: null }
  return { request: { id }, problem: `Line ${number} has not one of "text" and "file": ${expected}.` }
}

function answer(id: string, { status, problems, contents }: DocumentResult): string {
  const head = `{"id":${id},"status":${JSON.stringify(status)},`
  const content = contents[0]
  if (content !== undefined) return head + content.slice(1)
  return `${head}"schemaVersion":${DOCUMENT_SCHEMA_VERSION},"problems":${JSON.stringify(problems)}}\n`
}
