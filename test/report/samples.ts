// Documents for the tests of reports: pages with repairs, suggestions and doubts, made by hand.

import type { IngestedDocument, IngestedPage } from '../../src/ingest/document.ts'
import type { Edit } from '../../src/restore/edit.ts'
import type { ReviewItem } from '../../src/restore/review.ts'

/** An edit of the first occurrence of a word. */
export function edit(raw: string, original: string, replacement: string, more: Partial<Edit> = {}): Edit {
  const start = raw.indexOf(original)
  const confidence = more.confidence ?? 0.99
  return {
    span: [start, start + original.length],
    original,
    replacement,
    reason: 'marks',
    confidence,
    applicability: confidence >= 0.95 ? 'certain' : 'likely',
    alternatives: [],
    ...more,
  }
}

/** A doubt about the first occurrence of a word. */
export function doubt(
  raw: string,
  original: string,
  text: string,
  more: Partial<ReviewItem> = {},
): ReviewItem {
  const start = raw.indexOf(original)
  return { span: [start, start + original.length], kind: 'word', text, confidence: 0.5, ...more }
}

/** A page with its repairs applied. */
export function page(
  raw: string,
  edits: readonly Edit[] = [],
  review: readonly ReviewItem[] = [],
  suggestions: readonly Edit[] = [],
  number = 1,
): IngestedPage {
  let text = ''
  let done = 0
  for (const { span, replacement } of edits) {
    text += raw.slice(done, span[0]) + replacement
    done = span[1]
  }
  text += raw.slice(done)
  const words = edits.map(({ span, original, replacement, confidence }) => ({
    span,
    original,
    text: replacement,
    confidence,
  }))
  return {
    number,
    source: 'file',
    raw,
    text,
    repair: { text, words, edits, suggestions, review, source: 'eng' },
    lines: [],
    width: null,
    height: null,
    grade: null,
  }
}

export function document(...pages: IngestedPage[]): IngestedDocument {
  return {
    kind: 'text',
    encoding: 'utf-8',
    pages,
    text: pages.map(({ text }) => text).join('\f'),
    problems: [],
  }
}

const FIRST = 'UBND xa Nam Sach\nKe hoach truyén thong\nNguoi ky: Tran Van Binh\n'
const SECOND = 'Trang hai: sé 57-NQ/TW <b>&\n'

/** Two pages with something of everything. */
export const SAMPLE: IngestedDocument = document(
  page(
    FIRST,
    [
      edit(FIRST, 'xa', 'xã'),
      edit(FIRST, 'Sach', 'Sách', { confidence: 0.8, alternatives: [{ text: 'Sạch', confidence: 0.1 }] }),
      edit(FIRST, 'truyén', 'truyền', { reason: 'letters' }),
    ],
    [
      doubt(FIRST, 'Sach', 'Sách', { kind: 'name', confidence: 0.8 }),
      doubt(FIRST, 'Binh', 'Binh', { kind: 'name', confidence: 0.3 }),
    ],
    [edit(FIRST, 'thong', 'thông', { confidence: 0.4, applicability: 'suggestion' })],
  ),
  page(SECOND, [edit(SECOND, 'sé', 'số', { reason: 'letters' })], [], [], 2),
)
