// What is found across the whole text once its parts are known: citations, tasks, abbreviations, contradictions.
import { findAbbreviations } from './abbreviations.ts'
import { codeIn } from './citation-code.ts'
import { crossWarnings } from './cross-warnings.ts'
import { findReferences } from './references.ts'
import type { Abbreviation, Basis, Plan, Reference, Section, Span, Task, Warning } from './schema.ts'
import { findTasks } from './tasks.ts'

/** The fields of a plan that are found across the text. */
export interface Across {
  readonly bases: readonly Basis[]
  readonly tasks: readonly Task[]
  readonly references: readonly Reference[]
  readonly abbreviations: readonly Abbreviation[]
  readonly warnings: readonly Warning[]
}

/** The fields of a plan that it starts from. */
export type Parted = Pick<
  Plan,
  'kind' | 'number' | 'issuer' | 'date' | 'bases' | 'sections' | 'parts' | 'appendices'
>

/**
 * Finds citations, tasks and abbreviations, and what does not agree among them.
 *
 * @param text the text that all spans point into
 * @param plan the parts of the document, bases without their references
 * @param numberSpan where its own number stands, which it does not cite
 * @param units names of units beside those told by their words
 */
export function findAcross(
  text: string,
  plan: Parted,
  numberSpan: Span | null,
  units: readonly string[] = [],
): Across {
  const own = plan.number === null || numberSpan === null ? null : codeIn(text, numberSpan)
  const references = findReferences(text, own)
  const abbreviations = findAbbreviations(text)
  const bases = plan.bases.map((basis) => ({ ...basis, refs: references.keysIn(basis.span) }))
  return {
    bases,
    tasks: tasksOf(plan, units),
    references: references.list,
    abbreviations,
    warnings: crossWarnings({ text, references, abbreviations, body: bodyOf(plan.sections, text) }),
  }
}

/** Tasks of the body and of a plan that is issued with it. */
function tasksOf(
  { kind, issuer, date, sections, parts, appendices }: Parted,
  units: readonly string[],
): Task[] {
  const input = { issuer: issuer?.name ?? null, date, organisation: parts.organisation ?? [], units }
  const tasks = kind === null ? [] : findTasks({ ...input, kind, sections })
  for (const appendix of appendices) {
    if (appendix.kind !== null)
      tasks.push(...findTasks({ ...input, kind: appendix.kind, sections: appendix.sections }))
  }
  return tasks
}

/** From the first section to the end of the last: names of offices in head and foot need no definition. */
function bodyOf(sections: readonly Section[], text: string): Span {
  const first = sections[0]
  const last = sections.at(-1)
  return first === undefined || last === undefined ? [0, text.length] : [first.span[0], last.span[1]]
}
