// A config file: defaults for the options of commands. Flags beat the file, the file beats what is built in, and a key
// that nobody knows is an error: a mistyped one would be without effect and without a word.

import { stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { Command, Option } from 'commander'
import { distance } from 'fastest-levenshtein'
import { readText } from '../batch/read-text.ts'
import { VanbanError } from '../errors.ts'
import { ListOption } from './options.ts'

/** The name that is looked for, from the current folder upwards. */
export const CONFIG_NAME = 'vanban.config.json'
/** Where an option's value came from, for `config show`. */
export const CONFIG_SOURCE = 'config'
/** Options whose values are paths, which are meant from the config file. */
const PATH = /<(?:file|path|folder)>/

/** Options a config cannot set: they are about one call. */
const NOT_IN_CONFIG: readonly string[] = ['config', 'help', 'version']

/** A config file that was found and read. */
export interface ConfigFile {
  readonly path: string
  readonly values: Readonly<Record<string, unknown>>
}

function fail(path: string, problem: string): never {
  const message = `${path} is no config: ${problem.replace(/\.$/, '')}.`
  throw new VanbanError('BAD_ARGUMENT', 'cli', message, { file: path })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The config file that is named, or the nearest one from a folder upwards; `null` without any.
 *
 * @throws VanbanError `INPUT_UNREADABLE` when the file that is named is missing, `BAD_ARGUMENT` when it is no JSON object
 */
export async function findConfig(named: string | undefined, from: string): Promise<ConfigFile | null> {
  const path = named ?? (await searchUpwards(from))
  if (path === null) return null
  const text = await readText(path)
  let values: unknown
  try {
    values = JSON.parse(text)
  } catch (cause) {
    fail(path, `it is not valid JSON (${(cause as Error).message.replace(/\s+/g, ' ')})`)
  }
  if (!isObject(values)) fail(path, 'it should hold one object')
  return { path, values }
}

async function searchUpwards(from: string): Promise<string | null> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_NAME)
    if (
      await stat(path).then(
        (found) => found.isFile(),
        () => false,
      )
    )
      return path
    if (dirname(folder) === folder) return null
  }
}

/**
 * Gives a command the values of a config: those at the top, which are for all commands, then those under its name.
 *
 * @param program knows all commands, so that every key of the file is checked
 * @throws VanbanError `BAD_ARGUMENT` naming the key and what there is
 */
export function applyConfig({ path, values }: ConfigFile, command: Command, program: Command): void {
  const commands = new Map(program.commands.map((known) => [known.name(), known]))
  const shared: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    if (key === '$schema') continue
    const section = commands.get(key)
    if (section === undefined) shared[key] = value
    else if (isObject(value)) checkKeys(path, `${key}.`, value, section)
    else fail(path, `"${key}" should be an object with options of that command`)
  }
  const everywhere = program.commands.filter((known) => known.name() !== 'help')
  for (const key of Object.keys(shared)) {
    if (!everywhere.some((known) => optionOf(known, key) !== undefined)) {
      const known = [...commands.keys()]
      fail(path, `${unknownKey(key, known)}; known are the commands (${known.join(', ')}) and their options`)
    }
  }
  setAll(path, shared, command, false)
  const own = values[command.name()]
  if (isObject(own)) setAll(path, own, command, true)
}

const optionOf = (command: Command, key: string): Option | undefined =>
  NOT_IN_CONFIG.includes(key) ? undefined : command.options.find((option) => option.attributeName() === key)

function checkKeys(path: string, place: string, section: Record<string, unknown>, command: Command): void {
  for (const key of Object.keys(section)) {
    if (optionOf(command, key) !== undefined) continue
    const known = command.options
      .map((option) => option.attributeName())
      .filter((name) => !NOT_IN_CONFIG.includes(name))
    fail(path, `${unknownKey(key, known, place)}; known are ${[...new Set(known)].join(', ')}`)
  }
}

/** A key that is mistyped by so many letters is taken for the one that was meant. */
const TYPOS_MAX = 2

function unknownKey(key: string, known: readonly string[], place = ''): string {
  const near = known.find((name) => distance(name.toLowerCase(), key.toLowerCase()) <= TYPOS_MAX)
  return `"${place}${key}" is unknown${near === undefined ? '' : ` (did you mean "${place}${near}"?)`}`
}

function setAll(path: string, section: Record<string, unknown>, command: Command, own: boolean): void {
  for (const [key, value] of Object.entries(section)) {
    const option = optionOf(command, key)
    if (option === undefined) continue
    const source = command.getOptionValueSource(key)
    if (source === 'cli' || (!own && source === CONFIG_SOURCE)) continue
    // Flags beat the file: what is given contradicts what the file says.
    if (conflictsWithFlags(key, command)) continue
    const place = own ? `${command.name()}.${key}` : key
    command.setOptionValueWithSource(key, parse(path, place, value, option), CONFIG_SOURCE)
  }
}

/** Options that exclude each other. */
const OPPOSITES: Readonly<Record<string, string>> = { quiet: 'verbose', verbose: 'quiet' }

function conflictsWithFlags(key: string, command: Command): boolean {
  const opposite = OPPOSITES[key]
  return opposite !== undefined && command.getOptionValueSource(opposite) === 'cli'
}

function parse(path: string, key: string, value: unknown, option: Option): unknown {
  if (option.isBoolean() || option.negate) {
    if (typeof value !== 'boolean')
      fail(path, `"${key}" is ${JSON.stringify(value)}, it should be true or false`)
    return value
  }
  if (Array.isArray(value) && !(option instanceof ListOption)) {
    fail(path, `"${key}" is ${JSON.stringify(value)}, it takes one value, not a list`)
  }
  const isPath = PATH.test(option.flags)
  let parsed: unknown = option.defaultValue
  for (const item of Array.isArray(value) ? value : [value]) {
    if (typeof item !== 'string' && typeof item !== 'number') {
      fail(path, `"${key}" is ${JSON.stringify(item)}, it should be a text or a number`)
    }
    const text =
      isPath && typeof item === 'string' && item !== '-' && !isAbsolute(item)
        ? join(dirname(path), item)
        : String(item)
    try {
      parsed = option.parseArg === undefined ? text : option.parseArg(text, parsed as never)
    } catch (cause) {
      fail(path, `"${key}" is ${JSON.stringify(item)}: ${(cause as Error).message}`)
    }
  }
  return parsed
}
