// The command line: arguments → command → exit code. Errors become messages and codes here and nowhere else.

import { existsSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { VanbanError } from '../errors.ts'
import { commandFirst } from './command-first.ts'
import { addApplyCommand } from './commands/apply.ts'
import { addCompletionCommand } from './commands/completion.ts'
import { addConfigCommand } from './commands/config.ts'
import { addConvertCommand } from './commands/convert.ts'
import { addEvalCommand } from './commands/eval.ts'
import { addParseCommand } from './commands/parse.ts'
import { addRepairCommand } from './commands/repair.ts'
import { addRestoreCommand } from './commands/restore.ts'
import { addTrainCommand } from './commands/train.ts'
import { addTrainChannelCommand } from './commands/train-channel.ts'
import { applyConfig, findConfig } from './config.ts'
import { ExitCode, exitCodeOf, Interrupted } from './exit-code.ts'
import { type CliIo, isClosedPipe } from './io.ts'
import { createLog } from './log.ts'
import { type MessageStyle, messageStyle, valueIn } from './message-style.ts'
import { translate } from './translate.ts'
import { translateExamples, translateHelp, translateUsageError } from './translate-help.ts'
import { usage } from './usage.ts'

const HELP_WIDTH = 100

const EXAMPLES = `
Examples:
  $ vanban repair scan.txt                         print the repaired text
  $ vanban restore < bare.txt                      put lost marks back
  $ vanban parse plan.txt | jq .tasks              who does what by when
  $ vanban eval truth.txt repaired.txt scan.txt    measure a repair

Exit codes: 0 done, 1 some documents failed, 2 wrong usage, 3 unreadable input, 4 data missing or damaged,
5 output not written, 70 internal error, 130 interrupted.`

/** Builds the program; help goes to `print`, complaints about usage to stderr. */
export function createProgram(
  io: CliIo,
  print: (text: string) => void,
  done: (code: ExitCode) => void,
): Command {
  const program = new Command('vanban')
    .description('Restores the text of scanned Vietnamese official documents, offline.')
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: print,
      writeErr: (text) => io.writeError(text),
      outputError: (text, write) => write(translateUsageError(text, io)),
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError(helpHint(io))
    .addHelpText('after', () => translateExamples(EXAMPLES, io))
  program.commandsGroup('Texts:')
  addRepairCommand(program, io, done)
  addRestoreCommand(program, io, done)
  addParseCommand(program, io, done)
  addApplyCommand(program, io, done)
  addConvertCommand(program, io, done)
  program.commandsGroup('Quality:')
  addEvalCommand(program, io, done)
  program.commandsGroup('Training:')
  addTrainCommand(program, io, done)
  addTrainChannelCommand(program, io, done)
  program.commandsGroup('Setup:')
  addConfigCommand(program, io, done)
  addCompletionCommand(program, io, done)
  program.hook('preAction', (_, command) => {
    refuseSwallowed(command)
    return configure(command, program, io)
  })
  translateHelp(program, io)
  return program
}

/** A dash at the head of an option that a word processor has made long: the command was copied out of a document. */
function refuseLongDashes(argv: readonly string[]): void {
  const end = argv.indexOf('--')
  const long = (end < 0 ? argv : argv.slice(0, end)).find((text) => /^[–—−]/u.test(text) && !existsSync(text))
  if (long !== undefined)
    throw usage(
      `"${long}" begins with a long dash, as word processors make it: type "-" or "--" for options.`,
    )
}

/** `-o --force`: the name of a file was forgotten, and the next option taken for it. */
function refuseSwallowed(command: Command): void {
  for (const option of command.options) {
    const value: unknown = command.getOptionValue(option.attributeName())
    if (!option.required || command.getOptionValueSource(option.attributeName()) !== 'cli') continue
    for (const text of Array.isArray(value) ? value : [value]) {
      if (typeof text !== 'string' || !text.startsWith('--')) continue
      throw usage(
        `option '${option.flags}' argument missing: "${text}" is an option; write "./${text}" for a file of that name.`,
      )
    }
  }
}

/** What follows a complaint about usage; nothing where each line is to be JSON. */
function helpHint({ style }: CliIo): string | false {
  if (style?.format === 'json') return false
  return translate('Run with --help to see what there is.', style?.language ?? 'en')
}

/** Gives a command the defaults of the config file; what the file says of messages takes effect at once. */
async function configure(command: Command, program: Command, io: CliIo): Promise<void> {
  const { config: named } = command.opts<{ config?: string }>()
  const config = command.name() === 'config' ? null : await findConfig(named, process.cwd())
  if (config === null) return
  applyConfig(config, command, program)
  const { lang, color, logFormat } = command.opts<Record<string, string | undefined>>()
  const { style } = io
  if (style === undefined) return
  if (lang === 'en' || lang === 'vi') style.language = lang
  if (color === 'auto' || color === 'always' || color === 'never') style.colour = color
  style.format = logFormat === 'json' ? 'json' : 'text'
}

/**
 * What a config says of messages counts for help and for complaints about usage too, which come before the command's
 * options are known. A config with an error is complained about later, by the command.
 */
async function styleFromConfig(style: MessageStyle, argv: readonly string[]): Promise<void> {
  const config = await findConfig(valueIn(argv, '--config'), process.cwd()).catch(() => null)
  if (config === null) return
  const own = config.values[argv[0] ?? '']
  const values = { ...config.values, ...(typeof own === 'object' ? own : {}) }
  const { lang, logFormat } = values as Record<string, unknown>
  if (valueIn(argv, '--lang') === undefined && (lang === 'en' || lang === 'vi')) style.language = lang
  if (valueIn(argv, '--log-format') === undefined && logFormat === 'json') style.format = 'json'
}

/** Says what went wrong, and gives the exit code. */
function report(error: unknown, io: CliIo): ExitCode {
  if (error instanceof VanbanError) createLog(io).error(error.message)
  else if (!(error instanceof Interrupted)) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    createLog(io).error(`A fault of vanban itself, please report it with the lines below.\n${trace}`)
  }
  return exitCodeOf(error)
}

/**
 * Runs the command line.
 *
 * @param argv Arguments without the program's name.
 * @param surroundings Streams and surroundings.
 * @returns The exit code; never throws.
 */
export async function main(argv: readonly string[], surroundings: CliIo): Promise<ExitCode> {
  const style = messageStyle(argv, surroundings.env)
  const io: CliIo = { ...surroundings, style }
  await styleFromConfig(style, argv)
  let code: ExitCode = ExitCode.OK
  let help = ''
  const program = createProgram(
    io,
    (text) => {
      help += text
    },
    (result) => {
      code = result
    },
  )
  try {
    try {
      refuseLongDashes(argv)
      const names = program.commands.map((command) => command.name())
      await program.parseAsync(commandFirst(argv, names), { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      code = error.exitCode === 0 ? ExitCode.OK : ExitCode.USAGE
    }
    if (help !== '') await io.writeOut(help)
    return code
  } catch (error) {
    // `vanban … | head`: the reader has what it wanted.
    return isClosedPipe(error) ? ExitCode.OK : report(error, io)
  }
}
