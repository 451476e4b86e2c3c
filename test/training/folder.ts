// A folder of corpus files that is gone after the test.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach } from 'vitest'

export class CorpusFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), 'vanban-training-'))

  file(name: string): string {
    return join(this.path, name)
  }

  /** Writes a file, compressed as the end of its name says; returns its path. */
  write(name: string, content: string | Uint8Array): string {
    const raw = Buffer.from(content as string)
    const bytes = name.endsWith('.gz') ? gzipSync(raw) : name.endsWith('.br') ? brotliCompressSync(raw) : raw
    return this.writeRaw(name, bytes)
  }

  writeRaw(name: string, bytes: Uint8Array): string {
    writeFileSync(this.file(name), bytes)
    return this.file(name)
  }
}

/** A fresh folder for every test of the file. */
export function eachTestAFolder(): () => CorpusFolder {
  let folder: CorpusFolder
  beforeEach(() => {
    folder = new CorpusFolder()
  })
  afterEach(() => rmSync(folder.path, { recursive: true, force: true }))
  return () => folder
}

/** Sentences over few syllables, always the same for the same seed. */
export function sentences(count: number, seed = 1): string {
  const words = 'ủy ban nhân dân xã tỉnh bản án nhà nước kế hoạch thực hiện các bạn dẫn đàn'.split(' ')
  let state = seed
  // Numerical Recipes' linear congruential generator: chance, but the same each time.
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const lines: string[] = []
  for (let line = 0; line < count; line++) {
    const length = 3 + next(8)
    // Squaring makes the first words the most frequent, as in language.
    const text = Array.from({ length }, () => words[Math.floor(next(words.length) ** 2 / words.length)])
    lines.push(`${text.join(' ')}.`)
  }
  return `${lines.join('\n')}\n`
}
