// Vietnamese orthography as data: which onsets, which rimes, which tones, and who may stand beside whom.

/** Tones by number: 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5

/** A written syllable: `onset` may be empty; `rime` is toneless (`ương`), with its vowel letters and coda. */
export interface Syllable {
  readonly onset: string
  readonly rime: string
  readonly tone: Tone
}

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** All onsets as written; the empty string is "no onset". */
export const ONSETS: readonly string[] = [
  '',
  ...words('b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'),
]

/** All rimes without tone, grouped by their first vowel letters. */
export const RIMES: readonly string[] = words(`
  a ac ach ai am an ang anh ao ap at au ay
  ăc ăm ăn ăng ăp ăt
  âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et
  ê êch êm ên ênh êp êt êu
  i ia ich im in inh ip it iu
  iêc iêm iên iêng iêp iêt iêu
  o oc oi om on ong op ot ooc oong
  oa oac oach oai oam oan oang oanh oao oap oat oay
  oăc oăm oăn oăng oăt
  oe oem oen oeo oet
  ô ôc ôi ôm ôn ông ôp ôt
  ơ ơi ơm ơn ơp ơt
  u ua uc ui um un ung up ut
  uân uâng uât uây
  uê uêch uênh uơ
  uôc uôi uôm uôn uông uôt
  uy uya uych uyên uyêt uyn uynh uyp uyt uyu
  ư ưa ưc ưi ưm ưn ưng ưt ưu
  ươc ươi ươm ươn ương ươp ươt ươu
  y ych yêm yên yêng yêt yêu ynh yp yt
`)

/** A rime that ends in a stop bears only sắc or nặng. */
export const STOP_TONES: readonly Tone[] = [4, 5]
const ALL_TONES: readonly Tone[] = [0, 1, 2, 3, 4, 5]

/** The tones a rime may bear. */
export function tonesOf(rime: string): readonly Tone[] {
  return /(?:[ptck]|ch)$/.test(rime) ? STOP_TONES : ALL_TONES
}

/** Rimes with `y` that stand only after `qu`: elsewhere the glide is written in the rime (`huynh`, `tuýp`). */
const ONLY_AFTER_QU: ReadonlySet<string> = new Set(words('ych ynh yp yt'))

/** Rimes in i, ô, ơ, y that follow `qu`; of those in a, ă, â, e, ê any does, of those in o, u, ư none. */
const AFTER_QU: ReadonlySet<string> = new Set(words('i in inh it ôc ơ ơi ơt y yên yêt ych ynh yp yt'))

/**
 * Rimes beginning with i after `gi`, which are written with one i (`gì`, `gìn`, `giếng`). `ia` and `iu` cannot:
 * they would be read as `gi` + `a`, `gi` + `u`.
 */
const AFTER_GI: ReadonlySet<string> = new Set(words('i ich im in ip it iêc iêm iên iêng iêp iêt iêu'))

/** Onsets before open `y`, a spelling of `i` of Sino-Vietnamese words and names (`Mỹ`, `kỷ`, `Vy`). */
const BEFORE_Y: ReadonlySet<string> = new Set(['', ...words('b d h k l m n nh qu s t th tr v')])

/** Whether the orthography lets this onset stand before this rime. */
export function isLegalPair(onset: string, rime: string): boolean {
  const first = rime.charAt(0)
  if (onset === 'qu') return 'aăâeê'.includes(first) || AFTER_QU.has(rime)
  if (ONLY_AFTER_QU.has(rime)) return false
  if (rime === 'y') return BEFORE_Y.has(onset)
  if (first === 'y') return onset === ''
  if (rime.startsWith('iê') && onset === '') return false
  const front = 'eêi'.includes(first)
  switch (onset) {
    case 'k':
    case 'gh':
    case 'ngh':
      return front
    case 'c':
      // c before a glide is written qu, but ua and uô are vowels of their own.
      return !front && !/^(?:o[aăe]|u[âêơy])/.test(rime)
    case 'g':
    case 'ng':
      return !front
    case 'gi':
      return first === 'i' ? AFTER_GI.has(rime) : !/^(?:o[aăe]|u[âêơy])/.test(rime) && !isMergedAway(rime)
    default:
      return true
  }
}

/** `gi` + `êng` would be written as `gi` + `iêng` is; the second analysis is the one kept. */
function isMergedAway(rime: string): boolean {
  return AFTER_GI.has(`i${rime}`)
}

/** Spellings outside the rules above that stand in names and set phrases of official Vietnamese. */
export const EXCEPTIONS: readonly Syllable[] = [
  { onset: 'đ', rime: 'ăk', tone: 0 }, // Đăk Nông, older spelling
  { onset: 'đ', rime: 'ăk', tone: 4 }, // Đắk Lắk
  { onset: 'đ', rime: 'ak', tone: 0 },
  { onset: 'l', rime: 'ăk', tone: 0 },
  { onset: 'l', rime: 'ăk', tone: 4 },
  { onset: 'k', rime: 'an', tone: 5 }, // Bắc Kạn
  { onset: 'k', rime: 'ông', tone: 0 }, // Hồng Kông, Mê Kông
  { onset: 'k', rime: 'ơ', tone: 0 }, // Kơ, a family name of the Central Highlands
  { onset: 'n', rime: 'iê', tone: 0 }, // Niê, another
  { onset: 'r', rime: 'oon', tone: 1 }, // Roòn, Quảng Bình
  { onset: 't', rime: 'yp', tone: 4 }, // týp, of technical texts
  { onset: 'gi', rime: 'oăng', tone: 0 }, // gioăng, of technical texts
  { onset: 'gi', rime: 'ia', tone: 5 }, // giặt gịa; only this tone differs from gi + a
]

/** Every legal syllable: all pairs with all their tones, then the exceptions. About 17 000. */
export function* allSyllables(): Generator<Syllable> {
  for (const onset of ONSETS) {
    for (const rime of RIMES) {
      if (!isLegalPair(onset, rime)) continue
      for (const tone of tonesOf(rime)) yield { onset, rime, tone }
    }
  }
  yield* EXCEPTIONS
}
