// Units named at the beginning of an item: "Sở Tài chính: bố trí …", "Ông Nguyễn Văn A - Trưởng đoàn: …"; and oneself.
import { type Assignment, readAssignee } from './assignments.ts'
import { onOneLine } from './breaks.ts'

const LABEL_MAX = 90

/** Who writes, by the first words of the name: said of oneself, a sentence is no order. */
export function isSelf(unit: string, issuer: string | null): boolean {
  if (issuer === null) return false
  const own = issuer.toLowerCase().replace(/^(?:ủy|uỷ) ban nhân dân/u, 'ubnd')
  return own.startsWith(unit.toLowerCase().replace(/^(?:ủy|uỷ) ban nhân dân/u, 'ubnd'))
}

const PERSON = /^(?:Ông|Bà|Đồng chí|Đ\/c|Các đồng chí|Các ông)[\s.:/(]/u

/** `Sở Tài chính: bố trí kinh phí` under a heading of units, `Ông Nguyễn Văn A - Trưởng đoàn: phụ trách chung`. */
export function readLabel(what: string): Assignment | null {
  const colon = what.indexOf(':')
  if (colon < 0 || colon > LABEL_MAX) return null
  if (PERSON.test(what)) {
    const unit = onOneLine(what.slice(0, colon))
    return { unit, mood: 'subject', start: 0, unitEnd: colon, end: what.length, isTold: true }
  }
  const assignee = readAssignee(what.slice(0, colon))
  return assignee !== null && assignee.unitEnd >= what.slice(0, colon).trimEnd().length ? assignee : null
}
