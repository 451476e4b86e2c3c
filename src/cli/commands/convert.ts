// vanban convert: text in an older encoding, or in a document → UTF-8.

import { type Command, Option } from 'commander'
import { LEGACY_ENCODINGS } from '../../encoding/names.ts'
import type { ExitCode } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { addLogOptions, addOutputOptions, addRunOptions } from '../options.ts'
import { type ConvertOptions, runConvert } from '../run-convert.ts'
import { translateExamples } from '../translate-help.ts'

const EXAMPLES = `
Sound Unicode stays as it is but for its normal form (NFC). Documents may hold several encodings; each stretch is
decoded by its own. Word, RTF, Excel and PDF files are read too, without repair.

Examples:
  $ vanban convert old.txt -o new.txt
  $ vanban convert archive -o converted            a whole folder, with those below it
  $ vanban convert --check archive/*.txt           only say what they are in; exit code 1 if one is not Unicode
  $ vanban convert --from vni letter.txt           do not guess`

/** Adds the command to the program. */
export function addConvertCommand(program: Command, io: CliIo, done: (code: ExitCode) => void): void {
  const command = program
    .command('convert')
    .summary('text in TCVN3, VNI … → UTF-8')
    .description(
      'Converts Vietnamese text in encodings from before Unicode to UTF-8: TCVN3 (ABC), VNI, VISCII, VPS, VIQR,\n' +
        'Windows-1258, TCVN 5712-1; also UTF-8 that was encoded twice, UTF-16, and decomposed letters.',
    )
    .argument('[inputs...]', 'files, folders, or patterns such as "scans/**/*.pdf"; "-" or none reads stdin')
    .optionsGroup('Conversion:')
    .addOption(
      new Option('--from <encoding>', 'what the input is in; auto finds out')
        .choices(['auto', ...LEGACY_ENCODINGS])
        .default('auto'),
    )
    .option('--check', 'write nothing; say what each file is in')
    .option('--model <file>', 'a model made with "vanban train" (default: the one that comes with vanban)')
    .addHelpText('after', () => translateExamples(EXAMPLES, io))
  addRunOptions(addOutputOptions(command))
  addLogOptions(command).action(async (inputs: string[], options: ConvertOptions) => {
    done(await runConvert(inputs, options, io))
  })
}
