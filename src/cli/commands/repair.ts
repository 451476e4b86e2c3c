// vanban repair: OCR text → text as it was printed.

import { type Command, Option } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { addDataOptions, addLogOptions, addOutputOptions, parseShare, type TextOptions } from '../options.ts'
import { runDocuments } from '../run-documents.ts'

interface RepairOptions extends TextOptions {
  readonly source: string
  readonly minConfidence?: number
}

const EXAMPLES = `
Examples:
  $ vanban repair scan.txt                         print the repaired text
  $ tesseract page.png - -l vie | vanban repair    repair what an OCR program prints
  $ vanban repair pages/*.txt -o repaired/         one file for each page
  $ vanban repair --format json scan.txt | jq .edits`

/** Adds the command to the program. */
export function addRepairCommand(program: Command, io: CliIo, done: (code: ExitCode) => void): void {
  const command = program
    .command('repair')
    .summary('repair OCR text: lost marks, misread letters, split words')
    .description(
      'Repairs the text of a scanned Vietnamese document: marks that were lost, letters that were misread.\n' +
        'Lines stay lines; numbers, dates, codes, addresses and foreign words stay as they are.',
    )
    .argument('[inputs...]', 'text files; "-" or none reads stdin')
    .optionsGroup('Repair:')
    .addOption(
      new Option(
        '--source <ocr>',
        'what read the scan: Tesseract with eng or vie data; none only restores marks',
      )
        .choices(['auto', 'eng', 'vie', 'none'])
        .default('auto'),
    )
    .addOption(
      new Option('--min-confidence <share>', 'repair only what is at least so certain, 0 to 1').argParser(
        parseShare,
      ),
    )
    .addHelpText('after', EXAMPLES)
  addLogOptions(addOutputOptions(addDataOptions(command))).action(
    async (inputs: string[], options: RepairOptions) => {
      const { source, minConfidence } = options
      const own = { source, ...(minConfidence === undefined ? {} : { minConfidence }) }
      done(
        await runDocuments(inputs, options, io, (text, { engine, model, dictionary }) => {
          const data = dictionary === undefined ? { model } : { model, dictionary }
          const { text: repaired, ...details } = engine.repair(text, { ...data, ...own })
          return { text: repaired, details, summary: `${details.edits.length} repairs` }
        }),
      )
    },
  )
}
