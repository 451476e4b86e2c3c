/**
 * Who does what by when. Two forms: a heading names a unit and its items are tasks; or a sentence orders a unit
 * (`Giao Sở Nội vụ chủ trì …`). Headings that name no unit (`Nguồn kinh phí thực hiện`) make no tasks.
 */
import { type Assignment, findAssignments, type Mood, readHeadingUnit, stripOrder } from './assignments.ts'
import { onOneLine } from './breaks.ts'
import { findDeadline, findRecurrence } from './deadline.ts'
import { isRequest } from './request.ts'
import type { DocKind, PartialDate, Section, SectionId, Task } from './schema.ts'
import { type Card, isCardLine, readCard } from './task-card.ts'
import { coworkersOf, reportsOf, roleOf, startsWithAction } from './task-fields.ts'
import { isSelf, readLabel } from './task-labels.ts'

/** What tasks are found in. */
export interface TaskInput {
  readonly sections: readonly Section[]
  /** Who writes: tells requests from orders. */
  readonly issuer: string | null
  /** When: the year of deadlines that print none. */
  readonly date: PartialDate | null
  readonly kind: DocKind | null
  /** Sections that organise the work (tổ chức thực hiện). */
  readonly organisation?: readonly SectionId[]
  /** Names of units that are told by no word in them. */
  readonly units?: readonly string[]
}

/** Who is in charge where a section stands. */
interface Charge {
  readonly unit: string
  readonly mood: Mood
}

interface Context {
  readonly input: TaskInput
  readonly out: Task[]
  /** A unit at the beginning of a sentence is told something. */
  readonly isDirective: boolean
}

/** Kinds that tell others what to do in every part. */
const DIRECTIVES: ReadonlySet<DocKind> = new Set([
  'Chỉ thị',
  'Công điện',
  'Công văn',
  'Thông báo',
  'Nghị quyết',
  'Quyết định',
  'Chương trình',
  'Kết luận',
])
/** Kinds that tell what was done, or what is the rule: only outright orders count in them. */
const ACCOUNTS: ReadonlySet<DocKind> = new Set([
  'Báo cáo',
  'Tờ trình',
  'Biên bản',
  'Quy chế',
  'Quy định',
  'Giấy mời',
  'Điều lệ',
  'Hợp đồng',
  'Bản ghi nhớ',
  'Bản thỏa thuận',
])
const ORGANISING =
  /t(?:ổ|ố) chức (?:thực|triển)|phân công|trách nhiệm|thực hiện$|nhiệm vụ|kiến nghị|đề xuất/iu
/** "… chịu trách nhiệm thi hành Quyết định này" closes every decision and tells nobody what to do. */
const EXECUTION =
  /(?:trách nhiệm|căn cứ)[^.;:]{0,40}\sthi hành(?:\s+(?:các\s+)?(?:Quyết định|Nghị quyết|Chỉ thị|Quy định|Kế hoạch|quyết định))?/u
/** It is the first thing said of the units. */
const EXECUTION_MAX = 90
/** So does "… nghiêm túc triển khai thực hiện./." */
const REMARK = /^(?:[\s,./]|nghiêm túc|khẩn trương|kịp thời|phối hợp|tổ chức|triển khai|thực hiện|và|biết)*$/u
/** No unit by themselves. */
const UNNAMED = /^(?:tổ chức|cơ quan|đơn vị|nhà|báo)$/iu
/** Those an office tells nothing by naming them first: parties of a case, bidders. */
const PRIVATE = /^(?:Công ty|Nhà thầu|Nhà đầu|Doanh nghiệp|Hợp tác xã|Chi nhánh|Ngân hàng|Quỹ|Tập đoàn)/iu
/** A longer title is a sentence. */
const TITLE_MAX = 90
const DEPTH_MAX = 60

/**
 * Finds the tasks of a document, in its order.
 *
 * @example findTasks({ sections, issuer: 'Ủy ban nhân dân xã', date: '2026', kind: 'Kế hoạch' })
 */
export function findTasks(input: TaskInput): Task[] {
  const out: Task[] = []
  const context = { input, out, isDirective: input.kind !== null && DIRECTIVES.has(input.kind) }
  for (const section of input.sections) visit(section, context, null, false, 0)
  return out
}

function visit(
  section: Section,
  context: Context,
  charge: Charge | null,
  isOrganising: boolean,
  depth: number,
): void {
  if (depth > DEPTH_MAX) return
  if (charge !== null) {
    visitItem(section, context, charge, depth)
    return
  }
  const { input } = context
  const organises =
    isOrganising ||
    (input.organisation?.includes(section.id) ?? false) ||
    (section.title !== null && depth === 0 && ORGANISING.test(section.title))
  const named = chargeOf(section, context.input)
  if (named !== null && (organises || isTrusted(section, context, named))) {
    assign(section, context, named, depth)
    return
  }
  const card = readCard(section)
  if (card !== null) addCard(section, card, context)
  for (const paragraph of ownParagraphs(section)) {
    if (!isCardLine(paragraph)) findInline(paragraph, section, context, organises)
  }
  for (const child of section.children) {
    if (!isCardLine(child.text ?? child.title ?? '')) visit(child, context, null, organises, depth + 1)
  }
}

/** A unit as a heading outside of "tổ chức thực hiện" makes tasks in directives, where something hangs on it. */
function isTrusted(section: Section, { input, isDirective }: Context, { mood }: Charge): boolean {
  if (section.level === 'dash' || section.level === 'plus' || section.level === 'para') return false
  if (mood !== 'subject') return true
  if (!isDirective || (input.kind !== null && ACCOUNTS.has(input.kind))) return false
  const [child] = section.children
  const said = section.text ?? child?.title ?? child?.text ?? ''
  return startsWithAction(said)
}

/** The unit that a section's heading names, or its sentence when that is all it says: `Giao Sở Y tế:`. */
function chargeOf(section: Section, { units }: TaskInput): Charge | null {
  const heading = section.title ?? (section.children.length > 0 ? section.text : null)
  if (heading === null || heading.includes('\n')) return null
  const assignee = readHeadingUnit(heading)
  if (assignee === null) return units === undefined ? null : chargeOfListed(heading, units)
  if (UNNAMED.test(assignee.unit)) return null
  const rest = heading.slice(assignee.unitEnd)
  return HEADING_END.test(rest) ? { unit: assignee.unit, mood: assignee.mood } : null
}

/** A unit of the user's list. */
function chargeOfListed(heading: string, units: readonly string[]): Charge | null {
  const { mood, rest } = stripOrder(heading)
  const name = onOneLine(heading.slice(rest).replace(/[\s.:;]+$/u, ''))
  const isListed = units.some((unit) => unit.toLowerCase() === name.toLowerCase())
  return isListed && name !== '' ? { unit: name, mood } : null
}

const HEADING_END =
  /^[\s.:;]*(?:\([^)]{0,80}\))?[\s.:;]*$|^[\s,]*(?:có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|chủ\s+trì|thực\s+hiện|triển\s+khai)[^.;]{0,60}:?\s*$/u

/** The section is a unit's: its own text and each of its items is a task. */
function assign(section: Section, context: Context, charge: Charge, depth: number): void {
  if (section.title !== null && section.text !== null && !isLeadIn(section))
    add(section, section.text, charge, context)
  for (const child of section.children) visitItem(child, context, charge, depth + 1)
}

/** Words that only lead to the items: "tổ chức thực hiện các nhiệm vụ sau:". */
function isLeadIn(section: Section): boolean {
  return section.children.length > 0 && section.text!.length < 160 && /:\s*$/u.test(section.text!)
}

/** One item under a unit. */
function visitItem(section: Section, context: Context, charge: Charge, depth: number): void {
  if (depth > DEPTH_MAX || isClosingRemark(section)) return
  const other = chargeOf(section, context.input)
  if (other !== null && section.children.length + (section.text === null ? 0 : 1) > 0) {
    assign(section, context, other.mood === 'subject' ? { ...other, mood: charge.mood } : other, depth)
    return
  }
  if (section.text === null && section.children.length > 0 && !isTaskTitle(section.title)) {
    for (const child of section.children) visitItem(child, context, charge, depth + 1)
    return
  }
  const what = [section.title, section.text].filter((part) => part !== null).join(': ')
  if (what === '') return
  const labelled = readLabel(what)
  if (labelled !== null) {
    add(
      section,
      what.slice(labelled.unitEnd).replace(/^[\s:]+/u, ''),
      { unit: labelled.unit, mood: charge.mood },
      context,
    )
    return
  }
  const inside = findAssignments(onOneLine(what), true)
  const own = inside[0]
  // "b) Sở Y tế chủ trì …" under a heading for several; "Giao Sở …" in a paragraph of one unit stays with its item.
  if (own !== undefined && own.start === 0 && own.mood !== 'subject')
    addAssigned(section, onOneLine(what), own, context)
  else if (own !== undefined && own.start === 0 && isNarrower(own, charge))
    addAssigned(section, onOneLine(what), own, context)
  else add(section, what, charge, context)
}

/** `Trong quá trình thực hiện, nếu có vướng mắc …`: said to all, below the last unit. */
function isClosingRemark({ level, text }: Section): boolean {
  return (
    level === 'para' &&
    text !== null &&
    /^(?:Trong quá trình|Trên đây|Nếu có vướng|Yêu cầu|Đề nghị)/u.test(text)
  )
}

function isTaskTitle(title: string | null): boolean {
  return title !== null && title.length > TITLE_MAX
}

/** A unit by its own name under a heading for many (các sở, ngành). */
function isNarrower(own: Assignment, charge: Charge): boolean {
  return /^\p{Lu}/u.test(own.unit) && /(?:^|\s)(?:[Cc]ác|[Nn]hững|[Tt]hủ trưởng)\s/u.test(charge.unit)
}

function ownParagraphs({ title, text, children }: Section): string[] {
  const parts = text === null ? [] : text.split('\n')
  if (title !== null && (children.length === 0 || text === null)) parts.unshift(title)
  return parts.map(onOneLine).filter((part) => part !== '')
}

/** Sentences that order a unit. */
function findInline(paragraph: string, section: Section, context: Context, organises: boolean): void {
  const { kind } = context.input
  const isAccount = kind !== null && ACCOUNTS.has(kind)
  if (isAccount && !organises) return
  const mayOpen = organises || (context.isDirective && section.level !== 'para')
  if (organises) {
    const labelled = readLabel(paragraph)
    if (labelled !== null) {
      const what = paragraph.slice(labelled.unitEnd).replace(/^[\s:]+/u, '')
      if (what !== '') add(section, what, labelled, context)
      return
    }
  }
  for (const assignment of findAssignments(paragraph, mayOpen)) {
    if (assignment.mood === 'subject') {
      if (isAccount || isSelf(assignment.unit, context.input.issuer)) continue
      if (!organises && PRIVATE.test(assignment.unit)) continue
    }
    addAssigned(section, paragraph, assignment, context)
  }
}

function addCard(section: Section, card: Card, { input, out }: Context): void {
  out.push({
    at: section.id,
    unit: card.unit,
    role: 'lead',
    what: card.what,
    with: card.with,
    reportTo: [],
    deadline: findDeadline(card.time, input.date),
    every: findRecurrence(card.time),
    request: false,
    span: section.span,
  })
}

function addAssigned(section: Section, text: string, assignment: Assignment, context: Context): void {
  const what = text.slice(assignment.start, assignment.end).replace(/[\s;,]+$/u, '')
  const verbs = text.slice(assignment.unitEnd, assignment.end)
  if (UNNAMED.test(assignment.unit) || REMARK.test(verbs) || EXECUTION.test(verbs.slice(0, EXECUTION_MAX)))
    return
  add(section, what, assignment, context, verbs)
}

/** @param verbs what the role is read from, when the unit stands before it */
function add(section: Section, what: string, charge: Charge, { input, out }: Context, verbs = what): void {
  const line = onOneLine(what)
  if (line === '') return
  out.push({
    at: section.id,
    unit: charge.unit,
    role: roleOf(onOneLine(verbs)),
    what: what.trim(),
    with: coworkersOf(line),
    reportTo: reportsOf(line),
    deadline: findDeadline(line, input.date),
    every: findRecurrence(line),
    request: charge.mood === 'request' && isRequest(charge.unit, input.issuer),
    span: section.span,
  })
}
