import type { RepairSettings } from '../batch/job.ts'
import { ExitCode } from './exit-code.ts'
import type { CliIo } from './io.ts'
import type { RepairOptions } from './run-repair.ts'

export async function runJsonLines(
  _inputs: readonly string[],
  _settings: RepairSettings,
  _options: RepairOptions,
  _io: CliIo,
): Promise<ExitCode> {
  return ExitCode.OK
}
