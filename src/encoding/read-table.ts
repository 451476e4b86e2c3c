/** Text of an encoding of one or two bytes a letter, read through its table. */
import { toNfc, toNfd } from '../unicode/nfc.ts'
import type { CodeTable } from './code-table.ts'
import { VIEW_SIZE } from './cp1252.ts'
import { UnitWriter } from './unit-writer.ts'

/** A table's reading of a text. */
export interface TableReading {
  readonly text: string
  /** Letters beyond ASCII that the encoding has no code for; they stay as they are. */
  readonly strays: number
}

const TONES = '\u0300\u0301\u0303\u0309\u0323'
const LETTER = /\p{L}/u

/** A vowel with one tone more; itself if it has that tone already, 0 if it is no such letter. */
function withMark(letter: number, mark: string): number {
  const [base = '', ...own] = toNfd(String.fromCharCode(letter))
  if (!'aeiouyAEIOUY'.includes(base)) return 0
  if (own.includes(mark)) return letter
  const whole = toNfc(base + own.join('') + mark)
  return own.every((one) => !TONES.includes(one)) && whole.length === 1 ? whole.charCodeAt(0) : 0
}

const WRITER = /* @__PURE__ */ new UnitWriter()

/** Reads a text in the Windows-1252 view through a table, longest code first. */
export function readTable(table: CodeTable, text: string): TableReading {
  const { single, pairs, seconds, marks } = table
  const hasPairs = pairs.size > 0
  let strays = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    let target = 0
    if (hasPairs && i + 1 < text.length) {
      const next = text.charCodeAt(i + 1)
      if (next < VIEW_SIZE && seconds[next] !== 0) {
        target = pairs.get((unit << 16) | next) ?? 0
        if (target !== 0) i++
      }
    }
    if (target === 0) target = unit < VIEW_SIZE ? single[unit]! : 0
    if (target === 0) {
      target = unit
      if (unit >= 0x80) {
        const mark = marks.get(unit)
        const marked = mark === undefined || WRITER.last === 0 ? 0 : withMark(WRITER.last, mark)
        if (marked !== 0) {
          WRITER.replaceLast(marked)
          continue
        }
        if (LETTER.test(text.charAt(i))) strays++
      }
    }
    WRITER.add(target)
  }
  return { text: WRITER.finish(), strays }
}
