/** A document, read and repaired → one of the forms a result can have. */
import type { IngestedDocument } from '../ingest/document.ts'
import type { Model } from '../restore/model.ts'
import { toDocumentJson } from './document-json.ts'

/** A document and what is known of its file. */
export interface ReportInput {
  /** How the document is called. */
  readonly name: string
  /** Of its bytes, hexadecimal. */
  readonly sha256: string
  readonly document: IngestedDocument
  /** Its path or bytes, for pictures of its pages; they need the model, too. */
  readonly file?: string | Uint8Array
  readonly model?: Model
}

/** The text of a result file; JSON is one line. */
export async function renderDocument(format: 'text' | 'json' | 'html', input: ReportInput): Promise<string> {
  switch (format) {
    case 'text':
      return input.document.text
    case 'json':
      return `${JSON.stringify(toDocumentJson(input))}\n`
    case 'html':
      return (await import('./html.ts')).toHtml(input)
  }
}
