import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VanbanError } from '../src/errors.ts'
import { loadModel, restore } from '../src/node.ts'

const SHIPPED = fileURLToPath(new URL('../dictionaries/vanban.model', import.meta.url))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vanban-node-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function refusal(file: string): Promise<VanbanError> {
  const error = await loadModel(file).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof VanbanError) return error
  throw new Error(`expected a VanbanError, got ${String(error)}`)
}

describe('loadModel', () => {
  it('gives the model that comes with the package, its lists and its profiles', async () => {
    const model = await loadModel()
    expect(model.profiles.map(({ name }) => name).toSorted()).toEqual(['eng', 'vie'])
    expect(model.dictionaries.length).toBeGreaterThanOrEqual(8)
    expect(model.acronyms.has('ĐMST')).toBe(true)
    expect(restore('Uy ban nhan dan tinh Lao Cai', { model }).text).toBe('Ủy ban nhân dân tỉnh Lào Cai')
  })

  it('loads another model with the lists and profiles of the package', async () => {
    const file = join(folder, 'copy.model')
    copyFileSync(SHIPPED, file)
    const model = await loadModel(file)
    expect(model.profiles).toHaveLength(2)
    expect(restore('ke hoach', { model }).text).toBe('kế hoạch')
  })

  it('says which file is missing, why, and what to do', async () => {
    const file = join(folder, 'missing.model')
    const error = await refusal(file)
    expect(error.message).toBe(
      `The model ${file} cannot be read (ENOENT: no such file or directory, open '${file}'): reinstall vanban, or give the path of a model built with \`vanban train\`.`,
    )
    expect(error).toMatchObject({ code: 'MODEL_MISSING', stage: 'model', file })
    expect(error.cause).toMatchObject({ code: 'ENOENT' })
  })

  it('does not take a folder for a model', async () => {
    expect(await refusal(folder)).toMatchObject({ code: 'MODEL_MISSING', file: folder })
  })

  it('refuses an empty file and a text', async () => {
    const file = join(folder, 'text.model')
    for (const content of ['', 'không phải mô hình']) {
      writeFileSync(file, content)
      expect(await refusal(file)).toMatchObject({ code: 'MODEL_MAGIC' })
    }
  })

  it('refuses a file that was not copied to its end', async () => {
    const file = join(folder, 'short.model')
    copyFileSync(SHIPPED, file)
    truncateSync(file, 1_000_000)
    expect(await refusal(file)).toMatchObject({ code: 'MODEL_TRUNCATED' })
  })

  it('refuses a damaged file', async () => {
    const file = join(folder, 'damaged.model')
    const bytes = readFileSync(SHIPPED)
    bytes[1_000_000] = (bytes[1_000_000] as number) ^ 1
    writeFileSync(file, bytes)
    expect(await refusal(file)).toMatchObject({ code: 'MODEL_CHECKSUM' })
  })
})
