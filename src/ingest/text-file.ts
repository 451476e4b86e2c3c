/** A text file as a document of one page. */
import { decodeText } from '../encoding/decode-text.ts'
import { conversionNotice } from '../encoding/notice.ts'
import { decode, invalidNotice } from './decode.ts'
import type { IngestedLine } from './document.ts'
import type { RawDocument, ReadContext } from './raw-document.ts'

/** Words of a line, wherever white space parts them. */
const WORD = /\S+/gu

/** Lines and words of a text that knows no places. */
export function linesOf(text: string): IngestedLine[] {
  const lines: IngestedLine[] = []
  let start = 0
  while (start < text.length) {
    const at = text.indexOf('\n', start)
    const end = at < 0 ? text.length : at
    const words = [...text.slice(start, end).matchAll(WORD)].map(({ 0: word, index }) => ({
      text: word,
      span: [start + index, start + index + word.length] as const,
      box: null,
      confidence: null,
    }))
    lines.push({ span: [start, end], box: null, words, furniture: null })
    start = end + 1
  }
  return lines
}

/** Reads a text file, whatever encoding it is in. */
export async function readTextFile(bytes: Uint8Array, context: ReadContext): Promise<RawDocument> {
  const decoded = decodeText(bytes, { model: context.options.model })
  const notice = conversionNotice(context.name, decoded)
  if (notice !== undefined) context.report({ code: 'ENCODING_CONVERTED', message: notice, page: null })
  else if (decoded.container !== '8-bit') {
    // What was converted is whole; else the text is in the encoding that its mark says, or in UTF-8.
    const plain = decode(bytes)
    if (plain.invalid > 0 && plain.encoding === decoded.container) {
      context.report({ code: 'INVALID_BYTES', message: invalidNotice(context.name, plain), page: null })
    }
  }
  const page = {
    number: 1,
    source: 'file' as const,
    raw: decoded.text,
    lines: linesOf(decoded.text),
    width: null,
    height: null,
    grade: null,
  }
  return { kind: 'text', encoding: decoded.encoding, pages: [page] }
}
