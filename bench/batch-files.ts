// A folder of documents as an archive has them, made from a seed: most sound, some empty, cut short, locked, hostile,
// huge. Each comes with what has to become of it.

import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stripMarks } from '../src/unicode/strip-marks.ts'

/** What has to become of a document: done, or reported with one of these codes. */
export interface Expectation {
  readonly name: string
  readonly codes: readonly string[] | null
}

const FIXTURES = new URL('../fixtures/', import.meta.url)
const SOURCES = ['own/official.txt', 'own/places.txt', 'nam-sach/ocr.txt', 'le-thanh-nghi/plan.txt']
/** One byte more than is read. */
const HUGE = 2 ** 28 + 1

/** Small numbers that are the same in every run. */
function random(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')

/** A PDF with one line of text. */
export function smallPdf(text: string, extra = ''): Buffer {
  const content = `BT /F1 12 Tf 72 720 Td (${text.replace(/[()\\]/g, '')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return bytesOf(
    `${body}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R ${extra}>>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}

const LOCK =
  '/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 ' +
  `/O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] `

const texts = SOURCES.map((name) => readFileSync(new URL(name, FIXTURES), 'utf8'))

/** Some paragraphs of the fixtures, as they are or without marks. */
function someText(next: (below: number) => number): string {
  const lines = texts[next(texts.length)]!.split('\n')
  const from = next(Math.max(1, lines.length - 10))
  const text = lines.slice(from, from + 5 + next(30)).join('\n')
  return `${next(2) === 0 ? stripMarks(text) : text}\nTrang ${next(10_000)}\n`
}

type Make = (next: (below: number) => number) => {
  content: Buffer | string
  ending: string
  codes?: string[]
}

const SOUND: Make = (next) => ({ content: someText(next), ending: 'txt' })

/** Kinds of documents that are no plain text, in turn. */
const ODD: readonly Make[] = [
  () => ({ content: '', ending: 'txt', codes: ['INPUT_EMPTY'] }),
  (next) => ({ content: smallPdf(`Uy ban nhan dan xa ${next(1000)}`), ending: 'pdf' }),
  (next) => {
    const whole = smallPdf('Ke hoach')
    return { content: whole.subarray(0, 20 + next(200)), ending: 'pdf', codes: ['INPUT_DAMAGED'] }
  },
  () => ({ content: smallPdf('Mat', LOCK), ending: 'pdf', codes: ['INPUT_ENCRYPTED'] }),
  () => ({
    content: bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0'),
    ending: 'png',
    codes: ['INPUT_DAMAGED', 'INPUT_UNSUPPORTED'],
  }),
  (next) => ({
    content: Buffer.from(Array.from({ length: 4096 }, () => next(256))),
    ending: 'txt',
    codes: ['INPUT_UNSUPPORTED', 'INPUT_DAMAGED'],
  }),
  () => ({
    content: bytesOf('PK\x03\x04word/document.xml broken'),
    ending: 'docx',
    codes: ['INPUT_DAMAGED', 'INPUT_UNSUPPORTED'],
  }),
  () => ({
    content: Buffer.concat([
      bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    ending: 'docx',
    codes: ['INPUT_ENCRYPTED', 'INPUT_DAMAGED'],
  }),
  (next) => ({ content: 'a'.repeat(200_000 + next(9)), ending: 'txt' }),
  (next) => ({ content: `a${'\u0301'.repeat(50_000 + next(9))}\n`, ending: 'txt' }),
  (next) => ({
    content: `<script>alert(${next(9)})</script> \u202e \u0000x\n`.replace('\u0000', ''),
    ending: 'txt',
  }),
  (next) => ({ content: someText(next).repeat(40), ending: 'txt' }),
  (next) => ({
    content: Buffer.concat([bytesOf('\xff\xfe'), Buffer.from(someText(next), 'utf16le')]),
    ending: 'txt',
  }),
  (next) => ({ content: Buffer.concat([Buffer.from(someText(next)), bytesOf('\xc4\xff')]), ending: 'txt' }),
]

/** One document in so many is none of plain text. */
const ODD_EVERY = 5
/** One in so many is larger than what is read. Its file has holes, and takes no room. */
const HUGE_EVERY = 500

/**
 * Makes the folder.
 *
 * @param count of documents
 * @param plain only sound texts
 */
export function makeDocuments(folder: string, count: number, plain = false): Expectation[] {
  return Array.from({ length: count }, (_, i): Expectation => {
    const next = random(i + 1)
    const huge = !plain && i % HUGE_EVERY === HUGE_EVERY - 2
    const odd = !plain && i % ODD_EVERY === 3
    const make = odd ? ODD[Math.floor(i / ODD_EVERY) % ODD.length]! : SOUND
    const { content, ending, codes } = make(next)
    const name = `${String(i % 20).padStart(2, '0')}/${String(i).padStart(5, '0')}.${huge ? 'txt' : ending}`
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    if (huge) truncateSync(path, HUGE)
    return { name, codes: huge ? ['LIMIT_EXCEEDED'] : (codes ?? null) }
  })
}
