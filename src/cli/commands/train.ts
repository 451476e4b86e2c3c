// vanban train: corpus → model file and manifest.

import { dirname } from 'node:path'
import type { Command } from 'commander'
import { ExitCode } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { createLog } from '../log.ts'
import { addForceOption, addLogOptions, verbosityOf } from '../options.ts'
import { readInput } from '../read-input.ts'
import { parseTrainConfig } from '../train-config.ts'
import { translateExamples } from '../translate-help.ts'
import { refuseToOverwrite, writeOutput } from '../write-output.ts'

interface TrainOptions {
  readonly corpus?: string
  readonly output: string
  readonly force?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

const EXAMPLES = `
The config lists the sources with their weights, the order, the cut-offs and the size of the model;
dictionaries/model.config.json is the one of the model that comes with vanban. A manifest with the
sources, counts and checksum is written beside the model (MODEL.json).

Examples:
  $ vanban train model.config.json --corpus corpus/ -o my.model
  $ vanban repair --model my.model scan.txt`

/** Adds the command to the program. */
export function addTrainCommand(program: Command, io: CliIo, done: (code: ExitCode) => void): void {
  const command = program
    .command('train')
    .summary('train a language model from texts')
    .description('Trains a language model from text files (plain, .gz or .br), deterministically.')
    .argument('<config>', 'training config, JSON')
    .optionsGroup('Training:')
    .option('--corpus <folder>', 'folder of the texts (default: the folder of the config)')
    .requiredOption('-o, --output <file>', 'the model file to write')
    .addHelpText('after', () => translateExamples(EXAMPLES, io))
  addLogOptions(addForceOption(command)).action(async (path: string, options: TrainOptions) => {
    const { output, force = false } = options
    const log = createLog(io, verbosityOf(options))
    const manifestFile = `${output}.json`
    const config = parseTrainConfig((await readInput(path, io)).text, path)
    await refuseToOverwrite(output, force)
    await refuseToOverwrite(manifestFile, force)
    const { trainModel } = await import('../../training/train.ts')
    const { bytes, manifest } = await trainModel(config, {
      corpus: options.corpus ?? dirname(path),
      // Training takes long: its steps are news, not details.
      log: (message) => {
        if (!options.quiet) io.writeError(`${message}\n`)
      },
    })
    await writeOutput(output, bytes, force)
    await writeOutput(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`, force)
    log.detail(`${output}: ${bytes.length} bytes, sha-256 ${manifest.sha256}`)
    done(ExitCode.OK)
  })
}
