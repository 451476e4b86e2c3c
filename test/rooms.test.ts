// The order of the house: which rooms may know which, what the core may import, how long a file may be.

import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../src/', import.meta.url))

/** Each room imports from itself and the rooms above it. */
const ROOMS = [
  'unicode',
  'syllable',
  'lm',
  'encoding',
  'channel',
  'restore',
  'ingest',
  'plan',
  'metrics',
  'report',
  'batch',
  'cli',
]

/** Training stands beside the pipeline: it may use all of the core, and only the command line uses it. */
const TRAINING = 'training'

/** Rooms that run everywhere: no Node, no I/O. */
const CORE = ['unicode', 'syllable', 'lm', 'encoding', 'channel', 'restore', 'plan', 'metrics']

/** Files outside the rooms, and what they may reach. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'index.ts': [...CORE, 'errors.ts'],
  'node.ts': [...CORE, 'ingest', 'report', 'batch', 'errors.ts', 'index.ts'],
  'schema.ts': ['plan'],
  'batch-worker.ts': ['batch', 'node.ts'],
  'cli.ts': ['cli'],
}

const CORE_PACKAGES = ['unorm', 'fastest-levenshtein', 'zod']
const LINES_MAX = 300

interface Import {
  readonly from: string
  readonly to: string
}

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()

const read = (path: string): string => readFileSync(SRC + path, 'utf8')

/** Sources of static, dynamic and re-exporting imports. */
function importsOf(path: string): Import[] {
  const code = read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
  return [...code.matchAll(/(?:\bfrom|\bimport\s*\(?)\s*'([^']+)'/g)].map((match) => ({
    from: path,
    to: match[1]!,
  }))
}

const IMPORTS = FILES.flatMap(importsOf)
const isRelative = ({ to }: Import): boolean => to.startsWith('.')
const isNode = ({ to }: Import): boolean => to.startsWith('node:') || builtinModules.includes(to)

/** The room of a file, or the file itself when it stands outside of all rooms. */
function roomOf(path: string): string {
  return path.split('/')[0]!
}

function targetOf({ from, to }: Import): string {
  return new URL(to, `file:///src/${from}`).pathname.replace(/^\/src\//, '')
}

function mayImport(from: string, to: string): boolean {
  if (from === to || to === 'errors.ts') return true
  if (from in DOORS) return DOORS[from]!.includes(to)
  if (from === TRAINING) return CORE.includes(to)
  if (from === 'cli')
    return to === TRAINING || to === 'node.ts' || to === '/package.json' || ROOMS.includes(to)
  return ROOMS.includes(to) && ROOMS.indexOf(to) < ROOMS.indexOf(from)
}

describe('the rooms of src', () => {
  it('are read by this test', () => {
    expect(FILES.length).toBeGreaterThan(30)
    expect(IMPORTS.filter(isRelative).length).toBeGreaterThan(50)
    expect(IMPORTS.some(isNode)).toBe(true)
  })

  it('are all known', () => {
    const known = [...ROOMS, TRAINING, ...Object.keys(DOORS)]
    expect(FILES.map(roomOf).filter((room) => !known.includes(room))).toEqual([])
  })

  it('import only from rooms above them', () => {
    const wrong = IMPORTS.filter(isRelative).filter(
      (found) => !mayImport(roomOf(found.from), roomOf(targetOf(found)) || targetOf(found)),
    )
    expect(wrong).toEqual([])
  })

  it('import with the extension of the file that is there', () => {
    const targets = IMPORTS.filter(isRelative).map(targetOf)
    expect(targets.filter((target) => target !== '/package.json' && !FILES.includes(target))).toEqual([])
  })

  it('keep Node and heavy packages out of the core', () => {
    const core = IMPORTS.filter(({ from }) => [...CORE, 'index.ts', 'errors.ts'].includes(roomOf(from)))
    const outside = core.filter((found) => !isRelative(found))
    expect(outside.filter(({ to }) => !CORE_PACKAGES.includes(to))).toEqual([])
  })

  it('read neither the process nor the clock in the core', () => {
    const core = FILES.filter((path) => CORE.includes(roomOf(path)))
    const told = core.filter((path) => /\bprocess\.|\bconsole\.|\bDate\.now|\bMath\.random/.test(read(path)))
    expect(told).toEqual([])
  })

  it(`hold no file of more than ${LINES_MAX} lines`, () => {
    expect(FILES.filter((path) => read(path).split('\n').length > LINES_MAX)).toEqual([])
  })
})
