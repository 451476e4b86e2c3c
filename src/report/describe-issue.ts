/** What a schema finds wrong with a value → words for the person who gave it, the same whatever the schema's library says. */
import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type Place = readonly PropertyKey[]

/** What should stand there, by the names that the library has for it. */
const EXPECTED: Readonly<Record<string, string>> = {
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'a text',
  tuple: 'a list',
}

/** Longer values are not shown. */
const SHOWN_MAX = 40

/** "the field "pages[0].number" is "one", it should be a number"; no full stop. */
export function describeIssue(issue: Issue | undefined, value: unknown): string {
  if (issue === undefined) return 'it has another form'
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    return `the field "${fieldName([...path, ...issue.keys.slice(0, 1)])}" is unknown`
  }
  const found = valueAt(value, path)
  if (path.length === 0) return `it should hold ${expectedBy(issue)}`
  const field = fieldName(path)
  if (found === undefined) return `the field "${field}" is missing`
  return `the field "${field}" is ${shown(found)}, it should be ${expectedBy(issue)}`
}

/** "pages[0].edits[3][1]". */
function fieldName(path: Place): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`))
    .join('')
}

function valueAt(value: unknown, path: Place): unknown {
  let at: unknown = value
  for (const step of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step]
  return at
}

function shown(value: unknown): string {
  const json = JSON.stringify(value)
  return json.length > SHOWN_MAX ? `${json.slice(0, SHOWN_MAX)}…` : json
}

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return EXPECTED[issue.expected] ?? issue.expected
    case 'invalid_value':
      return issue.values.map((one) => JSON.stringify(one)).join(', ')
    case 'too_small':
      if (issue.origin === 'array') return 'a longer list'
      return issue.inclusive === false ? `more than ${issue.minimum}` : `at least ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'array' ? 'a shorter list' : `at most ${issue.maximum}`
    default:
      return 'something else'
  }
}
