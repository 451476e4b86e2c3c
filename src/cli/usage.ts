// The complaint about arguments that make no sense.

import { VanbanError } from '../errors.ts'

/** A `BAD_ARGUMENT`; a full sentence with the way out. */
export function usage(message: string): VanbanError {
  return new VanbanError('BAD_ARGUMENT', 'cli', message)
}
