// vanban apply: decisions from review reports → final texts, and a dictionary of what they taught.

import { basename, join } from 'node:path'
import type { Command } from 'commander'
import { readText } from '../../batch/read-text.ts'
import { VanbanError } from '../../errors.ts'
import type { DecidedPlace } from '../../report/decisions.ts'
import { ExitCode } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { createLog } from '../log.ts'
import { addForceOption, addLogOptions, type LogOptions, verbosityOf } from '../options.ts'
import { translateExamples } from '../translate-help.ts'
import { isFolder, refuseToOverwrite, writeOutput } from '../write-output.ts'

interface ApplyOptions extends LogOptions {
  readonly output?: string
  readonly dictionaryOut?: string
  readonly force?: boolean
}

const EXAMPLES = `
Examples:
  $ vanban apply scan.txt.decisions.json           print the final text
  $ vanban apply *.decisions.json -o final/ --dictionary-out our-words.tsv
  $ vanban repair --dictionary our-words.tsv next-scan.txt`

/** Adds the command to the program. */
export function addApplyCommand(program: Command, io: CliIo, done: (code: ExitCode) => void): void {
  const command = program
    .command('apply')
    .summary('turn the decisions of a review report into the final text')
    .description(
      'Turns decisions exported from review reports into the final texts. Names that were confirmed and words\n' +
        'that were right as they stood can be collected into a dictionary for "vanban repair".',
    )
    .argument('<decisions...>', 'JSON files exported from reports')
    .optionsGroup('Output:')
    .option('-o, --output <path>', 'a file, or a folder for several documents (default: stdout)')
    .option('--dictionary-out <file>', 'write a dictionary of what was decided')
  addForceOption(command).addHelpText('after', () => translateExamples(EXAMPLES, io))
  addLogOptions(command).action(async (files: string[], options: ApplyOptions) => {
    done(await runApply(files, options, io))
  })
}

async function runApply(files: readonly string[], options: ApplyOptions, io: CliIo): Promise<ExitCode> {
  const { applyDecisions, decidedPlaces, readDecisions } = await import('../../report/decisions.ts')
  const { output, dictionaryOut, force = false } = options
  const log = createLog(io, verbosityOf(options))
  const intoFolder =
    output !== undefined && (files.length > 1 || /[/\\]$/.test(output) || (await isFolder(output)))
  if (dictionaryOut !== undefined) await refuseToOverwrite(dictionaryOut, force)
  const places: DecidedPlace[] = []
  const results: { readonly target: string | null; readonly text: string }[] = []
  const targets = new Set<string>()
  for (const file of files) {
    const decisions = readDecisions(await readText(file), file)
    const target = output === undefined ? null : intoFolder ? join(output, finalName(decisions.file)) : output
    if (target !== null) {
      if (targets.has(target)) {
        throw new VanbanError(
          'BAD_ARGUMENT',
          'cli',
          `Two documents would both be written to ${target}: give them one by one.`,
        )
      }
      targets.add(target)
      await refuseToOverwrite(target, force)
    }
    const decided = decidedPlaces(decisions)
    places.push(...decided)
    results.push({ target, text: applyDecisions(decisions) })
    log.detail(`${decisions.file}: ${decided.length} decisions`)
  }
  for (const { target, text } of results) {
    if (target === null) await io.writeOut(text)
    else await writeOutput(target, text, force)
  }
  if (dictionaryOut !== undefined) {
    const { userDictionary } = await import('../../report/user-dictionary.ts')
    await writeOutput(dictionaryOut, userDictionary(places), force)
  }
  return ExitCode.OK
}

/** "scans/plan.pdf" → "plan.pdf.txt"; a text keeps its name. */
function finalName(file: string): string {
  const name = basename(file.replaceAll('\\', '/'))
  return /\.(?:txt|text|md)$/i.test(name) ? name : `${name}.txt`
}
