/**
 * Text items of a PDF page from what it draws, letter by letter. In TCVN3 fonts the letter ư has the code of the soft
 * hyphen; pdfjs leaves those out of its text items, takes the gaps for spaces and shifts what follows.
 */
import { type DrawnPage, drawnPage, fontOf, type PdfPage, type PdfTextItem } from './pdfjs.ts'

/** a b c d e f, as in `x' = a x + c y + e`, `y' = b x + d y + f`. */
type Matrix = readonly [number, number, number, number, number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const SOFT_HYPHEN = '\u00ad'
const SOFT_HYPHEN_CODE = 0xad
const WIDTH_UNIT = 0.001
/** A gap of more than this share of the size is white space. */
const SPACE_MIN = 0.18
/** Letters that stand a little apart are one item up to this share of the size; what is apart is joined again later. */
const APART_MAX = 0.03
/** What stands so much higher or lower, as a share of the size, is on another line. */
const LINE_MIN = 0.5
/** What begins so far before the end of the last letter, as a share of the size, is on another line or in another column. */
const BACK_MAX = 0.6

interface Glyph {
  readonly unicode?: string
  readonly width?: number
  readonly originalCharCode?: number
  readonly isSpace?: boolean
}

/** What `q` saves and `Q` brings back. */
interface TextState {
  ctm: Matrix
  font: string
  /** Width of a unit of its glyphs, as a share of the size. */
  unit: number
  isVertical: boolean
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  rise: number
  leading: number
}

const START: TextState = {
  ctm: IDENTITY,
  font: '',
  unit: WIDTH_UNIT,
  isVertical: false,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  rise: 0,
  leading: 0,
}

function multiply(m: Matrix, n: Matrix): Matrix {
  const [a, b, c, d, e, f] = m
  const [g, h, i, j, k, l] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f]
}

/** Text items of a page in the order they are drawn, soft hyphens included. */
export async function drawnItems(page: PdfPage): Promise<PdfTextItem[]> {
  const drawn = await drawnPage(page)
  const reader = new GlyphReader(page, drawn.ops)
  drawn.fnArray.forEach((fn, i) => {
    reader.read(fn, drawn.argsArray[i])
  })
  return reader.finish()
}

/** An item that grows; `x` is along its line, in the page's own units. */
interface OpenItem {
  str: string
  readonly transform: Matrix
  readonly fontName: string
  readonly height: number
  width: number
}

class GlyphReader {
  private readonly items: PdfTextItem[] = []
  private readonly page: PdfPage
  private readonly ops: DrawnPage['ops']
  private state: TextState = { ...START }
  private readonly saved: TextState[] = []
  private textMatrix = IDENTITY
  private lineMatrix = IDENTITY
  private open: OpenItem | null = null
  /** Where the last letter ended. */
  private end: { readonly x: number; readonly y: number } | null = null

  constructor(page: PdfPage, ops: DrawnPage['ops']) {
    this.page = page
    this.ops = ops
  }

  read(fn: number, args: unknown): void {
    const { ops } = this
    const numbers = args as readonly number[]
    const [first = 0, second = 0] = numbers ?? []
    switch (fn) {
      case ops.save:
        this.saved.push({ ...this.state })
        break
      case ops.restore:
      case ops.paintFormXObjectEnd:
        this.state = this.saved.pop() ?? this.state
        break
      case ops.transform:
        this.transform(numbers)
        break
      case ops.paintFormXObjectBegin:
        this.saved.push({ ...this.state })
        this.transform((args as readonly [readonly number[] | null])[0])
        break
      case ops.beginText:
        this.lineMatrix = IDENTITY
        this.textMatrix = IDENTITY
        break
      case ops.setFont:
        this.setFont(args as readonly [string, number])
        break
      case ops.setCharSpacing:
        this.state.charSpacing = first
        break
      case ops.setWordSpacing:
        this.state.wordSpacing = first
        break
      case ops.setHScale:
        this.state.scale = first / 100
        break
      case ops.setTextRise:
        this.state.rise = first
        break
      case ops.setLeading:
        this.state.leading = -first
        break
      case ops.setLeadingMoveText:
        this.state.leading = second
        this.move(first, second)
        break
      case ops.moveText:
        this.move(first, second)
        break
      case ops.nextLine:
        this.move(0, this.state.leading)
        break
      case ops.setTextMatrix:
        this.lineMatrix = matrixOf(args)
        this.textMatrix = this.lineMatrix
        break
      case ops.showText:
        for (const glyph of (args as readonly [readonly (Glyph | number | null)[]])[0]) {
          if (typeof glyph === 'number') this.advance((-glyph / 1000) * this.state.size)
          else if (glyph !== null) this.show(glyph)
        }
        break
      default:
    }
  }

  finish(): PdfTextItem[] {
    this.close(false)
    return this.items
  }

  private setFont([font, size]: readonly [string, number]): void {
    const known = fontOf(this.page, font)
    const unit = known?.fontMatrix?.[0] ?? WIDTH_UNIT
    Object.assign(this.state, { font, size, unit, isVertical: known?.vertical === true })
  }

  private transform(matrix: readonly number[] | null): void {
    if (matrix !== null) this.state.ctm = multiply(this.state.ctm, matrixOf(matrix))
  }

  private move(x: number, y: number): void {
    this.lineMatrix = moved(this.lineMatrix, x, y)
    this.textMatrix = this.lineMatrix
  }

  private advance(along: number): void {
    const { isVertical, scale } = this.state
    this.textMatrix = isVertical ? moved(this.textMatrix, 0, along) : moved(this.textMatrix, along * scale, 0)
  }

  private show(glyph: Glyph): void {
    const { size, unit, charSpacing, wordSpacing } = this.state
    const { unicode = '', width = 0 } = glyph
    const advance = width * unit * size
    const text = unicode === '-' && glyph.originalCharCode === SOFT_HYPHEN_CODE ? SOFT_HYPHEN : unicode
    if (text === '' || text.trim() === '') this.space()
    else this.place(text, advance)
    this.advance(advance + charSpacing + (glyph.isSpace === true ? wordSpacing : 0))
  }

  /** Adds a letter at the place that was reached. */
  private place(text: string, advance: number): void {
    const { ctm, size, scale, rise, font } = this.state
    const transform = multiply(ctm, multiply(this.textMatrix, [size * scale, 0, 0, size, 0, rise]))
    const [a, b, c, d, e, f] = transform
    const height = Math.hypot(c, d)
    const length = Math.hypot(a, b)
    if (!Number.isFinite(length + height + e + f) || length === 0 || height === 0) return
    // Along the line and across it, seen from the end of the last letter.
    const dx = this.end === null ? 0 : e - this.end.x
    const dy = this.end === null ? 0 : f - this.end.y
    const along = (dx * a + dy * b) / length
    const across = (dy * a - dx * b) / length
    if (this.end !== null) {
      if (Math.abs(across) > LINE_MIN * height || along < -BACK_MAX * height) this.close(true)
      else if (along > SPACE_MIN * height) this.space()
    }
    const isSame =
      this.open !== null &&
      this.open.fontName === font &&
      Math.abs(along) <= APART_MAX * height &&
      Math.abs(across) <= APART_MAX * height &&
      this.open.transform[0] === a &&
      this.open.transform[1] === b
    if (!isSame) this.close(false)
    this.open ??= { str: '', transform, fontName: font, height, width: 0 }
    this.open.str += text
    const width = size === 0 ? 0 : (advance / size) * length
    this.end = { x: e + (width * a) / length, y: f + (width * b) / length }
    const [, , , , x0, y0] = this.open.transform
    this.open.width = ((this.end.x - x0) * a + (this.end.y - y0) * b) / length
  }

  private space(): void {
    this.close(false)
    const last = this.items.at(-1)
    if (last !== undefined && !last.hasEOL && last.str !== ' ')
      this.items.push({ ...last, str: ' ', width: 0 })
  }

  private close(hasEOL: boolean): void {
    if (this.open !== null) this.items.push({ ...this.open, hasEOL })
    else if (hasEOL && this.items.length > 0) {
      this.items[this.items.length - 1] = { ...(this.items.at(-1) as PdfTextItem), hasEOL }
    }
    this.open = null
  }
}

/** pdfjs gives matrices as six numbers, or as one array of them. */
function matrixOf(args: unknown): Matrix {
  const outer = args as readonly unknown[]
  const inner = typeof outer[0] === 'number' ? outer : (outer[0] as readonly unknown[])
  const [a, b, c, d, e, f] = Array.from(inner as Iterable<number>)
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}
