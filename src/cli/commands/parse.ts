// vanban parse: scans, OCR text and text → the structured plan, or one of the forms made from it.

import { type Command, Option } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import {
  addDataOptions,
  addForceOption,
  addLogOptions,
  addRunOptions,
  parsePages,
  parseShare,
} from '../options.ts'
import { type ParseOptions, runParse } from '../run-parse.ts'
import { translateExamples } from '../translate-help.ts'

const EXAMPLES = `
Examples:
  $ vanban parse scan.txt | jq '.tasks[] | {unit, what, deadline}'
  $ vanban parse --format markdown scan.pdf -o plan.md
  $ vanban parse --format csv --bom plans/*.txt > tasks.csv
  $ vanban parse --no-repair typed.txt             the text is right as it is
  $ vanban parse plans -o parsed/                  a file for each document`

/** Adds the command to the program. */
export function addParseCommand(program: Command, io: CliIo, done: (code: ExitCode) => void): void {
  const command = program
    .command('parse')
    .summary('take a document apart: head, legal bases, sections, tasks, recipients')
    .description(
      'Repairs a Vietnamese official document and takes it apart: number, date, title, legal bases, sections, who is\n' +
        'to do what by when, recipients, signatures, cited documents, and what looks wrong.',
    )
    .argument('[inputs...]', 'files, folders, or patterns such as "scans/**/*.pdf"; "-" or none reads stdin')
    .optionsGroup('Repair:')
    .option('--no-repair', 'take the text as it is')
    .addOption(
      new Option(
        '--source <ocr>',
        'what read the scan: Tesseract with eng or vie data; none only restores marks',
      )
        .choices(['auto', 'eng', 'vie', 'none'])
        .default('auto'),
    )
    .addOption(
      new Option('--ocr <when>', 'read page images: auto where the text of a PDF is missing or poor')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .addOption(
      new Option('--pages <ranges>', 'pages to read, such as 1-3,7,10- (default: all)').argParser(parsePages),
    )
    .optionsGroup('Plan:')
    .addOption(
      new Option('--threshold <share>', 'warn of words the repair was less sure of, 0 to 1')
        .argParser(parseShare)
        .default(0.5),
    )
    .option('--no-text', 'leave the text out of JSON')
  addDataOptions(command)
    .optionsGroup('Output:')
    .addOption(
      new Option(
        '--format <format>',
        'json: the plan, one object a line; markdown: a clean copy; csv: the tasks; register: the record of an ' +
          'electronic register, JSON; akn: Akoma Ntoso XML',
      )
        .choices(['json', 'markdown', 'csv', 'register', 'akn'])
        .default('json'),
    )
    .option('-o, --output <path>', 'a file, or a folder for several inputs (default: stdout)')
  addForceOption(command)
  addRunOptions(command).addHelpText('after', () => translateExamples(EXAMPLES, io))
  addLogOptions(command).action(async (inputs: string[], options: ParseOptions) => {
    done(await runParse(inputs, options, io))
  })
}
