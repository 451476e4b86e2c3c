// A plan in a form that a reviewer can read beside the document: every value once, no positions.

import { wordErrorRate } from '../../src/metrics/wer.ts'
import type { Plan, Section } from '../../src/plan/schema.ts'

/** Longest text that is shown whole; of a longer one the ends are. */
const SHOWN = 90

const shorten = (text: string): string =>
  text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 30)} … ${text.slice(-25)}`

function outline(sections: readonly Section[], depth = 0): string[] {
  return sections.flatMap(({ id, level, title, text, children }) => [
    `${'  '.repeat(depth)}${id} ${level}${title === null ? '' : ` | ${title}`}${text === null ? '' : ` : ${shorten(text)}`}`,
    ...outline(children, depth + 1),
  ])
}

const list = (names: readonly string[], label: string): string =>
  names.length === 0 ? '' : ` | ${label}: ${names.join(' + ')}`

/** The plan as JSON for a golden file. */
export function summaryOf(plan: Plan): string {
  const { kind, number, symbol, issuer, place, date, title, urgency, marks, to, intro, closing } = plan
  const summary = {
    head: { kind, number, symbol, issuer, place, date, title, urgency, marks, to },
    bases: plan.bases.map(({ verb, text, refs }) => `${verb} | ${shorten(text)} | ${refs.join(', ')}`),
    intro,
    sections: outline(plan.sections),
    parts: plan.parts,
    tasks: plan.tasks.map(
      ({ at, unit, role, what, with: others, reportTo, deadline, every, request }) =>
        `${at} ${unit} ${role} : ${shorten(what)}${list(others, 'with')}${list(reportTo, 'report to')}` +
        (deadline === null ? '' : ` | by: ${deadline.text} = ${deadline.date}`) +
        (every === null ? '' : ` | every ${every}`) +
        (request ? ' | request' : ''),
    ),
    closing,
    recipients: plan.recipients.map(({ name, purpose }) =>
      purpose === null ? name : `${name} (${purpose})`,
    ),
    archive: plan.archive === null ? null : { ...plan.archive, span: undefined },
    signatories: plan.signatories.map(({ span: _, ...signatory }) => signatory),
    appendices: plan.appendices.map(({ num, kind, title, sections }) => ({
      num,
      kind,
      title,
      sections: outline(sections),
    })),
    references: plan.references.map(
      ({ key, kind, code, date, issuer, title, mentions }) =>
        `${key} | ${kind} | ${code} | ${date} | ${issuer} | ${title === null ? null : shorten(title)} | ${mentions.length}`,
    ),
    abbreviations: plan.abbreviations.map(({ short, long }) => `${short} = ${long}`),
    warnings: plan.warnings.map(({ code, subject, message }) => `${code} ${subject}: ${message}`),
    trailing: plan.trailing,
  }
  return `${JSON.stringify(summary, null, 2)}\n`
}

/** Everything a plan says, one fact a string: what two plans of one document are compared by. */
export function factsOf(plan: Plan): string[] {
  const facts: string[] = []
  const add = (name: string, value: unknown): void => {
    if (value !== null && value !== undefined)
      facts.push(`${name} = ${String(value).toLocaleLowerCase('vi')}`)
  }
  for (const field of ['kind', 'number', 'symbol', 'place', 'date', 'title', 'intro', 'closing'] as const)
    add(field, plan[field])
  add('issuer', plan.issuer?.name)
  for (const { verb, text, refs } of plan.bases)
    for (const value of [verb, text, ...refs]) add('basis', value)
  const walk = (sections: readonly Section[]): void => {
    for (const { id, level, title, text, children } of sections) {
      add(`${id} level`, level)
      add(`${id} title`, title)
      add(`${id} text`, text)
      walk(children)
    }
  }
  walk(plan.sections)
  for (const { at, unit, role, with: others } of plan.tasks) {
    add(`task ${at}`, unit)
    add(`task ${at}`, role)
    for (const name of others) add(`task ${at} with`, name)
  }
  for (const { key, date, issuer } of plan.references) {
    add('reference', key)
    add(`reference ${key}`, date)
    add(`reference ${key}`, issuer)
  }
  for (const { short, long } of plan.abbreviations) add(short, long)
  for (const { name, purpose } of plan.recipients) add('recipient', `${name} ${purpose}`)
  for (const { position, name } of plan.signatories) add('signatory', `${position} ${name}`)
  return facts
}

/** Texts count as the same from this share of equal words on, as in the scorer of the development sets. */
const SAME_TEXT = 0.85

function same(a: string, b: string): boolean {
  if (a === b) return true
  const at = a.indexOf(' = ')
  if (!b.startsWith(a.slice(0, at + 3)) || a.length < 60) return false
  return 1 - wordErrorRate(a.slice(at + 3), b.slice(at + 3)).rate >= SAME_TEXT
}

/** F1 of two lists of facts. */
export function agreement(expected: readonly string[], got: readonly string[]): number {
  const left = [...got]
  let common = 0
  for (const fact of expected) {
    const exact = left.indexOf(fact)
    const index = exact >= 0 ? exact : left.findIndex((other) => same(fact, other))
    if (index < 0) continue
    left.splice(index, 1)
    common++
  }
  return (2 * common) / (expected.length + got.length)
}
