// Heading or sentence: what of an item is its title and what its own text (rules of shared practice, NĐ 30 PL I II.6).
import { countWords, isCapitals } from './letters.ts'
import { joinLines, type Line, oneSpaced } from './lines.ts'
import type { Style } from './marks.ts'
import type { Item } from './outline.ts'

/** Title and own text of an item. */
export interface Heading {
  readonly title: string | null
  readonly text: string | null
}

/** A heading with nothing below it is short. */
const LEAF_WORDS_MAX = 40
/** A heading that ends in a colon is short too: longer ones are sentences that open a list. */
const COLON_WORDS_MAX = 40
/** With children and no full stop, even a long line is a heading. */
const PARENT_WORDS_MAX = 70
/** `Tên: câu` is cut at its colon when the name is no longer. */
const LABEL_WORDS_MAX = 8
/** A heading that somebody ended with a full stop. */
const DOTTED_WORDS_MAX = 8

const WORDED = new Set<Style>(['part', 'chapter', 'section', 'subsection'])
const BULLETED = new Set<Style>(['dash', 'plus', 'star', 'dot'])

/** Openers of sentences that hold a colon without being a label. */
const NO_LABEL =
  /^(?:Đối với|Giao|Đề nghị|Yêu cầu|Trong|Căn cứ|Các|Để|Theo|Về việc|Khi|Nếu|Trường hợp)(?![\p{L}])/u

/** Decides for one item. `inArticle`: khoản and điểm bear no titles by rule. */
export function headingOf(source: string, item: Item, inArticle: boolean): Heading {
  const [first = [], ...more] = item.paragraphs
  const own = joinLines(first)
  const style = item.reading?.style
  const rest = more.map((lines) => joinLines(lines)).filter((text) => text !== '')
  if (style === undefined || BULLETED.has(style)) return sentence(own, rest)
  if (WORDED.has(style)) {
    if (own !== '') return { title: bare(own), text: textOf(rest) }
    return rest.length === 0 ? sentence(own, rest) : { title: bare(rest[0]!), text: textOf(rest.slice(1)) }
  }
  if (own === '') return sentence(own, rest)
  const bold = boldHeading(source, first)
  if (bold !== null) return { title: bare(bold.title), text: textOf([bold.rest, ...rest]) }
  const parent = item.children.length > 0 || rest.length > 0
  if (isHeading(own, parent, style, inArticle)) return { title: bare(own), text: textOf(rest) }
  const label = inArticle || style === 'article' ? null : labelOf(own)
  if (label !== null) return { title: label.title, text: textOf([label.rest, ...rest]) }
  return sentence(own, rest)
}

function isHeading(own: string, parent: boolean, style: Style, inArticle: boolean): boolean {
  const words = countWords(own)
  if (isCapitals(own)) return words > 1 || own.length > 3
  const last = own.charAt(own.length - 1)
  if (last === ':') {
    return parent && !inArticle && style !== 'article' && words <= COLON_WORDS_MAX && !holdsSentence(own)
  }
  if (last === '.') return parent && words <= DOTTED_WORDS_MAX && !own.endsWith('./.') && !holdsSentence(own)
  if (last === ';' || last === ',' || last === '?' || last === '!' || last === '…') return false
  if (own.endsWith('./')) return false
  if (holdsSentence(own)) return false
  if (style === 'article') return parent || words <= LEAF_WORDS_MAX
  if (inArticle) return parent && words <= LEAF_WORDS_MAX
  return words <= (parent ? PARENT_WORDS_MAX : LEAF_WORDS_MAX)
}

const INNER_STOP = /[\p{Ll}\d)”"]{2}[.;:?!]\s+\p{Lu}/u

/** Whether a sentence ends within the text. */
function holdsSentence(text: string): boolean {
  if (!/[.;:?!]\s/.test(text)) return false
  return INNER_STOP.test(text)
}

function labelOf(own: string): { title: string; rest: string } | null {
  const colon = own.indexOf(':')
  if (colon < 2 || colon >= own.length - 2) return null
  if (own.charCodeAt(colon + 1) !== 32) return null
  const title = own.slice(0, colon).trim()
  if (countWords(title) > LABEL_WORDS_MAX || NO_LABEL.test(title) || /[.;]\s/.test(title)) return null
  return { title, rest: own.slice(colon + 1).trim() }
}

/** `2.1. Tên **Đẩy mạnh** …` and `**1. Tên** …`: a bold run ends or is the heading. */
function boldHeading(source: string, lines: readonly Line[]): { title: string; rest: string } | null {
  const line = lines[0]!
  const raw = source.slice(line.start, line.end)
  const at = raw.indexOf('**')
  if (at < 0) return null
  const end = raw.indexOf('**', at + 2)
  if (end < 0) return null
  const own = joinLines(lines)
  const before = oneSpaced(raw.slice(0, at)).trim()
  const bold = oneSpaced(raw.slice(at + 2, end)).trim()
  // The mark was cut off the line's text: what is before the bold run in it is what is left of `before`.
  const cut = before === '' ? own.indexOf(bold.slice(-8)) + Math.min(8, bold.length) : own.indexOf(bold)
  if (cut <= 0 || cut >= own.length) return null
  const title = own.slice(0, cut).trim()
  const rest = own.slice(cut).trim()
  return title === '' || rest === '' || !/^[\p{Lu}\d:]/u.test(rest) || countWords(title) > LEAF_WORDS_MAX
    ? null
    : { title, rest: rest.replace(/^:\s*/, '') }
}

/** A title without its colon and the stop somebody set. */
function bare(title: string): string {
  return title.replace(/[\s.:;]+$/, '').replace(/^[\s.:;–-]+/u, '')
}

function sentence(own: string, rest: readonly string[]): Heading {
  return { title: null, text: textOf(own === '' ? rest : [own, ...rest]) }
}

function textOf(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join('\n')
}
