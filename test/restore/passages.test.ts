import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadModel } from '../../src/node.ts'
import { Findings } from '../../src/restore/findings.ts'
import { type Passage, PassageMemory, placeOf } from '../../src/restore/passage-memory.ts'
import { readDictionary } from '../../src/restore/read-dictionary.ts'
import { type RepairOptions, repair } from '../../src/restore/repair.ts'
import { fixture, model, SCAN } from './shipped.ts'

const passage = (chunks: number): Passage => ({ chunks, from: 0, to: 0, word: 7, row: -1 })

describe('the memory of passages', () => {
  it('follows the chunks it was told, from the same place only', () => {
    const memory = new PassageMemory()
    const [here, there] = [placeOf(5, -1), placeOf(5, 12)]
    expect(memory.follow(here, 3)).toBe(0)
    const inner = memory.enter(here, 3)
    memory.close(inner, 4, passage(2))
    memory.close(there, 3, passage(1))
    expect(memory.follow(here, 3)).toBe(inner)
    expect(memory.passage(memory.follow(inner, 4))).toEqual(passage(2))
    expect(memory.passage(memory.follow(there, 3))).toEqual(passage(1))
    expect([memory.follow(here, 4), memory.follow(inner, 3), memory.follow(there, 4)]).toEqual([0, 0, 0])
  })

  it('tells places apart by word and row', () => {
    const places = [placeOf(0, -1), placeOf(5, -1), placeOf(65_535, -1), placeOf(5, 0), placeOf(5, 1)]
    expect(new Set(places).size).toBe(places.length)
  })

  it('holds thousands, and forgets them all when they are too many', () => {
    const memory = new PassageMemory()
    for (let symbol = 1; symbol <= 32_768; symbol++) memory.close(~symbol, symbol, passage(symbol))
    memory.tidy()
    for (let symbol = 1; symbol <= 32_768; symbol += 97)
      expect(memory.passage(memory.follow(~symbol, symbol)).chunks).toBe(symbol)
    memory.close(1, 1, passage(1))
    memory.tidy()
    expect(memory.follow(~97, 97)).toBe(0)
    expect(memory.follow(1, 1)).toBe(0)
  })
})

it('forgets findings', () => {
  const findings = new Findings()
  findings.clear()
  expect(findings.count).toBe(0)
})

describe('a page that says what another said', () => {
  const LINES = [
    ...fixture(SCAN).split('\n'),
    'Uy ban nhan dan xa ban hanh ké hoach',
    'theo quy dinh, trong nam 2025 .',
    'nghia vu quan su , t hué va ph i',
    'UY BAN NHAN DAN XA',
    'phéttrién kinhté',
  ]
  const anyPages = fc.array(
    fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
    { minLength: 2, maxLength: 4 },
  )
  const told = (text: string, options: RepairOptions) => {
    const { edits, suggestions, words } = repair(text, options)
    return { edits, suggestions, words }
  }

  it.each(['eng', 'vie'] as const)('is repaired as if no other had been there: %s', async (source) => {
    const other = await loadModel()
    fc.assert(
      fc.property(anyPages, (pages) => {
        const fresh = other.workspaceOf(other.profiles.find(({ name }) => name === source)!).passages
        for (const text of pages) {
          fresh.forget()
          expect(told(text, { model, source })).toEqual(told(text, { model: other, source }))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is repaired by a list of the user, whatever was found without it', () => {
    const text = 'Uy ban nhan dan xa Nghia Phuong ban hanh ké hoach'
    const without = told(text, { model, source: 'eng' })
    const dictionary = readDictionary('Phuong\tprotected\n', { file: 'own.tsv' })
    const options = { model, source: 'eng', dictionary } as const
    const withList = repair(text, options)
    expect(withList.text).toContain('Phuong')
    expect(told(text, options).edits).toEqual(withList.edits)
    expect(told(text, { model, source: 'eng' })).toEqual(without)
  })

  it('keeps tone marks where the page has them', () => {
    const line = 'Uy ban nhan dan xa ban hanh ké hoach hoa binh'
    const modern = `${line} hoà hoà thuỷ toà`
    const old = `${line} hòa hòa thủy tòa`
    const both = [told(modern, { model, source: 'eng' }), told(old, { model, source: 'eng' })]
    expect([told(modern, { model, source: 'eng' }), told(old, { model, source: 'eng' })]).toEqual(both)
  })
})
