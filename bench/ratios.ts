/**
 * What `--check` compares with `baseline.json`: ratios of things measured in one run, which hold on any machine, within
 * wide tolerances, since the machine may be busy.
 */

/** One ratio and how far it may worsen. */
export interface Ratio {
  readonly name: string
  readonly value: number
  readonly better: 'lower' | 'higher'
}

/** Speeds may halve against each other: caches and clock rates of machines differ. */
const SPEED_FACTOR = 2
/** Error ratios may grow by a tenth, and by a twentieth of a per cent where there are hardly any errors. */
const ERROR_FACTOR = 1.1
const ERROR_SLACK = 0.0005

/** What is worse than the baseline allows, as sentences; ratios on one side only are passed over. */
export function findRegressions(
  ratios: readonly Ratio[],
  baseline: Readonly<Record<string, number>>,
): string[] {
  const found: string[] = []
  for (const { name, value, better } of ratios) {
    const before = baseline[name]
    if (before === undefined) continue
    const limit = better === 'higher' ? before / SPEED_FACTOR : before * ERROR_FACTOR + ERROR_SLACK
    const worse = better === 'higher' ? !(value >= limit) : !(value <= limit)
    if (worse) {
      const side = better === 'higher' ? 'at least' : 'at most'
      found.push(
        `${name} is ${value.toPrecision(3)}, it was ${before.toPrecision(3)} and may be ${side} ${limit.toPrecision(3)}.`,
      )
    }
  }
  return found
}

/** Ratios as they are kept in the baseline file. */
export const toBaseline = (ratios: readonly Ratio[]): Record<string, number> =>
  Object.fromEntries(ratios.map(({ name, value }) => [name, Number(value.toPrecision(4))]))
