// Where each document's result goes, decided and checked before any work is done.

import { basename, join } from 'node:path'
import { VanbanError } from '../errors.ts'
import type { FoundInput } from './find-inputs.ts'
import { inputName, STDIO } from './read-input.ts'
import { isFolder, refuseToOverwrite } from './write-output.ts'

/** What the user asked for. */
export interface OutputRequest {
  readonly format?: 'text' | 'json'
  readonly output?: string
  readonly force?: boolean
}

/** An input and the file its result goes to; `null` is stdout. */
export interface PlannedDocument {
  readonly input: string
  readonly target: string | null
}

function usage(message: string): VanbanError {
  return new VanbanError('BAD_ARGUMENT', 'cli', message)
}

/** Inputs that are named one by one, each with its own name. */
export function namedInputs(inputs: readonly string[]): FoundInput[] {
  return inputs.map((path) => ({ path, place: path === STDIO ? 'stdin.txt' : basename(path) }))
}

/**
 * Plans the run. One input goes to the file named by `-o`, or into it if it is a folder or ends in "/";
 * several go into a folder, each under its own name.
 *
 * @throws VanbanError `BAD_ARGUMENT` when stdin is named twice or two inputs would share a file;
 *   `OUTPUT_UNWRITABLE` when a target exists and may not be replaced.
 */
export async function planDocuments(
  inputs: readonly FoundInput[],
  { format, output, force = false }: OutputRequest,
): Promise<PlannedDocument[]> {
  if (inputs.filter(({ path }) => path === STDIO).length > 1) {
    throw usage('stdin ("-") can be read only once: name it once.')
  }
  if (output === undefined || output === STDIO)
    return inputs.map(({ path }) => ({ input: path, target: null }))

  const extension = format === 'json' ? '.json' : ''
  const intoFolder = inputs.length > 1 || /[/\\]$/.test(output) || (await isFolder(output))
  const planned = inputs.map(({ path, place }) => ({
    input: path,
    target: intoFolder ? join(output, place + extension) : output,
  }))
  const sources = new Map<string, string>()
  for (const { input, target } of planned) {
    const other = sources.get(target)
    if (other !== undefined) {
      throw usage(
        `${inputName(other)} and ${inputName(input)} would both be written to ${target}: ` +
          'give them one by one, with different folders.',
      )
    }
    sources.set(target, input)
    await refuseToOverwrite(target, force)
  }
  return planned
}
