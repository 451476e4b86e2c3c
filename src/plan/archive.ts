// The archive line (NĐ 30/2020 PL I ô số 9b, 12): `Lưu: VT, KGVX (02)` – units, copies, who drafted it.
import type { Archive } from './schema.ts'

const OPENER = /^[-–—+•*\s]*L[ưu]u\s*(?:tại\s*)?[:.;]?\s*/iu
const COPIES =
  /\(\s*(\d{1,3})\s*(?:b|bản|bộ)?\s*\)|[.\s](\d{1,3})\s?b(?:ản)?(?![\p{L}])|(?<=\p{Lu})[.\s](\d{1,3})(?![\p{L}\d])/iu
const NAME = /^\p{Lu}?[\p{L}.\s,]*\p{L}/u

/** Whether an item of the recipients is the archive line. */
export function isArchiveLine(text: string): boolean {
  return /^[-–—+•*\s]*L[ưu]u(?:\s*[:.;]|\s+(?:VT|V\u0103n|VP|H\u1ed3|T|t\u1ea1i|\p{Lu}))/u.test(text)
}

/** Reads an archive line. */
export function parseArchive(text: string): Omit<Archive, 'span'> {
  let rest = text.replace(OPENER, '').replace(/[\s.;]+$/u, '')
  let copies: number | null = null
  const count = COPIES.exec(rest)
  if (count !== null) {
    copies = Number(count[1] ?? count[2] ?? count[3])
    const name = rest.slice(count.index + count[0].length)
    rest = rest.slice(0, count.index) + (/^\s*\p{Lu}\p{Ll}/u.test(name) ? ` (${name.trim()})` : name)
  }
  let drafter: string | null = null
  const open = rest.indexOf('(')
  if (open >= 0) {
    const close = rest.indexOf(')', open)
    const inside = rest.slice(open + 1, close < 0 ? undefined : close).trim()
    if (NAME.test(inside)) drafter = inside
    rest = rest.slice(0, open) + (close < 0 ? '' : rest.slice(close + 1))
  } else {
    const name = /(?<=\p{Lu})\.(\p{Lu}\p{Ll}+)$/u.exec(rest)
    if (name !== null) {
      drafter = name[1]!
      rest = rest.slice(0, name.index)
    }
  }
  const units = rest
    .split(/[,;]/u)
    .map((unit) =>
      unit
        .trim()
        .replace(/\.\s.*$/u, '')
        .replace(/[.()\s]+$/u, ''),
    )
    .filter((unit) => unit !== '')
  return { units, copies, drafter }
}
