// A world for the command line: streams as strings, a folder of its own, a library that only makes capitals.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Engine, EngineRepair } from '../../src/cli/engine.ts'
import type { ExitCode } from '../../src/cli/exit-code.ts'
import type { CliIo } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'
import { VanbanError } from '../../src/errors.ts'
import { fakeDocument, fakeImport } from './fake-import.ts'

export interface RunResult {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
  /** What the library was called with. */
  readonly calls: readonly [name: string, ...args: unknown[]][]
}

export interface World {
  readonly stdin?: string | Uint8Array
  readonly stdinIsTerminal?: boolean
  readonly stderrIsTerminal?: boolean
  readonly env?: Record<string, string>
  readonly signal?: AbortSignal
  readonly engine?: Partial<Engine>
  readonly processors?: number
  readonly columns?: number
  /** Fails the write to stdout. */
  readonly outError?: Error
}

/** A library that makes capitals, remembers its calls, and finds no model called "missing.model". */
function fakeEngine(calls: [string, ...unknown[]][]): Engine {
  return {
    loadModel: async (file) => {
      calls.push(['loadModel', file])
      if (file === 'missing.model') {
        throw new VanbanError('MODEL_MISSING', 'model', 'The model missing.model cannot be read.')
      }
      return 'MODEL'
    },
    readDictionary: (text, options) => {
      calls.push(['readDictionary', text, options])
      if (text.includes('!')) {
        throw new VanbanError('DICTIONARY_SYNTAX', 'dictionary', `${options.file} line 1 is wrong.`)
      }
      return `DICTIONARY ${text.trim()}`
    },
    importDocument: async (input, options) => {
      calls.push(['importDocument', input, options])
      return fakeImport(input, options)
    },
    mergeDictionaries: (...dictionaries) => dictionaries.join(' + '),
    restore: (text, options) => {
      calls.push(['restore', text, options])
      return { text: text.toUpperCase(), words: [{ word: 1 }] }
    },
    repair: (text, options) => {
      calls.push(['repair', text, options])
      return fakeDocument(text).pages[0]?.repair as EngineRepair
    },
  }
}

/** Runs the command line in this process. */
export async function run(argv: readonly string[], world: World = {}): Promise<RunResult> {
  let out = ''
  let err = ''
  const calls: [string, ...unknown[]][] = []
  const { stdin = '' } = world
  const bytes = typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin
  const io: CliIo = {
    stdin: (async function* () {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
    })(),
    stdinIsTerminal: world.stdinIsTerminal ?? false,
    stderrIsTerminal: world.stderrIsTerminal ?? false,
    env: world.env ?? {},
    signal: world.signal ?? new AbortController().signal,
    processors: world.processors ?? 1,
    columns: world.columns ?? 80,
    clock: () => 0,
    writeOut: async (text) => {
      if (world.outError) throw world.outError
      out += text
    },
    writeError: (text) => {
      err += text
    },
    loadEngine: async () => ({ ...fakeEngine(calls), ...world.engine }),
  }
  const code = await main(argv, io)
  return { code, out, err, calls }
}

/** A temporary folder. */
export interface Folder {
  path(name: string): string
  write(name: string, content: string | Uint8Array): string
  read(name: string): string
  remove(): void
}

export function temporaryFolder(): Folder {
  const root = mkdtempSync(join(tmpdir(), 'vanban-test-'))
  const path = (name: string) => join(root, name)
  return {
    path,
    write: (name, content) => {
      mkdirSync(dirname(path(name)), { recursive: true })
      writeFileSync(path(name), content)
      return path(name)
    },
    read: (name) => readFileSync(path(name), 'utf8'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** What lies in a folder and below, but for what runs keep there for themselves. */
export const visible = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.vanban'))
    .sort()

/** Makes a folder `scans` of three documents, one of them in a folder of its own; returns its path. */
export function makeScans(folder: Folder): string {
  mkdirSync(folder.path('scans/2024'), { recursive: true })
  folder.write('scans/b.txt', 'xb\n')
  folder.write('scans/a.PDF', 'a')
  folder.write('scans/2024/c.txt', 'c')
  return folder.path('scans')
}
