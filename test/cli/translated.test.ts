// Every sentence that the rooms may say to a user is said in Vietnamese, too. The sentences are taken from the source.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { translate } from '../../src/cli/translate.ts'
import { run } from './harness.ts'

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))
/** Rooms whose errors and problems reach the command line; of training, only its users see more. */
const ROOMS = ['batch', 'cli', 'ingest', 'lm', 'report']
/** Of programs to each other: never shown, or given to programs by `--format jsonl`. */
const INTERNAL = [
  'The decoder gave less than the picture.',
  'The thread ended.',
  'The thread is not needed any more.',
  'The thread was idle.',
  'Line ⟦number⟧ ',
  'Exit codes:',
]

/** Sentences whose gaps hold more than names and numbers → what comes of them. */
const FILLED: readonly (readonly [part: string, sentences: readonly string[]])[] = [
  [
    '⟦file⟧ line ⟦line⟧ ⟦problem⟧.',
    ['p.jsonl line 3 is not valid JSON: give one object a line.', 'p.jsonl line 3 has no text in "truth".'],
  ],
  [
    ' is not valid ⟦…⟧ in ',
    ['one place', '1,234 places'].map(
      (places) =>
        `a.txt is not valid UTF-8 in ${places}, the first at byte 5; they are printed as U+FFFD. If the text looks wrong, convert the file to UTF-8 first.`,
    ),
  ],
  [
    ' is a damaged ⟦what⟧ (',
    ['Word document', 'Excel workbook'].map(
      (what) =>
        `a.doc is a damaged ${what} (it ends early): copy it again, or let LibreOffice try to recover it with \`soffice --headless --convert-to docx FILE\`.`,
    ),
  ],
  [
    ', and none of those asked for (',
    ['one page', '12 pages'].map((pages) => `a.pdf has ${pages}, and none of those asked for (20-).`),
  ],
  [
    ' is an Excel workbook ⟦what⟧.',
    [
      'a.xls is an Excel workbook that is locked with a password: open it and save it without one.',
      'a.xls is an Excel workbook of Excel 95 or older, which is not read: convert it first, for example with `soffice --headless --convert-to xlsx FILE`.',
    ],
  ],
]

/** The text of a string, what varies in it in brackets; `null` for everything else. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression)
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map(
      ({ expression, literal }) => `⟦${nameOf(expression)}⟧${literal.text}`,
    )
    return node.head.text + spans.join('')
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)]
    return left === null || right === null ? null : left + right
  }
  return null
}

/** Expressions with sentences of their own are not part of the sentence around them. */
const nameOf = (expression: ts.Expression): string => (ts.isIdentifier(expression) ? expression.text : '…')

/** Two words and a full stop: a sentence for people. */
const SENTENCE = /^[\p{Lu}⟦"][\s\S]*[\p{L}⟧"] [\p{L}⟦"][\s\S]*[.?]$/u

function sentencesOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const text = textOf(node)
    if (text !== null && SENTENCE.test(text)) found.push(text)
    else ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

describe('what is said to users', () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('vietnamese'))
      .map((name) => join(SRC, room, name)),
  )
  const sentences = files
    .flatMap(sentencesOf)
    .filter((text) => !INTERNAL.some((part) => text.includes(part)))
    .flatMap((text) => FILLED.find(([part]) => text.includes(part))?.[1] ?? [text])

  it('is found in the source', () => {
    expect(sentences.length).toBeGreaterThan(80)
    expect(sentences).toContain(
      '⟦target⟧ was altered since it was made, and stays as it is: --force makes it again.',
    )
  })

  it('is said whole, with the reasons and the advice in it', () => {
    expect(translate('x.docx is a ZIP archive, which is not read: unpack it first.', 'vi')).toBe(
      'x.docx là tệp nén ZIP, loại tệp không đọc được: hãy giải nén trước.',
    )
    expect(translate('d.tsv line 4 has the unknown kind "nam": use one of name, place.', 'vi')).toBe(
      'd.tsv dòng 4 có loại "nam" không biết: hãy dùng một trong name, place.',
    )
    expect(
      translate('c.json is no config: "repair.jobs" is "two": Give a whole number, 1 or more.', 'vi'),
    ).toBe('c.json không phải tệp cấu hình: "repair.jobs" là "two": Hãy cho một số nguyên, từ 1 trở lên.')
  })

  it('has a translation, each sentence', () => {
    expect(sentences.filter((text) => translate(text, 'vi') === text)).toEqual([])
  })
})

describe('the help', () => {
  const commands = [
    '',
    'repair',
    'restore',
    'parse',
    'apply',
    'convert',
    'eval',
    'train',
    'train-channel',
    'config',
    'completion',
  ]

  it.each(commands)('of "%s" is in Vietnamese to its end', async (command) => {
    const help = async (language: string) =>
      (await run([...command.split(' ').filter(Boolean), '--help', '--lang', language])).out.split('\n')
    const english = await help('en')
    const vietnamese = new Set(await help('vi'))
    const left = english.filter(
      (line) =>
        vietnamese.has(line) && /[a-z]{3,} [a-z]{2,}/.test(line.replace(/^ +\$ (?:.*?(?: {3,}|$))/, '')),
    )
    expect(left).toEqual([])
  })
})
