// Messages for people, all on stderr.

import pc from 'picocolors'
import { type CliIo, wantsColour } from './io.ts'
import { translate } from './translate.ts'

/** How much is said: errors always, warnings and notes unless quiet, details only when verbose. */
export type Verbosity = 'quiet' | 'normal' | 'verbose'

/** Writes messages of one run. They are written in English, and translated on their way out. */
export interface Log {
  error(message: string): void
  warn(message: string): void
  /** What a run tells of its own accord: how it went, document by document and in the end. */
  note(message: string): void
  detail(message: string): void
}

const LABELS = { error: 'error:', warning: 'warning:' } as const

/** What a terminal would obey: names of files may hold anything. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** A message that only shows. */
export const printable = (message: string): string => message.replace(CONTROL, '\ufffd')

/** The log of a run; one message a line, with its kind in front. */
export function createLog(io: CliIo, verbosity: Verbosity = 'normal'): Log {
  const colours = pc.createColors(wantsColour(io))
  const language = io.style?.language ?? 'en'
  const write = (level: 'error' | 'warning' | 'note' | 'detail', message: string): void => {
    const text = printable(translate(message, language))
    if (io.style?.format === 'json') io.writeError(`${JSON.stringify({ level, message: text })}\n`)
    else if (level === 'note' || level === 'detail') io.writeError(`${text}\n`)
    else {
      const label = translate(LABELS[level], language)
      io.writeError(`${level === 'error' ? colours.red(label) : colours.yellow(label)} ${text}\n`)
    }
  }
  return {
    error: (message) => write('error', message),
    warn: (message) => {
      if (verbosity !== 'quiet') write('warning', message)
    },
    note: (message) => {
      if (verbosity !== 'quiet') write('note', message)
    },
    detail: (message) => {
      if (verbosity === 'verbose') write('detail', message)
    },
  }
}
