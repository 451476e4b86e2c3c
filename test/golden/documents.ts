// What the goldens share: differences of two texts that a reviewer can read.

/** Lines that differ, as `line 12`, what stands in the file and what came out; a missing line is `(none)`. */
export function differingLines(expected: string, got: string): string[] {
  const a = expected.split('\n')
  const b = got.split('\n')
  const found: string[] = []
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (a[i] !== b[i])
      found.push(`line ${i + 1}\n  golden: ${a[i] ?? '(none)'}\n  now:    ${b[i] ?? '(none)'}`)
  }
  return found
}
