// The built program for tests that run it as users do; built first when it is missing or older than its source.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PROGRAM = join(ROOT, 'dist/cli.js')

function newestSource(): number {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  return Math.max(...files.map((file) => statSync(join(ROOT, 'src', file)).mtimeMs))
}

function builtAt(): number {
  return statSync(PROGRAM, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** Builds what is not built yet. */
export function ensureBuilt(): void {
  if (builtAt() > newestSource()) return
  execFileSync(process.execPath, [join(ROOT, 'node_modules/tsup/dist/cli-default.js')], {
    cwd: ROOT,
    stdio: 'pipe',
  })
}

/** Starts the program in the package's folder. */
export function start(argv: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...argv], { cwd: ROOT, env: { ...process.env, ...env } })
}

/** Runs the program to its end. */
export function runBuilt(
  argv: readonly string[],
  stdin: string | Uint8Array = '',
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = start(argv)
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() })
    })
    child.stdin?.on('error', () => {})
    child.stdin?.end(stdin)
  })
}
