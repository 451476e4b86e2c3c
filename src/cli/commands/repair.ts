// vanban repair: scans and OCR text → text as it was printed, one document or a folder of thousands.

import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import {
  addDataOptions,
  addForceOption,
  addLogOptions,
  addRunOptions,
  ListOption,
  parsePages,
  parseShare,
} from '../options.ts'
import { type RepairOptions, runRepair } from '../run-repair.ts'
import { translateExamples } from '../translate-help.ts'

const EXAMPLES = `
Examples:
  $ vanban repair scan.txt                         print the repaired text
  $ tesseract page.png - -l vie | vanban repair    repair what an OCR program prints
  $ vanban repair "scans/**/*.pdf" -o repaired --format text --format html
  $ vanban repair scans -o repaired --resume       go on with a run that was stopped
  $ vanban repair --diff scan.txt                  show what would be changed
  $ vanban repair --format json scan.txt | jq .edits`

const FORMATS: readonly string[] = ['text', 'json', 'html', 'jsonl']

function collectFormats(value: string, earlier: readonly string[] | undefined): string[] {
  const formats = value.split(',').map((format) => format.trim())
  if (!formats.every((format) => FORMATS.includes(format))) {
    throw new InvalidArgumentError(`Allowed choices are ${FORMATS.join(', ')}.`)
  }
  return [...new Set([...(earlier ?? []), ...formats])]
}

/** Adds the command to the program. */
export function addRepairCommand(program: Command, io: CliIo, done: (code: ExitCode) => void): void {
  const command = program
    .command('repair')
    .summary('repair scans and OCR text: lost marks, misread letters, split words')
    .description(
      'Repairs the text of scanned Vietnamese documents: marks that were lost, letters that were misread.\n' +
        'Lines stay lines; numbers, dates, codes, addresses and foreign words stay as they are.',
    )
    .argument('[inputs...]', 'files, folders, or patterns such as "scans/**/*.pdf"; "-" or none reads stdin')
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
    .addOption(
      new Option('--ocr <when>', 'read page images: auto where the text of a PDF is missing or poor')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .addOption(
      new Option('--pages <ranges>', 'pages to read, such as 1-3,7,10- (default: all)').argParser(parsePages),
    )
  addDataOptions(command)
    .optionsGroup('Output:')
    .addOption(
      new ListOption(
        '--format <format>',
        'form of the results (default: text); may be given several times, or with commas',
      )
        .choices(FORMATS)
        .argParser(collectFormats),
    )
    .option('-o, --output <path>', 'a file, or a folder for several inputs (default: stdout)')
  addForceOption(command)
  addRunOptions(command)
    .option('--check', 'write nothing; exit with 1 if anything would be changed')
    .option('--diff', 'print the changes instead of the results; exit code like --check')
    .addHelpText('after', () => translateExamples(EXAMPLES, io))
  addLogOptions(command).action(async (inputs: string[], options: RepairOptions) => {
    done(await runRepair(inputs, options, io))
  })
}
