/**
 * Plan → Markdown: a clean copy for reading. Headings become headings, bullets lists; numbers stay as printed,
 * for Markdown would count them anew. What belongs to the paper (page numbers, rules, stamps) is left out.
 */
import type { Appendix, Plan, Section } from '../schema.ts'
import { archiveLine, codeOf, labelOf, recipientLine, signatureLines } from './label.ts'

const DEEPEST_HEADING = 6
const HARD_BREAK = '\\\n'

/** Takes from characters what they would mean to Markdown. */
function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<~]|&(?=#?[\p{L}\p{N}]{1,32};)/gu, '\\$&')
}

/** The same at the beginning of a line, where more characters mean something. */
function escapeLine(text: string): string {
  return escapeInline(text.trim())
    .replace(/^[#+\-=>]/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

const paragraphsOf = (text: string | null): string[] =>
  text === null ? [] : text.split('\n').filter((line) => line.trim() !== '')

/** Blocks of Markdown, to be parted by blank lines. */
class Blocks {
  readonly #blocks: string[] = []

  paragraph(text: string | null): void {
    if (text !== null && text.trim() !== '') this.#blocks.push(escapeLine(text))
  }

  heading(level: number, text: string): void {
    this.#blocks.push(`${'#'.repeat(Math.min(level, DEEPEST_HEADING))} ${escapeInline(text.trim())}`)
  }

  /** Lines set apart by a mark of emphasis. */
  marked(mark: '*' | '**', lines: readonly string[]): void {
    const marked = lines.flatMap((line) =>
      line.trim() === '' ? [] : [`${mark}${escapeInline(line.trim())}${mark}`],
    )
    if (marked.length > 0) this.#blocks.push(marked.join(HARD_BREAK))
  }

  lines(lines: readonly string[]): void {
    if (lines.length > 0) this.#blocks.push(lines.map(escapeLine).join(HARD_BREAK))
  }

  list(items: readonly string[]): void {
    if (items.length > 0) this.#blocks.push(items.join('\n'))
  }

  toString(): string {
    return this.#blocks.length === 0 ? '' : `${this.#blocks.join('\n\n')}\n`
  }
}

const isBullet = ({ level }: Section): boolean => level === 'dash' || level === 'plus'

/** A bullet and all under it as items of a list; numbers within become text. */
function bulletItems(section: Section, depth: number): string[] {
  const paragraphs = [section.title, ...paragraphsOf(section.text)].filter((part) => part !== null)
  const label = isBullet(section) ? '' : labelOf(section)
  const [first = '', ...rest] = paragraphs
  const indent = '  '.repeat(depth)
  return [
    `${indent}- ${escapeLine(`${label} ${first}`)}`.trimEnd(),
    ...rest.flatMap((paragraph) => ['', `${indent}  ${escapeLine(paragraph)}`]),
    ...section.children.flatMap((child) => bulletItems(child, depth + 1)),
  ]
}

function addSections(blocks: Blocks, sections: readonly Section[], depth: number): void {
  let items: string[] = []
  const flush = (): void => {
    blocks.list(items)
    items = []
  }
  for (const section of sections) {
    if (isBullet(section)) {
      items.push(...bulletItems(section, 0))
      continue
    }
    flush()
    const { title, text, children } = section
    const label = labelOf(section)
    let paragraphs = paragraphsOf(text)
    if (title !== null && (paragraphs.length > 0 || children.length > 0)) {
      blocks.heading(depth, `${label} ${title}`)
    } else {
      const [first = '', ...rest] = title === null ? paragraphs : [title]
      blocks.paragraph(`${label} ${first}`)
      paragraphs = rest
    }
    for (const paragraph of paragraphs) blocks.paragraph(paragraph)
    addSections(blocks, children, depth + 1)
  }
  flush()
}

function longDate(date: string): string {
  const [year, month, day] = date.split('-')
  return [
    ...(day === undefined ? [] : [`ngày ${day}`]),
    ...(month === undefined ? [] : [`tháng ${month}`]),
    `năm ${year}`,
  ].join(' ')
}

function addHead(blocks: Blocks, plan: Plan): void {
  const { issuer, kind, title } = plan
  if (issuer !== null) {
    const names = [issuer.parent, issuer.name].filter((name) => name !== null)
    blocks.marked(
      '**',
      names.map((name) => name.toLocaleUpperCase('vi')),
    )
  }
  const code = codeOf(plan)
  if (code !== null) blocks.paragraph(`Số: ${code}`)
  const placeDate = [plan.place, plan.date === null ? null : longDate(plan.date)].filter(
    (part) => part !== null,
  )
  if (placeDate.length > 0) blocks.marked('*', [placeDate.join(', ')])
  if (plan.marks.length > 0) blocks.marked('**', plan.marks)
  if (kind !== null && kind !== 'Công văn') {
    blocks.heading(1, kind.toLocaleUpperCase('vi'))
    if (title !== null) blocks.marked('**', [title])
  } else if (title !== null) blocks.heading(1, kind === null ? title : `V/v ${title}`)
  if (plan.to.length === 1) blocks.paragraph(`Kính gửi: ${plan.to[0]}`)
  else if (plan.to.length > 1) {
    blocks.paragraph('Kính gửi:')
    blocks.list(plan.to.map((name) => `- ${escapeLine(name)}`))
  }
}

function addAppendix(blocks: Blocks, { num, kind, title, sections }: Appendix): void {
  const name = kind === null ? `Phụ lục ${num ?? ''}` : kind
  blocks.heading(2, name.trim().toLocaleUpperCase('vi'))
  if (title !== null) blocks.marked('**', [title])
  addSections(blocks, sections, 3)
}

/**
 * A clean copy of the document for reading, in CommonMark.
 *
 * @example toMarkdown(plan)
 */
export function toMarkdown(plan: Plan): string {
  const blocks = new Blocks()
  addHead(blocks, plan)
  for (const { text } of plan.bases) blocks.marked('*', [text])
  blocks.paragraph(plan.intro)
  addSections(blocks, plan.sections, 2)
  blocks.paragraph(plan.closing)
  const recipients = plan.recipients.map(recipientLine)
  if (plan.archive !== null) recipients.push(archiveLine(plan.archive))
  if (recipients.length > 0) {
    blocks.marked('**', ['Nơi nhận:'])
    blocks.list(recipients.map((line) => `- ${escapeLine(line)}`))
  }
  for (const signatory of plan.signatories) blocks.lines(signatureLines(signatory))
  for (const appendix of plan.appendices) addAppendix(blocks, appendix)
  return blocks.toString()
}
