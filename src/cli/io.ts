// What the program sees of the world, as one object, so that tests can give it another.

import type { Engine } from './engine.ts'
import type { MessageStyle } from './message-style.ts'

/** Streams and surroundings of one run. */
export interface CliIo {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdinIsTerminal: boolean
  readonly stderrIsTerminal: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** How messages look; English without colours until `main` has settled it. */
  readonly style?: MessageStyle
  /** Processors that work may be spread over. */
  readonly processors: number
  /** Columns of the terminal, if stderr is one. */
  readonly columns: number
  /** Milliseconds since some moment in the past. */
  clock(): number
  /** Resolves when the text has left; rejects with `EPIPE` when the reader is gone. */
  writeOut(text: string): Promise<void>
  writeError(text: string): void
  /** The library, loaded when first needed. */
  loadEngine(): Promise<Engine>
}

/** Whether messages may be coloured: `--color`, then `NO_COLOR`, `FORCE_COLOR`, then what the terminal is. */
export function wantsColour(io: CliIo): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env
  if (io.style?.format === 'json') return false
  if (io.style !== undefined && io.style.colour !== 'auto') return io.style.colour === 'always'
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0'
  return io.stderrIsTerminal && TERM !== 'dumb'
}

/** Whether an error says that the reader of our output has closed it (`vanban … | head`). */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}
