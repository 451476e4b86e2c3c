// The changes of a repaired text as a unified diff. Repair keeps lines as lines, so that line n became line n.

/** Unchanged lines shown around changes. */
const CONTEXT = 3

/** A unified diff of two texts with equally many lines; '' when they are equal. */
export function lineDiff(name: string, before: string, after: string): string {
  const old = before.split('\n')
  const now = after.split('\n')
  // Reading that changes the number of lines is no repair of lines: show it whole.
  const changed =
    old.length === now.length
      ? old.flatMap((line, i) => (line === now[i] ? [] : [i]))
      : Array.from({ length: Math.max(old.length, now.length) }, (_, i) => i)
  if (changed.length === 0) return ''
  const parts = [`--- ${name}\n+++ ${name} (repaired)\n`]
  for (const [start, end] of hunks(changed, Math.max(old.length, now.length))) {
    const oldPart = old.slice(start, end)
    const newPart = now.slice(start, end)
    parts.push(`@@ -${start + 1},${oldPart.length} +${start + 1},${newPart.length} @@\n`)
    parts.push(...hunkLines(oldPart, newPart))
  }
  return parts.join('')
}

/** Ranges of lines around the changes; those that touch are one. */
function hunks(changed: readonly number[], lines: number): [start: number, end: number][] {
  const ranges: [number, number][] = []
  for (const line of changed) {
    const last = ranges.at(-1)
    const start = Math.max(0, line - CONTEXT)
    const end = Math.min(lines, line + CONTEXT + 1)
    if (last !== undefined && start <= last[1]) last[1] = end
    else ranges.push([start, end])
  }
  return ranges
}

/** Lines of one hunk; a run of changed lines shows the old ones first, as `diff -u` does. */
function hunkLines(old: readonly string[], now: readonly string[]): string[] {
  const lines: string[] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = (): void => {
    lines.push(...removed, ...added)
    removed = []
    added = []
  }
  for (let i = 0; i < Math.max(old.length, now.length); i++) {
    if (old[i] === now[i]) {
      flush()
      lines.push(` ${old[i]}\n`)
      continue
    }
    if (old[i] !== undefined) removed.push(`-${old[i]}\n`)
    if (now[i] !== undefined) added.push(`+${now[i]}\n`)
  }
  flush()
  return lines
}
