import { describe, expect, it } from 'vitest'
import { usualLineWidth, wrappedBreaks } from '../../src/restore/breaks.ts'
import { TokenKind, tokenise } from '../../src/unicode/tokenise.ts'

/** Whether each line break ends a sentence, in reading order. */
function ends(text: string): boolean[] {
  const table = tokenise(text)
  const rule = wrappedBreaks(table)
  const found: boolean[] = []
  for (let i = 0; i < table.count; i++) if (table.kind[i] === TokenKind.BREAK) found.push(rule(table, i))
  return found
}

/** Full lines of 60 letters, so that the usual width is known. */
const FULL = `${'một hai ba '.repeat(6).trim()}`
const PAGE = `${FULL}\n`.repeat(8)
/** What the last break before `text` and the breaks in it are. */
const endsBehindPage = (text: string): boolean[] => ends(PAGE + text).slice(8)

describe('usualLineWidth', () => {
  it('is the length most full lines reach, headings and last lines aside', () => {
    expect(usualLineWidth(tokenise(`TIÊU ĐỀ\n${PAGE}hết\n`))).toBe(FULL.length)
  })

  it('does not count blank lines', () => {
    expect(usualLineWidth(tokenise(`${FULL}\n\n\n\n\n\n\n`))).toBe(FULL.length)
  })

  it('is the whole text when it has no line break', () => {
    expect(usualLineWidth(tokenise('một hai'))).toBe(7)
    expect(usualLineWidth(tokenise(''))).toBe(0)
  })
})

describe('wrappedBreaks', () => {
  it('reads through the end of a full line, whatever the next line begins with', () => {
    expect(endsBehindPage(`${FULL}\ntiếp theo\n`)[0]).toBe(false)
    expect(endsBehindPage(`${FULL}\nHải Phòng\n`)[0]).toBe(false)
    expect(endsBehindPage(`${FULL}\n2025 và\n`)[0]).toBe(false)
  })

  it('ends a sentence before a list item', () => {
    expect(endsBehindPage(`${FULL}\n- Lưu: VT\n`)[0]).toBe(true)
    expect(endsBehindPage(`${FULL}\n+ một\n`)[0]).toBe(true)
  })

  it('does not take a bracket or a dash before a word for a list item', () => {
    expect(endsBehindPage(`${FULL}\n(KHCN) và\n`)[0]).toBe(false)
    expect(endsBehindPage(`${FULL}\n“Đẩy mạnh\n`)[0]).toBe(false)
  })

  it('ends a sentence at a short line before a capital, a figure or a sign', () => {
    expect(endsBehindPage('ngắn\nCăn cứ\n')[0]).toBe(true)
    expect(endsBehindPage('ngắn\n1. Mục\n')[0]).toBe(true)
    expect(endsBehindPage('ngắn\n- một\n')[0]).toBe(true)
  })

  it('reads through a short line before a small letter', () => {
    expect(endsBehindPage('ngắn\ntiếp theo\n')[0]).toBe(false)
    expect(endsBehindPage('ngắn\n   đ tiếp\n')[0]).toBe(false)
  })

  it('reads through the blank lines of a page break inside a sentence', () => {
    expect(endsBehindPage(`${FULL}\n\n\n\f\ntiếp theo của câu\n`).slice(0, 4)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('ends a sentence at blank lines before a capital or a figure', () => {
    expect(endsBehindPage(`${FULL}\n\nĐiều 2. Quyết định\n`).slice(0, 2)).toEqual([true, true])
    expect(endsBehindPage(`${FULL}\n \n1. Mục\n`).slice(0, 2)).toEqual([true, true])
  })

  it('ends a sentence at the end of the text', () => {
    expect(ends('một hai\n')).toEqual([true])
    expect(ends('\n\n \n')).toEqual([true, true, true])
    expect(ends('một\r\n\u2028\f')).toEqual([true, true, true])
  })

  it('answers the same in any order of questions', () => {
    const table = tokenise(`${PAGE}\n\n\nmột\n\n\n\nHai\n\n3\n\n\n${FULL}\n\nbốn\n\n`)
    const breaks = [...table.kind.keys()].filter((i) => table.kind[i] === TokenKind.BREAK)
    const forward = wrappedBreaks(table)
    const inOrder = breaks.map((i) => forward(table, i))
    const backward = wrappedBreaks(table)
    const reversed = breaks.toReversed().map((i) => backward(table, i))
    expect(reversed.toReversed()).toEqual(inOrder)
    expect(breaks.map((i) => wrappedBreaks(table)(table, i))).toEqual(inOrder)
  })

  it('goes through a million blank lines once, not from each of them', () => {
    const found = ends(`một${'\n'.repeat(1_000_000)}hai`)
    expect(found).toHaveLength(1_000_000)
    expect(found.some((end) => end)).toBe(false)
  })
})
