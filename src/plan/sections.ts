// The tree of items as the plan gives it: stable ids, levels, titles and texts, spans, oddities of numbering.
import { headingOf } from './headings.ts'
import type { Style } from './marks.ts'
import type { Item, Oddity } from './outline.ts'
import type { PlaceList } from './places.ts'
import type { Level, Section, Span } from './schema.ts'

/** A numbering that jumps, repeats or goes back. */
export interface NumberingFault {
  readonly code: Oddity
  readonly id: string
  readonly span: Span
}

const LEVELS: Record<Style, Level> = {
  part: 'part',
  chapter: 'chapter',
  section: 'section',
  subsection: 'subsection',
  article: 'article',
  upper: 'upper',
  roman: 'roman',
  arabic: 'arabic',
  paren: 'arabic',
  decimal2: 'decimal',
  decimal3: 'decimal',
  decimal4: 'decimal',
  letter: 'letter',
  dash: 'dash',
  dot: 'dash',
  star: 'dash',
  plus: 'plus',
}

/** What stands before the number in an id. */
const PREFIXES: Partial<Record<Style, string>> = {
  part: 'phan-',
  chapter: 'chuong-',
  section: 'muc-',
  subsection: 'tieu-muc-',
  article: 'dieu-',
}

/** The sections of a tree. Ids are unique; those of `taken` are not given again. */
export function sectionsOf(
  source: string,
  root: Item,
  places: PlaceList,
  faults: NumberingFault[],
  base = '',
  taken = new Map<string, number>(),
): Section[] {
  const out: Section[] = []
  if (root.paragraphs.length > 0) {
    root.paragraphs.forEach((paragraph, i) => {
      const item: Item = { reading: null, start: 0, paragraphs: [paragraph], children: [], oddity: null }
      out.push(sectionOf(item, base, i + 1, false))
    })
  }
  out.push(...childrenOf(root, base, false, root.paragraphs.length))
  return out

  function childrenOf(parent: Item, path: string, inArticle: boolean, paragraphs: number): Section[] {
    const counts = { dash: 0, plus: 0, para: paragraphs }
    return parent.children.map((item) => {
      const style = item.reading?.style
      const level = style === undefined ? 'para' : LEVELS[style]
      const ordinal = level === 'dash' || level === 'plus' || level === 'para' ? ++counts[level] : 0
      return sectionOf(item, path, ordinal, inArticle)
    })
  }

  function sectionOf(item: Item, path: string, ordinal: number, inArticle: boolean): Section {
    const id = unique(path === '' ? stepOf(item, ordinal) : `${path}/${stepOf(item, ordinal)}`)
    const { title, text } = headingOf(source, item, inArticle)
    const claimed = claim(item, `section:${id}`)
    const within = inArticle || item.reading?.style === 'article'
    const children = childrenOf(item, id, within, 0)
    const end = children.reduce((last, child) => Math.max(last, child.span[1]), claimed[1])
    const span: Span = [claimed[0], end]
    if (item.oddity !== null) faults.push({ code: item.oddity, id, span: claimed })
    const level = item.reading === null ? 'para' : LEVELS[item.reading.style]
    return { id, level, num: item.reading?.num ?? null, title, text, children, span }
  }

  function claim(item: Item, path: string): Span {
    let start = item.reading === null ? Number.POSITIVE_INFINITY : item.start
    let end = start === Number.POSITIVE_INFINITY ? 0 : start
    for (const paragraph of item.paragraphs) {
      for (const line of paragraph) {
        places.claim(path, line.start, line.end)
        if (line.start < start) start = line.start
        if (line.end > end) end = line.end
      }
    }
    return [start === Number.POSITIVE_INFINITY ? end : start, end]
  }

  function unique(id: string): string {
    const count = (taken.get(id) ?? 0) + 1
    taken.set(id, count)
    if (count === 1) return id
    const next = `${id}~${count}`
    if (taken.has(next)) return unique(id)
    taken.set(next, 1)
    return next
  }
}

function stepOf(item: Item, ordinal: number): string {
  const { reading } = item
  if (reading === null) return `¶${ordinal}`
  const level = LEVELS[reading.style]
  if (level === 'dash') return `-${ordinal}`
  if (level === 'plus') return `+${ordinal}`
  return (PREFIXES[reading.style] ?? '') + reading.num
}
