// What a person should look at in the build of a document: missing parts, holes, numbering, brackets never closed.
import type { Plan, Section, Span, Warning } from './schema.ts'
import type { NumberingFault } from './sections.ts'

/** What only the parser knows of the text. */
export interface StructureFacts {
  readonly national: boolean
  readonly kindInferred: boolean
  /** A number line is printed, blank or not. */
  readonly numberSpan: Span | null
  readonly dateSpan: Span | null
  readonly dateComplete: boolean
  readonly endMark: boolean
  readonly faults: readonly NumberingFault[]
  readonly trailingSpan: Span | null
}

type Draft = Omit<Plan, 'warnings' | 'places' | 'layout' | 'schema'>

const NUMBERING: Readonly<Record<NumberingFault['code'], (id: string) => string>> = {
  skipped: (id) => `Số thứ tự nhảy cách: mục ${id} không liền sau mục đứng trước nó.`,
  duplicate: (id) => `Số thứ tự lặp lại: mục ${id} trùng số với mục đứng trước nó.`,
  'out-of-order': (id) => `Số thứ tự lùi lại: mục ${id} nhỏ hơn mục đứng trước nó.`,
}

const MISSING: Readonly<Record<string, string>> = {
  kind: 'Không nhận ra đây là loại văn bản hành chính nào; văn bản được giữ nguyên như một bài viết.',
  number: 'Văn bản chưa có số.',
  date: 'Văn bản chưa có ngày, tháng, năm ban hành.',
  place: 'Văn bản chưa có địa danh.',
  header: 'Không thấy Quốc hiệu, Tiêu ngữ.',
  title: 'Không thấy trích yếu nội dung.',
  recipients: 'Không thấy nơi nhận.',
  archive: 'Nơi nhận không có dòng lưu văn bản.',
  signatory: 'Không thấy chữ ký.',
  'signatory.name': 'Không đọc được họ tên người ký.',
  'end-mark': 'Nội dung không kết thúc bằng dấu ./.',
}

/** The warnings of structure, in the order of the document. */
export function structureWarnings(plan: Draft, facts: StructureFacts): Warning[] {
  const out: Warning[] = []
  const add = (code: Warning['code'], subject: string, message: string, span: Span | null): void => {
    out.push({ code, subject, message, span })
  }
  const missing = (subject: string, span: Span | null = null): void =>
    add('missing', subject, MISSING[subject]!, span)
  if (plan.kind === null) {
    missing('kind')
  } else {
    if (!facts.national) missing('header')
    if (facts.kindInferred) {
      add('inferred', 'kind', `Văn bản không in tên loại; suy ra là ${plan.kind}.`, null)
    }
    if (plan.number === null) missing('number', facts.numberSpan)
    if (plan.date === null) missing('date', facts.dateSpan)
    else if (!facts.dateComplete) {
      add('incomplete', 'date', `Ngày ban hành còn thiếu phần: ${plan.date}.`, facts.dateSpan)
    }
    if (plan.place === null) missing('place')
    if (plan.title === null) missing('title')
    if (plan.issuer?.inferred === true) {
      add('inferred', 'issuer', `Tên cơ quan ban hành lấy từ nội dung: ${plan.issuer.name}.`, null)
    }
    if (!facts.endMark) missing('end-mark')
    if (plan.recipients.length === 0 && plan.archive === null) missing('recipients')
    else if (plan.archive === null) missing('archive')
    if (plan.signatories.length === 0) missing('signatory')
    else if (plan.signatories.some((one) => one.name === null)) {
      missing('signatory.name', plan.signatories.find((one) => one.name === null)?.span ?? null)
    }
  }
  for (const fault of facts.faults) add(fault.code, fault.id, NUMBERING[fault.code](fault.id), fault.span)
  for (const section of plan.sections) unbalanced(section, add)
  if (plan.trailing !== null) {
    const words = plan.trailing.split(/\s+/u, 6).join(' ')
    add('trailing', words, 'Còn chữ sau phần cuối của văn bản.', facts.trailingSpan)
  }
  return out
}

const PAIRS: readonly (readonly [string, string, string])[] = [
  ['(', ')', 'ngoặc đơn'],
  ['“', '”', 'ngoặc kép'],
]

function unbalanced(
  section: Section,
  add: (code: Warning['code'], subject: string, message: string, span: Span | null) => void,
): void {
  const text = `${section.title ?? ''}\n${section.text ?? ''}`
  for (const [open, close, name] of PAIRS) {
    if (text.includes(open) && lacksClose(text, open, close)) {
      add('unbalanced', section.id, `Dấu ${name} mở ở mục ${section.id} không được đóng.`, section.span)
    }
  }
  for (const child of section.children) unbalanced(child, add)
}

/** A straight quote closes a curly one too: OCR reads it so. */
function lacksClose(text: string, open: string, close: string): boolean {
  const opens = open.charCodeAt(0)
  const closes = close.charCodeAt(0)
  const straight = open === '“' ? 34 : closes
  let depth = 0
  for (let i = text.indexOf(open); i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === opens) depth++
    else if ((unit === closes || unit === straight) && depth > 0) depth--
  }
  return depth > 0
}
