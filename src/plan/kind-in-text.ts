// The kind of a document whose head was lost, from what it calls itself: `Trên đây là Kế hoạch …`, `Quyết định này …`.
import { type DocKind, kindOfName } from './document-kinds.ts'
import { isRecipientsOpener } from './foot.ts'
import { isEnacting } from './head-title.ts'
import { type Line, oneSpaced } from './lines.ts'
import { opensSignature } from './signature-line.ts'

const ITSELF =
  /^\(?(?:Trên đây là (?:nội dung )?(?:bản )?(\p{L}+(?:\s\p{L}+){0,2})|(?:Điều \d{1,3}[.:]\s)?(\p{Lu}\p{L}+ \p{L}+) này\s)/u

/** The kind named by the formula of decisions and resolutions, `QUYẾT ĐỊNH:` on a line of its own. */
export function kindOfFormula(lines: readonly Line[]): DocKind | null {
  const line = lines.find(({ text }) => isEnacting(text))
  return line === undefined ? null : kindNamed(line.text.replace(/\s*:\s*$/u, ''))
}

/** The kind a document gives itself; null without a foot, for other texts, too, speak of plans. */
export function kindInText(lines: readonly Line[]): DocKind | null {
  const footed = lines.some(
    ({ text }) => isRecipientsOpener(text) || (text.length < 160 && opensSignature(oneSpaced(text))),
  )
  return footed ? kindOfItself(lines) : null
}

/** The kind a document gives itself, in the first line that names it. */
export function kindOfItself(lines: readonly Line[]): DocKind | null {
  for (const { text } of lines) {
    if (text.length <= 8) continue
    const match = ITSELF.exec(text)
    const kind = match === null ? null : kindNamed(match[1] ?? match[2]!)
    if (kind !== null) return kind
  }
  return null
}

/** The longest beginning of a few words that names a kind. */
function kindNamed(words: string): DocKind | null {
  for (let end = words.length; end > 0; end = words.lastIndexOf(' ', end - 1)) {
    const name = words.slice(0, end)
    const kind = kindOfName(name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()) ?? kindOfName(name)
    if (kind !== null) return kind
  }
  return null
}
