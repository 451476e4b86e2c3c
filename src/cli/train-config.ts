// The JSON config of `vanban train` → a checked TrainConfig. Unknown keys are errors: a mistyped one would
// otherwise train for an hour with the wrong value.

import { VanbanError } from '../errors.ts'
import type { SourceConfig, TrainConfig } from '../training/train.ts'

type Check = (value: unknown) => boolean

const isPositive: Check = (value) => Number.isInteger(value) && (value as number) > 0
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0
const isName: Check = (value) => typeof value === 'string' && value !== ''
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(check)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Key → check and what it should be, in words. */
type Shape = Readonly<Record<string, readonly [Check, string]>>

const VOCABULARY: Shape = {
  minSyllableCount: [isPositive, 'a positive integer'],
  minOtherCount: [isPositive, 'a positive integer'],
  maxOthers: [isCount, 'an integer, 0 or more'],
}

const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const isAmount: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value > 0

const DECISIONS: Shape = {
  items: [isPositive, 'a positive integer'],
  margin: [(value) => value === 0 || isAmount(value), 'a number of nats, 0 or more'],
  step: [isAmount, 'a number of nats above 0'],
}

const SOURCE: Shape = {
  name: [isName, 'a name'],
  weight: [isPositive, 'a positive integer'],
  files: [isListOf(isName), 'a list of file names'],
}

const CONFIG: Shape = {
  order: [(value) => isPositive(value) && (value as number) <= 5, 'an integer from 1 to 5'],
  cutOffs: [isListOf(isPositive), 'a list of positive integers, one for each order'],
  lowerOrders: [(value) => value === 'kneser-ney' || value === 'plain', '"kneser-ney" or "plain"'],
  maxBytes: [isPositive, 'a number of bytes'],
  decisions: [isOptional(isObject), 'an object or left out'],
  exclude: [isOptional(isListOf(isName)), 'a list of texts or left out'],
  vocabulary: [isObject, 'an object'],
  sources: [isListOf(isObject), 'a list of objects'],
}

function fail(file: string, problem: string): never {
  throw new VanbanError('BAD_ARGUMENT', 'cli', `${file} is not a training config: ${problem}.`, { file })
}

function checkShape(file: string, place: string, value: Record<string, unknown>, shape: Shape): void {
  for (const key of Object.keys(value)) {
    if (!(key in shape)) fail(file, `"${place}${key}" is unknown; known are ${Object.keys(shape).join(', ')}`)
  }
  for (const [key, [check, expected]] of Object.entries(shape)) {
    if (!check(value[key])) {
      fail(file, `"${place}${key}" is ${JSON.stringify(value[key]) ?? 'missing'}, it should be ${expected}`)
    }
  }
}

/**
 * Reads a training config.
 *
 * @throws VanbanError `BAD_ARGUMENT` naming the key that is wrong and what it should be.
 */
export function parseTrainConfig(text: string, file: string): TrainConfig {
  let config: unknown
  try {
    config = JSON.parse(text)
  } catch (cause) {
    fail(file, `it is not valid JSON (${(cause as Error).message})`)
  }
  if (!isObject(config)) fail(file, 'it should hold one object')
  checkShape(file, '', config, CONFIG)
  checkShape(file, 'vocabulary.', config.vocabulary as Record<string, unknown>, VOCABULARY)
  if (config.decisions !== undefined) {
    checkShape(file, 'decisions.', config.decisions as Record<string, unknown>, DECISIONS)
  }
  const sources = config.sources as (Record<string, unknown> & SourceConfig)[]
  sources.forEach((source, index) => {
    checkShape(file, `sources[${index}].`, source, SOURCE)
  })
  return config as unknown as TrainConfig
}
