// vanban completion: a script that teaches a shell the commands and options.

import { Argument, type Command } from 'commander'
import { completionScript, SHELLS, type Shell } from '../completion.ts'
import { ExitCode } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { addLogOptions } from '../options.ts'
import { translateExamples } from '../translate-help.ts'

const EXAMPLES = `
Examples:
  $ eval "$(vanban completion bash)"               in ~/.bashrc
  $ vanban completion zsh > "\${fpath[1]}/_vanban"
  $ vanban completion fish > ~/.config/fish/completions/vanban.fish`

/** Adds the command to the program. */
export function addCompletionCommand(program: Command, io: CliIo, done: (code: ExitCode) => void): void {
  const command = program
    .command('completion')
    .summary('print a script that completes commands and options in a shell')
    .description('Prints a script with which a shell completes commands, options and their values.')
    .addArgument(new Argument('<shell>', 'the shell').choices([...SHELLS]))
    .addHelpText('after', () => translateExamples(EXAMPLES, io))
  addLogOptions(command).action(async (shell: Shell) => {
    await io.writeOut(completionScript(program, shell))
    done(ExitCode.OK)
  })
}
