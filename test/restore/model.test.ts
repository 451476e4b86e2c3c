import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { VanbanError } from '../../src/errors.ts'
import { AcronymTable } from '../../src/restore/acronym.ts'
import { type Model, readModel } from '../../src/restore/model.ts'
import { readDictionary } from '../../src/restore/read-dictionary.ts'
import { repair } from '../../src/restore/repair.ts'
import { restore } from '../../src/restore/restore.ts'
import { model as shipped } from './shipped.ts'

const BYTES = readFileSync(new URL('../../dictionaries/vanban.model', import.meta.url))

function errorOf(bytes: Uint8Array): VanbanError {
  try {
    readModel(bytes)
  } catch (error) {
    if (error instanceof VanbanError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const damaged = (at: number): Uint8Array => {
  const bytes = Uint8Array.from(BYTES)
  bytes[at] = (bytes[at] as number) ^ 0x40
  return bytes
}

describe('readModel', () => {
  let bare: Model
  beforeAll(() => {
    bare = readModel(BYTES)
  })

  it('needs neither lists nor profiles to restore', () => {
    expect(bare.dictionaries).toEqual([])
    expect(bare.profiles).toEqual([])
    expect(restore('Uy ban nhan dan tinh Lao Cai', { model: bare }).text).toBe('Ủy ban nhân dân tỉnh Lào Cai')
  })

  it('without lists knows no abbreviation', () => {
    const text = 'Uy ban nhan dan xa va BGDDT phoi hop thuc hien'
    expect(restore(text, { model: bare }).text).toContain(' BGDDT ')
    expect(restore(text, { model: shipped }).text).toContain(' BGDĐT ')
  })

  it('knows every abbreviation of the lists that come with the package, though it reads few of them for that', () => {
    const all = new AcronymTable(shipped.dictionaries)
    expect([...shipped.acronyms.all()]).toEqual([...all.all()])
    expect(all.has('HĐND')).toBe(true)
  })

  it("takes a user's list into account without training", () => {
    const user = readDictionary('XĐQZ\tabbreviation\n', { file: 'user.tsv' })
    const text = 'Uy ban nhan dan xa trien khai XDQZ trong nam nay'
    const model = readModel(BYTES, { dictionaries: [user] })
    expect(restore(text, { model }).text).toContain(' XĐQZ ')
    expect(restore(text, { model: shipped }).text).toContain(' XDQZ ')
  })

  it('without the profile of an engine says so', () => {
    expect(() => repair('Uy ban', { model: bare, source: 'eng' })).toThrow(
      expect.objectContaining({
        code: 'BAD_ARGUMENT',
        message:
          'The model has no channel profile "eng": load it with its profiles, or choose another source.',
      }),
    )
  })

  it('without profiles still repairs what only lost its marks', () => {
    expect(repair('Uy ban nhan dan tinh Lao Cai', { model: bare }).text).toBe('Ủy ban nhân dân tỉnh Lào Cai')
  })

  it('reads a view into a larger buffer, at any offset', () => {
    const padded = new Uint8Array(BYTES.length + 3)
    padded.set(BYTES, 3)
    const model = readModel(padded.subarray(3))
    expect(restore('Uy ban nhan dan', { model }).text).toBe('Ủy ban nhân dân')
  })

  it('refuses what is no model', () => {
    expect(errorOf(new Uint8Array(0)).code).toBe('MODEL_MAGIC')
    expect(errorOf(new TextEncoder().encode('Cộng hòa xã hội chủ nghĩa Việt Nam'))).toMatchObject({
      code: 'MODEL_MAGIC',
      stage: 'model',
      message:
        'These bytes are not a vanban model: the file does not begin with "vanbanLM". Check the path, or build one with `vanban train`.',
    })
  })

  it('refuses a model of which the end is missing', () => {
    for (const length of [8, 20, 1000, BYTES.length - 1]) {
      expect(errorOf(BYTES.subarray(0, length)).code).toBe('MODEL_TRUNCATED')
    }
    expect(errorOf(BYTES.subarray(0, BYTES.length - 1)).message).toBe(
      `The model file has ${BYTES.length - 1} bytes, its header says ${BYTES.length}: it was not written or copied to its end.`,
    )
  })

  it('refuses a model with one flipped bit, wherever it is', () => {
    expect(errorOf(damaged(0)).code).toBe('MODEL_MAGIC')
    expect(errorOf(damaged(8)).code).toBe('MODEL_VERSION')
    for (const at of [40, 5000, BYTES.length >> 1, BYTES.length - 1]) {
      expect(errorOf(damaged(at)).code).toBe('MODEL_CHECKSUM')
    }
  })
})

describe('Model', () => {
  it('makes the readers of an engine once', () => {
    for (const profile of shipped.profiles) {
      expect(shipped.alternativesOf(profile)).toBe(shipped.alternativesOf(profile))
      expect(shipped.acronymsOf(profile)).toBe(shipped.acronymsOf(profile))
    }
  })
})
