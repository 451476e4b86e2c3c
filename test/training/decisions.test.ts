import { describe, expect, it } from 'vitest'
import { readLanguageModel } from '../../src/lm/binary.ts'
import { ItemCase } from '../../src/lm/stream.ts'
import { BOUNDARY_ID as B } from '../../src/lm/symbols.ts'
import type { ChosenVocabulary } from '../../src/training/choose-vocabulary.ts'
import { type DecisionOptions, trainDecisions } from '../../src/training/decisions.ts'
import { backOffLogProb, type EstimatedOrder, estimate } from '../../src/training/estimate.ts'
import { countNgrams } from '../../src/training/ngrams.ts'
import { trainModel } from '../../src/training/train.ts'
import { eachTestAFolder, sentences } from './folder.ts'
import { keyOf } from './oracle.ts'

/** Readings of `ba` are 6 and 7, those of `ca` 8 and 9; 5 and 10 stand alone. */
const WORDS = ['<unk>', '<s>', '<num>', ',', '<code>', 'a', 'ba', 'bà', 'ca', 'cá', 'da']
const CHOSEN: ChosenVocabulary = {
  words: WORDS,
  counts: new Float64Array(WORDS.length),
  capital: new Float32Array(WORDS.length).fill(0.5),
  idOf: new Uint16Array(0),
}
const OPTIONS: DecisionOptions = { items: 1e6, margin: 1, step: 0.3 }

/** Counts that are wrong about the text below: there `a` is followed by `bà` (7), here by `ba` (6). */
function misled(): EstimatedOrder[] {
  const ids = Uint16Array.from([B, ...Array.from({ length: 20 }, () => [5, 6, 8, B]).flat(), 5, 7, 9, B])
  const raw = [1, 2, 3].map((order) => countNgrams([{ ids, weight: 1 }], order, WORDS.length))
  return estimate(raw, { cutOffs: [], lowerOrders: 'plain' })
}

function textOf(sentence: readonly number[], times: number) {
  const ids = Uint16Array.from([B, ...Array.from({ length: times }, () => [...sentence, B]).flat()])
  return { ids, letterCases: new Uint8Array(ids.length).fill(ItemCase.LOWER) }
}

const scoreOf = (orders: readonly EstimatedOrder[], words: readonly number[]): number =>
  [B, ...words, B].reduce((sum, _, i, all) => {
    const context = all.slice(Math.max(0, i - 2), i + 1)
    return i === 0 ? 0 : sum + backOffLogProb(orders, keyOf(context, WORDS.length), context.length)
  }, 0)

describe('trainDecisions', () => {
  it('lets the true reading win by the margin', () => {
    const before = misled()
    expect(scoreOf(before, [5, 7, 9])).toBeLessThan(scoreOf(before, [5, 6, 8]))
    const after = trainDecisions(before, CHOSEN, [textOf([5, 7, 9], 400)], OPTIONS)
    expect(scoreOf(after, [5, 7, 9])).toBeGreaterThan(scoreOf(after, [5, 6, 8]) + OPTIONS.margin)
  })

  it('changes numbers, never rows, and not those it was given', () => {
    const before = misled()
    const copy = structuredClone(before)
    const after = trainDecisions(before, CHOSEN, [textOf([5, 7, 9], 50)], OPTIONS)
    expect(before).toEqual(copy)
    after.forEach((order, n) => {
      expect(order.keys).toEqual(before[n]!.keys)
    })
    expect(after[2]!.logProb).not.toEqual(before[2]!.logProb)
  })

  it('leaves a model that is right by more than the margin as it is', () => {
    const before = misled()
    const after = trainDecisions(before, CHOSEN, [textOf([5, 6, 8], 50)], OPTIONS)
    expect(after.map(({ logProb, logBow }) => [logProb, logBow])).toEqual(
      before.map(({ logProb, logBow }) => [logProb, logBow]),
    )
  })

  it('learns nothing from a word a thousand times rarer than the usual one of its letters', () => {
    const before = misled().map((order, n) =>
      n > 0
        ? order
        : { ...order, logProb: order.logProb.map((log, id) => (id === 7 ? log - Math.log(2000) : log)) },
    )
    const after = trainDecisions(before, CHOSEN, [textOf([5, 7, 9], 400)], OPTIONS)
    const gained = after[0]!.logProb[7]! - before[0]!.logProb[7]!
    const usual = misled()
    const learned = trainDecisions(usual, CHOSEN, [textOf([5, 7, 9], 400)], OPTIONS)
    expect(gained).toBe(0)
    expect(scoreOf(learned, [5, 7, 9]) - scoreOf(usual, [5, 7, 9])).toBeGreaterThan(1)
    expect(scoreOf(after, [5, 7])).toBeCloseTo(scoreOf(before, [5, 7]), 5)
  })

  it('learns from as many items as it is told', () => {
    const text = textOf([5, 7, 9], 5000)
    const few = trainDecisions(misled(), CHOSEN, [text], { ...OPTIONS, items: 1 })
    const many = trainDecisions(misled(), CHOSEN, [text], OPTIONS)
    expect(scoreOf(many, [5, 7, 9])).not.toBe(scoreOf(few, [5, 7, 9]))
  })

  it('takes symbols, unknown words, sentences without end and no text at all', () => {
    for (const sentence of [[0, 2, 3, 4], [7], Array.from({ length: 1500 }, () => 7), []]) {
      const after = trainDecisions(misled(), CHOSEN, [textOf(sentence, 3)], OPTIONS)
      for (const { logProb, logBow } of after) {
        expect(logProb.every(Number.isFinite)).toBe(true)
        expect(logBow.every(Number.isFinite)).toBe(true)
      }
    }
    expect(trainDecisions(misled(), CHOSEN, [], OPTIONS)).toHaveLength(3)
  })
})

describe('trainModel with decisions', () => {
  const folder = eachTestAFolder()
  const config = {
    order: 3,
    cutOffs: [1, 1, 1],
    lowerOrders: 'plain',
    vocabulary: { minSyllableCount: 1, minOtherCount: 3, maxOthers: 50 },
    maxBytes: 1_000_000,
    sources: [{ name: 'one', weight: 1, files: ['*.txt'] }],
  } as const

  it('gives the same rows, other numbers, and the same bytes each time', async () => {
    folder().write('a.txt', sentences(400))
    const train = (decisions?: DecisionOptions) =>
      trainModel(decisions === undefined ? config : { ...config, decisions }, { corpus: folder().path })
    const counted = await train()
    const first = await train(OPTIONS)
    const second = await train(OPTIONS)
    expect(first.bytes).toEqual(second.bytes)
    expect(first.bytes.length).toBe(counted.bytes.length)
    expect(first.bytes).not.toEqual(counted.bytes)
    expect(first.manifest.kept).toEqual(counted.manifest.kept)
    const [a, b] = [counted, first].map(({ bytes }) => readLanguageModel(bytes).table.levels[1]!)
    expect(b!.word).toEqual(a!.word)
  })

  it('leaves out lines that hold a text that is excluded', async () => {
    folder().write('a.txt', 'Cây đa đầu làng.\nBến đò số 57-NQ/TW cuối làng.\nCây đa.')
    const { bytes } = await trainModel({ ...config, exclude: ['57-NQ/TW'] }, { corpus: folder().path })
    const { vocabulary } = readLanguageModel(bytes)
    expect(vocabulary.idOf('đa')).toBeGreaterThan(0)
    expect(vocabulary.idOf('làng')).toBeGreaterThan(0)
    expect(vocabulary.idOf('đò')).toBe(0)
  })
})
