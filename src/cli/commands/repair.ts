// vanban repair: scans and OCR text → text as it was printed, one document or a folder of thousands.

import { type Command, Option } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { addDataOptions, addForceOption, addLogOptions, parsePositive, parseShare } from '../options.ts'
import { type RepairOptions, runRepair } from '../run-repair.ts'

const EXAMPLES = `
Examples:
  $ vanban repair scan.txt                         print the repaired text
  $ tesseract page.png - -l vie | vanban repair    repair what an OCR program prints
  $ vanban repair "scans/**/*.pdf" -o repaired --format text --format html
  $ vanban repair scans -o repaired --resume       go on with a run that was stopped
  $ vanban repair --diff scan.txt                  show what would be changed
  $ vanban repair --format json scan.txt | jq .edits`

const collectFormats = (value: string, earlier: readonly string[] | undefined): string[] => {
  const formats = [...(earlier ?? []), ...value.split(',').map((format) => format.trim())]
  return [...new Set(formats)]
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
    .option('--pages <ranges>', 'pages to read, such as 1-3,7,10- (default: all)')
  addDataOptions(command)
    .optionsGroup('Output:')
    .addOption(
      new Option('--format <format>', 'text, json, html, or jsonl; may be given several times').argParser(
        collectFormats,
      ),
    )
    .option('-o, --output <path>', 'a file, or a folder for several inputs (default: stdout)')
  addForceOption(command)
    .addOption(new Option('--summary <file>', 'write a summary to a .json or .csv file'))
    .optionsGroup('Run:')
    .addOption(
      new Option('-j, --jobs <n>', 'documents worked on at a time (default: one a processor)').argParser(
        parsePositive,
      ),
    )
    .option('--resume', 'go on with an earlier run into the same folder')
    .option('--fail-fast', 'stop at the first document that fails')
    .option('--dry-run', 'only list what would be read and written')
    .option('--check', 'write nothing; exit with 1 if anything would be changed')
    .option('--diff', 'print the changes instead of the results; exit code like --check')
    .addOption(
      new Option('--timeout <seconds>', 'give up a document that finishes no page for so long')
        .argParser(parsePositive)
        .default(300),
    )
    .addOption(
      new Option('--max-memory <MiB>', 'memory one worker may use').argParser(parsePositive).default(2048),
    )
    .option('--no-progress', 'no progress bar, no line for each document')
    .addHelpText('after', EXAMPLES)
  addLogOptions(command).action(async (inputs: string[], options: RepairOptions) => {
    done(await runRepair(inputs, options, io))
  })
}
