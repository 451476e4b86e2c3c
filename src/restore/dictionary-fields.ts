// The columns of one line of a dictionary, and what can be wrong with them.
import { ENTRY_KINDS } from './dictionary.ts'

/** The largest weight a line may give. */
export const WEIGHT_MAX = 10

/** What is wrong with a line; the reader adds file and line number. */
export class LineProblem extends Error {}

/** Kind (index into `ENTRY_KINDS`) and weight of the lines that give none. */
export interface LineDefaults {
  kind: number
  weight: number
}

export function readKind(column: string, otherwise: number): number {
  const value = column.trim()
  if (value === '') return otherwise
  const kind = (ENTRY_KINDS as readonly string[]).indexOf(value)
  if (kind < 0)
    throw new LineProblem(`has the unknown kind "${value}": use one of ${ENTRY_KINDS.join(', ')}.`)
  return kind
}

export function readWeight(column: string, otherwise: number): number {
  const value = column.trim()
  if (value === '') return otherwise
  const weight = /^\d{1,2}(?:\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN
  // The negation also catches NaN.
  if (!(weight <= WEIGHT_MAX)) {
    throw new LineProblem(
      `has the weight "${value}": write a number from 0 to ${WEIGHT_MAX}, such as 2 or 0.5.`,
    )
  }
  return weight
}

export function readDirective(settings: string, defaults: LineDefaults): void {
  for (const setting of settings.split(/\s+/)) {
    if (setting === '') continue
    const [name, value] = setting.split('=', 2)
    if (name === 'kind' && value) defaults.kind = readKind(value, defaults.kind)
    else if (name === 'weight' && value) defaults.weight = readWeight(value, defaults.weight)
    else throw new LineProblem(`has the unknown setting "${setting}": "#!" takes kind=… and weight=….`)
  }
}
