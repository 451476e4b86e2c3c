// How messages look: language, colour, plain lines or JSON. Settled once, before the command line is parsed, so that
// complaints about the command line follow it too.

import type { CliIo } from './io.ts'

/** Languages of messages and help. */
export const LANGUAGES = ['en', 'vi'] as const
export type Language = (typeof LANGUAGES)[number]

/** The look of messages; a config file may change it after the start. */
export interface MessageStyle {
  language: Language
  format: 'text' | 'json'
  colour: 'auto' | 'always' | 'never'
}

/** The language of the user's surroundings: what POSIX says decides about messages. */
export function languageOf(env: CliIo['env']): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^vi(?:$|[_.@-])/i.test(locale) ? 'vi' : 'en'
}

/** The value of an option that stands anywhere in the arguments: `--lang vi`, `--lang=vi`. */
export function valueIn(argv: readonly string[], option: string): string | undefined {
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!
    if (argument === '--') return undefined
    if (argument === option) return argv[i + 1]
    if (argument.startsWith(`${option}=`)) return argument.slice(option.length + 1)
  }
  return undefined
}

/** The style that arguments and surroundings ask for; values that do not exist are left to the parser. */
export function messageStyle(argv: readonly string[], env: CliIo['env']): MessageStyle {
  const language = valueIn(argv, '--lang')
  const colour = valueIn(argv, '--color')
  return {
    language: LANGUAGES.find((known) => known === language) ?? languageOf(env),
    format: valueIn(argv, '--log-format') === 'json' ? 'json' : 'text',
    colour: colour === 'always' || colour === 'never' ? colour : 'auto',
  }
}
