// The built program, run as a user runs it, and a folder to run it in.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROGRAM = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly seconds: number
  readonly err: string
}

export const start = (argv: readonly string[]): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...argv], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, CI: '1' },
  })

export function ended(child: ChildProcess): Promise<Ended> {
  const begin = performance.now()
  let err = ''
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, seconds: (performance.now() - begin) / 1000, err }))
  })
}

export const vanban = (argv: readonly string[]): Promise<Ended> => ended(start(argv))

export const workFolder = (): string => mkdtempSync(join(tmpdir(), 'vanban-bench-'))
