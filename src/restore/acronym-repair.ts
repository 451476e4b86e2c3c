/**
 * Acronyms that OCR damaged (`PMST`, `CBbS`, `UBNĐ`): the likeliest known one through the engine's channel. An acronym
 * that the document itself defines (`đổi mới sáng tạo (BMST)`) is known by the initials of the words before it.
 */
import type { Emission } from '../channel/emission.ts'
import { Likelihood, logLikelihood } from '../channel/likelihood.ts'
import { isLegalSyllable } from '../syllable/split.ts'
import { looksLikeAcronym } from './acronym-shape.ts'
import { UNKNOWN_CAPITAL_LOG } from './alternatives.ts'
import type { Chunk } from './chunks.ts'

/** An acronym and how often it is met, in any unit. */
export interface KnownAcronym {
  readonly form: string
  readonly weight: number
}

/** What an acronym as read was most likely printed as. */
export interface AcronymReading {
  readonly text: string
  /** Posterior among all known forms and the form as it stands, 0..1. */
  readonly confidence: number
}

/** Share of all acronyms of a document that one it defines itself is taken for. */
const DEFINED_PRIOR = 0.2
/** ln P(a known acronym is none of the known ones): new ones are made every day. */
const LOG_KNOWN = Math.log(0.7)

/** ln P(read | form) of a form that is worth a thought. */
const CHANNEL_MIN = -25
/** Forms so much less likely than what stands (nats) are left out: thousands of them would change no confidence by 0.0001. */
const SPAN = 18

/** Forms remembered at most; a hostile file cannot grow the caches beyond this. */
const CACHE_MAX = 50_000
/** What Đ is read as. */
const BARLESS = /[DPBĐ]/
const NOTHING: ReadonlySet<string> = new Set()
/** ln P(letter) an initial must reach on average for a definition. */
const PLAUSIBLE_LETTER_LOG = -2

/** Known forms of one length, as columns. */
interface Forms {
  readonly form: string[]
  /** ln of their share. */
  readonly logPrior: number[]
  /** Their letters, one form behind the other, as indices of the emission rows. */
  letters: Int16Array
}

/** What a string may be, among the known forms. */
interface Known {
  readonly found: readonly { form: string; log: number }[]
  /** Forms with less than this (prior and channel) were not looked for. */
  readonly least: number
}

export class AcronymRepairer {
  private readonly emission: Emission
  private readonly likelihood: Likelihood
  private readonly byLength = new Map<number, Forms>()
  /** Forms with letters that the channel has no rows for, with ln of their share: hardly any. */
  private readonly odd: { form: string; log: number }[] = []
  private readonly cache = new Map<string, Known>()
  /** Readings on pages that define nothing like them, with this margin. */
  private readonly alone = new Map<string, AcronymReading>()
  private margin = 0
  /** By letter, while one string is looked for: whether it is in it, bars aside. */
  private readonly isRead: Uint8Array

  constructor(known: readonly KnownAcronym[], emission: Emission) {
    this.emission = emission
    this.likelihood = new Likelihood(emission)
    this.isRead = new Uint8Array(emission.characters.length)
    const total = known.reduce((sum, { weight }) => sum + weight, 0)
    for (const { form, weight } of known) {
      if (weight <= 0 || !looksLikeAcronym(form)) continue
      const logPrior = LOG_KNOWN + Math.log(weight / total)
      if (!this.hasRows(form)) {
        this.odd.push({ form, log: logPrior })
        continue
      }
      let forms = this.byLength.get(form.length)
      if (forms === undefined) {
        forms = { form: [], logPrior: [], letters: new Int16Array(0) }
        this.byLength.set(form.length, forms)
      }
      forms.form.push(form)
      forms.logPrior.push(logPrior)
    }
    for (const forms of this.byLength.values())
      forms.letters = Int16Array.from(forms.form.join(''), (letter) => emission.idOf(letter))
  }

  private hasRows(form: string): boolean {
    for (let i = 0; i < form.length; i++) if (this.emission.idOf(form.charAt(i)) < 0) return false
    return true
  }

  /** Known forms a reading may come from with ln(prior · channel), but for those below `least`. */
  private known(read: string, least: number): Known['found'] {
    const cached = this.cache.get(read)
    if (cached !== undefined && cached.least <= least) return cached.found
    const found: { form: string; log: number }[] = []
    this.markLetters(read)
    this.likelihood.observe(read)
    for (let length = read.length - 2; length <= read.length + 1; length++) {
      const forms = this.byLength.get(length)
      if (forms === undefined) continue
      const { form, logPrior, letters } = forms
      for (let i = 0; i < form.length; i++) {
        // Cheap first: most known forms share few letters with the reading.
        const at = i * length
        if (!this.sharesLetters(letters, at, at + length)) continue
        const prior = logPrior[i] as number
        const log = this.likelihood.of(letters, at, at + length, Math.max(CHANNEL_MIN, least - prior))
        if (log > CHANNEL_MIN && prior + log > least)
          found.push({ form: form[i] as string, log: prior + log })
      }
    }
    for (const { form, log: prior } of this.odd) {
      const log = isNear(form, read) ? logLikelihood(this.emission, read, form) : CHANNEL_MIN
      if (log > CHANNEL_MIN && prior + log > least) found.push({ form, log: prior + log })
    }
    if (this.cache.size < CACHE_MAX || cached !== undefined) this.cache.set(read, { found, least })
    return found
  }

  private markLetters(read: string): void {
    const { emission, isRead } = this
    isRead.fill(0)
    const mark = (letter: string): void => {
      const id = emission.idOf(letter)
      if (id >= 0) isRead[id] = 1
    }
    for (let i = 0; i < read.length; i++) mark(read.charAt(i))
    if (BARLESS.test(read)) mark('Đ')
  }

  /** At least half of the letters of a form are in what was read, bars aside. */
  private sharesLetters(letters: Int16Array, from: number, to: number): boolean {
    let shared = 0
    for (let i = from; i < to; i++) shared += this.isRead[letters[i] as number] as number
    return 2 * shared >= to - from
  }

  /** Whether `read` may be what the engine made of `printed`. */
  plausible(read: string, printed: string): boolean {
    if (read.length === printed.length) {
      let equal = 0
      for (let i = 0; i < read.length; i++) if (read.charAt(i) === printed.charAt(i)) equal++
      if (equal >= read.length - 1) return true
    }
    return logLikelihood(this.emission, read, printed) > PLAUSIBLE_LETTER_LOG * read.length
  }

  /**
   * @param read an acronym as it stands in the text
   * @param defined acronyms the document defines
   * @param margin nats by which a change must be better than none
   */
  best(read: string, defined: ReadonlySet<string>, margin = 0): AcronymReading {
    for (const form of defined) if (isNear(form, read)) return this.weigh(read, defined, margin)
    // Pages define few: the others are read alike everywhere.
    if (this.margin !== margin || this.alone.size >= CACHE_MAX) this.alone.clear()
    this.margin = margin
    let reading = this.alone.get(read)
    if (reading === undefined) {
      reading = this.weigh(read, NOTHING, margin)
      this.alone.set(read, reading)
    }
    return reading
  }

  private weigh(read: string, defined: ReadonlySet<string>, margin: number): AcronymReading {
    const logOf = new Map<string, number>()
    const asItStands = margin + UNKNOWN_CAPITAL_LOG * read.length + logLikelihood(this.emission, read, read)
    const least = asItStands - SPAN
    // What is remembered of another margin may hold more.
    for (const { form, log } of this.known(read, least)) if (log > least) logOf.set(form, log)
    const definedPrior = Math.log(DEFINED_PRIOR / Math.max(1, defined.size))
    for (const form of defined) {
      if (!isNear(form, read)) continue
      const log = definedPrior + logLikelihood(this.emission, read, form)
      if (log > (logOf.get(form) ?? Number.NEGATIVE_INFINITY)) logOf.set(form, log)
    }
    if (asItStands > (logOf.get(read) ?? Number.NEGATIVE_INFINITY)) logOf.set(read, asItStands)
    let text = read
    let top = logOf.get(read) as number
    for (const [form, log] of logOf) {
      if (log > top) {
        top = log
        text = form
      }
    }
    let total = 0
    for (const log of logOf.values()) total += Math.exp(log - top)
    return { text, confidence: 1 / total }
  }
}

/** Whether one may be read as the other, by their lengths. */
const isNear = (form: string, read: string): boolean => Math.abs(form.length - read.length) <= 2

/** One acronym of a page and what it was printed as. */
export interface FoundAcronym {
  readonly start: number
  readonly end: number
  readonly reading: AcronymReading
}

/** Words that acronyms leave out: `khoa học và công nghệ (KHCN)`. */
const LEFT_OUT = new Set(['và', 'của', 'các', 'về', 'với'])

/**
 * The acronyms of a page, read with what the page itself defines.
 *
 * @param textOf the text of a chunk as repaired so far, without the marks around it
 * @param marginOf nats by which a change of a stretch must be better than none
 */
export function findAcronyms(
  chunks: readonly Chunk[],
  textOf: (chunk: Chunk) => string,
  repairer: AcronymRepairer,
  marginOf: (start: number, end: number) => number,
): FoundAcronym[] {
  const acronyms: { index: number; start: number; end: number; read: string }[] = []
  chunks.forEach((chunk, index) => {
    if (chunk.kind !== 'word' || chunk.heading) return
    const { acronym: read, before, after } = chunk.facts
    if (read === null) return
    const repaired = textOf(chunk)
    if (repaired !== read && isLegalSyllable(repaired)) return
    acronyms.push({ index, start: chunk.start + before, end: chunk.end - after, read })
  })
  if (acronyms.length === 0) return []
  const defined = new Set<string>()
  for (const { index, read } of acronyms) {
    if (!chunks[index]?.text.startsWith('(')) continue
    const initials: string[] = []
    for (let k = index - 1; k >= 0 && initials.length <= read.length; k--) {
      const word = textOf(chunks[k] as Chunk)
      if (LEFT_OUT.has(word.toLowerCase())) continue
      initials.unshift(word.charAt(0).toUpperCase())
      const candidate = initials.join('')
      if (Math.abs(candidate.length - read.length) <= 1 && repairer.plausible(read, candidate)) {
        defined.add(candidate)
        break
      }
    }
  }
  const readings = new Map<string, AcronymReading>()
  return acronyms.map(({ start, end, read }) => {
    const margin = marginOf(start, end)
    const key = `${read} ${margin}`
    let reading = readings.get(key)
    if (reading === undefined) {
      reading = repairer.best(read, defined, margin)
      readings.set(key, reading)
    }
    return { start, end, reading }
  })
}
