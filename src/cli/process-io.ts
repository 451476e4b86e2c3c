// The real streams of this process behind the interface of io.ts.

import { availableParallelism } from 'node:os'
import { loadEngine } from './engine.ts'
import type { CliIo } from './io.ts'

/** The surroundings of this process. The first Ctrl-C asks the run to end, the second ends it. */
export function processIo(): CliIo {
  const controller = new AbortController()
  process.once('SIGINT', () => {
    controller.abort()
    process.stdin.destroy()
  })
  // A closed pipe is reported to whoever writes; without a listener Node would die of it first.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  return {
    stdin: process.stdin,
    stdinIsTerminal: process.stdin.isTTY === true,
    stderrIsTerminal: process.stderr.isTTY === true,
    env: process.env,
    signal: controller.signal,
    processors: availableParallelism(),
    columns: process.stderr.columns ?? 80,
    clock: () => performance.now(),
    writeOut: (text) =>
      new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
      }),
    writeError: (text) => {
      process.stderr.write(text)
    },
    loadEngine,
  }
}
