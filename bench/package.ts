/** The package as a user gets it: its size, and what a fresh process that uses it pays. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { MODEL_FILE, ROOT } from './files.ts'
import { median } from './timing.ts'

/** Bytes. */
export interface PackageSize {
  readonly model: number
  readonly packed: number
  readonly unpacked: number
}

/** Times in ms by the clock, or of processor time where named so or for first work; memory in megabytes of 10^6 bytes, as for file sizes. */
export interface FreshProcess {
  readonly importMs: number
  readonly loadMs: number
  readonly loadProcessorMs: number
  /** From the call that loads the model to the first words restored. */
  readonly firstWordMs: number
  readonly firstWordProcessorMs: number
  /** The first thousand characters, code not yet compiled by V8 and tables not yet made. */
  readonly firstRestoreMs: number
  readonly firstRepairMs: number
  /** Added to the resident set; added to heap and external buffers after collection. */
  readonly loadedRssMb: number
  readonly loadedHeldMb: number
  readonly workedRssMb: number
  readonly workedHeldMb: number
}

/** Newest change of a file below a folder, ms. */
const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )

/** Builds `dist/` unless it is newer than every source. */
export function buildPackage(): void {
  const door = join(ROOT, 'dist', 'node.js')
  if (existsSync(door) && statSync(door).mtimeMs >= newest(join(ROOT, 'src'))) return
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
}

export function packageSize(): PackageSize {
  const out = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 24,
  })
  const [pack] = JSON.parse(out.toString('utf8')) as { size: number; unpackedSize: number }[]
  return { model: statSync(MODEL_FILE).size, packed: pack!.size, unpacked: pack!.unpackedSize }
}

/** Medians over fresh processes, one after the other. */
export function measureFreshProcess(processes: number): FreshProcess {
  const child = join(ROOT, 'bench', 'child.mjs')
  const runs = Array.from({ length: processes }, () => {
    const out = execFileSync(process.execPath, ['--expose-gc', child], { cwd: ROOT })
    return JSON.parse(out.toString('utf8')) as FreshProcess
  })
  const names = Object.keys(runs[0]!) as (keyof FreshProcess)[]
  return Object.fromEntries(
    names.map((name) => [name, median(runs.map((run) => run[name]))]),
  ) as unknown as FreshProcess
}
