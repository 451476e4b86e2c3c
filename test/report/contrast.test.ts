// WCAG 2.2 AA, computed from the stylesheet of reports: text 4.5 (1.4.3), lines and marks 3 (1.4.11).
import { describe, expect, it } from 'vitest'
import { COLOURS, STYLE } from '../../src/report/style.ts'
import { contrast, toHex } from './contrast.ts'

const TEXT_MIN = 4.5
const MARK_MIN = 3
const PAPER = '#ffffff'

interface Rule {
  readonly selector: string
  readonly declarations: ReadonlyMap<string, string>
}

/** The rules, those in media queries too. The last of several declarations of a property counts. */
const rules = [...STYLE.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(
  ([, selector, body]): Rule => ({
    selector: selector!.trim(),
    declarations: new Map(
      body!
        .split(';')
        .filter((part) => part.trim() !== '')
        .map((part) => [part.slice(0, part.indexOf(':')).trim(), part.slice(part.indexOf(':') + 1).trim()]),
    ),
  }),
)
const texts = rules.filter(({ declarations }) => declarations.has('color'))
const own = texts.filter(({ declarations }) => declarations.get('color') !== 'inherit')
const grounds = [...new Set(rules.flatMap(({ declarations }) => declarations.get('background') ?? []))]
const lines = rules.flatMap(({ selector, declarations }) =>
  [...declarations]
    .filter(([property]) => /^(?:border|outline)/.test(property))
    .flatMap(([, value]) => value.match(/#[0-9a-f]+/g) ?? [])
    .map((colour) => [selector, colour] as const),
)

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
  ])('of %s and %s is %d', (a, b, expected) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 2)
    expect(contrast(b, a)).toBe(contrast(a, b))
  })

  it('reads computed colours, none that one can see through', () => {
    expect(toHex('rgb(1, 2, 255)')).toBe('#0102ff')
    expect(() => toHex('rgba(0, 0, 0, 0.5)')).toThrow()
  })
})

describe('the stylesheet', () => {
  it('is understood: every colour of the list stands in it, and no other way to colour is used', () => {
    expect(own.length).toBeGreaterThan(8)
    const pairs = own.map(({ declarations: d }) => `${d.get('color')} ${d.get('background')}`)
    expect(new Set(pairs)).toEqual(new Set(Object.values(COLOURS).map((pair) => pair.join(' '))))
    for (const colour of STYLE.match(/#[0-9a-f]{3,8}(?=[;}\s])/g) ?? [])
      expect(colour).toMatch(/^#[0-9a-f]{6}$/)
    expect(STYLE).not.toMatch(
      /(?:rgb|hsl|hwb|lab|lch|color|color-mix|gradient|var|light-dark)\(|opacity|filter|blend|shadow|background-|-color|-scheme/,
    )
  })

  // Each text brings its ground along, so that no pair depends on what an element stands in.
  it.each(own.map(({ selector, declarations }) => [selector, declarations] as const))(
    'gives the text of %s enough contrast',
    (_, declarations) => {
      expect(contrast(declarations.get('color')!, declarations.get('background')!)).toBeGreaterThanOrEqual(
        TEXT_MIN,
      )
    },
  )

  it('lets only links of printed pages inherit the colour of their text', () => {
    const inheriting = texts.filter((rule) => !own.includes(rule))
    expect(inheriting.map(({ selector }) => selector)).toEqual(['a'])
    // The ground of a link stays; any text may come to stand on it.
    for (const { declarations, selector } of own.filter(({ selector }) => selector !== 'button'))
      expect(contrast(declarations.get('color')!, COLOURS.link[1]), selector).toBeGreaterThanOrEqual(TEXT_MIN)
  })

  it('can be read on paper, where browsers leave out grounds; what could not be is not printed', () => {
    const pale = own.filter(({ declarations }) => contrast(declarations.get('color')!, PAPER) < TEXT_MIN)
    expect(pale.map(({ selector }) => selector)).toEqual(['button'])
    expect(STYLE).toMatch(/@media print\{\.scripted \.bar\.script,[^{]*\{display:none!important\}/)
  })

  it.each(lines)('draws the lines of %s so that they are seen: %s', (_, colour) => {
    for (const ground of grounds.filter((ground) => ground !== COLOURS.button[1]))
      expect(contrast(colour, ground), ground).toBeGreaterThanOrEqual(MARK_MIN)
  })
})
