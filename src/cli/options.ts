// Options that several commands share, so that they are spelled and explained alike.

import { type Command, InvalidArgumentError, Option } from 'commander'
import { parsePageRanges } from '../ingest/page-ranges.ts'
import type { Verbosity } from './log.ts'
import { LANGUAGES } from './message-style.ts'

/** Values of the options about messages that every command has. */
export interface LogOptions {
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/** Values of the options of commands that work through folders. */
export interface RunOptions extends LogOptions {
  readonly output?: string
  readonly force?: boolean
  readonly summary?: string
  readonly bom?: boolean
  readonly jobs?: number
  readonly resume?: boolean
  readonly failFast?: boolean
  readonly dryRun?: boolean
  readonly timeout: number
  readonly maxMemory: number
  readonly progress: boolean
}

/** Values of the options every text command has. */
export interface TextOptions extends LogOptions {
  readonly dictionary: readonly string[]
  readonly model?: string
  readonly format: 'text' | 'json'
  readonly output?: string
  readonly force?: boolean
}

/** `--quiet` and `--verbose` as one value. */
export function verbosityOf(options: { quiet?: boolean; verbose?: boolean }): Verbosity {
  return options.quiet ? 'quiet' : options.verbose ? 'verbose' : 'normal'
}

/** A number between 0 and 1. */
export function parseShare(value: string): number {
  const share = Number(value)
  if (value.trim() === '' || !(share >= 0 && share <= 1)) {
    throw new InvalidArgumentError('Give a number from 0 to 1, such as 0.8.')
  }
  return share
}

/** A whole number, 1 or more. */
export function parsePositive(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('Give a whole number, 1 or more.')
  return number
}

/** An option that may be given several times, or with a list in a config. */
export class ListOption extends Option {}

/** "1-3,7,10-", checked. */
export function parsePages(value: string): string {
  try {
    parsePageRanges(value)
    return value
  } catch {
    throw new InvalidArgumentError('Give numbers and ranges from 1, such as 1-3,7,10-.')
  }
}

const collect = (value: string, earlier: readonly string[]): string[] => [...earlier, value]

/** Options about what the text is compared with. */
export function addDataOptions(command: Command): Command {
  return command
    .optionsGroup('Data:')
    .addOption(
      new ListOption(
        '--dictionary <file>',
        'words and phrases of your own, one a line; may be given several times',
      )
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--model <file>', 'a model made with "vanban train" (default: the one that comes with vanban)')
}

/** Options about where the result goes. */
export function addOutputOptions(command: Command): Command {
  return addForceOption(
    command
      .optionsGroup('Output:')
      .addOption(
        new Option('--format <format>', 'text, or one JSON object a line for each document')
          .choices(['text', 'json'])
          .default('text'),
      )
      .option('-o, --output <path>', 'a file, or a folder for several inputs (default: stdout)'),
  )
}

/** `--force`. */
export function addForceOption(command: Command): Command {
  return command.option('--force', 'replace files that exist')
}

/** Options about how a command works through many documents. */
export function addRunOptions(command: Command): Command {
  return command
    .addOption(new Option('--summary <file>', 'write a summary to a .json or .csv file'))
    .option('--bom', 'begin CSV with a byte order mark, for Excel')
    .optionsGroup('Run:')
    .addOption(
      new Option('-j, --jobs <n>', 'documents worked on at a time (default: one a processor)').argParser(
        parsePositive,
      ),
    )
    .option('--resume', 'go on with an earlier run into the same folder')
    .option('--fail-fast', 'stop at the first document that fails')
    .option('--dry-run', 'only list what would be read and written, and what is there already')
    .addOption(
      new Option('--timeout <seconds>', 'give up a document that finishes no page for so long')
        .argParser(parsePositive)
        .default(300),
    )
    .addOption(
      new Option('--max-memory <MiB>', 'memory one worker may use').argParser(parsePositive).default(2048),
    )
    .option('--no-progress', 'no progress bar, no line for each document')
}

/** `--quiet`, `--verbose` and what settles the look of messages. */
export function addLogOptions(command: Command): Command {
  return command
    .optionsGroup('Messages:')
    .option('-q, --quiet', 'errors only')
    .addOption(new Option('-v, --verbose', 'also say what was done').conflicts('quiet'))
    .addOption(
      new Option('--lang <language>', 'of messages (default: that of the locale)').choices([...LANGUAGES]),
    )
    .addOption(
      new Option('--log-format <format>', 'of messages: text, or one JSON object a line')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(
      new Option('--color <when>', 'colour messages').choices(['auto', 'always', 'never']).default('auto'),
    )
    .option('--config <file>', 'defaults for options (default: vanban.config.json here or above)')
}
