/**
 * A vocabulary of syllables as onset × rime: which printed units there are, in which cases, and which pair of
 * them is which syllable. Typed arrays by unit id, for the join in {@link Channel}.
 */
import { toModernPlacement } from '../syllable/tone.ts'
import { CAPITAL, casesOf, LOWER, type PrintedCase, splitUnits, UPPER, unitInCase } from './units.ts'

/** Printed cases by slot: entry `syllable × 3 + slot` of per-syllable arrays. */
export const SLOT_CASE: readonly PrintedCase[] = [LOWER, CAPITAL, UPPER]

/** Printed units of one kind. */
export interface PrintedUnits {
  /** The units as printed, by id. */
  readonly units: readonly string[]
  /** Lower-case unit by id; spellings of one rime (òa, oà) share it. */
  readonly base: Int32Array
  /** Cases by id as bits, 0 for the empty unit. */
  readonly cases: Uint8Array
}

/** Onsets and rimes of a vocabulary and how they join. */
export interface UnitVocabulary {
  readonly onsets: PrintedUnits
  readonly rimes: PrintedUnits
  /** Number of lower-case rimes. */
  readonly rimeCount: number
  /** Syllable by base onset × rimeCount + base rime, −1 where the vocabulary has none. */
  readonly join: Int32Array
}

/** Takes a vocabulary apart. */
export function unitVocabulary(syllables: readonly string[]): UnitVocabulary {
  const onsetIds = new Map<string, number>()
  const rimeIds = new Map<string, number>()
  const spellings = new Map<string, number>()
  const capitals = new Set<number>()
  const pairs = new Int32Array(syllables.length * 2)
  syllables.forEach((syllable, index) => {
    const { onset, rime } = splitUnits(syllable)
    const rimeId = idIn(rimeIds, rime)
    pairs[index * 2] = idIn(onsetIds, onset)
    pairs[index * 2 + 1] = rimeId
    spellings.set(rime, rimeId)
    // The document may place tone marks the modern way (hoà): another spelling of the same rime.
    const modern = toModernPlacement(syllable)
    if (modern !== syllable) spellings.set(splitUnits(modern).rime, rimeId)
    if (onset === '') capitals.add(rimeId)
  })
  const rimeCount = rimeIds.size
  const join = new Int32Array(onsetIds.size * rimeCount).fill(-1)
  for (let index = 0; index < syllables.length; index++) {
    join[pairs[index * 2]! * rimeCount + pairs[index * 2 + 1]!] = index
  }
  return {
    onsets: printedUnits(onsetIds, () => true),
    rimes: printedUnits(spellings, (rime) => capitals.has(rime)),
    rimeCount,
    join,
  }
}

function idIn(ids: Map<string, number>, unit: string): number {
  const known = ids.get(unit)
  if (known !== undefined) return known
  ids.set(unit, ids.size)
  return ids.size - 1
}

function printedUnits(ids: ReadonlyMap<string, number>, hasCapital: (id: number) => boolean): PrintedUnits {
  const units: string[] = []
  const base: number[] = []
  for (const [unit, id] of ids) {
    const forms = new Set([unit, unitInCase(unit, UPPER)])
    if (hasCapital(id)) forms.add(unitInCase(unit, CAPITAL))
    for (const form of forms) {
      units.push(form)
      base.push(id)
    }
  }
  const cases = Uint8Array.from(units, (unit) => (unit === '' ? 0 : casesOf(unit)))
  return { units, base: Int32Array.from(base), cases }
}

/**
 * Slots (as bits: 1 lower, 2 capital, 4 upper) of a syllable by case bits of onset × 8 + those of the rime:
 * `Ng`+`ị` is capital, `T`+`Ị` upper, `T`+`ị` capital, ''+`Ở` capital and upper, `ng`+`Ị` nothing.
 */
export const JOINT_SLOTS: Uint8Array = /* @__PURE__ */ (() => {
  const table = new Uint8Array(64)
  for (let onset = 0; onset < 8; onset++) {
    for (let rime = 0; rime < 8; rime++) {
      let slots = 0
      SLOT_CASE.forEach((printedCase, slot) => {
        const wanted = printedCase === UPPER ? UPPER : LOWER
        const fits = onset === 0 ? rime & printedCase : onset & printedCase && rime & wanted
        if (fits) slots |= 1 << slot
      })
      table[onset * 8 + rime] = slots
    }
  }
  return table
})()
