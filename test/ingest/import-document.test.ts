import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkOcrData } from '../../src/ingest/ocr-data.ts'
import { importDocument } from '../../src/node.ts'
import { model } from '../restore/shipped.ts'
import { makeZip } from './zip-maker.ts'

const folder = mkdtempSync(join(tmpdir(), 'vanban-'))
afterAll(() => rmSync(folder, { recursive: true }))

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))
const utf16 = (text: string): string => [...text].map((c) => `${c}\0`).join('')

describe('importDocument', () => {
  it.each([
    ['nothing', '', 'INPUT_EMPTY', 'the input is empty: its writing or copying was cut short.'],
    [
      'a workbook',
      'PK\x03\x04\x14\0\0\0\0\0xl/workbook.xml',
      'INPUT_UNSUPPORTED',
      'the input is an Excel workbook, which is not read: convert it first, for example with `soffice --headless --convert-to csv FILE`.',
    ],
    [
      'a locked Office document',
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${utf16('EncryptedPackage')}`,
      'INPUT_ENCRYPTED',
      'the input is an Office document that is locked with a password: open it and save it without one.',
    ],
    [
      'an archive',
      'Rar!\x1a\x07\x01\0',
      'INPUT_UNSUPPORTED',
      'the input is a RAR archive, which is not read: unpack it first.',
    ],
    [
      'a web page',
      '<!DOCTYPE html><p>Uy ban',
      'INPUT_UNSUPPORTED',
      'the input is a web page, which is not read: save it as plain text first, or print it to PDF.',
    ],
    [
      'a program',
      '\x7fELF\x02\x01\x01\0\0\0\0\0',
      'INPUT_UNSUPPORTED',
      'the input is neither text nor a PDF, image or Word file that can be read: look whether it is what its name says.',
    ],
  ])('refuses %s', async (_, content, code, message) => {
    await expect(importDocument(bytes(content), { model })).rejects.toMatchObject({
      code,
      message,
      stage: 'ingest',
    })
  })

  it('names the file in its errors', async () => {
    const path = join(folder, 'empty.pdf')
    writeFileSync(path, '')
    await expect(importDocument(path, { model })).rejects.toMatchObject({ file: path, code: 'INPUT_EMPTY' })
    const missing = join(folder, 'no.pdf')
    await expect(importDocument(missing, { model })).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
      message: `${missing} cannot be read: there is no such file.`,
    })
    await expect(importDocument(folder, { model })).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
      message: `${folder} cannot be read: it is a folder; name the files in it.`,
    })
  })

  it('reads no more bytes than it may', async () => {
    const path = join(folder, 'large.txt')
    writeFileSync(path, 'x'.repeat(100))
    const limits = { bytes: 99 }
    const message = (name: string) =>
      `${name} has 100 bytes, more than the limit of 99: split it, or raise the limit.`
    await expect(importDocument(path, { model, limits })).rejects.toThrow(message(path))
    await expect(importDocument(new Uint8Array(100), { model, limits })).rejects.toThrow(message('the input'))
  })

  it('reads text as one page, form feeds and all, and repairs it', async () => {
    const text = 'Uy ban nhan dan tinh Lao Cai\fSo Noi vu\n'
    const document = await importDocument(new TextEncoder().encode(text), { model })
    expect(document).toMatchObject({ kind: 'text', problems: [] })
    expect(document.pages).toHaveLength(1)
    expect(document.text).toBe('Ủy ban nhân dân tỉnh Lào Cai\fSở Nội vụ\n')
    expect(document.pages[0]!.lines[0]!.words[0]).toEqual({
      text: 'Uy',
      span: [0, 2],
      box: null,
      confidence: null,
    })
  })

  it('says what is wrong with a Word document', async () => {
    const zip = makeZip({ 'word/document.xml': '<w:document>', '[Content_Types].xml': '' })
    await expect(importDocument(zip, { model })).rejects.toMatchObject({ code: 'INPUT_DAMAGED' })
    await expect(importDocument(zip.subarray(0, zip.length - 40), { model })).rejects.toMatchObject({
      code: 'INPUT_DAMAGED',
      message:
        'the input is a Word document that is damaged (it ends early): get a new copy, or open it in an Office program and save it again.',
    })
    const locked = makeZip({ 'word/document.xml': '<w:document/>' }, { encrypted: true })
    await expect(importDocument(locked, { model })).rejects.toMatchObject({ code: 'INPUT_ENCRYPTED' })
    const bomb = makeZip({ 'word/document.xml': ' '.repeat(3 * 2 ** 20) })
    await expect(importDocument(bomb, { model, limits: { mebibytesPerPage: 1 } })).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
    })
  })

  it('does not begin when it was aborted before', async () => {
    const signal = AbortSignal.abort(new Error('never mind'))
    await expect(importDocument(bytes('text'), { model, signal })).rejects.toThrow('never mind')
  })
})

describe('the OCR data', () => {
  it('is refused when it is missing or altered, before an engine sees it', async () => {
    const file = join(folder, 'vie.traineddata.gz')
    await expect(checkOcrData(file)).rejects.toMatchObject({ code: 'OCR_DATA' })
    writeFileSync(file, 'not the data')
    await expect(checkOcrData(file)).rejects.toMatchObject({
      code: 'OCR_DATA',
      message: `The OCR data ${file} is not what vanban was tested with, or was altered: reinstall vanban, without leaving out its dependencies.`,
    })
  })
})
