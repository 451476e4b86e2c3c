// The words a shell may complete, from the commands as they are defined, so that the two cannot differ.

import type { Command, Option } from 'commander'

/** Shells that are known. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

interface Words {
  readonly name: string
  readonly summary: string
  readonly options: readonly Option[]
  /** What may stand as its arguments, one list for each; none where that is a file. */
  readonly arguments: readonly (readonly string[])[]
}

function wordsOf(program: Command): Words[] {
  const commands = program.commands.filter((command) => command.name() !== 'help')
  const names = commands.map((command) => command.name())
  return commands.map((command) => ({
    name: command.name(),
    summary: command.summary() || command.description(),
    options: command.options,
    arguments: command.registeredArguments.map((argument) =>
      argument.name() === 'command' ? names : (argument.argChoices ?? []),
    ),
  }))
}

const flagsOf = ({ short, long }: Option): string[] => [short, long].filter((flag) => flag !== undefined)

/** The script of a shell. */
export function completionScript(program: Command, shell: Shell): string {
  const words = wordsOf(program)
  return shell === 'bash' ? bash(words) : shell === 'zsh' ? zsh(words) : fish(words)
}

/** Options that take one of some words. */
const withChoices = ({ options }: Words): Option[] =>
  options.filter(({ argChoices }) => argChoices !== undefined)

function bash(commands: readonly Words[]): string {
  const cases = commands.map((command) => {
    const flags = command.options.flatMap(flagsOf).concat('--help').join(' ')
    const choices = withChoices(command)
      .map(
        (option) =>
          `      ${flagsOf(option).join('|')}) COMPREPLY=($(compgen -W "${option.argChoices?.join(' ')}" -- "$cur")); return ;;`,
      )
      .join('\n')
    return `    ${command.name})
      case "$prev" in
${choices}${choices === '' ? '' : '\n'}      esac
      if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W "${flags}" -- "$cur"))${argumentsInBash(command)}
      fi ;;`
  })
  return `# bash completion of vanban: eval "$(vanban completion bash)"
_vanban() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -o default -F _vanban vanban
`
}

/** Arguments that are words, by their place; where options stand before them, files are offered. */
const argumentsInBash = (command: Words): string =>
  command.arguments
    .map((words, i) =>
      words.length === 0
        ? ''
        : `\n      elif [ "$COMP_CWORD" -eq ${i + 2} ]; then COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$cur"))`,
    )
    .join('')

const quoteZsh = (text: string): string =>
  text.replace(/['\\[\]:]/g, (found) => (found === "'" ? "'\\''" : `\\${found}`))

function zsh(commands: readonly Words[]): string {
  const cases = commands.map((command) => {
    const lines = command.options.map((option) => {
      const { description, argChoices } = option
      const value = !option.required
        ? ''
        : `:value:${argChoices === undefined ? '_files' : `(${argChoices.join(' ')})`}`
      const flags = flagsOf(option)
      const names = flags.length > 1 ? `'(${flags.join(' ')})'{${flags.join(',')}}` : flags[0]
      return `        ${names}'[${quoteZsh(description)}]${value}' \\`
    })
    // Its own name stands before the arguments of a command.
    const places = command.arguments.flatMap((words, i) =>
      words.length === 0 ? [] : [`        '${i + 2}:value:(${words.join(' ')})' \\`],
    )
    return `      ${command.name})\n      _arguments \\\n${[...lines, ...places].join('\n')}\n        '*:file:_files' ;;`
  })
  const names = commands.map(({ name, summary }) => `    '${name}:${quoteZsh(summary)}'`)
  return `#compdef vanban
# zsh completion of vanban: vanban completion zsh > "\${fpath[1]}/_vanban"
_vanban() {
  local -a commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
  else
    case "$words[2]" in
${cases.join('\n')}
    esac
  fi
}
compdef _vanban vanban
`
}

const quoteFish = (text: string): string => text.replace(/['\\]/g, '\\$&')

function fish(commands: readonly Words[]): string {
  const lines = commands.flatMap(({ name, summary, options, arguments: places }) => [
    `complete -c vanban -n __fish_use_subcommand -a ${name} -d '${quoteFish(summary)}'`,
    ...options.map((option) => {
      const { short, long, required, argChoices, description } = option
      const parts = [`complete -c vanban -n '__fish_seen_subcommand_from ${name}'`]
      if (short !== undefined) parts.push(`-s ${short.slice(1)}`)
      if (long !== undefined) parts.push(`-l ${long.slice(2)}`)
      if (required) parts.push('-r')
      if (argChoices !== undefined) parts.push(`-f -a '${argChoices.join(' ')}'`)
      return `${parts.join(' ')} -d '${quoteFish(description)}'`
    }),
    ...places
      .filter((words) => words.length > 0)
      .map(
        (words) => `complete -c vanban -n '__fish_seen_subcommand_from ${name}' -f -a '${words.join(' ')}'`,
      ),
  ])
  return `# fish completion of vanban: vanban completion fish > ~/.config/fish/completions/vanban.fish\n${lines.join('\n')}\n`
}
