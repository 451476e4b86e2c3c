/**
 * RTF documents → text, by the fonts their runs are in. Reads what text and fonts need: groups, fonts, bytes, Unicode,
 * paragraphs, cells, fields; pictures and everything marked as ignorable are passed over.
 */
import { unitOfByte } from '../encoding/cp1252.ts'
import { VanbanError } from '../errors.ts'
import { officeDocument, RunCollector } from './office-runs.ts'
import type { RawDocument, ReadContext } from './raw-document.ts'
import { type RtfToken, rtfTokens } from './rtf-tokens.ts'
import { isSymbolFont } from './symbol-fonts.ts'

/** What a group inherits from the one around it. */
interface State {
  readonly font: number
  readonly capitals: boolean
  readonly isHidden: boolean
  readonly isInTable: boolean
  /** Characters that follow a Unicode character for programs that know none. */
  readonly fallback: number
  /** What the text of the group is: printed, the list of fonts, a header, a footnote, the number of an item, or nothing. */
  readonly destination: 'text' | 'fonts' | 'header' | 'note' | 'label' | 'skipped'
}

const START: State = {
  font: -1,
  capitals: false,
  isHidden: false,
  isInTable: false,
  fallback: 1,
  destination: 'text',
}

/** Groups that hold no text of the document. */
const SKIPPED = new Set(
  (
    'colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable ' +
    'listoverridetable revtbl rsidtbl generator xmlnstbl fldinst bkmkstart bkmkend annotation atnid atnauthor ' +
    'filetbl mmathPr pgdsctbl nonshppict userprops ftnsep ftnsepc aftnsep aftnsepc'
  ).split(' '),
)
/** Numbers of items of lists as the writer counted them, for programs that do not count. */
const LABELS = new Set(['listtext', 'pntext'])
const NOTE = 'footnote'
const HEADERS = new Set('header headerl headerr headerf footer footerl footerr footerf'.split(' '))
/** Ignorable groups that hold text all the same. */
const SHOWN = new Set(['shptxt', 'shpinst', NOTE])

/** Control words that print a character; of Word's control characters where lines and cells are meant. */
const PRINTED: Readonly<Record<string, string>> = {
  par: '\r',
  sect: '\r',
  page: '\r',
  line: '\x0b',
  tab: '\t',
  cell: '\x07',
  nestcell: '\x07',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
}

/**
 * Reads a document.
 *
 * @throws VanbanError `INPUT_DAMAGED`
 */
export async function readRtf(bytes: Uint8Array, context: ReadContext): Promise<RawDocument> {
  const reader = new RtfReader()
  let depth = 0
  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'open') depth++
    else if (token.kind === 'close' && --depth === 0) break
    reader.read(token)
  }
  if (depth > 0) {
    if (!reader.hasText) {
      throw new VanbanError(
        'INPUT_DAMAGED',
        'ingest',
        `${context.name} is an RTF document that ends before its text: its writing or copying was cut short. Copy it again.`,
        context.place,
      )
    }
    context.report({
      code: 'RECOVERED',
      message: `${context.name} is an RTF document that was cut short; what is there was read.`,
      page: null,
    })
  }
  return officeDocument('rtf', reader.finish(), context)
}

/** What ends a paragraph or a cell. */
const ENDS = '\r\x07'

/** Deeper groups than any program writes; what is deeper is passed over. */
const DEPTH_MAX = 1000

/** Text that is printed behind the rest. */
interface Stretch {
  readonly text: string
  readonly font: string | undefined
  readonly capitals: boolean
}

class RtfReader {
  private readonly collector = new RunCollector()
  private readonly headers: Stretch[] = []
  private readonly notes: Stretch[] = []
  private label = ''
  /** What the letters of the number look like. */
  private labelState = START
  /** The number of an item was printed, and nothing of the item. */
  private isBehindLabel = false
  private readonly fonts = new Map<number, string>()
  private fontEntry = -1
  private state = START
  private readonly stack: State[] = []
  private tooDeep = 0
  /** The group has begun with `\*`: skipped unless its word is known. */
  private isIgnorable = false
  private toSkip = 0
  private defaultFont = -1
  hasText = false

  read(token: RtfToken): void {
    switch (token.kind) {
      case 'open':
        if (this.stack.length >= DEPTH_MAX) this.tooDeep++
        else this.stack.push(this.state)
        this.isIgnorable = false
        break
      case 'close':
        if (this.tooDeep > 0) this.tooDeep--
        else this.close()
        this.toSkip = 0
        break
      case 'byte':
        if (this.toSkip > 0) this.toSkip--
        else this.print(String.fromCharCode(unitOfByte(token.value)))
        break
      case 'symbol':
        if (token.name === '*') this.isIgnorable = true
        else if (token.name === '~') this.print(' ')
        else if (token.name === '_') this.print('-')
        else if (token.name === '-') this.print('\x1f')
        else if ('{}\\'.includes(token.name)) this.print(token.name)
        else if (token.name === '\n' || token.name === '\r') this.print('\r')
        break
      default:
        this.word(token.name, token.value)
    }
  }

  private close(): void {
    const { destination } = this.state
    this.state = this.stack.pop() ?? START
    if (destination === 'label' && this.state.destination !== 'label') this.printLabel()
  }

  /** The number of an item, once its group is complete; bullets are signs of other fonts. */
  private printLabel(): void {
    const label = this.label.trim()
    const isBullet = label !== '' && !/[\p{L}\p{N}]/u.test(label)
    const around = this.state
    const { font, capitals } = this.labelState
    this.label = ''
    if (label === '') return
    this.state = { ...around, font, capitals, isHidden: false }
    this.print(isBullet || isSymbolFont(this.fontName ?? '') ? '-' : label)
    this.state = around
    this.isBehindLabel = true
  }

  private word(name: string, value: number | undefined): void {
    const { state } = this
    if (this.isIgnorable) {
      this.isIgnorable = false
      if (!SHOWN.has(name)) this.set({ destination: 'skipped' })
    }
    if (SKIPPED.has(name)) this.set({ destination: 'skipped' })
    else if (LABELS.has(name)) {
      if (this.isPrinted) this.set({ destination: 'label' })
    } else if (name === NOTE) {
      if (state.destination !== 'text') return
      this.set({ destination: 'note', isInTable: false })
      if (this.notes.length > 0) this.print('\r')
    } else if (HEADERS.has(name)) {
      if (state.destination === 'text') this.set({ destination: 'header' })
    } else if (name === 'fonttbl') this.set({ destination: 'fonts' })
    else if (name === 'deff') this.defaultFont = value ?? -1
    else if (name === 'f') {
      if (state.destination === 'fonts') this.fontEntry = value ?? -1
      else this.set({ font: value ?? -1 })
    } else if (name === 'plain') this.set({ font: this.defaultFont, capitals: false, isHidden: false })
    else if (name === 'caps') this.set({ capitals: value !== 0 })
    else if (name === 'v' || name === 'deleted') this.set({ isHidden: value !== 0 })
    else if (name === 'pard') this.set({ isInTable: false })
    else if (name === 'intbl') this.set({ isInTable: true })
    else if (name === 'uc') this.set({ fallback: value ?? 1 })
    else if (name === 'u') {
      this.toSkip = 0
      this.print(String.fromCharCode((value ?? 0) & 0xffff))
      this.toSkip = state.fallback
    } else if (name === 'row' || name === 'nestrow') this.print('\x07', true)
    else {
      const printed = PRINTED[name]
      if (printed !== undefined) this.print(printed)
    }
  }

  private set(change: Partial<State>): void {
    this.state = { ...this.state, ...change }
  }

  private print(text: string, isRowEnd = false): void {
    const { destination, capitals, isHidden, isInTable } = this.state
    if (destination === 'fonts') {
      const name = (this.fonts.get(this.fontEntry) ?? '') + text
      if (name.length < 200) this.fonts.set(this.fontEntry, name)
      return
    }
    if (destination === 'skipped' || isHidden || this.tooDeep > 0) return
    const { fontName } = this
    if (destination === 'header') {
      this.headers.push({ text, font: fontName, capitals })
      return
    }
    if (destination === 'label') {
      this.label += text
      this.labelState = this.state
      return
    }
    if (this.isBehindLabel) {
      this.isBehindLabel = false
      if (!ENDS.includes(text)) text = ` ${text}`
    }
    if (destination === 'note') {
      this.notes.push({ text, font: fontName, capitals })
      return
    }
    this.hasText = true
    // A row ends outside of its cells for some writers.
    this.collector.add(text, {
      font: fontName,
      capitals,
      isInTable: isInTable || isRowEnd || text === '\x07',
      isRowEnd,
    })
  }

  private get fontName(): string | undefined {
    const { font } = this.state
    return this.fonts.get(font < 0 ? this.defaultFont : font)?.replace(/;.*$/s, '')
  }

  private get isPrinted(): boolean {
    return this.state.destination === 'text' || this.state.destination === 'note'
  }

  finish() {
    if (this.notes.length > 0) {
      this.collector.startPart()
      for (const { text, ...place } of this.notes) this.collector.add(text, place)
    }
    if (this.headers.length > 0) {
      this.collector.startPart(true)
      for (const { text, ...place } of this.headers) this.collector.add(text, place)
    }
    return this.collector.finish()
  }
}
