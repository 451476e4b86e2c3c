// Kind and title (tên loại, trích yếu; NĐ 30/2020 Đ.8 k.2đ): `KẾ HOẠCH` alone on its line, then the lines of the title.
import { fold } from '../unicode/fold.ts'
import { DOC_KIND_NAMES, type DocKind, kindOfName } from './document-kinds.ts'
import { isBodyName } from './head-issuer.ts'
import { endsSentence, isCapitals, leansOn, startsLower } from './letters.ts'
import { type Line, oneSpaced } from './lines.ts'
import { markOf } from './marks.ts'

/** A line that names the kind. */
export interface KindLine {
  readonly kind: DocKind
  /** What of the title stands on the same line; '' when nothing does. */
  readonly rest: string
}

const KIND_WORDS_MAX = 4
const TITLE_LINES_MAX = 12

/** Kinds by name without marks: OCR loses them in capitals. */
const BY_KEY = new Map<string, DocKind>(
  DOC_KIND_NAMES.map((name): [string, DocKind] => [fold(name), name]).filter(
    ([key], _, all) => all.filter(([other]) => other === key).length === 1,
  ),
)

/** The kind a line in capitals begins with; null for other lines. */
export function kindLineOf(line: Line): KindLine | null {
  const text = oneSpaced(line.text).replace(/^[#\s"“]+|["”\s]+$/gu, '')
  if (text.length < 4 || text.length > 400) return null
  const whole = text.length < 40 ? (kindOfName(text) ?? BY_KEY.get(fold(text))) : null
  if (whole != null) return isCapitals(text) ? { kind: whole, rest: '' } : null
  const noisy = text.length < 40 ? noisyKind(text) : null
  if (noisy !== null) return { kind: noisy, rest: '' }
  const words = text.split(' ')
  for (let count = Math.min(KIND_WORDS_MAX, words.length); count > 0; count--) {
    const name = words.slice(0, count).join(' ')
    if (!isCapitals(name)) continue
    const kind = kindOfName(name)
    if (kind !== null) return { kind, rest: words.slice(count).join(' ') }
  }
  return null
}

/** A kind among specks that OCR read as letters: `| _. TỜ TRÌNH Ì`. */
function noisyKind(text: string): DocKind | null {
  if (!isCapitals(text)) return null
  const bare = text.replace(/^(?:\P{L}+|\p{L}\s+)+/u, '').replace(/(?:\P{L}+|\s\p{L})+$/u, '')
  if (bare.length < 6) return null
  return kindOfName(bare) ?? BY_KEY.get(fold(bare)) ?? nearlyNamed(fold(bare))
}

/** `THÔNG TIN` is no misread thông tri. */
const INFORMATION = 'thong tin'

/** The kind whose name lost or changed one letter: `Ế HOẠCH`. */
function nearlyNamed(key: string): DocKind | null {
  if (key === INFORMATION) return null
  for (const [name, kind] of BY_KEY) {
    if (name.length < 6 || Math.abs(name.length - key.length) > 1 || !name.includes(' ')) continue
    let start = 0
    while (start < key.length && key[start] === name[start]) start++
    let end = 0
    const longest = Math.min(key.length, name.length) - start
    while (end < longest && key[key.length - 1 - end] === name[name.length - 1 - end]) end++
    if (Math.max(key.length, name.length) - start - end <= 1) return kind
  }
  return null
}

/** First words of a căn cứ or of the body: a title ends before them. */
const BODY_OPENERS =
  /^-?\s*(?:Căn cứ|Thực hiện|Theo (?:đề nghị|quy định|Quyết|Nghị|Kế|tinh thần|yêu cầu)|Xét|Thi hành|Tiếp theo|Trên cơ sở|Để|Nhằm|Sau khi|Ngày \d|Trong|Hôm nay|Triển khai (?:Nghị quyết|Quyết định|Kế hoạch|Công văn|Chỉ thị|thực hiện (?:Nghị|Quyết|Kế)))(?![\p{L}])/u
/** What begins no line of a title, wherever the line above was broken. */
const SURE_OPENERS =
  /^(?:Căn cứ|Xét đề nghị|Xét Tờ trình|Ngày \d{1,2}(?:\s?[/.-]| tháng)|Hôm nay|Sau khi|Trên cơ sở)(?![\p{L}])/u
const ATTACHED = /^\(\s*(?:Ban hành |Kèm |Đính )?(?:kèm )?theo(?![\p{L}])/iu

/** How many of the lines from an index on are the title. */
export function titleLength(lines: readonly Line[], from: number): number {
  let length = 0
  while (length < TITLE_LINES_MAX && from + length < lines.length) {
    const line = lines[from + length]!
    const above = length > 0 ? lines[from + length - 1]! : null
    if (endsTitle(line, above, lines[from]!)) break
    length++
  }
  return length
}

function endsTitle(line: Line, above: Line | null, first: Line): boolean {
  const { text } = line
  const mark = markOf(text)
  if (/^k[ií]nh\s?g[uửữưử]+i/iu.test(text) || ATTACHED.test(text) || /điện:\s*$/u.test(text)) return true
  if (above === null) {
    if (isFalseStart(text)) return true
    return mark !== null && mark.readings[0]!.style !== 'dash'
  }
  if (SURE_OPENERS.test(text) || isIncomingStamp(text)) return true
  const leaning = leansOn(above.text) || /[,;]$/u.test(above.text)
  if (mark !== null && !leaning) return true
  if (isEnacting(text)) return true
  if (BODY_OPENERS.test(text) && (!leaning || line.gap > 0)) return true
  const capitals = isCapitals(first.text)
  if (isCapitals(text) && isBodyName(text) && (line.gap > 0 || !capitals)) return true
  // Below a title in small letters, capitals are a stamp or the office that decides.
  if (!capitals && !leaning && isCapitals(text) && text.split(' ').length > 2) return true
  if (capitals && !isCapitals(text)) return !leaning || line.gap > 0
  if (capitals) return line.gap > 0 && !leaning
  if (line.gap > 0 || line.broken) return !(startsLower(text) || leaning)
  if (endsSentence(above.text) && !startsLower(text) && !above.text.endsWith(':')) return true
  return text.length > 130 && !startsLower(text) && !leaning
}

/** The stamp of the office that received it (dấu đến, NĐ 30 PL IV): `ĐẾN`, `Chuyển: ……`. */
function isIncomingStamp(text: string): boolean {
  return (
    text.length < 40 && /^\P{L}{0,3}(?:(?:CV\s)?Đ[ÉEÊẾỀ]N\P{L}{0,6}$|Chuy[eêểếề]n\s?[:.]\s?[.…_])/u.test(text)
  )
}

/** The first line under the kind is the title whatever it begins with, but for a căn cứ that says what it cites. */
function isFalseStart(text: string): boolean {
  return /^(?:Căn cứ|Kính gửi|Xét đề nghị|Theo đề nghị)(?![\p{L}])/u.test(text) || isEnacting(text)
}

/** `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:` on a line of its own. */
export function isEnacting(text: string): boolean {
  return /^(?:QUY[EẾ]T\s+[ĐD][IỊ]NH|QUY[EẾ]T\s+NGH[IỊ]|NGH[IỊ]\s+QUY[EẾ]T|CH[IỈ]\s+TH[IỊ])\s*:\s*$/u.test(
    text,
  )
}

/** Capitals of a stamp that runs into the first line of a title are no longer than this. */
const STAMP_MAX = 60

/** `TRUNG TÂM CÔNG BÁO Về việc …`: a stamp beside the title, read with it. */
function withoutStamp(title: string): string {
  const at = title.search(/\sVề việc\s/u)
  if (at <= 0 || at > STAMP_MAX) return title
  const letters = title.slice(0, at).replace(/\P{L}/gu, '')
  return letters.replace(/\P{Lu}/gu, '').length >= 0.8 * letters.length ? title.slice(at + 1) : title
}

/** A title without quotes around it and without `V/v`, `Về việc` in front. */
export function bareTitle(title: string): string {
  let text = withoutStamp(title)
    .replace(/^[\s*_"“#:–-]+/u, '')
    .replace(/[\s*_]+$/u, '')
  text = text.replace(/^(?:v\s?\/\s?v[\s:.]+|v\.v[\s:.]+|về\s*việc[\s:.]+|về[\s:.]+)/iu, '')
  if (/^[^“"]*["”]$/u.test(text)) text = text.slice(0, -1)
  // What is left of a closing quote that OCR took for another sign.
  if (/^[^”]*“[^”]*\?$/u.test(text)) text = `${text.slice(0, -1)}”`
  return text.replace(/[\s.;\\|]+$/u, '').trim()
}
