// A reader of documents that only makes capitals: what importDocument gives, without a model. Words that begin with
// "x" get a capital, and are the only ones that count as repaired.

import { readFileSync, statSync } from 'node:fs'
import { VanbanError } from '../../src/errors.ts'
import type { IngestedDocument, IngestProblem } from '../../src/ingest/document.ts'
import type { Edit } from '../../src/restore/edit.ts'

function bytesOf(input: string | Uint8Array): Uint8Array {
  if (typeof input !== 'string') return input
  if (statSync(input, { throwIfNoEntry: false })?.isFile()) return readFileSync(input)
  throw new VanbanError('INPUT_UNREADABLE', 'ingest', `${input} cannot be read: there is no such file.`)
}

/** Reads and "repairs" a text of pages parted by form feeds. */
export function fakeImport(input: string | Uint8Array, options: { name?: string } = {}): IngestedDocument {
  const bytes = bytesOf(input)
  const name = typeof input === 'string' ? input : (options.name ?? 'the input')
  const text = new TextDecoder().decode(bytes)
  if (text.startsWith('%PDF')) throw new VanbanError('INPUT_DAMAGED', 'ingest', `${name} is damaged.`)
  if (text === 'hopeless') throw new TypeError('oops')
  const problems: IngestProblem[] = []
  if (text.includes('\ufffd')) {
    problems.push({ code: 'INVALID_BYTES', message: `${name} is not valid UTF-8.`, page: null })
  }
  if (text.includes('half')) {
    problems.push({ code: 'PAGE_FAILED', message: `Page 2 of ${name} failed.`, page: 2 })
  }
  return { ...fakeDocument(text), problems }
}

/** A text, "repaired". */
export function fakeDocument(text: string): IngestedDocument {
  const pages = text.split('\f').map((raw, i) => {
    const found = [...raw.matchAll(/\S+/gu)]
    const edits = found
      .filter(([word]) => word.startsWith('x'))
      .map(
        ({ 0: original, index }): Edit => ({
          span: [index, index + original.length],
          original,
          replacement: original.toUpperCase(),
          reason: 'letters',
          confidence: 0.75,
          applicability: 'likely',
          alternatives: [{ text: 'other', confidence: 0.25 }],
        }),
      )
    const words = found.map(({ 0: original, index }) => ({
      span: [index, index + original.length] as const,
      original,
      text: original.toUpperCase(),
      confidence: 0.75,
    }))
    const review = words
      .filter(({ original }) => original.startsWith('x'))
      .map(({ span, text, confidence }) => ({ span, kind: 'word' as const, text, confidence }))
    return {
      number: i + 1,
      source: 'file' as const,
      raw,
      text: raw.toUpperCase(),
      repair: { text: raw.toUpperCase(), words, edits, suggestions: [], review, source: 'eng' as const },
      lines: [],
      width: null,
      height: null,
      grade: null,
    }
  })
  return {
    kind: 'text',
    encoding: 'utf-8',
    pages,
    text: pages.map((page) => page.text).join('\f'),
    problems: [],
  }
}
