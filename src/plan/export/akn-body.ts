/**
 * The section tree as elements of Akoma Ntoso 3.0, with stable identifiers, and citations as links.
 * Free layouts (A. I. 1. 1.1.) become `level`; Điều, khoản, điểm what the standard calls article, paragraph, point.
 */
import { stripMarks } from '../../unicode/strip-marks.ts'
import type { Reference, Section } from '../schema.ts'
import { labelOf } from './label.ts'
import { type Content, element, type Xml } from './xml.ts'

/** Element and prefix of its identifier (Akoma Ntoso Naming Convention 1.0 §5.3) by level. */
const ELEMENTS: Readonly<Record<Section['level'], readonly [name: string, prefix: string]>> = {
  part: ['part', 'part'],
  chapter: ['chapter', 'chp'],
  section: ['section', 'sec'],
  subsection: ['subsection', 'subsec'],
  article: ['article', 'art'],
  upper: ['level', 'level'],
  roman: ['level', 'level'],
  arabic: ['level', 'level'],
  decimal: ['level', 'level'],
  letter: ['point', 'point'],
  dash: ['indent', 'indent'],
  plus: ['indent', 'indent'],
  para: ['alinea', 'al'],
}

/** Within an article an arabic number is a khoản. */
const KHOAN = ['paragraph', 'para'] as const

/** Letters and digits without marks, in small letters, parted by hyphens: parts of identifiers and addresses. */
export function slug(text: string): string {
  return stripMarks(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Address of a work: `/akn/vn/doc/ke-hoach/2026-01-15/12-kh-ubnd`; what is unknown is left out. */
export function workAddress(kind: string | null, date: string | null, code: string | null): string {
  const parts = [slug(kind ?? ''), date, slug(code ?? '')].filter((part) => part !== null && part !== '')
  return ['/akn/vn/doc', ...parts].join('/')
}

/** Longest code that is looked for in running text. */
const CODE_LENGTH_MAX = 60
const CODE_CHARACTER = /[\p{L}\p{N}.&/-]/u

/** Identifiers that were given out; a second of the same name gets a number. */
export class Identifiers {
  readonly #given = new Map<string, number>()

  take(wanted: string): string {
    const count = (this.#given.get(wanted) ?? 0) + 1
    this.#given.set(wanted, count)
    return count === 1 ? wanted : this.take(`${wanted}-r${count}`)
  }

  /** The next of a numbered row: `ref_1`, `ref_2`. */
  next(name: string): string {
    const count = (this.#given.get(name) ?? 0) + 1
    this.#given.set(name, count)
    return this.take(`${name}_${count}`)
  }
}

/** Writes text with the codes of cited documents as links. */
export class Linker {
  readonly #addresses = new Map<string, string>()
  readonly #ids: Identifiers

  constructor(references: readonly Reference[], ids: Identifiers) {
    this.#ids = ids
    for (const { code, kind, date } of references) {
      if (code !== null) this.#addresses.set(code, workAddress(kind, date, code))
    }
  }

  /**
   * Text with links; codes are found by their stroke.
   *
   * @param parentId identifier of what holds the text
   */
  link(text: string, parentId: string): Content {
    const content: Content[] = []
    let done = 0
    for (let stroke = text.indexOf('/'); stroke >= 0; stroke = text.indexOf('/', stroke + 1)) {
      if (stroke < done) continue
      let start = stroke
      while (start > done && stroke - start < CODE_LENGTH_MAX && CODE_CHARACTER.test(text[start - 1]!))
        start--
      let end = stroke + 1
      while (end < text.length && end - stroke < CODE_LENGTH_MAX && CODE_CHARACTER.test(text[end]!)) end++
      while (end > stroke && /[.&/-]/.test(text[end - 1]!)) end--
      const code = text.slice(start, end)
      const href = this.#addresses.get(code)
      if (href === undefined) continue
      content.push(
        text.slice(done, start),
        element('ref', { eId: this.#ids.next(`${parentId}__ref`), href }, code),
      )
      done = end
    }
    content.push(text.slice(done))
    return content
  }
}

/** "II~2" → "II-r2", "1.2" → "1-2", "-3" → "3", "¶1" → "1", "dieu-5" → "5". */
function idNumber(id: string, num: string | null): string {
  const last = id.slice(id.lastIndexOf('/') + 1)
  const [name = '', repeat] = last.split('~')
  const number = num === null || num === '-' || num === '+' ? name.replace(/^\P{N}+/u, '') : num
  const clean = number.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  return `${clean === '' ? '1' : clean}${repeat === undefined ? '' : `-r${repeat}`}`
}

const paragraphs = (text: string | null, parentId: string, linker: Linker): Xml[] =>
  text === null ? [] : text.split('\n').map((line) => element('p', {}, linker.link(line, parentId)))

function sectionElement(
  section: Section,
  parentId: string | null,
  inArticle: boolean,
  linker: Linker,
  ids: Identifiers,
): Xml {
  const [name, prefix] = inArticle && section.level === 'arabic' ? KHOAN : ELEMENTS[section.level]
  const { title, text, children } = section
  const step = `${prefix}_${idNumber(section.id, section.num)}`
  const eId = ids.take(parentId === null ? step : `${parentId}__${step}`)
  const label = labelOf(section)
  const head = [
    label === '' ? null : element('num', {}, label),
    title === null ? null : element('heading', {}, linker.link(title, eId)),
  ]
  const own = paragraphs(text, eId, linker)
  if (children.length === 0) {
    const content = own.length === 0 ? [element('p', {})] : own
    return element(name, { eId }, head, element('content', { eId: ids.take(`${eId}__content`) }, content))
  }
  const within = inArticle || section.level === 'article'
  return element(
    name,
    { eId },
    head,
    own.length === 0 ? null : element('intro', { eId: ids.take(`${eId}__intro`) }, own),
    children.map((child) => sectionElement(child, eId, within, linker, ids)),
  )
}

/** `mainBody` of a document. */
export function mainBody(
  sections: readonly Section[],
  parentId: string | null,
  linker: Linker,
  ids: Identifiers,
): Xml {
  // The standard wants something in every body.
  const content =
    sections.length === 0
      ? element('p', {})
      : sections.map((section) => sectionElement(section, parentId, false, linker, ids))
  return element('mainBody', {}, content)
}
