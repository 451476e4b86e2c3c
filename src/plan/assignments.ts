/**
 * Who is told to do something in a sentence:
 *
 * ```text
 * > | …; Giao Sở Tài chính chủ trì, phối hợp với các cơ quan liên quan tham mưu …
 *        ~~~~ ~~~~~~~~~~~~ order, unit, and what follows up to the next order
 * ```
 */
import { readUnitsAt } from './organisation-name.ts'

/** How a unit is told: giao, yêu cầu; đề nghị; or it is the subject of the sentence. */
export type Mood = 'order' | 'request' | 'subject'

/** A unit and what it is told, in a text on one line. */
export interface Assignment {
  readonly unit: string
  readonly mood: Mood
  /** Offsets in the text: of the order or the unit, behind the unit, of the end. */
  readonly start: number
  readonly unitEnd: number
  readonly end: number
  /** A verb follows that says what to do. */
  readonly isTold: boolean
}

const ORDER =
  '(?:trân\\s+trọng\\s+)?(?:giao(?:\\s+(?:cho|trách nhiệm cho|nhiệm vụ cho))?|yêu\\s+cầu|đề\\s+nghị|phân\\s+công|ủy\\s+quyền\\s+cho|uỷ\\s+quyền\\s+cho|kính\\s+đề\\s+nghị)'
/** Openings that make a heading of a unit's name: Trách nhiệm của Sở Xây dựng. */
const HEADING_OF = /^\s*(?:trách\s+nhiệm\s+của|nhiệm\s+vụ\s+của|đối\s+với|về\s+phía|phân\s+công\s+cho)\s+/iu
const AT_START = new RegExp(`^\\s*(?:đồng\\s+thời,?\\s+)?(${ORDER})\\s*:?\\s+`, 'iu')
/** Orders within a sentence: behind a comma or a full stop. */
const INSIDE = /(?:[Gg]iao|[Yy]êu cầu|[Đđ]ề nghị|[Pp]hân công)\s+(?:cho\s+)?(?=\p{L})/gu
const CLAUSE_START = /(?:[.;,:]\s(?:đồng thời,?\s)?|\n)$/u
const CLAUSE_BACK = 16

/** The bodies of a state, who order in the third person: UBND Thành phố giao Sở …. */
const ISSUER_ORDERS =
  /^(?:[^,;.]{2,60}?)\s(?:giao|yêu cầu|đề nghị)\s+(?=(?:các|những|Thủ|Giám|Sở|Bộ|Ban|Công|Chủ|UBND|Ủy|Uỷ|Phòng|Trung|Văn|Cục|Chi|Hội|Mặt|Liên)\p{L}*\s)/u

/** Strips an order at the beginning of a heading or sentence. */
export function stripOrder(text: string): { readonly mood: Mood; readonly rest: number } {
  const match = AT_START.exec(text)
  if (match === null) return { mood: 'subject', rest: text.length - text.trimStart().length }
  return { mood: /đề\s+nghị/iu.test(match[1]!) ? 'request' : 'order', rest: match[0].length }
}

/**
 * Reads the unit that a heading or sentence begins with.
 *
 * @param text on one line
 */
export function readAssignee(text: string): Assignment | null {
  const { mood, rest } = stripOrder(text)
  const units = readUnitsAt(text, rest)
  if (units === null) return null
  return {
    unit: units.name,
    mood,
    start: 0,
    unitEnd: units.end,
    end: text.length,
    isTold: units.isTold,
  }
}

/** Reads the unit that a heading names, whatever leads to it. */
export function readHeadingUnit(heading: string): Assignment | null {
  const opening = HEADING_OF.exec(heading)?.[0].length ?? 0
  const assignee = readAssignee(heading.slice(opening))
  return assignee === null ? null : { ...assignee, unitEnd: assignee.unitEnd + opening, end: heading.length }
}

/**
 * Finds all assignments of a paragraph.
 *
 * @param text on one line
 * @param mayOpen whether a unit at the very beginning counts that nobody orders by name
 */
export function findAssignments(text: string, mayOpen: boolean): Assignment[] {
  const found: Assignment[] = []
  const first = readAssignee(text)
  if (first?.isTold && (mayOpen || first.mood !== 'subject')) found.push(first)
  else {
    const issuer = ISSUER_ORDERS.exec(text)
    const units = issuer === null ? null : readUnitsAt(text, issuer[0].length)
    if (issuer !== null && units?.isTold) {
      const mood = issuer[0].trimEnd().endsWith('nghị') ? 'request' : 'order'
      found.push({ unit: units.name, mood, start: 0, unitEnd: units.end, end: text.length, isTold: true })
    }
  }
  INSIDE.lastIndex = 0
  for (let match = INSIDE.exec(text); match !== null; match = INSIDE.exec(text)) {
    const at = INSIDE.lastIndex
    if (!CLAUSE_START.test(text.slice(Math.max(0, match.index - CLAUSE_BACK), match.index))) continue
    const last = found.at(-1)
    if (last !== undefined && at < last.unitEnd) continue
    const units = readUnitsAt(text, at)
    if (!units?.isTold) continue
    const mood = /^đề/iu.test(match[0]) ? 'request' : 'order'
    found.push({
      unit: units.name,
      mood,
      start: match.index,
      unitEnd: units.end,
      end: text.length,
      isTold: true,
    })
  }
  return found.map((assignment, i) => ({ ...assignment, end: found[i + 1]?.start ?? text.length }))
}
