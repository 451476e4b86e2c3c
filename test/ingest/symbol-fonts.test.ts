// Fonts of signs: which they are, and what their codes print.

import { describe, expect, it } from 'vitest'
import { isSymbolFont, signsOf } from '../../src/ingest/symbol-fonts.ts'

describe('fonts of signs', () => {
  it.each([
    ['Symbol', true],
    ['Wingdings 2', true],
    ['Webdings', true],
    ['ZapfDingbats', true],
    ['.VnTime', false],
    ['Symbolist', false],
    ['Times New Roman', false],
  ])('%s: %s', (font, expected) => {
    expect(isSymbolFont(font)).toBe(expected)
  })

  it.each([
    ['Symbol', 'aB \xb1 \uf0b3 7', 'αΒ ± ≥ 7'],
    ['Symbol', '\uf0b7', '•'],
    ['Wingdings', '\xa8 \xfe \uf0d8', '□ ☑ •'],
    ['Wingdings', 'việt', '••ệ•'],
  ])('%s prints %j as %j', (font, text, expected) => {
    expect(signsOf(text, font)).toBe(expected)
  })
})
