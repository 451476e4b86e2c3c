/** Figures as text. */

/** A table in Markdown, padded so that it reads well in a terminal too; all but the first column to the right. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => [...(row[column] ?? '')].length)))
  const line = (row: readonly string[]): string =>
    `| ${widths
      .map((width, column) => {
        const cell = row[column] ?? ''
        const space = ' '.repeat(width - [...cell].length)
        return column === 0 ? cell + space : space + cell
      })
      .join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

/** A share as per cent. */
export const percent = (share: number, digits = 2): string => `${(100 * share).toFixed(digits)} %`

/** A rate with thousands set apart, to three figures. */
export const rate = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 2 })

export const times = (ratio: number): string => `× ${ratio.toPrecision(3)}`

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
