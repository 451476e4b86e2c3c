/**
 * Abbreviations whose Đ has lost its bar (`CDS`, `HDND`, `QD-TTg`): the bar goes back where usage leaves no doubt.
 */
import { isLegalSyllable } from '../syllable/split.ts'
import type { Dictionary } from './dictionary.ts'

/** An official document is our kind of text; a newspaper is a tenth as good a witness. */
const OFFICIAL_USE = 10
/** Being listed with its meaning is worth 20 uses in official documents; the entry's weight multiplies it. */
const LISTING = 200
/** Five official uses: below that a form may be a misprint. */
const EVIDENCE_MIN = 50
/**
 * Share of the evidence that the barred form needs. On the shipped lists the certain ones lie above it (`CĐS` 0.92,
 * `QĐ` 0.99), the ambiguous ones below (`BĐ`/`BD` 0.82, `LĐ`/`LD` 0.80, `CĐ`/`CD` 0.69, `ĐA`/`DA` 0.50).
 */
const SHARE_MIN = 0.85
/** Two letters can stand for anything: they are restored only to a listed form. */
const UNLISTED_LENGTH_MIN = 3
/** Longer codes are no abbreviations. */
const LENGTH_MAX = 64

const ACRONYM = /^\p{L}+(?:[-&/]\p{L}+)*$/u
const TWO_CAPITALS = /\p{Lu}.*\p{Lu}/u
const COUNTS = /^(\d+)\t(\d+)/

/** Letters that scanners and typists strip inside abbreviations, and what is left of them. */
const BARE: Readonly<Record<string, string>> = {
  Đ: 'D',
  đ: 'd',
  Ă: 'A',
  Â: 'A',
  Ê: 'E',
  Ô: 'O',
  Ơ: 'O',
  Ư: 'U',
}
const MARKED = /[ĐđĂÂÊÔƠƯ]/g

/** The abbreviation without bars, hooks and circumflexes; capitals stay: `QyĐ` → `QyD`. */
export function bareAcronym(acronym: string): string {
  return acronym.replace(MARKED, (letter) => BARE[letter] ?? letter)
}

interface Form {
  evidence: number
  listed: boolean
  /** What lists say about it, `; ` between meanings. */
  meaning: string
}

/**
 * What is known about abbreviations: the entries of kind `abbreviation`. An entry's note is either how often it was
 * counted (`official TAB press`) or what it stands for (`A; B` for two meanings); an abbreviation may have several
 * entries.
 */
export class AcronymTable {
  private readonly forms = new Map<string, Form>()
  /** Bare letters → the forms with marks that lose them to these. */
  private readonly marked = new Map<string, string[]>()

  constructor(dictionaries: readonly Dictionary[]) {
    for (const dictionary of dictionaries) {
      for (const { note, phrase, weight } of dictionary.entries('abbreviation'))
        this.add(phrase, weight, note)
    }
  }

  /** True for a form that was listed or counted, exactly as written. */
  has(acronym: string): boolean {
    return this.forms.has(acronym)
  }

  /** True for a form that a list gives with its meaning. */
  isListed(acronym: string): boolean {
    return this.forms.get(acronym)?.listed ?? false
  }

  /** What an abbreviation stands for, in the order of the lists; empty when unknown. */
  expansions(acronym: string): readonly string[] {
    const meaning = this.forms.get(acronym)?.meaning ?? ''
    return meaning === '' ? [] : [...new Set(meaning.split('; '))]
  }

  /** How firmly a form is established: 10 per official use, 1 per press use, 200 × weight for being listed. */
  evidence(acronym: string): number {
    return this.forms.get(acronym)?.evidence ?? 0
  }

  /** Every form with its evidence. */
  *all(): Generator<{ form: string; weight: number }> {
    for (const [form, { evidence }] of this.forms) yield { form, weight: evidence }
  }

  /** Known forms that lose their marks to the same letters, the bare one first. */
  variants(acronym: string): readonly string[] {
    const bare = bareAcronym(acronym)
    const marked = this.marked.get(bare) ?? []
    return this.forms.has(bare) ? [bare, ...marked] : marked
  }

  private add(acronym: string, weight: number, note: string): void {
    let form = this.forms.get(acronym)
    if (form === undefined) {
      form = { evidence: 0, listed: false, meaning: '' }
      this.forms.set(acronym, form)
      const bare = bareAcronym(acronym)
      if (bare !== acronym) {
        const variants = this.marked.get(bare)
        if (variants === undefined) this.marked.set(bare, [acronym])
        else variants.push(acronym)
      }
    }
    const counts = COUNTS.exec(note)
    if (counts !== null) {
      form.evidence += OFFICIAL_USE * Number(counts[1]) + Number(counts[2])
      return
    }
    form.evidence += LISTING * weight
    form.listed = true
    const meaning = note.split('\t', 1)[0]!
    form.meaning += form.meaning === '' || meaning === '' ? meaning : `; ${meaning}`
  }
}

/**
 * Puts the bar of Đ (and the horn of Ơ, Ư …) back into an abbreviation or the letters of a code, where one known form
 * is far more established than every other. Marks already there are kept.
 *
 * @param acronym letters, parts joined by `-`, `&` or `/`, at least two of them capitals: `CDS`, `ND-CP`, `GD&DT`
 * @returns the restored form; null when nothing is to be restored or it is not certain (`DA`, `CD`, `HD`), and for
 *   what could be a syllable in capitals (`DU`)
 * @example restoreBar('HDND', known) // 'HĐND'
 */
export function restoreBar(acronym: string, known: AcronymTable): string | null {
  if (acronym.length > LENGTH_MAX || !ACRONYM.test(acronym) || !TWO_CAPITALS.test(acronym)) return null
  const restored = restoreWhole(acronym, known) ?? restoreParts(acronym, known)
  return restored === acronym ? null : restored
}

/** @returns the form itself when it is known but not to be changed, null when nothing is known */
function restoreWhole(acronym: string, known: AcronymTable): string | null {
  let total = 0
  let best = ''
  let most = 0
  for (const form of known.variants(acronym)) {
    if (!keepsMarks(acronym, form)) continue
    const evidence = known.evidence(form)
    total += evidence
    if (evidence > most) {
      most = evidence
      best = form
    }
  }
  if (total === 0) return null
  const certain =
    most >= EVIDENCE_MIN &&
    most >= SHARE_MIN * total &&
    !known.isListed(acronym) &&
    (acronym.length >= UNLISTED_LENGTH_MIN || known.isListed(best)) &&
    !isLegalSyllable(acronym)
  return certain ? best : acronym
}

function restoreParts(acronym: string, known: AcronymTable): string {
  return acronym.replace(/\p{L}+/gu, (part) =>
    part === acronym || !TWO_CAPITALS.test(part) ? part : (restoreWhole(part, known) ?? part),
  )
}

/** A mark that was read is evidence: only bare letters may gain one. */
function keepsMarks(acronym: string, form: string): boolean {
  if (acronym.length !== form.length) return false
  for (let i = 0; i < acronym.length; i++) {
    const letter = acronym.charAt(i)
    if (letter !== form.charAt(i) && BARE[letter] !== undefined) return false
  }
  return true
}
