// Between head and body: the legal bases (căn cứ), each by itself, and the enacting sentence, glued or on its own.

import { issuerInSentence } from './head-issuer.ts'
import { isEnacting } from './head-title.ts'
import { leansOn } from './letters.ts'
import { joinLines, type Line, linesFrom, linesUpTo, offsetIn } from './lines.ts'
import type { Paragraph } from './outline.ts'
import type { PlaceList } from './places.ts'
import type { Span } from './schema.ts'

/** A căn cứ; what it cites is found later. */
export interface RawBasis {
  readonly verb: string
  readonly text: string
  readonly span: Span
}

/** Bases, enacting sentence, and paragraphs that are neither. */
export interface Preamble {
  readonly bases: readonly RawBasis[]
  readonly intro: string | null
  readonly introSpan: Span | null
  readonly rest: readonly Paragraph[]
  /** The issuer as the enacting sentence names it. */
  readonly issuer: string | null
}

/** Openers of a căn cứ (NĐ 30 PL I mục II.6 and use), longest first. */
const VERB =
  /^[-–•+]?\s*(Căn cứ|Thực hiện|Theo đề nghị của|Theo đề nghị|Theo|Xét đề nghị của|Xét đề nghị|Xét|Thi hành|Tiếp theo|Triển khai|Trên cơ sở|Sau khi|Chấp hành|Thừa ủy quyền|Thực hiện theo)(?![\p{L}])/u
/** A new sentence within: text of a report, no căn cứ. */
const NEW_SENTENCE = /[\p{Ll}\d)”"]{2}\.\s+\p{Lu}/u
const ENACTS_LIST = /(?:như sau|sau đây|sau|dưới đây|gồm|cụ thể|yêu cầu|nội dung|sau đó|là)\s*:\s*$/u
/** Where the enacting sentence begins behind a căn cứ in one paragraph. */
const GLUED =
  /[;,.]\s+(?=(?:Ủy ban|Uỷ ban|UBND|Hội đồng nhân dân|HĐND|Sở|Bộ|Ban|Cục|Chi cục|Phòng|Văn phòng|Trung tâm|Trường|Công an|Tỉnh ủy|Thành ủy|Đảng ủy|Thủ tướng|Chính phủ|Chủ tịch|Phó Chủ tịch|Giám đốc|Thường trực|Trưởng|Bảo hiểm|Liên đoàn|Hội|Đoàn|Viện|Thanh tra|Ngân hàng|Công ty|Thuế)(?![\p{L}]))/gu

/** Reads the paragraphs before the first item. `numbered`: items follow, so that all before them opens the body. */
export function readPreamble(
  text: string,
  printed: readonly Paragraph[],
  numbered: boolean,
  places: PlaceList,
): Preamble {
  const paragraphs = parted(text, printed)
  const bases: RawBasis[] = []
  const intro: Line[][] = []
  const rest: Paragraph[] = []
  let issuer: string | null = null
  const lastIntro = lastIntroIndex(paragraphs, numbered)
  paragraphs.forEach((paragraph, i) => {
    const joined = joinLines(paragraph)
    // Names of bodies and brackets may stand between title and bases.
    const verb = intro.every((lines) => joinLines(lines).length < 120) ? VERB.exec(joined) : null
    const introduces = i <= lastIntro
    if (verb !== null && (introduces || !NEW_SENTENCE.test(joined))) {
      const at = enactsAt(text, paragraph, joined)
      const basis = at < 0 ? paragraph : linesUpTo(text, paragraph, at)
      const head = joinLines(basis)
      if (isBasis(head, at >= 0, joined, paragraphs[i + 1])) {
        addBasis(basis, verb[1]!, head)
        if (at < 0) return
        const enacting = linesFrom(text, paragraph, at)
        issuer ??= issuerInSentence(joinLines(enacting))
        intro.push(enacting)
        return
      }
    }
    if (!introduces) {
      rest.push(paragraph)
      return
    }
    issuer ??= issuerInSentence(joined)
    intro.push([...paragraph])
  })
  const sentence = intro.map((lines) => joinLines(lines)).filter((part) => part !== '')
  for (const line of intro.flat()) places.claim('intro', line.start, line.end)
  const flat = intro.flat()
  return {
    bases,
    intro: sentence.length === 0 ? null : sentence.join('\n'),
    introSpan: flat.length === 0 ? null : [flat[0]!.start, flat[flat.length - 1]!.end],
    rest,
    issuer,
  }

  function addBasis(lines: readonly Line[], verb: string, joined: string): void {
    const path = `bases.${bases.length}`
    for (const line of lines) places.claim(path, line.start, line.end)
    bases.push({
      verb,
      text: joined.replace(/^[-–•+]\s*/u, '').replace(/[\s;,.:]+$/u, ''),
      span: [lines[0]!.start, lines[lines.length - 1]!.end],
    })
  }
}

/** The paragraph that ends the preamble: the last that announces what follows, or all when items follow. */
function lastIntroIndex(paragraphs: readonly Paragraph[], numbered: boolean): number {
  if (numbered) return paragraphs.length - 1
  for (let i = 0; i < paragraphs.length && i < 12; i++) {
    const joined = joinLines(paragraphs[i]!)
    if (isEnacting(joined) || ENACTS_LIST.test(joined)) return i
  }
  return -1
}

function isBasis(head: string, glued: boolean, joined: string, next: Paragraph | undefined): boolean {
  if (NEW_SENTENCE.test(head)) return false
  if (glued) return true
  // A căn cứ ends; the sentence that opens the body with the same word announces.
  if (joined.endsWith(':')) return false
  return next !== undefined || /[;,]$/u.test(joined)
}

/** Where the enacting sentence begins within a paragraph that opens with a căn cứ; -1 when it does not. */
function gluedAt(joined: string): number {
  if (!joined.endsWith(':')) return -1
  let stop = -1
  let comma = -1
  let bare = -1
  for (const match of joined.matchAll(GLUED)) {
    const from = match.index + match[0].length
    const enacts = issuerInSentence(joined.slice(from)) !== null || hasOpinion(joined.slice(from))
    if (match[0].startsWith(',')) {
      if (enacts && comma < 0) comma = from
    } else if (enacts) stop = from
    else bare = from
  }
  return stop >= 0 ? stop : comma >= 0 ? comma : bare
}

/** Where in the text the enacting sentence begins within a paragraph: behind a mark, or on a line of its own; -1 when nowhere. */
function enactsAt(text: string, paragraph: Paragraph, joined: string): number {
  const cut = gluedAt(joined)
  if (cut >= 0) return offsetIn(text, paragraph, joined, cut)
  if (!joined.endsWith(':')) return -1
  for (let k = 1; k < paragraph.length; k++) {
    if (leansOn(paragraph[k - 1]!.text)) continue
    if (issuerInSentence(joinLines(paragraph.slice(k))) !== null) return paragraph[k]!.start
  }
  return -1
}

/** Where another căn cứ, or `QUYẾT ĐỊNH:`, begins within one paragraph. */
const NEXT_BASIS =
  /[;.,]\s+(?=(?:Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện)(?![\p{L}])|(?:QUYẾT ĐỊNH|QUYẾT NGHỊ)\s*:$)/gu

/** Paragraphs that hold several căn cứ as one each. */
function parted(text: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.flatMap((paragraph) => {
    const joined = joinLines(paragraph)
    if (!VERB.test(joined)) return [paragraph]
    const parts: Paragraph[] = []
    let rest: Line[] = paragraph
    for (const match of joined.matchAll(NEXT_BASIS)) {
      const at = offsetIn(text, paragraph, joined, match.index + match[0].length)
      parts.push(linesUpTo(text, rest, at))
      rest = linesFrom(text, rest, at)
    }
    parts.push(rest)
    return parts
  })
}

const hasOpinion = (sentence: string): boolean =>
  /^[^,;.]{3,90}\s(?:có ý kiến|yêu cầu|chỉ đạo|đề nghị|kết luận|xây dựng|ban hành|báo cáo|thông báo)(?![\p{L}])/u.test(
    sentence,
  )
