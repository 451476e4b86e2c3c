import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ExitCode, exitCodeOf, Interrupted } from '../../src/cli/exit-code.ts'
import { VanbanError, type VanbanErrorCode } from '../../src/errors.ts'

/** The codes as errors.ts lists them. */
const CODES = [
  ...readFileSync(new URL('../../src/errors.ts', import.meta.url), 'utf8').matchAll(/^ {2}\| '([A-Z_]+)'$/gm),
].map((match) => match[1] as VanbanErrorCode)

describe('exitCodeOf', () => {
  it.each([
    ['BAD_ARGUMENT', 2],
    ['BINARY_INPUT', 3],
    ['DICTIONARY_SYNTAX', 2],
    ['INPUT_UNREADABLE', 3],
    ['MODEL_CHECKSUM', 4],
    ['MODEL_MISSING', 4],
    ['OUTPUT_UNWRITABLE', 5],
    ['TRAINING_DATA', 3],
  ] as const)('gives %s the code %d', (code, exit) => {
    expect(exitCodeOf(new VanbanError(code, 'cli', 'x'))).toBe(exit)
  })

  it('has a code for every error of the library', () => {
    expect(CODES.length).toBeGreaterThan(10)
    for (const code of CODES) {
      expect(Object.values(ExitCode)).toContain(exitCodeOf(new VanbanError(code, 'cli', 'x')))
    }
  })

  it('takes unknown errors for faults of the program', () => {
    expect(exitCodeOf(new Error('x'))).toBe(70)
    expect(exitCodeOf('x')).toBe(70)
    expect(exitCodeOf(new Interrupted())).toBe(130)
  })
})

describe('the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

  it.each(CODES)('has a heading for %s', (code) => {
    expect(readme).toContain(`\n### ${code}\n`)
  })
})
