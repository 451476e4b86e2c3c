// From an offset to page and line, from an id to its section, from a section to its text.
import type { Plan, Section, SectionId } from './schema.ts'

/** A position for people: all counts begin at 1. */
export interface Location {
  readonly page: number
  readonly line: number
  /** In UTF-16 units. */
  readonly column: number
}

/**
 * Page, line and column of an offset.
 *
 * @param offset UTF-16 offset into the text of the plan; what lies outside of it is taken for its nearest end
 * @example locate(parsePlan('a\nb'), 2) // { page: 1, line: 2, column: 1 }
 */
export function locate({ layout }: Pick<Plan, 'layout'>, offset: number): Location {
  const at = Math.max(0, Number.isNaN(offset) ? 0 : offset)
  const line = lastNotAbove(layout.lines, at)
  return {
    page: Math.max(1, lastNotAbove(layout.pages, at)),
    line: Math.max(1, line),
    column: at - (layout.lines[line - 1] ?? 0) + 1,
  }
}

/** How many of the ascending offsets are not above one. */
function lastNotAbove(offsets: readonly number[], at: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The sections from the outermost to the one with an id, in the body or an appendix.
 *
 * @returns an empty list when there is none
 */
export function pathOf(
  { sections, appendices }: Pick<Plan, 'sections' | 'appendices'>,
  id: SectionId,
): Section[] {
  for (const list of [sections, ...appendices.map((appendix) => appendix.sections)]) {
    const path = findPath(list, id)
    if (path.length > 0) return path
  }
  return []
}

function findPath(roots: readonly Section[], id: SectionId): Section[] {
  // With a stack of its own: hostile texts nest deeper than calls may.
  const stack: { readonly list: readonly Section[]; next: number }[] = [{ list: roots, next: 0 }]
  while (stack.length > 0) {
    const top = stack.at(-1)!
    const section = top.list[top.next++]
    if (section === undefined) stack.pop()
    else if (section.id === id) return [...stack.map(({ list, next }) => list[next - 1]!)]
    else if (section.children.length > 0) stack.push({ list: section.children, next: 0 })
  }
  return []
}

/** The section with an id; null when there is none. */
export function sectionOf(plan: Pick<Plan, 'sections' | 'appendices'>, id: SectionId): Section | null {
  return pathOf(plan, id).at(-1) ?? null
}

/**
 * The text of sections with all that is under them, a line for each heading and paragraph; ids that are not there add
 * nothing.
 *
 * @example textOf(plan, plan.parts.objectives ?? [])
 */
export function textOf(
  plan: Pick<Plan, 'sections' | 'appendices'>,
  ids: SectionId | readonly SectionId[],
): string {
  const lines: string[] = []
  for (const id of typeof ids === 'string' ? [ids] : ids) {
    const section = sectionOf(plan, id)
    if (section !== null) collect(section, lines)
  }
  return lines.join('\n')
}

function collect(root: Section, lines: string[]): void {
  const stack: Section[] = [root]
  while (stack.length > 0) {
    const { num, title, text, children } = stack.pop()!
    const mark = num === null ? '' : `${printNumber(num)} `
    if (title !== null) lines.push(mark + title)
    if (text !== null) lines.push((title === null ? mark : '') + text)
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]!)
  }
}

/** `II.`, `1.2.`, `đ)`, `-`. */
function printNumber(num: string): string {
  if (/^\p{Ll}$/u.test(num)) return `${num})`
  return /^[\p{Lu}\d.]+$/u.test(num) ? `${num}.` : num
}
