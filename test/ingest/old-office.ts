// What the tests of old office formats share: the context of a reader, and files that are cut and changed.

import { readFileSync } from 'node:fs'
import { VanbanError } from '../../src/errors.ts'
import type { ImportOptions } from '../../src/ingest/options.ts'
import type { RawDocument, ReadContext } from '../../src/ingest/raw-document.ts'
import { createContext } from '../../src/ingest/read-context.ts'

export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/own/${name}`, import.meta.url)))

/** A context without a model: these readers need one only to be surer of encodings. */
export const contextOf = (file: string): ReadContext => createContext(file, {} as ImportOptions)

export type Reader = (bytes: Uint8Array, context: ReadContext) => Promise<RawDocument>

export const textOf = async (read: Reader, bytes: Uint8Array): Promise<string> =>
  (await read(bytes, contextOf('file'))).pages.map(({ raw }) => raw).join('\f')

/** The code of the error, or what was read. */
export async function outcome(read: Reader, bytes: Uint8Array): Promise<string> {
  try {
    return `read ${(await textOf(read, bytes)).length}`
  } catch (error) {
    if (error instanceof VanbanError) return error.code
    throw error
  }
}

/** Numbers that are the same in every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The file with some bytes changed. */
export function damaged(bytes: Uint8Array, seed: number): Uint8Array {
  const random = numbers(seed)
  const copy = bytes.slice()
  for (let i = 0; i < 20; i++) copy[random(copy.length)] = random(256)
  return copy
}
