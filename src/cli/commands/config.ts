// vanban config: what options a command would run with, and where each value comes from.

import { Argument, type Command } from 'commander'
import { VanbanError } from '../../errors.ts'
import { applyConfig, findConfig } from '../config.ts'
import { ExitCode } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { addLogOptions } from '../options.ts'
import { translateExamples } from '../translate-help.ts'

const EXAMPLES = `
Examples:
  $ vanban config show                             the options of every command, and where they come from
  $ vanban config show repair --config team.json`

/** Adds the command to the program. */
export function addConfigCommand(program: Command, io: CliIo, done: (code: ExitCode) => void): void {
  const command = program
    .command('config')
    .summary('show the options that a config file sets')
    .description(
      'Shows the options of commands with the values they have, and where these come from: built in, or a config.\n' +
        'The config is vanban.config.json in this folder or one above, or the file given with --config.',
    )
    .addArgument(new Argument('<action>', 'what to do with them').choices(['show']))
    .argument('[command]', 'only this command')
    .addHelpText('after', () => translateExamples(EXAMPLES, io))
  addLogOptions(command).action(
    async (_action: string, name: string | undefined, options: { config?: string }) => {
      const config = await findConfig(options.config, process.cwd())
      const shown = program.commands.filter(
        (known) => known !== command && (name === undefined || known.name() === name),
      )
      if (shown.length === 0) throw new VanbanError('BAD_ARGUMENT', 'cli', `There is no command "${name}".`)
      const result: Record<string, unknown> = {}
      for (const known of shown) {
        if (config !== null) applyConfig(config, known, program)
        result[known.name()] = Object.fromEntries(
          known.options.map((option) => {
            const key = option.attributeName()
            const source = known.getOptionValueSource(key)
            const origin = source === 'config' ? config?.path : 'default'
            return [key, { value: known.getOptionValue(key) ?? null, origin }]
          }),
        )
      }
      await io.writeOut(`${JSON.stringify(result, null, 2)}\n`)
      done(ExitCode.OK)
    },
  )
}
