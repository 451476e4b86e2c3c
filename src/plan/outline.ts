// The tree of items: each line with a mark finds its place by its sequence, each other line its paragraph.
import { endsSentence, isCapitals, leansOn, startsLower } from './letters.ts'
import type { Line } from './lines.ts'
import { marksOf, readHints } from './mark-hints.ts'
import type { Mark, Reading, Style } from './marks.ts'
import { letterDistance } from './numerals.ts'
import { continues, isFull, type Setting } from './wrapping.ts'

/** What is odd about the number of an item. */
export type Oddity = 'skipped' | 'duplicate' | 'out-of-order'

/** A paragraph: lines that belong together. */
export type Paragraph = Line[]

/** One item while the tree grows. */
export interface Item {
  /** null for a paragraph without a number behind children, and for the root. */
  readonly reading: Reading | null
  /** Where the mark begins. */
  readonly start: number
  /** Paragraphs before the first child; the first holds what stands beside the mark and may be empty. */
  readonly paragraphs: Paragraph[]
  readonly children: Item[]
  readonly oddity: Oddity | null
}

/** The tree, and the paragraphs without a mark behind the last item. */
export interface Outline {
  readonly root: Item
  /** Takes the last `count` of these paragraphs out of the tree. */
  readonly tail: readonly Paragraph[]
  takeTail(count: number): Paragraph[]
}

const RANKS: Record<Style, number> = {
  part: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  upper: 5,
  roman: 6,
  arabic: 7,
  decimal2: 8,
  decimal3: 9,
  decimal4: 10,
  paren: 11,
  letter: 12,
  star: 19,
  dash: 20,
  dot: 21,
  plus: 22,
}

/** Styles that may stand above or below another, by what this document does first. */
const FLOATING: readonly (readonly [Style, Style, number])[] = [
  ['upper', 'roman', 6.5],
  ['paren', 'letter', 12.5],
  ['star', 'dash', 23],
]

/** The next item of a list of dashes begins within so many lines. */
const LIST_LINES_MAX = 20

/** A line of more characters is no heading above a list. */
const LONG_LINE = 50

const ACCEPTED = 10
const ACCEPTED_MID_SENTENCE = 70

interface Choice {
  readonly reading: Reading
  readonly score: number
  /** Place in the stack of the parent. */
  readonly parent: number
  readonly oddity: Oddity | null
}

/** Builds the tree of a body. Linear: the stack is never deeper than there are styles. */
export function buildOutline(lines: readonly Line[], setting: Setting): Outline {
  const marks = marksOf(lines)
  const hints = readHints(lines, marks)
  const root: Item = {
    reading: null,
    start: lines[0]?.start ?? 0,
    paragraphs: [],
    children: [],
    oddity: null,
  }
  const stack: Item[] = [root]
  const ranks: Record<Style, number> = { ...RANKS }
  const seen = new Set<Style>()
  let tail: { paragraph: Paragraph; owner: Item; list: 'paragraphs' | 'children' }[] = []
  let paragraph: Paragraph | null = null
  /** The character of the last bullet. */
  let glyph = 0

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const above = i > 0 ? lines[i - 1]! : null
    const mark = marks[i] ?? null
    const choice = mark === null ? null : choose(mark, line, above, i)
    if (choice !== null && mark !== null) {
      const { reading } = choice
      ranks[reading.style] = rankOf(reading.style)
      seen.add(reading.style)
      stack.length = choice.parent + 1
      const item: Item = { reading, start: line.start, paragraphs: [], children: [], oddity: choice.oddity }
      stack[stack.length - 1]!.children.push(item)
      stack.push(item)
      const text = line.text.slice(mark.rest)
      if (RANKS[reading.style] >= RANKS.star) glyph = line.text.charCodeAt(0)
      paragraph = [{ ...line, text }]
      item.paragraphs.push(paragraph)
      tail = []
      continue
    }
    const top = stack[stack.length - 1]!
    const heading = tail.length === 0 && paragraph !== null && paragraph.length === 1 && top.reading !== null
    if (paragraph !== null && above !== null && joins(paragraph, above, line, heading, i)) {
      paragraph.push(line)
      continue
    }
    paragraph = [line]
    addParagraph(paragraph)
  }

  return {
    root,
    get tail() {
      return tail.map((entry) => entry.paragraph)
    },
    takeTail(count) {
      const taken = count > 0 ? tail.slice(-count) : []
      for (const entry of taken) entry.owner[entry.list].pop()
      tail = tail.slice(0, tail.length - taken.length)
      return taken.map((entry) => entry.paragraph)
    },
  }

  function joins(paragraph: Paragraph, above: Line, line: Line, heading: boolean, index: number): boolean {
    const first = paragraph[0]!
    const reading = stack[stack.length - 1]!.reading
    // A mark alone on its line: the text follows below.
    if (heading && first.text === '') {
      return reading !== null && RANKS[reading.style] > RANKS.subsection && marks[index] === null
    }
    const titled =
      heading &&
      reading !== null &&
      RANKS[reading.style] < RANKS.star &&
      !stack.some((item) => item.reading?.style === 'article')
    return continues(above, line, setting, titled)
  }

  function addParagraph(paragraph: Paragraph): void {
    while (stack.length > 1 && ranks[stack[stack.length - 1]!.reading!.style] >= RANKS.star) stack.pop()
    const owner = stack[stack.length - 1]!
    if (owner.children.length === 0) {
      owner.paragraphs.push(paragraph)
      tail.push({ paragraph, owner, list: 'paragraphs' })
      return
    }
    owner.children.push({
      reading: null,
      start: paragraph[0]!.start,
      paragraphs: [paragraph],
      children: [],
      oddity: null,
    })
    tail.push({ paragraph, owner, list: 'children' })
  }

  function choose(mark: Mark, line: Line, above: Line | null, index: number): Choice | null {
    const rest = line.text.slice(mark.rest)
    const small = startsLower(rest)
    const capitals = isCapitals(rest)
    const running =
      above !== null && line.gap === 0 && !endsSentence(above.text) && isFull(above, line, setting)
    let best: Choice | null = null
    for (const reading of mark.readings) {
      const choice = rate(reading)
      let score = choice.score + bonus(reading, capitals, index)
      if (small && RANKS[reading.style] < RANKS.star) score -= 15
      if (best === null || score > best.score) best = { ...choice, score }
    }
    if (best === null) return null
    const { style } = best.reading
    if (above !== null && above.text !== '' && line.gap === 0 && !endsSentence(above.text)) {
      const bulleted = RANKS[style] >= RANKS.star
      if (running && (small || rest === '')) return null
      if (leansOn(above.text) && !bulleted && RANKS[style] > RANKS.subsection) return null
      if (running && best.score < ACCEPTED_MID_SENTENCE) return null
      if (bulleted && running && isStrayDash(style, index)) return null
      // Where no line is known to be wrapped, a long one that ends amid a sentence is.
      if (bulleted && small && !line.broken && above.text.length > LONG_LINE) return null
    }
    if (line.broken && small && above !== null && !endsSentence(above.text)) return null
    return best.score >= ACCEPTED ? best : null
  }

  /** A dash within a wrapped sentence, `Ban Văn hóa / – Xã hội`: no other of its kind stands before or behind it. */
  function isStrayDash(style: Style, index: number): boolean {
    const own = lines[index]!.text.charCodeAt(0)
    if (stack[stack.length - 1]!.reading?.style === style && glyph === own) return false
    for (let k = index + 1; k < lines.length && k <= index + LIST_LINES_MAX; k++) {
      if (marks[k] != null)
        return marks[k]!.readings[0]!.style !== style || lines[k]!.text.charCodeAt(0) !== own
    }
    return true
  }

  function rate(reading: Reading): Choice {
    const { style, value } = reading
    if (RANKS[style] >= RANKS.star) return { reading, score: 80, parent: parentOf(style), oddity: null }
    if (reading.prefix.length > 0) return rateDecimal(reading)
    for (let k = stack.length - 1; k > 0; k--) {
      const open = stack[k]!.reading
      if (open === null || open.style !== style) continue
      const step = style === 'letter' ? letterDistance(open.value, value) : value - open.value
      return rateStep(reading, step, k - 1)
    }
    const late = style === 'letter' ? (value === 2 ? 35 : 5) : style === 'article' ? 20 : value <= 3 ? 35 : 12
    const score = value === 1 ? 70 : late
    return { reading, score, parent: parentOf(style), oddity: null }
  }

  function rateStep(reading: Reading, step: number, parent: number): Choice {
    if (step === 1) return { reading, score: 100, parent, oddity: null }
    if (step === 0) return { reading, score: 30, parent, oddity: 'duplicate' }
    if (step > 1) return { reading, score: step <= 4 ? 45 : 12, parent, oddity: 'skipped' }
    return { reading, score: reading.value === 1 ? 28 : 14, parent, oddity: 'out-of-order' }
  }

  /** `1.2` goes on with `1.1`, or stands under `1` (under `I` where there is no `1`). */
  function rateDecimal(reading: Reading): Choice {
    const { prefix, value, style } = reading
    for (let k = stack.length - 1; k > 0; k--) {
      const open = stack[k]!.reading
      if (open === null) continue
      if (open.style === style && samePrefix(open.prefix, prefix)) {
        if (reading.lostPoint === true && value !== open.value + 1) break
        return rateStep(reading, value - open.value, k - 1)
      }
      if (
        reading.lostPoint !== true &&
        open.value === prefix[prefix.length - 1] &&
        isParentStyle(open, prefix)
      ) {
        return { reading, score: value === 1 ? 85 : 40, parent: k, oddity: null }
      }
    }
    const score = reading.lostPoint === true ? 0 : value === 1 ? 20 : 5
    return { reading, score, parent: parentOf(style), oddity: null }
  }

  function parentOf(style: Style): number {
    const rank = rankOf(style)
    let k = stack.length - 1
    while (k > 0 && stack[k]!.reading!.style !== style && ranks[stack[k]!.reading!.style] > rank) k--
    return stack[k]!.reading?.style === style ? k - 1 : k
  }

  /** The rank of a style; of one that floats, by what is open where it is first met. */
  function rankOf(style: Style): number {
    if (seen.has(style)) return ranks[style]
    for (const [floating, other, rank] of FLOATING) {
      if (floating === style && stack.some((item) => item.reading?.style === other)) return rank
    }
    // `1)` in place of `1.`, with `1.1.` below it.
    const numbered = stack.some((item) => /^(?:arabic|decimal)/.test(item.reading?.style ?? ''))
    return style === 'paren' && !numbered ? ranks.arabic : ranks[style]
  }

  function bonus(reading: Reading, capitals: boolean, index: number): number {
    if (reading.style === 'roman') {
      if (!reading.healed) return capitals ? 10 : 0
      if (hints.lostFirst === index) return 60
      return capitals ? (hints.roman ? 35 : -25) : -60
    }
    return reading.style === 'arabic' && capitals && hints.roman ? -20 : 0
  }
}

function samePrefix(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i])
}

function isParentStyle(open: Reading, prefix: readonly number[]): boolean {
  if (prefix.length === 1) return ['arabic', 'paren', 'roman', 'article'].includes(open.style)
  return open.style.startsWith('decimal') && samePrefix(open.prefix, prefix.slice(0, -1))
}
