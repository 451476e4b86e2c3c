// Messages for people, all on stderr.

import pc from 'picocolors'
import { type CliIo, wantsColour } from './io.ts'

/** How much is said: errors always, warnings unless quiet, details only when verbose. */
export type Verbosity = 'quiet' | 'normal' | 'verbose'

/** Writes messages of one run. */
export interface Log {
  error(message: string): void
  warn(message: string): void
  detail(message: string): void
}

/** The log of a run; one message a line, with its kind in front. */
export function createLog(io: CliIo, verbosity: Verbosity = 'normal'): Log {
  const colours = pc.createColors(wantsColour(io))
  return {
    error: (message) => io.writeError(`${colours.red('error:')} ${message}\n`),
    warn: (message) => {
      if (verbosity !== 'quiet') io.writeError(`${colours.yellow('warning:')} ${message}\n`)
    },
    detail: (message) => {
      if (verbosity === 'verbose') io.writeError(`${message}\n`)
    },
  }
}
