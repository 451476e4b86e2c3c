/** What was converted, in words. */
import type { EncodingReport } from './decode-text.ts'
import { encodingTitle, isLegacyEncoding } from './names.ts'

/**
 * A sentence about what was found in an older encoding; `undefined` when nothing was.
 *
 * @param name the text as messages call it
 */
export function conversionNotice(name: string, report: EncodingReport): string | undefined {
  const found = [...new Set(report.runs.map(({ encoding }) => encoding))].filter(isLegacyEncoding)
  if (found.length === 0) return undefined
  const titles = found.map(encodingTitle)
  const list = titles.length === 1 ? titles[0] : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`
  return report.mixed
    ? `${name} is in ${list} in part; that was converted to Unicode.`
    : `${name} is in ${list}; it was converted to Unicode.`
}
