#!/usr/bin/env node
// The program: arguments and streams of this process → exit code. Nothing else sets the exit code.

import { main } from './cli/main.ts'
import { processIo } from './cli/process-io.ts'

process.exitCode = await main(process.argv.slice(2), processIo())
