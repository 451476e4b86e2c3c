// What repair and restore have in common: read each input, turn its text into another, write that, go on after
// a failure, and say at the end how it went.

import { VanbanError } from '../errors.ts'
import type { Engine } from './engine.ts'
import { ExitCode, exitCodeOf, Interrupted } from './exit-code.ts'
import type { CliIo } from './io.ts'
import { createLog, type Log } from './log.ts'
import { type TextOptions, verbosityOf } from './options.ts'
import { namedInputs, planDocuments } from './outputs.ts'
import { readInput, STDIO, type TextInput } from './read-input.ts'
import { writeOutput } from './write-output.ts'

/** Version of the JSON objects; raised when a field changes its meaning or goes. */
export const JSON_SCHEMA_VERSION = 1

/** A document's result: the text, and what JSON shows beside it. */
export interface ConvertedText {
  readonly text: string
  readonly details: Readonly<Record<string, unknown>>
  /** For `--verbose`: "12 repairs". */
  readonly summary: string
}

/** The engine with what the options name loaded. */
export interface LoadedEngine {
  readonly engine: Engine
  readonly model: unknown
  readonly dictionary: unknown
}

/** One command's way from text to text. */
export type Convert = (text: string, loaded: LoadedEngine) => ConvertedText

/** Inputs as given; none means stdin, unless that is a terminal where someone would wait in vain. */
function resolveInputs(inputs: readonly string[], io: CliIo): readonly string[] {
  if (inputs.length > 0) return inputs
  if (io.stdinIsTerminal) {
    throw new VanbanError(
      'BAD_ARGUMENT',
      'cli',
      'No input: name a file, or give the text on stdin ("-" reads it from the terminal).',
    )
  }
  return [STDIO]
}

async function load(options: TextOptions, io: CliIo, log: Log): Promise<LoadedEngine> {
  const engine = await io.loadEngine()
  const dictionaries: unknown[] = []
  for (const file of options.dictionary) {
    const { text, name, warnings } = await readInput(file, io)
    for (const warning of warnings) log.warn(warning)
    dictionaries.push(engine.readDictionary(text, { file: name }))
  }
  const model = await engine.loadModel(options.model)
  const dictionary = dictionaries.length > 1 ? engine.mergeDictionaries(...dictionaries) : dictionaries[0]
  return { engine, model, dictionary }
}

function render(input: TextInput, result: ConvertedText, format: 'text' | 'json'): string {
  if (format === 'text') return result.text
  const { name: file } = input
  return `${JSON.stringify({ schemaVersion: JSON_SCHEMA_VERSION, file, text: result.text, ...result.details })}\n`
}

/**
 * Runs one command over its inputs, in order. A document that fails is reported and the others go on; wrong
 * options, dictionaries and models end the run.
 *
 * @returns `OK`; `SOME_FAILED` when some documents failed; the first failure's code when all did.
 */
export async function runDocuments(
  inputs: readonly string[],
  options: TextOptions,
  io: CliIo,
  convert: Convert,
): Promise<ExitCode> {
  const log = createLog(io, verbosityOf(options))
  const planned = await planDocuments(namedInputs(resolveInputs(inputs, io)), options)
  let loaded: LoadedEngine | undefined
  let firstFailure: ExitCode = ExitCode.OK
  let failed = 0
  let lineOpen = false

  for (const { input: path, target } of planned) {
    let input: TextInput
    try {
      input = await readInput(path, io)
    } catch (error) {
      if (!(error instanceof VanbanError)) throw error
      log.error(error.message)
      if (failed++ === 0) firstFailure = exitCodeOf(error)
      continue
    }
    for (const warning of input.warnings) log.warn(warning)
    loaded ??= await load(options, io, log)
    const result = convert(input.text, loaded)
    const content = render(input, result, options.format)
    if (target === null) {
      // Documents that follow one another must not share a line.
      await io.writeOut(lineOpen && content !== '' ? `\n${content}` : content)
      if (content !== '') lineOpen = !content.endsWith('\n')
    } else await writeOutput(target, content, options.force === true)
    log.detail(`${input.name}: ${result.summary}`)
    if (io.signal.aborted) throw new Interrupted()
  }
  if (failed === 0) return ExitCode.OK
  return failed === planned.length ? firstFailure : ExitCode.SOME_FAILED
}
