// Prints a plan again as other offices, scanners and extractors would: widths, columns, page breaks, damage, missing blocks.
import type { Plan, Section } from '../../src/plan/schema.ts'

/** How a document is printed again. All off: one paragraph a line, head and foot one block below the other. */
export interface Printing {
  /** Characters of a line; none: each paragraph is one line. */
  readonly width?: number
  /** Blank lines between paragraphs. */
  readonly air?: boolean
  /** Blanks in front of a paragraph's first line. */
  readonly indent?: number
  readonly head?: 'blocks' | 'columns' | 'tight' | 'turns' | 'none'
  readonly foot?: 'blocks' | 'columns' | 'tight' | 'turns' | 'signature-first' | 'none'
  /** Lines of a page; its number stands alone, or a form feed, or both. */
  readonly page?: number
  readonly pageMark?: 'number' | 'feed' | 'both'
  /** OCR damage of numerals: `I.` as `1.`, `II.` as `11.`; of letters: `đ)` as `d)`. */
  readonly damage?: boolean
  /** What follows a number: `I.`, `I-`, `1)`. */
  readonly marks?: 'dot' | 'dash' | 'slash'
  readonly dash?: string
  readonly noDate?: boolean
  readonly noNumber?: boolean
  readonly noName?: boolean
  readonly decomposed?: boolean
  readonly crlf?: boolean
}

/** The head that goes with a plan whose own was lost. */
export interface Letterhead {
  readonly body: readonly string[]
  readonly place: string
}

const NATIONAL = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']

/** Prints. */
export function reprint(plan: Plan, letterhead: Letterhead, printing: Printing): string {
  const lines = [
    ...headOf(plan, letterhead, printing),
    ...paged(bodyOf(plan, printing), printing),
    ...footOf(plan, printing),
  ]
  const text = lines.join(printing.crlf === true ? '\r\n' : '\n')
  return printing.decomposed === true ? text.normalize('NFD') : text
}

/** Greedy wrapping, as printers do. */
export function wrap(text: string, width: number | undefined, indent = 0): string[] {
  if (width === undefined) return [' '.repeat(indent) + text]
  const out: string[] = []
  let line = ' '.repeat(indent)
  let empty = true
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      out.push(line)
      line = word
    } else {
      line = empty ? line + word : `${line} ${word}`
    }
    empty = false
  }
  out.push(line)
  return out
}

function headOf(plan: Plan, letterhead: Letterhead, printing: Printing): string[] {
  const number = printing.noNumber === true ? '' : (plan.number ?? '')
  const [year, month, day] = printing.noDate === true ? [] : (plan.date ?? '').split('-')
  const code = `Số: ${number}${number === '' ? ' ' : ''}/${plan.symbol ?? ''}`
  const date = `${letterhead.place}, ngày ${day ?? '  '} tháng ${month ?? '  '} năm ${year ?? ''}`.trimEnd()
  const left = [...letterhead.body, code]
  const right = [...NATIONAL, date]
  const top = twoColumns(left, right, printing.head ?? 'blocks')
  const title = wrap(
    plan.title ?? '',
    printing.width === undefined ? undefined : Math.min(printing.width, 64),
  )
  return [...top, '', (plan.kind ?? '').toUpperCase(), ...title, '']
}

function twoColumns(
  left: readonly string[],
  right: readonly string[],
  style: NonNullable<Printing['head']> | NonNullable<Printing['foot']>,
): string[] {
  if (style === 'none') return []
  if (style === 'blocks') return [...left, '', ...right]
  if (style === 'signature-first') return [...right, '', ...left]
  const rows = Math.max(left.length, right.length)
  const out: string[] = []
  for (let i = 0; i < rows; i++) {
    const a = left[i]
    const b = right[i]
    if (style === 'turns') out.push(...[a, b].filter((line) => line !== undefined && line !== '').map(String))
    else if (a === undefined) out.push(`${style === 'columns' ? ' '.repeat(46) : ''}${b ?? ''}`)
    else if (b === undefined || b === '') out.push(a)
    else out.push(style === 'columns' ? `${a.padEnd(44)}   ${b}` : `${a} ${b}`)
  }
  return out
}

function bodyOf(plan: Plan, printing: Printing): string[] {
  const { air, width, indent = 0 } = printing
  const out: string[] = []
  const print = (text: string): void => {
    out.push(...wrap(text, width, indent))
    if (air === true) out.push('')
  }
  plan.bases.forEach((basis, i) => {
    print(basis.text + (i < plan.bases.length - 1 || plan.bases.length > 1 ? ';' : ';'))
  })
  if (plan.intro !== null) for (const part of plan.intro.split('\n')) print(part)
  const visit = (section: Section, parent: Section | null): void => {
    const mark = markOf(section, printing)
    const title = section.title
    const texts = (section.text ?? '').split('\n').filter((part) => part !== '')
    // A title and the rest of its sentence stood on one line where the rest begins small.
    if (title !== null && texts.length > 0 && /^\p{Ll}/u.test(texts[0]!)) {
      print(`${mark}${title}: ${texts[0]!}`)
      texts.shift()
    } else if (title !== null) print(mark + title)
    else print(mark + (texts.shift() ?? ''))
    for (const text of texts) print(text)
    for (const child of section.children) visit(child, section)
    void parent
  }
  for (const section of plan.sections) visit(section, null)
  if (plan.closing !== null) for (const part of plan.closing.split('\n')) print(part)
  return out
}

function markOf(section: Section, printing: Printing): string {
  const num = section.num ?? ''
  const after = printing.marks === 'dash' ? '-' : printing.marks === 'slash' ? '/' : '.'
  switch (section.level) {
    case 'roman':
      return `${printing.damage === true ? damaged(num) : num}${after} `
    case 'arabic':
      return `${num}${after} `
    case 'decimal':
      return `${num}. `
    case 'letter':
      return `${printing.damage === true && num === 'đ' ? 'd' : num}) `
    case 'dash':
      return `${printing.dash ?? '-'} `
    case 'plus':
      return '+ '
    default:
      return ''
  }
}

/** What OCR with English letters makes of Roman numerals. */
function damaged(numeral: string): string {
  return numeral === 'V' || numeral === 'X' ? numeral : numeral.replace(/I/g, '1')
}

function paged(lines: readonly string[], printing: Printing): string[] {
  if (printing.page === undefined) return [...lines]
  const out: string[] = []
  lines.forEach((line, i) => {
    if (i > 0 && i % printing.page! === 0) {
      const number = String(1 + i / printing.page!)
      if (printing.pageMark === 'feed') out.push(`\f${line}`)
      else if (printing.pageMark === 'both') out.push(`\f${number}`, '', line)
      else out.push('', number, '', line)
      return
    }
    out.push(line)
  })
  return out
}

function footOf(plan: Plan, printing: Printing): string[] {
  const style = printing.foot ?? 'blocks'
  const left = [
    'Nơi nhận:',
    ...plan.recipients.map(({ name, purpose }) => `- ${name}${purpose === null ? '' : ` (để ${purpose})`};`),
    `- Lưu: ${(plan.archive?.units ?? ['VT']).join(', ')}.`,
  ]
  const signature = plan.signatories[0]!
  const chain = signature.authority.map(({ code, of }) => `${code} ${of.toUpperCase()}`)
  const right = [...chain, (signature.position ?? '').toUpperCase()]
  const name = printing.noName === true ? [] : [signature.name ?? '']
  if (style === 'turns' || style === 'columns' || style === 'tight') {
    return [
      ...twoColumns(left, right, style),
      '',
      ...name.map((line) => ' '.repeat(style === 'columns' ? 50 : 0) + line),
    ]
  }
  return twoColumns(left, [...right, '', ...name], style)
}
