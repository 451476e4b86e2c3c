// vanban train-channel: pages with their truth → the profile of an OCR engine.

import type { Command } from 'commander'
import { VanbanError } from '../../errors.ts'
import { ExitCode } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { createLog } from '../log.ts'
import { addForceOption, addLogOptions, ListOption, verbosityOf } from '../options.ts'
import { readInput } from '../read-input.ts'
import { translateExamples } from '../translate-help.ts'
import { refuseToOverwrite, writeOutput } from '../write-output.ts'

interface TrainChannelOptions {
  readonly engine: string
  readonly output: string
  readonly comment: string[]
  readonly force?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

const EXAMPLES = `
Each line of the pairs is a JSON object with the page as printed in "truth" and what the engine read in a
field of the engine's name: {"truth": "Số: 5", "eng": "S6: 5"}.

Examples:
  $ vanban train-channel pages.jsonl --engine eng -o channel-eng.tsv`

/** A page as printed and as read. */
interface PagePair {
  readonly truth: string
  readonly observed: string
}

/** Lines of JSON → pairs; blank lines are skipped. */
function parsePairs(text: string, file: string, engine: string): PagePair[] {
  const pairs: PagePair[] = []
  for (const [index, row] of text.split('\n').entries()) {
    if (row.trim() === '') continue
    const { truth, [engine]: observed } = parseObject(row, file, index + 1)
    if (typeof truth !== 'string') throw badLine(file, index + 1, 'has no text in "truth"')
    if (typeof observed !== 'string') {
      throw badLine(file, index + 1, `has no text in "${engine}", the engine's name`)
    }
    pairs.push({ truth, observed })
  }
  return pairs
}

function parseObject(row: string, file: string, line: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(row)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    throw badLine(file, line, 'is not valid JSON: give one object a line')
  }
}

function badLine(file: string, line: number, problem: string): VanbanError {
  return new VanbanError('TRAINING_DATA', 'cli', `${file} line ${line} ${problem}.`, { file, line })
}

/** Adds the command to the program. */
export function addTrainChannelCommand(program: Command, io: CliIo, done: (code: ExitCode) => void): void {
  const command = program
    .command('train-channel')
    .summary('learn what an OCR engine does to letters')
    .description('Learns from pages and their OCR text what an engine confuses, as a readable profile.')
    .argument('<pairs>', 'pages as JSON lines')
    .optionsGroup('Training:')
    .requiredOption('--engine <name>', 'field with the OCR text, and the name of the profile')
    .addOption(
      new ListOption('--comment <text>', 'a line for the head of the profile; may be given several times')
        .argParser((line: string, lines: string[]) => [...lines, line])
        .default([], 'none'),
    )
    .requiredOption('-o, --output <file>', 'the profile to write')
    .addHelpText('after', () => translateExamples(EXAMPLES, io))
  addLogOptions(addForceOption(command)).action(async (path: string, options: TrainChannelOptions) => {
    const { engine, output, comment, force = false } = options
    const log = createLog(io, verbosityOf(options))
    await refuseToOverwrite(output, force)
    const { name, text, warnings } = await readInput(path, io)
    for (const warning of warnings) log.warn(warning)
    const pairs = parsePairs(text, name, engine)
    const [{ trainChannel }, { writeProfile }] = await Promise.all([
      import('../../training/train-channel.ts'),
      import('../../channel/profile.ts'),
    ])
    await writeOutput(output, writeProfile(trainChannel(pairs, { name: engine, comments: comment })), force)
    log.detail(`${output}: learned from ${pairs.length} pages`)
    done(ExitCode.OK)
  })
}
