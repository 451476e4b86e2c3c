/**
 * The JSON of a repaired document. Pages are laid end to end, parted by form feeds, so that one kind of offset serves
 * for text files and for PDFs.
 */
import type { IngestedDocument, IngestedPage } from '../ingest/document.ts'
import type { Edit } from '../restore/edit.ts'
import type { RepairedWord } from '../restore/repair.ts'
import type { ReviewItem } from '../restore/review.ts'

/** Version of the object; raised when a field changes its meaning or goes. */
export const DOCUMENT_SCHEMA_VERSION = 1

type Span = readonly [start: number, end: number]

/** One page of {@link DocumentJson}. */
export interface PageJson {
  readonly number: number
  readonly source: IngestedPage['source']
  /** In `original`. */
  readonly span: Span
  /** In `text`. */
  readonly textSpan: Span
  readonly grade: IngestedPage['grade']
}

/** A repaired document. Spans are half-open UTF-16 offsets into `original`, those of `textSpan` into `text`. */
export interface DocumentJson {
  readonly schemaVersion: number
  readonly file: string
  readonly sha256: string
  readonly kind: IngestedDocument['kind']
  readonly encoding: string | null
  /** Repaired. */
  readonly text: string
  /** As it was read. */
  readonly original: string
  readonly words: readonly RepairedWord[]
  readonly edits: readonly Edit[]
  readonly suggestions: readonly Edit[]
  readonly review: readonly ReviewItem[]
  readonly pages: readonly PageJson[]
  readonly problems: IngestedDocument['problems']
}

/** Puts the pages of a document into one object. */
export function toDocumentJson({
  name,
  sha256,
  document,
}: {
  readonly name: string
  readonly sha256: string
  readonly document: IngestedDocument
}): DocumentJson {
  const words: RepairedWord[] = []
  const edits: Edit[] = []
  const suggestions: Edit[] = []
  const review: ReviewItem[] = []
  const pages: PageJson[] = []
  let at = 0
  let textAt = 0
  for (const { number, source, raw, text, repair, grade } of document.pages) {
    const move = <T extends { readonly span: Span }>(item: T): T => ({
      ...item,
      span: [item.span[0] + at, item.span[1] + at],
    })
    if (repair !== null) {
      for (const word of repair.words) words.push(move(word))
      for (const edit of repair.edits) edits.push(move(edit))
      for (const edit of repair.suggestions) suggestions.push(move(edit))
      for (const item of repair.review) review.push(move(item))
    }
    pages.push({
      number,
      source,
      span: [at, at + raw.length],
      textSpan: [textAt, textAt + text.length],
      grade,
    })
    at += raw.length + 1
    textAt += text.length + 1
  }
  return {
    schemaVersion: DOCUMENT_SCHEMA_VERSION,
    file: name,
    sha256,
    kind: document.kind,
    encoding: document.encoding,
    text: document.text,
    original: document.pages.map(({ raw }) => raw).join('\f'),
    words,
    edits,
    suggestions,
    review,
    pages,
    problems: document.problems,
  }
}
