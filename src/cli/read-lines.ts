// The lines of stdin, one by one, as they come.

import { VanbanError } from '../errors.ts'
import type { CliIo } from './io.ts'
import { INPUT_BYTES_MAX } from './read-input.ts'

/**
 * Lines without their ends. A last line without an end counts.
 *
 * @throws VanbanError `LIMIT_EXCEEDED` for a line of more than 256 MiB
 */
export async function* readLines({ stdin, signal }: Pick<CliIo, 'stdin' | 'signal'>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  // Pieces of the line that has no end yet: joined once, not with every chunk.
  let pieces: string[] = []
  let length = 0
  try {
    for await (const chunk of stdin) {
      const parts = decoder.decode(chunk, { stream: true }).split('\n')
      for (const [i, part] of parts.entries()) {
        pieces.push(part)
        length += part.length
        if (length > INPUT_BYTES_MAX)
          throw new VanbanError('LIMIT_EXCEEDED', 'cli', 'A line on stdin is larger than 256 MiB.')
        if (i === parts.length - 1) break
        yield pieces.join('')
        pieces = []
        length = 0
      }
    }
  } catch (error) {
    // Ctrl-C closes stdin.
    if (signal.aborted) return
    throw error
  }
  pieces.push(decoder.decode())
  const last = pieces.join('')
  if (last !== '') yield last
}
