import { describe, expect, it } from 'vitest'
import { levelsOf, withContrast } from '../../src/ingest/contrast.ts'

/** A page of 10,000 pixels, a twentieth of them ink. */
function page(ink: number, paper: number) {
  const pixels = new Uint8Array(10_000).fill(paper)
  for (let i = 0; i < pixels.length; i += 20) pixels[i] = ink
  return { width: 100, height: 100, pixels }
}

describe('withContrast', () => {
  it('makes faded ink black and grey paper white', () => {
    for (const [ink, paper] of [
      [100, 250],
      [60, 200],
      [10, 180],
    ] as const) {
      const { pixels } = withContrast(page(ink, paper))
      expect([pixels[0], pixels[1]]).toEqual([0, 255])
    }
  })

  it('keeps what lies between in its place', () => {
    const image = page(100, 250)
    image.pixels[1] = 175
    expect(withContrast(image).pixels[1]).toBe(128)
  })

  it.each([
    ['black on white', 5, 255],
    ['nothing but paper', 240, 250],
    ['all of one colour', 0, 0],
  ])('leaves a page that is %s', (_, ink, paper) => {
    const image = page(ink, paper)
    expect(withContrast(image)).toBe(image)
  })

  it('leaves an empty picture', () => {
    const image = { width: 0, height: 0, pixels: new Uint8Array(0) }
    expect(withContrast(image)).toBe(image)
  })
})

describe('levelsOf', () => {
  it('finds ink and paper', () => {
    expect(levelsOf(page(90, 210).pixels)).toEqual({ ink: 90, paper: 210 })
  })
})
