// A model of a few dozen n-grams, small enough to add up by hand. Logarithms are natural and exact in binary.

import type { LanguageModel } from '../../src/lm/language-model.ts'
import { Vocabulary } from '../../src/lm/vocabulary.ts'
import { type Entry, tableOf } from './oracle.ts'

export const TINY_WORDS = [
  ...['<unk>', '<s>', '<num>', ',', '<code>'],
  ...['ban', 'bàn', 'bạn', 'dân', 'đàn', 'nhân', 'nhãn', 'ủy', 'uy', 'xa', 'xã'],
] as const

const idOf = (word: string): number => TINY_WORDS.indexOf(word as (typeof TINY_WORDS)[number])

/** Ids of words separated by blanks. */
export const ids = (text: string): number[] => text.split(' ').map(idOf)

const entry = (text: string, logProb: number, logBow = 0): Entry => [ids(text), logProb, logBow]

export const TINY_ENTRIES: readonly Entry[] = [
  entry('<unk>', -6),
  entry('<s>', -2, -0.5),
  entry('<num>', -3, -0.25),
  entry(',', -3, -0.25),
  entry('<code>', -5),
  entry('ban', -4, -0.5),
  entry('bàn', -5),
  entry('bạn', -4.5, -0.25),
  entry('dân', -4, -0.5),
  entry('đàn', -6),
  entry('nhân', -4, -0.75),
  entry('nhãn', -6.5),
  entry('ủy', -5, -1),
  entry('uy', -5.5),
  entry('xa', -5, -0.25),
  entry('xã', -4, -0.5),
  entry('<s> bàn', -3),
  entry('<s> bạn', -2, -0.125),
  entry('<s> ủy', -1.5, -0.25),
  entry('<num> xã', -2),
  entry('ban nhân', -0.5, -0.25),
  entry('bạn dân', -3),
  entry('dân xã', -1.25),
  entry('nhân dân', -0.25, -0.125),
  entry('ủy ban', -0.25, -0.5),
  entry('xã <s>', -1),
  entry('<s> ủy ban', -0.125),
  entry('ban nhân dân', -0.03125),
  entry('nhân dân xã', -0.75),
  entry('ủy ban <s>', -2),
  entry('ủy ban nhân', -0.0625),
]

/** The tiny model; words carry capitals in the middle of a sentence in 3 of 10 cases. */
export const tinyModel: LanguageModel = {
  vocabulary: new Vocabulary(TINY_WORDS),
  table: tableOf(TINY_ENTRIES, 3),
  logCapital: Float32Array.from(TINY_WORDS, () => Math.log(0.3)),
  logSmall: Float32Array.from(TINY_WORDS, () => Math.log(0.7)),
}
