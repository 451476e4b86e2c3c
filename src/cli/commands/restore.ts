// vanban restore: text without marks → text with marks.

import type { Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { addDataOptions, addLogOptions, addOutputOptions, type TextOptions } from '../options.ts'
import { runDocuments } from '../run-documents.ts'
import { translateExamples } from '../translate-help.ts'

interface RestoreOptions extends TextOptions {
  readonly redo?: boolean
}

const EXAMPLES = `
Examples:
  $ echo 'Uy ban nhan dan tinh Lao Cai' | vanban restore
  $ vanban restore bare.txt -o marked.txt
  $ vanban restore --redo doubtful.txt             do not trust the marks that are there
  $ vanban restore --dictionary names.txt bare.txt`

/** Adds the command to the program. */
export function addRestoreCommand(program: Command, io: CliIo, done: (code: ExitCode) => void): void {
  const command = program
    .command('restore')
    .summary('put the marks back on text that lost them')
    .description(
      'Puts tone and vowel marks back on Vietnamese text that lost them ("Uy ban" → "Ủy ban").\n' +
        'Letters are never changed, words that carry marks are left as they are.',
    )
    .argument('[inputs...]', 'text files; "-" or none reads stdin')
    .optionsGroup('Restoration:')
    .option('--redo', 'restore words that carry marks, too')
    .addHelpText('after', () => translateExamples(EXAMPLES, io))
  addLogOptions(addOutputOptions(addDataOptions(command))).action(
    async (inputs: string[], options: RestoreOptions) => {
      const { redo = false } = options
      done(
        await runDocuments(inputs, options, io, (text, { engine, model, dictionary }) => {
          const data = dictionary === undefined ? { model } : { model, dictionary }
          const { text: restored, ...details } = engine.restore(text, { ...data, redo })
          return { text: restored, details, summary: `${details.words.length} words` }
        }),
      )
    },
  )
}
