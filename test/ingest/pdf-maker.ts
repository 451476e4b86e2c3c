// PDF files written by hand: as many objects as a test needs, and nothing else.

/** A page: its content stream (Latin-1), and a JPEG that it may draw as /Im. */
export interface PdfPageSpec {
  readonly content: string
  readonly jpeg?: { readonly bytes: Uint8Array; readonly width: number; readonly height: number }
}

export interface PdfSpec {
  readonly pages: readonly PdfPageSpec[]
  /** Base fonts by their names in content streams; default: Helvetica as /F1. */
  readonly fonts?: Readonly<Record<string, string>>
  /** Encoding of the fonts; default: that of Windows. */
  readonly encoding?: string
  /** Locks the file with a password nobody has. */
  readonly locked?: boolean
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** The file. */
export function makePdf({
  pages,
  fonts = { F1: 'Helvetica' },
  encoding = '/WinAnsiEncoding',
  locked = false,
}: PdfSpec): Uint8Array {
  const chunks: Uint8Array[] = []
  const offsets: number[] = []
  let length = 0
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? latin1(part) : part
    chunks.push(bytes)
    length += bytes.length
  }
  const object = (body: string, stream?: Uint8Array): number => {
    offsets.push(length)
    add(`${offsets.length} 0 obj\n${body}\n`)
    if (stream !== undefined) {
      add('stream\n')
      add(stream)
      add('\nendstream\n')
    }
    add('endobj\n')
    return offsets.length
  }
  add('%PDF-1.4\n')
  // Objects: 1 catalogue, 2 pages; known before they are written.
  const names = Object.entries(fonts)
  const firstFont = 3
  const pageIds: number[] = []
  let next = firstFont + names.length
  for (const { jpeg } of pages) {
    pageIds.push(next)
    next += jpeg === undefined ? 2 : 3
  }
  object('<< /Type /Catalog /Pages 2 0 R >>')
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`)
  for (const [, font] of names) {
    object(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding ${encoding} >>`)
  }
  const fontList = names.map(([name], i) => `/${name} ${firstFont + i} 0 R`).join(' ')
  for (const [i, { content, jpeg }] of pages.entries()) {
    const id = pageIds[i]!
    const images = jpeg === undefined ? '' : `/XObject << /Im ${id + 2} 0 R >>`
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${id + 1} 0 R /Resources << /Font << ${fontList} >> ${images} >> >>`,
    )
    const stream = latin1(content)
    object(`<< /Length ${stream.length} >>`, stream)
    if (jpeg !== undefined) {
      object(
        `<< /Type /XObject /Subtype /Image /Width ${jpeg.width} /Height ${jpeg.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.bytes.length} >>`,
        jpeg.bytes,
      )
    }
  }
  let trailer = ''
  if (locked) {
    const secret = '41'.repeat(32)
    const id = object(`<< /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >>`)
    trailer = `/Encrypt ${id} 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`
  }
  const table = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  add(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows.join('')}`)
  add(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`)
  const file = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    file.set(chunk, at)
    at += chunk.length
  }
  return file
}

/** A content stream that prints texts at places in points from the bottom left; parentheses must not occur. */
export function textAt(
  ...lines: readonly (readonly [x: number, y: number, text: string, font?: string, size?: number])[]
): string {
  return lines
    .map(([x, y, text, font = 'F1', size = 12]) => `BT /${font} ${size} Tf ${x} ${y} Td (${text}) Tj ET`)
    .join('\n')
}
