// The words a shell may complete, from the commands as they are defined, so that the two cannot differ.

import type { Command, Option } from 'commander'

/** Shells that are known. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

interface Words {
  readonly name: string
  readonly summary: string
  readonly options: readonly Option[]
}

function wordsOf(program: Command): Words[] {
  return program.commands
    .filter((command) => command.name() !== 'help')
    .map((command) => ({
      name: command.name(),
      summary: command.summary() || command.description(),
      options: command.options,
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
      [[ "$cur" == -* ]] && COMPREPLY=($(compgen -W "${flags}" -- "$cur")) ;;`
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
    return `      ${command.name})\n      _arguments \\\n${lines.join('\n')}\n        '*:file:_files' ;;`
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
  const lines = commands.flatMap(({ name, summary, options }) => [
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
  ])
  return `# fish completion of vanban: vanban completion fish > ~/.config/fish/completions/vanban.fish\n${lines.join('\n')}\n`
}
