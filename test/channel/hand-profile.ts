import type { ChannelProfile } from '../../src/channel/profile.ts'

/** Readings written as `read count | read count`; `-` is the empty reading. */
function readings(text: string): Map<string, number> {
  return new Map(
    text.split(' | ').map((entry) => {
      const [read, count] = entry.split(' ')
      return [read === '-' ? '' : read!, Number(count)]
    }),
  )
}

const confusions = (table: Record<string, string>) =>
  new Map(Object.entries(table).map(([printed, text]) => [printed, readings(text)]))

/** A profile small enough to reckon by hand. */
export const handProfile: ChannelProfile = {
  name: 'hand',
  comments: ['A profile for tests.'],
  settings: { pages: 1, chunks: 1000, logMerge: -5, logSplit: -6, logLost: -7, logInserted: -8, margin: 1.5 },
  characters: confusions({
    ổ: '6 30 | o 60 | é 10',
    s: 's 90 | 5 10',
    ố: '6 60 | é 35 | ổ 3 | - 2',
    ư: 'u 90 | - 10',
    ờ: 'd 50 | o 30 | é 20',
    n: 'n 99 | m 1',
    g: 'g 100',
    h: 'h 100',
    c: 'c 98 | e 2',
    ủ: 'u 70 | a 20 | ti 10',
    a: 'a 100',
    Đ: 'D 90 | P 10',
    D: 'D 100',
    M: 'M 100',
    S: 'S 100',
    T: 'T 100',
    C: 'C 100',
    p: 'p 100',
    t: 't 99 | l 1',
  }),
  onsets: confusions({ s: 's 95 | 5 5', đ: 'd 100', ph: 'ph 50', Đ: 'D 45 | P 5', c: 'c 60' }),
  rimes: confusions({ ố: '6 50 | é 40 | o 10', ủa: 'ua 40 | aa 10', ường: 'udng 20 | uong 20' }),
  before: readings('- 95 | ( 5'),
  after: readings('- 80 | , 12 | . 8'),
}

/** A vocabulary for it. */
export const handSyllables = [
  'số',
  'sở',
  'sổ',
  'sớ',
  'của',
  'cua',
  'cứ',
  'đường',
  'đương',
  'phố',
  'phổ',
  'thành',
  'hòa',
  'thủy',
  'quý',
  'y',
  'ở',
  'tổ',
  'chức',
  'nghị',
  'giữa',
  'gì',
  'quyết',
  'an',
  'ban',
  'bản',
  'kế',
  'hoạch',
] as const
