import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composedOf } from '../../src/plan/composed.ts'
import { parsePlan } from '../../src/plan/parse.ts'
import { fixture } from '../restore/shipped.ts'

describe('composedOf', () => {
  it('leaves composed text alone', () => {
    expect(composedOf('Kế hoạch số 5 💧')).toBeNull()
    expect(composedOf('')).toBeNull()
  })

  it('says where each letter came from', () => {
    const original = 'Kế'.normalize('NFD')
    expect(original).toHaveLength(4)
    expect(composedOf(`${original} 💧a`)).toEqual({
      text: 'Kế 💧a',
      offsets: Int32Array.from([0, 1, 4, 5, 6, 7, 8]),
    })
  })

  it('follows any text, or says that it cannot', () => {
    const unit = fc.constantFrom(
      'a',
      'ế',
      'e\u0302',
      '\u0301',
      '\u0323',
      'Đ',
      '💧',
      '\ud83d',
      'ᄀ',
      'ᅡ',
      'Å',
      ' ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const original = units.join('')
        const composed = composedOf(original)
        if (composed === null) return
        const { text, offsets } = composed
        expect(text).toBe(original.normalize('NFC'))
        expect(offsets[text.length]).toBe(original.length)
        for (let i = 0; i < text.length; i++) expect(offsets[i]!).toBeLessThanOrEqual(offsets[i + 1]!)
      }),
      { numRuns: 500, seed: 4 },
    )
  })
})

describe('parsePlan on text with loose marks', () => {
  it.each(['le-thanh-nghi/plan.txt', 'ha-noi/plan.txt', 'nam-sach/repaired.txt'])(
    'reads %s alike',
    (file) => {
      const composed = fixture(file).normalize('NFC')
      const loose = composed.normalize('NFD')
      const expected = parsePlan(composed)
      const plan = parsePlan(loose)
      expect(plan.text).toBe(loose)
      expect(plan.sections.length).toBeGreaterThan(0)
      const bare = (value: object): unknown =>
        JSON.parse(
          JSON.stringify(value, (key, held) =>
            /^(?:span|mentions|places|layout|text)$/.test(key) && typeof held !== 'string' ? undefined : held,
          ),
        )
      expect({ ...(bare(plan) as object), text: '' }).toEqual({ ...(bare(expected) as object), text: '' })
      plan.places.forEach(({ span }, i) => {
        expect(loose.slice(...span).normalize('NFC')).toBe(composed.slice(...expected.places[i]!.span))
      })
      plan.layout.lines.forEach((at, i) => {
        expect(loose.slice(0, at).normalize('NFC').length).toBe(expected.layout.lines[i])
      })
    },
  )
})
