import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseNormaliser, toNfc, toNfd } from '../../src/unicode/nfc.ts'
import { vietnameseText } from './arbitraries.ts'

const fallback = chooseNormaliser(undefined)

/** Any Latin letter and any combining diacritical mark. */
const latinUnits = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0x20, max: 0x36f }),
      fc.integer({ min: 0x300, max: 0x345 }),
      fc.integer({ min: 0x1e00, max: 0x1eff }),
      fc.integer({ min: 0xac00, max: 0xd7a3 }),
    ),
    { maxLength: 30 },
  )
  .map((codes) => String.fromCharCode(...codes))

test('the unorm fall-back composes and decomposes Latin, Vietnamese and Hangul as the engine does', () => {
  fc.assert(
    fc.property(fc.oneof(latinUnits, vietnameseText), (text) => {
      expect(fallback.nfc(text)).toBe(text.normalize('NFC'))
      expect(fallback.nfd(text)).toBe(text.normalize('NFD'))
    }),
    { numRuns: 2000 },
  )
})

test('the native function is used where it is complete', () => {
  const calls: string[] = []
  const spy = function (this: string, form: string) {
    calls.push(form)
    return String.prototype.normalize.call(this, form)
  }
  const chosen = chooseNormaliser(spy)
  calls.length = 0
  expect(chosen.nfc('e\u0301')).toBe('é')
  expect(chosen.nfd('é')).toBe('e\u0301')
  expect(calls).toEqual(['NFC', 'NFD'])
})

test('an engine whose normalize does nothing is not trusted', () => {
  const lazy = function (this: string) {
    return String(this)
  }
  expect(chooseNormaliser(lazy).nfc('e\u0323\u0302')).toBe('ệ')
  expect(chooseNormaliser(lazy).nfd('ệ')).toBe('e\u0323\u0302')
})

test('an engine that composes but does not decompose is not trusted', () => {
  const half = function (this: string, form: string) {
    return form === 'NFC' ? String.prototype.normalize.call(this, form) : String(this)
  }
  expect(chooseNormaliser(half).nfd('ệ')).toBe('e\u0323\u0302')
})

test('toNfc and toNfd give the canonical forms', () => {
  expect(toNfc('Vie\u0323\u0302t')).toBe('Việt')
  expect(toNfd('Việt')).toBe('Vie\u0323\u0302t')
})
