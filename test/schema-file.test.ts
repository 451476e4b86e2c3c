// What the build writes for programs that read no TypeScript: `vanban/schema.json`.

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { planJsonSchema } from '../src/schema.ts'
import { ensureBuilt } from './cli/built.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))

beforeAll(ensureBuilt, 300_000)

describe('vanban/schema.json', () => {
  it('is where package.json says, and is what the source gives', () => {
    const { exports } = read('package.json') as { exports: Record<string, string> }
    expect(read(exports['./schema.json']!)).toEqual(JSON.parse(JSON.stringify(planJsonSchema())))
  })
})
