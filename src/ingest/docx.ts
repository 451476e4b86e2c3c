/** The one file that knows mammoth: Word documents (.docx), paragraph by paragraph, tables row by row. */
import { decodeRuns } from '../encoding/decode-text.ts'
import { conversionNotice } from '../encoding/notice.ts'
import { VanbanError } from '../errors.ts'
import { DocxNumbering } from './docx-numbering.ts'
import type { RawDocument, ReadContext } from './raw-document.ts'
import { isSymbolFont, signsOf } from './symbol-fonts.ts'
import { linesOf } from './text-file.ts'
import { openZip, type ZipArchive, ZipError } from './zip.ts'

/** A node of mammoth's tree; only what is read here. */
interface Node {
  readonly type: string
  readonly children?: readonly Node[]
  readonly value?: string
  readonly font?: string | null
  readonly checked?: boolean
  readonly breakType?: string
  readonly noteType?: string
  readonly noteId?: string
  readonly body?: readonly Node[]
  readonly isAllCaps?: boolean
}

interface DocumentNode extends Node {
  readonly notes: { resolve(reference: Node): Node | null }
}

/** A stretch of letters in one font. */
interface Piece {
  readonly text: string
  readonly font: string | undefined
  /** Shown in capitals, whatever was typed. */
  readonly capitals?: boolean
}

const DOCUMENT = 'word/document.xml'
const NUMBERING = 'word/numbering.xml'
const STYLES = 'word/styles.xml'
/** Shown at line ends only. */
const SOFT_HYPHEN = '\u00ad'
/** Between cells of a row, as between columns of a page. */
const CELL_GAP = '   '

/**
 * Reads a Word document.
 *
 * @throws VanbanError `INPUT_DAMAGED`, `INPUT_ENCRYPTED`, `LIMIT_EXCEEDED`
 */
export async function readDocx(bytes: Uint8Array, context: ReadContext): Promise<RawDocument> {
  const tree = await readTree(bytes, context)
  const pieces: Piece[] = []
  const notes: Node[] = []
  for (const block of tree.children ?? []) addBlock(block, tree, pieces, notes)
  for (const note of notes) for (const block of note.body ?? []) addBlock(block, tree, pieces, [])
  const decoded = decodeRuns(pieces, { model: context.options.model })
  const shown = decoded.texts.map((text, i) => (pieces[i]?.capitals === true ? text.toUpperCase() : text))
  const raw = shown.join('').replaceAll(SOFT_HYPHEN, '').replace(/\n+$/u, '')
  const notice = conversionNotice(context.name, decoded)
  if (notice !== undefined) context.report({ code: 'ENCODING_CONVERTED', message: notice, page: null })
  const page = {
    number: 1,
    source: 'file' as const,
    raw,
    lines: linesOf(raw),
    width: null,
    height: null,
    grade: null,
  }
  return { kind: 'docx', encoding: decoded.encoding, pages: [page] }
}

async function readTree(bytes: Uint8Array, context: ReadContext): Promise<DocumentNode> {
  const { default: mammoth } = await import('mammoth')
  let tree: DocumentNode | undefined
  try {
    const file = numberedArchive(openZip(bytes, context.limits.mebibytesPerPage * 2 ** 20))
    // mammoth takes an open archive, though its types do not say so: sizes are limited there, and numbers put in.
    await mammoth.convertToHtml(
      { file } as never,
      {
        transformDocument: (document: DocumentNode) => {
          tree = document
          return { ...document, children: [] }
        },
      } as never,
    )
  } catch (cause) {
    throw docxError(cause, context)
  }
  return tree as DocumentNode
}

/** The archive as mammoth asks for it, with the numbers of lists in the text. */
function numberedArchive(archive: ZipArchive): object {
  const text = (name: string): string =>
    archive.has(name) ? new TextDecoder().decode(archive.read(name)) : ''
  let numbered: string | undefined
  const content = (name: string): Uint8Array => {
    if (name !== DOCUMENT || !archive.has(NUMBERING)) return archive.read(name)
    numbered ??= new DocxNumbering(text(NUMBERING), text(STYLES)).insertInto(text(DOCUMENT))
    return new TextEncoder().encode(numbered)
  }
  return {
    exists: archive.has,
    read: async (name: string, encoding?: string) => {
      const bytes = content(name)
      if (encoding === undefined) return bytes
      return encoding === 'base64'
        ? Buffer.from(bytes).toString('base64')
        : new TextDecoder(encoding).decode(bytes)
    },
  }
}

function docxError(cause: unknown, { name, place }: ReadContext): VanbanError {
  const fault = cause instanceof ZipError ? cause.fault : 'damaged'
  const reason = cause instanceof Error ? cause.message : String(cause)
  if (fault === 'encrypted') {
    const message = `${name} is a Word document that is locked with a password: open it and save it without one.`
    return new VanbanError('INPUT_ENCRYPTED', 'ingest', message, { ...place, cause })
  }
  if (fault === 'too-large') {
    const message = `${name} is a Word document that is too large (${reason}): split it, or raise the limit of mebibytesPerPage.`
    return new VanbanError('LIMIT_EXCEEDED', 'ingest', message, { ...place, cause })
  }
  const message = `${name} is a Word document that is damaged (${reason.replace(/\.$/, '')}): get a new copy, or open it in an Office program and save it again.`
  return new VanbanError('INPUT_DAMAGED', 'ingest', message, { ...place, cause })
}

/** A paragraph as a line, a table as a line for each row. */
function addBlock(block: Node, tree: DocumentNode, pieces: Piece[], notes: Node[]): void {
  if (block.type === 'table') {
    for (const row of block.children ?? []) addRow(row, tree, pieces, notes)
  } else if (block.type === 'paragraph') {
    addInline(block, undefined, false, tree, pieces, notes)
    pieces.push({ text: '\n', font: undefined })
  } else for (const child of block.children ?? []) addBlock(child, tree, pieces, notes)
}

/** Heads and feet of documents are tables without lines: cells of several paragraphs are columns, read one by one. */
function addRow(row: Node, tree: DocumentNode, pieces: Piece[], notes: Node[]): void {
  const cells = (row.children ?? []).map((cell) => {
    const own: Piece[] = []
    for (const block of cell.children ?? []) addBlock(block, tree, own, notes)
    while (own.length > 0 && own.at(-1)?.text.trim() === '') own.pop()
    return own
  })
  const filled = cells.filter((cell) => cell.length > 0)
  const isColumns =
    filled.length > 1 && filled.some((cell) => cell.filter(({ text }) => text === '\n').length >= 1)
  filled.forEach((cell, i) => {
    if (i > 0) pieces.push({ text: isColumns ? '\n' : CELL_GAP, font: undefined })
    for (const piece of cell) pieces.push(piece)
  })
  if (filled.length > 0) pieces.push({ text: '\n', font: undefined })
}

/** Fonts of signs have no letters. */
const textIn = (font: string | undefined, text: string): string =>
  font !== undefined && isSymbolFont(font) ? signsOf(text, font) : text

function addInline(
  node: Node,
  font: string | undefined,
  capitals: boolean,
  tree: DocumentNode,
  pieces: Piece[],
  notes: Node[],
): void {
  for (const child of node.children ?? []) {
    if (child.type === 'text') pieces.push({ text: textIn(font, child.value ?? ''), font, capitals })
    else if (child.type === 'tab') pieces.push({ text: '\t', font: undefined })
    else if (child.type === 'break') pieces.push({ text: '\n', font: undefined })
    else if (child.type === 'checkbox') pieces.push({ text: child.checked ? '☒' : '☐', font: undefined })
    else if (child.type === 'noteReference') {
      const note = tree.notes.resolve(child)
      if (note !== null) notes.push(note)
    } else addInline(child, child.font ?? font, child.isAllCaps ?? capitals, tree, pieces, notes)
  }
}
