/**
 * Would WebAssembly pay? The look-up of a bigram (bisection among the rows of a word), which searches wait for most, in
 * TypeScript and as a module assembled by hand (`wasm-lookup.wat`), over the same columns and the same questions: all
 * readings of neighbouring keys of the fixtures.
 *
 * npx tsx bench/wasm-lookup.ts
 */
import { readFileSync } from 'node:fs'
import { findRow } from '../src/lm/table.ts'
import { loadModel } from '../src/node.ts'
import { fold } from '../src/unicode/fold.ts'
import { FIXTURES } from './files.ts'
import { summarise, timeTasks } from './timing.ts'

/** What `wabt` makes of `wasm-lookup.wat`. */
const MODULE =
  'AGFzbQEAAAABCAFgA39/fwF/Ag0BAW0GbWVtb3J5AgABAwIBAAcIAQRmaW5kAAAKogEBnwEBCH8gASACQQJ0aiEDAkADQCABIANPDQEgAS8BAEECdCEK' +
  'IAEvAQIhBCAKKAIAIQUgCigCBCEHIAchBgJAA0AgBSAGTw0BIAUgBmpBAXYhCCAAIAhBAXRqLwEAIARJBEAgCEEBaiEFBSAIIQYLDAALCyAFIAdJBEAg' +
  'ACAFQQF0ai8BACAERgRAIAkgBWohCQsLIAFBBGohAQwACwsgCQs='
const PAGE = 1 << 16
const PASSES = 40
const WARMUP = 10

const { vocabulary, table } = (await loadModel()).language
const { unigramNext } = table
const { word } = table.levels[0]!

/** (before, word), one behind the other. */
function questions(): Uint16Array {
  const asked: number[] = []
  for (const name of ['le-thanh-nghi/plan.txt', 'nam-sach/ocr.txt', 'own/official.txt']) {
    const keys = readFileSync(`${FIXTURES}${name}`, 'utf8').match(/\p{L}+/gu) ?? []
    const groups = keys.map((key) => vocabulary.groupOfKey(fold(key))).filter((group) => group > 0)
    for (let i = 1; i < groups.length; i++) {
      const [left, right] = [groups[i - 1]!, groups[i]!]
      for (let a = vocabulary.groupStart[left]!; a < vocabulary.groupStart[left + 1]!; a++)
        for (let b = vocabulary.groupStart[right]!; b < vocabulary.groupStart[right + 1]!; b++)
          asked.push(a, b)
    }
  }
  return Uint16Array.from(asked)
}

const asked = questions()
const count = asked.length / 2

/** The same steps as the module's. */
function likeTheModule(): number {
  let sum = 0
  for (let i = 0; i < asked.length; i += 2) {
    const before = asked[i]!
    const id = asked[i + 1]!
    const stop = unigramNext[before + 1]!
    let low = unigramNext[before]!
    let high = stop
    while (low < high) {
      const middle = (low + high) >>> 1
      if (word[middle]! < id) low = middle + 1
      else high = middle
    }
    if (low < stop && word[low] === id) sum = (sum + low) | 0
  }
  return sum
}

function inTypeScript(): number {
  let sum = 0
  for (let i = 0; i < asked.length; i += 2) {
    const before = asked[i]!
    const row = findRow(word, asked[i + 1]!, unigramNext[before]!, unigramNext[before + 1]!)
    if (row >= 0) sum = (sum + row) | 0
  }
  return sum
}

const wordsAt = unigramNext.byteLength
const askedAt = wordsAt + word.byteLength
// Not among the types this project compiles with.
interface WasmMemory {
  readonly buffer: ArrayBuffer
}
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Memory: new (size: { readonly initial: number }) => WasmMemory
    readonly instantiate: (
      bytes: Uint8Array,
      imports: { readonly m: { readonly memory: WasmMemory } },
    ) => Promise<{ readonly instance: { readonly exports: Record<string, unknown> } }>
  }
}
const memory = new WebAssembly.Memory({ initial: Math.ceil((askedAt + asked.byteLength) / PAGE) })
new Uint32Array(memory.buffer, 0, unigramNext.length).set(unigramNext)
new Uint16Array(memory.buffer, wordsAt, word.length).set(word)
new Uint16Array(memory.buffer, askedAt, asked.length).set(asked)
const { instance } = await WebAssembly.instantiate(Buffer.from(MODULE, 'base64'), { m: { memory } })
const find = instance.exports.find as (words: number, asked: number, count: number) => number

if (find(wordsAt, askedAt, count) !== inTypeScript()) throw new Error('Both must find the same rows.')

const timed = summarise(
  timeTasks(
    [
      { name: 'TypeScript', units: count, pass: inTypeScript },
      { name: 'with two branches', units: count, pass: likeTheModule },
      { name: 'WebAssembly', units: count, pass: () => find(wordsAt, askedAt, count) },
    ],
    PASSES,
    WARMUP,
  ),
)
const perSecond = (name: string): number => timed.get(name)!.perSecond / 1e6
console.log(
  `look-ups: ${count} pairs of neighbouring readings, TypeScript ${perSecond('TypeScript').toFixed(1)}, with two branches ` +
    `${perSecond('with two branches').toFixed(1)}, WebAssembly ` +
    `${perSecond('WebAssembly').toFixed(1)} million/s, ${(perSecond('WebAssembly') / perSecond('TypeScript')).toFixed(2)} times`,
)
