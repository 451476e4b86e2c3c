// vanban eval: how wrong a text is, and what a repair mended and broke.

import { type Command, Option } from 'commander'
import { VanbanError } from '../../errors.ts'
import type { Comparison } from '../../metrics/compare.ts'
import { ExitCode } from '../exit-code.ts'
import { formatComparison } from '../format-comparison.ts'
import type { CliIo } from '../io.ts'
import { createLog, type Log } from '../log.ts'
import { addLogOptions, verbosityOf } from '../options.ts'
import { readInput, STDIO } from '../read-input.ts'
import { JSON_SCHEMA_VERSION } from '../run-documents.ts'
import { translateExamples } from '../translate-help.ts'

interface EvalOptions {
  readonly list?: string
  readonly format: 'text' | 'json'
  readonly quiet?: boolean
  readonly verbose?: boolean
}

const EXAMPLES = `
Compared are words without the punctuation around them. Kinds of quotes and dashes and the place of the
tone mark (hòa, hoà) do not count; capitals count, except for syllables.

Examples:
  $ vanban eval truth.txt repaired.txt             error rates of one text
  $ vanban eval truth.txt repaired.txt scan.txt    also what the repair fixed and harmed
  $ vanban repair scan.txt | vanban eval truth.txt - scan.txt
  $ vanban eval --list pairs.tsv --format json     many documents, added up`

function usage(message: string): VanbanError {
  return new VanbanError('BAD_ARGUMENT', 'cli', message)
}

/** Lines "truth TAB hypothesis [TAB ocr]" as lists of paths. */
function parsePairs(text: string, file: string): string[][] {
  const pairs: string[][] = []
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return
    const paths = line.split('\t')
    if (paths.length < 2 || paths.length > 3 || paths.includes('')) {
      throw usage(
        `${file} line ${index + 1}: write the paths truth<TAB>text, or truth<TAB>text<TAB>ocr, on each line.`,
      )
    }
    pairs.push(paths)
  })
  if (pairs.length === 0) throw usage(`${file} names no documents.`)
  return pairs
}

async function readAll(paths: readonly string[], io: CliIo, log: Log): Promise<string[]> {
  const texts: string[] = []
  for (const path of paths) {
    const { text, warnings } = await readInput(path, io)
    for (const warning of warnings) log.warn(warning)
    texts.push(text)
  }
  return texts
}

/** Adds the command to the program. */
export function addEvalCommand(program: Command, io: CliIo, done: (code: ExitCode) => void): void {
  const command = program
    .command('eval')
    .summary('measure a text against the truth: WER, CER, fixed and harmed words')
    .description('Measures a text against the truth, word by word and character by character.')
    .argument('[truth]', 'the text as printed')
    .argument('[text]', 'the text to measure')
    .argument('[ocr]', 'the text before repair')
    .optionsGroup('Evaluation:')
    .option('--list <file>', 'many documents: lines of truth, text and, if you like, ocr, separated by tabs')
    .addOption(new Option('--format <format>', 'a table, or JSON').choices(['text', 'json']).default('text'))
    .addHelpText('after', () => translateExamples(EXAMPLES, io))
  addLogOptions(command).action(async (...args: (string | undefined | EvalOptions)[]) => {
    const paths = args.slice(0, 3).filter((path) => typeof path === 'string')
    const options = args[3] as EvalOptions
    const log = createLog(io, verbosityOf(options))
    if (options.list !== undefined && paths.length > 0) {
      throw usage('Give the texts as arguments or with --list, not both.')
    }
    if (options.list === undefined && paths.length < 2) {
      throw usage('Give the truth and the text to measure: vanban eval TRUTH TEXT [OCR].')
    }
    if (paths.filter((path) => path === STDIO).length > 1) {
      throw usage('stdin ("-") can be read only once: name it once.')
    }
    const { compareTexts, sumComparisons } = await import('../../metrics/compare.ts')
    const documents =
      options.list === undefined
        ? [paths]
        : parsePairs((await readInput(options.list, io)).text, options.list)
    if (new Set(documents.map((document) => document.length)).size > 1) {
      throw usage(`${options.list} gives the OCR text on some lines only: give it on all or on none.`)
    }
    const comparisons: Comparison[] = []
    for (const document of documents) {
      const [truth, text, ocr] = await readAll(document, io, log)
      comparisons.push(compareTexts(truth!, text!, ocr))
      log.detail(`${document[1]}: WER ${(100 * comparisons.at(-1)!.words.rate).toFixed(2)} %`)
    }
    const sum = sumComparisons(comparisons)
    await io.writeOut(
      options.format === 'text'
        ? formatComparison(sum)
        : `${JSON.stringify({ schemaVersion: JSON_SCHEMA_VERSION, documents: documents.length, ...sum })}\n`,
    )
    done(ExitCode.OK)
  })
}
