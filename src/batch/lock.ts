/** One run at a time in an output folder: a file that names the process at work there. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { VanbanError } from '../errors.ts'

interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process started, as the system counts; tells it from a later one of the same number. */
  readonly started: string | null
}

/** Field of /proc/PID/stat (behind the name, which may hold spaces) with the start time. */
const START_FIELD = 19

async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD] ?? null
  } catch {
    return null
  }
}

async function isAlive({ pid, host, started }: Holder): Promise<boolean> {
  // Nothing can be known of a process on another machine.
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return started === null || started === (await startOf(pid))
}

/**
 * Takes the lock; one left by a run that was killed is taken over.
 *
 * @returns gives the lock back
 * @throws VanbanError `RUN_LOCKED`
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const me: Holder = { pid: process.pid, host: hostname(), started: await startOf(process.pid) }
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(path, JSON.stringify(me), { flag: 'wx' })
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 2) throw error
    }
    const holder = await readHolder(path)
    if (holder !== null && (await isAlive(holder))) {
      throw new VanbanError(
        'RUN_LOCKED',
        'batch',
        `Another run (process ${holder.pid} on ${holder.host}) is writing to this folder: wait for it, ` +
          `choose another folder, or delete ${path} if that run is no more.`,
        { file: path },
      )
    }
    await rm(path, { force: true })
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    const { pid, host, started } = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder>
    return typeof pid === 'number' && typeof host === 'string'
      ? { pid, host, started: started ?? null }
      : null
  } catch {
    // A lock that was being written when its run was killed.
    return null
  }
}
