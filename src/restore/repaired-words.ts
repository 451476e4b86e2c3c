/** The words of a page as they stand after repair: what the search found, overlaid with the edits that were made. */
import type { Edit } from './edit.ts'
import type { RepairedWord } from './repair.ts'

/** Words by the search, in columns: most are never looked at one by one. */
export class FoundWords {
  count = 0
  private start = new Int32Array(1024)
  private end = new Int32Array(1024)
  private confidence = new Float32Array(1024)
  /** What the word should be; null: what it is. */
  private readonly text: (string | null)[] = []
  /** By start. */
  private readonly wholes = new Map<number, { span: readonly [number, number]; confidence: number }>()

  /** A stretch that is one word as it stands, whatever the search made of its parts; of two verdicts the worse stands. */
  addWhole(start: number, end: number, confidence: number): void {
    const least = Math.min(confidence, this.wholes.get(start)?.confidence ?? 1)
    this.wholes.set(start, { span: [start, end], confidence: least })
  }

  add(start: number, end: number, text: string | null, confidence: number): void {
    if (this.count === this.start.length) this.grow()
    this.start[this.count] = start
    this.end[this.count] = end
    this.confidence[this.count] = confidence
    this.text.push(text)
    this.count++
  }

  private grow(): void {
    const start = new Int32Array(this.start.length * 2)
    start.set(this.start)
    this.start = start
    const end = new Int32Array(start.length)
    end.set(this.end)
    this.end = end
    const confidence = new Float32Array(start.length)
    confidence.set(this.confidence)
    this.confidence = confidence
  }

  /** Sentences that were weighed later stand behind the others. */
  private inReadingOrder(): number[] {
    const { start } = this
    return Array.from({ length: this.count }, (_, i) => i).sort(
      (a, b) => (start[a] as number) - (start[b] as number),
    )
  }

  toWords(page: string): RepairedWord[] {
    const words: RepairedWord[] = []
    const wholes = [...this.wholes.values()].sort((a, b) => a.span[0] - b.span[0])
    let next = 0
    const takeWholes = (before: number): void => {
      for (let whole = wholes[next]; whole !== undefined && whole.span[0] < before; whole = wholes[++next]) {
        const { span, confidence } = whole
        const original = page.slice(span[0], span[1])
        words.push({ span, original, text: original, confidence })
      }
    }
    for (const i of this.inReadingOrder()) {
      takeWholes(this.end[i] as number)
      const last = words.at(-1)
      if (last !== undefined && last.span[1] > (this.start[i] as number)) continue
      const span = [this.start[i] as number, this.end[i] as number] as const
      const original = page.slice(span[0], span[1])
      words.push({ span, original, text: this.text[i] ?? original, confidence: this.confidence[i] as number })
    }
    takeWholes(Number.POSITIVE_INFINITY)
    return words
  }
}

/**
 * @param found words by the search, ascending by span
 * @param edits applied, ascending, disjoint
 * @param suggestions not applied, ascending
 */
export function repairedWords(
  found: readonly RepairedWord[],
  edits: readonly Edit[],
  suggestions: readonly Edit[],
): RepairedWord[] {
  const suggested = new Map(suggestions.map((edit) => [edit.span[0], edit]))
  const words: RepairedWord[] = []
  let next = 0
  const takeEdits = (before: number): void => {
    for (; next < edits.length && (edits[next] as Edit).span[0] < before; next++) {
      const { span, original, replacement, confidence } = edits[next] as Edit
      words.push({ span, original, text: replacement, confidence })
    }
  }
  for (const word of found) {
    takeEdits(word.span[1])
    // A word (or part of a code) that an edit covers was taken with it.
    const last = words.at(-1)
    if (last !== undefined && last.span[1] > word.span[0]) continue
    if (word.text === word.original) words.push(word)
    else {
      // Not changed after all: right with what the suggestion leaves.
      const confidence = 1 - (suggested.get(word.span[0])?.confidence ?? word.confidence)
      words.push({ ...word, text: word.original, confidence })
    }
  }
  takeEdits(Number.POSITIVE_INFINITY)
  return words
}
