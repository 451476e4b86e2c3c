// The help and the complaints of the argument parser in the user's language.

import { type Command, Help, type Option } from 'commander'
import type { CliIo } from './io.ts'
import { translate } from './translate.ts'

/** Translates the texts of all commands where the messages are not English. */
export function translateHelp(program: Command, io: CliIo): void {
  const language = io.style?.language ?? 'en'
  if (language === 'en') return
  const t = (text: string): string => translate(text, language)
  const help = new Help()
  // What the parser adds to the words of an option: its choices, its default.
  const optionDescription = (option: Option): string => {
    const { description } = option
    const added = help.optionDescription(option).slice(description.length)
    return description + added.replace(/(choices|default):/g, t)
  }
  const styleUsage = (usage: string): string => usage.replace(/\[options\]|\[command\]/g, t)
  const visit = (command: Command): void => {
    command.configureHelp({ styleTitle: t, styleUsage, optionDescription })
    command.description(t(command.description()))
    if (command.summary() !== '') command.summary(t(command.summary()))
    for (const option of command.options) option.description = t(option.description)
    command.helpOption('-h, --help', t('print this help'))
    for (const argument of command.registeredArguments) argument.description = t(argument.description)
    for (const child of command.commands) visit(child)
  }
  program.helpCommand('help [command]', t('display help for command'))
  visit(program)
}

/** A command, and behind it what it does. */
const EXAMPLE = /^( {2}\$ .*? {2,})(\p{L}.*)$/u

/**
 * What stands below the options: paragraphs that explain, and examples, which keep their commands. Evaluated with the help, when the
 * language is known.
 */
export function translateExamples(text: string, { style }: CliIo): string {
  const language = style?.language ?? 'en'
  if (language === 'en') return text
  const paragraphs = text.split('\n\n').map((paragraph) => {
    if (!paragraph.trimStart().startsWith('Examples:')) {
      const [, space = '', words = ''] = /^(\s*)([\s\S]*)$/u.exec(paragraph) ?? []
      return space + translate(words, language)
    }
    return paragraph
      .split('\n')
      .map((line) => {
        const [, command, words] = EXAMPLE.exec(line) ?? []
        return command === undefined ? translate(line, language) : command + translate(words ?? '', language)
      })
      .join('\n')
  })
  return paragraphs.join('\n\n')
}

/** A complaint of the parser: some lines, each of them translated; as JSON, one object. */
export function translateUsageError(text: string, io: CliIo): string {
  const { language = 'en', format = 'text' } = io.style ?? {}
  const lines = text.trimEnd().split('\n')
  const translated = lines.map((line) => {
    const isError = line.startsWith('error: ')
    const message = translate(isError ? line.slice('error: '.length) : line, language)
    return isError && format === 'text' ? `${translate('error:', language)} ${message}` : message
  })
  if (format === 'text') return `${translated.join('\n')}\n`
  return `${JSON.stringify({ level: 'error', message: translated.join(' ') })}\n`
}
