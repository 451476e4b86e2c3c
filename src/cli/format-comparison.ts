// A comparison of texts as a small table for people.

import type { Comparison } from '../metrics/compare.ts'

const count = (value: number): string => value.toLocaleString('en')
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

/** Word, character and syllable figures, before and after when both are known; ends with a line break. */
export function formatComparison({ words, characters, syllables, effect }: Comparison): string {
  const row = (name: string, w: Comparison['words'], c: Comparison['characters']) => [
    name,
    count(w.words),
    count(w.errors),
    percent(w.rate),
    count(c.characters),
    count(c.errors),
    percent(c.rate),
  ]
  const rows = [['', 'words', 'wrong', 'WER', 'characters', 'wrong', 'CER']]
  if (effect !== undefined) rows.push(row('before', effect.wordsBefore, effect.charactersBefore))
  rows.push(row(effect === undefined ? 'text' : 'after', words, characters))
  const lines = [
    table(rows),
    '',
    `syllables right  ${count(syllables.right)} of ${count(syllables.syllables)} (${percent(syllables.accuracy)})`,
  ]
  if (effect !== undefined) {
    lines.push(
      `fixed            ${count(effect.fixed)} of ${count(words.words - effect.rightBefore)} words wrong before`,
      `harmed           ${count(effect.harmed)} of ${count(effect.rightBefore)} words right before (${percent(effect.harmRate)})`,
    )
  }
  return `${lines.join('\n')}\n`
}
