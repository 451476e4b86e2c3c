// The rules of measuring in their obvious slow form: whole matrices, strings, no shortcuts.

const plain = (word: string) =>
  word.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '')

/** Textbook Levenshtein distance over any sequences. */
export function levenshtein<T>(a: ArrayLike<T>, b: ArrayLike<T>): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

function unlikeness(a: string, b: string): number {
  if (a === b) return 0
  const x = plain(a)
  const y = plain(b)
  return 0.2 + (1.8 * levenshtein(x, y)) / Math.max(x.length, y.length, 1)
}

/** Least-cost alignment by a full table; ties as documented: pair, then drop, then insert, from the end. */
export function slowAlign(truth: readonly string[], hypothesis: readonly string[]): (number | null)[] {
  const table: number[][] = [hypothesis.map((_, j) => j).concat(hypothesis.length)]
  for (let i = 1; i <= truth.length; i++) {
    const row = [i]
    for (let j = 1; j <= hypothesis.length; j++) {
      const pair = table[i - 1]![j - 1]! + unlikeness(truth[i - 1]!, hypothesis[j - 1]!)
      row.push(Math.fround(Math.min(pair, table[i - 1]![j]! + 1, row[j - 1]! + 1)))
    }
    table.push(row)
  }
  const match: (number | null)[] = truth.map(() => null)
  let i = truth.length
  let j = hypothesis.length
  while (i > 0 && j > 0) {
    const here = table[i]![j]!
    const pair = table[i - 1]![j - 1]! + unlikeness(truth[i - 1]!, hypothesis[j - 1]!)
    if (Math.fround(pair) === here && pair <= table[i - 1]![j]! + 1 && pair <= table[i]![j - 1]! + 1) {
      match[i - 1] = j - 1
      i--
      j--
    } else if (table[i - 1]![j]! <= table[i]![j - 1]!) i--
    else j--
  }
  return match
}

/** Sum of the costs of an alignment. */
export function alignmentCost(
  truth: readonly string[],
  hypothesis: readonly string[],
  match: ArrayLike<number | null>,
): number {
  let cost = 0
  let paired = 0
  for (let i = 0; i < truth.length; i++) {
    const j = match[i]
    if (j === null || j === undefined || j < 0) cost += 1
    else {
      cost += unlikeness(truth[i]!, hypothesis[j]!)
      paired++
    }
  }
  return cost + hypothesis.length - paired
}

/** Counts as the client's scorer makes them, from words that need no folding. */
export function slowCounts(truth: string[], hypothesis: string[], before: string[]) {
  const right = (words: string[]) => {
    const match = slowAlign(truth, words)
    return truth.map((word, i) => match[i] !== null && words[match[i]!] === word)
  }
  const errors = (words: string[]) => {
    const match = slowAlign(truth, words)
    const paired = match.filter((j) => j !== null).length
    return right(words).filter((ok) => !ok).length + words.length - paired
  }
  const was = right(before)
  const is = right(hypothesis)
  return {
    errors: errors(hypothesis),
    errorsBefore: errors(before),
    characterErrors: levenshtein([...truth.join(' ')], [...hypothesis.join(' ')]),
    fixed: truth.filter((_, i) => is[i] && !was[i]).length,
    harmed: truth.filter((_, i) => was[i] && !is[i]).length,
  }
}
