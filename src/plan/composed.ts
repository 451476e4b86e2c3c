// Text in other forms than NFC (marks loose behind their letters, as some PDFs and systems write): it is parsed
// composed, and the plan's spans are led back, so that no construct needs to know of it.

import { toNfc } from '../unicode/nfc.ts'
import type { Plan } from './schema.ts'

/** A text composed, and where each of its characters begins in the text as it came. */
export interface Composed {
  readonly text: string
  /** Offset in the original by offset in the composed text; one more for the end. */
  readonly offsets: Int32Array
}

const MARK = /\p{M}/u

/** The text composed; null where it is already, or where that cannot be followed letter by letter. */
export function composedOf(original: string): Composed | null {
  const text = toNfc(original)
  if (text === original) return null
  const offsets = new Int32Array(text.length + 1)
  let at = 0
  for (let start = 0; start < original.length; ) {
    let end = start + 1
    while (end < original.length && isBehind(original, end)) end++
    // Lengths only: should a letter alone become two, the sum below tells.
    const letter = end === start + 1 ? 1 : toNfc(original.slice(start, end)).length
    if (at + letter > text.length) return null
    for (let k = 0; k < letter; k++) offsets[at + k] = Math.min(start + k, end - 1)
    at += letter
    start = end
  }
  offsets[at] = original.length
  return at === text.length ? { text, offsets } : null
}

/** A mark, or the second half of a pair of surrogates. */
function isBehind(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return (unit >= 0x300 && MARK.test(text[index]!)) || (unit >= 0xdc00 && unit < 0xe000)
}

/** The plan of a composed text with its spans in the original. */
export function onOriginal(plan: Plan, original: string, { offsets }: Composed): Plan {
  const moved = moveSpans(plan, offsets) as Plan
  const { pages, lines } = plan.layout
  const layout = { pages: pages.map((at) => offsets[at]!), lines: lines.map((at) => offsets[at]!) }
  return { ...moved, layout, ...(plan.text === undefined ? {} : { text: original }) }
}

/** Spans go by the names `span` and `mentions` wherever they stand. */
function moveSpans(value: unknown, offsets: Int32Array): unknown {
  if (Array.isArray(value)) return value.map((item) => moveSpans(item, offsets))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => {
      if (key === 'span' && held !== null) return [key, moveSpan(held as [number, number], offsets)]
      if (key === 'mentions') {
        return [key, (held as [number, number][]).map((span) => moveSpan(span, offsets))]
      }
      return [key, moveSpans(held, offsets)]
    }),
  )
}

const moveSpan = ([start, end]: [number, number], offsets: Int32Array): [number, number] => [
  offsets[start]!,
  offsets[end]!,
]
