/**
 * What a chunk (a run of characters between white space) is at first sight. Whatever is no prose is not for the
 * search to change: numbers, dates, codes, addresses, numerals of headings, list marks.
 */

/** Kinds of chunks. */
export type ChunkClass = 'address' | 'bullet' | 'code' | 'number' | 'numeral' | 'symbol' | 'word'

const EDGE_BEFORE = /^[^\p{L}\p{N}]+/u
const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u
const NUMBER = /^[+-]?\d[\d.,:/%°-]*$/
const RANGE = /^\d[\d.,/]*(?:[-–—]\d[\d.,/]*)+$/
const NUMERAL = /^[IVX]{1,6}$/
const ADDRESS = /[\w.-]{2}@[\w-]+\.\w|:\/\/|^www\.|\w\.(?:vn|com|net|org|gov|edu)(?:[/.,;)]|$)/iu
/** Letters and figures around `/` or `-`, with capitals: `57-NQ/TW`, `1169/QĐ-TTg`, `NQ/TW`. */
const CODE = /^(?=.*\p{Lu}.*\p{Lu})(?=.*[/-])[\p{Lu}\d][\p{L}\d&.]*(?:[/-]+[\p{L}\d&.]+)+[/-]?$/u
/** Punctuation and signs that stand alone; `&` and `@` are how a scanner reads ở, `¥` how it reads ý. */
const SYMBOLS = /^(?:[^\p{L}\p{N}&@§¢$¥€£]|&&)+$/u

/** The chunk without marks at its edges, as offsets. */
export function chunkCore(chunk: string): { before: number; after: number } {
  const before = EDGE_BEFORE.exec(chunk)?.[0].length ?? 0
  if (before === chunk.length) return { before, after: 0 }
  // Backwards from the end: a pattern would start anew at each of a million dots in the middle.
  let end = chunk.length
  while (end > before) {
    const astral = end > 1 && chunk.codePointAt(end - 2)! > 0xffff
    const from = end - (astral ? 2 : 1)
    if (LETTER_OR_FIGURE.test(chunk.slice(from, end))) break
    end = from
  }
  return { before, after: chunk.length - end }
}

/** Figures in a chunk that also holds letters are more likely misread letters than a code when they are few. */
function looksLikeCode(core: string): boolean {
  if (!CODE.test(core)) return false
  const figures = core.replace(/[^\d]/g, '').length
  const capitals = core.replace(/[^\p{Lu}]/gu, '').length
  const small = core.replace(/[^\p{Ll}]/gu, '').length
  return capitals + figures > small
}

/** Reads a chunk; NFC expected. */
export function classifyChunk(chunk: string): ChunkClass {
  if (SYMBOLS.test(chunk)) return 'symbol'
  if (ADDRESS.test(chunk)) return 'address'
  const { before, after } = chunkCore(chunk)
  const core = chunk.slice(before, chunk.length - after)
  if (NUMBER.test(core) || RANGE.test(core)) return 'number'
  if (NUMERAL.test(core)) return 'numeral'
  if (/^\p{Ll}$/u.test(core) && before === 0 && /^[.)/]/.test(chunk.slice(1))) return 'bullet'
  if (looksLikeCode(core)) return 'code'
  return 'word'
}
