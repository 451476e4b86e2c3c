/** Old Excel workbooks (.xls, Excel 97 to 2003) → text: a line for each row, tabs between cells, sheet after sheet. */
import { VanbanError } from '../errors.ts'
import { CompoundFile, DamagedFile } from './compound-file.ts'
import { damagedOffice, type OfficeRun, officeDocument } from './office-runs.ts'
import type { RawDocument, ReadContext } from './raw-document.ts'
import { readWorkbook, type Workbook, type XlsCell } from './xls-cells.ts'

const CONVERT = 'convert it first, for example with `soffice --headless --convert-to xlsx FILE`'

/**
 * Reads a workbook.
 *
 * @throws VanbanError `INPUT_DAMAGED`, `INPUT_ENCRYPTED`, `INPUT_UNSUPPORTED` (Excel 95 and older)
 */
export async function readXls(bytes: Uint8Array, context: ReadContext): Promise<RawDocument> {
  const { name, place } = context
  const refuse = (code: 'INPUT_ENCRYPTED' | 'INPUT_UNSUPPORTED', what: string): VanbanError =>
    new VanbanError(code, 'ingest', `${name} is an Excel workbook ${what}.`, place)
  try {
    const file = new CompoundFile(bytes)
    const stream = file.read('Workbook')
    if (stream === undefined) {
      if (file.has('Book'))
        throw refuse('INPUT_UNSUPPORTED', `of Excel 95 or older, which is not read: ${CONVERT}`)
      throw new DamagedFile('it holds no sheets')
    }
    const workbook = readWorkbook(stream)
    if (workbook.isEncrypted) {
      throw refuse('INPUT_ENCRYPTED', 'that is locked with a password: open it and save it without one')
    }
    if (!workbook.isBiff8) {
      throw refuse('INPUT_UNSUPPORTED', `of Excel 95 or older, which is not read: ${CONVERT}`)
    }
    return officeDocument('xls', runsOf(workbook), context)
  } catch (error) {
    throw damagedOffice('Excel workbook', 'xlsx', error, context)
  }
}

const byPlace = (a: XlsCell, b: XlsCell): number => a.sheet - b.sheet || a.row - b.row || a.column - b.column

function runsOf({ cells, fonts }: Workbook): OfficeRun[] {
  const runs: OfficeRun[] = []
  const push = (text: string, font?: string): void => {
    runs.push({ text, font, capitals: false, isFurniture: false })
  }
  let before: XlsCell | undefined
  for (const cell of [...cells].sort(byPlace)) {
    if (before !== undefined) {
      if (before.sheet !== cell.sheet) push('\n\n')
      else if (before.row !== cell.row) push('\n')
      else push('\t')
    }
    const text = cell.value.text.replace(/[\r\n\t]+/g, ' ')
    const starts = [{ at: 0, font: cell.font }, ...cell.value.fonts]
    starts.forEach(({ at, font }, i) => {
      const piece = text.slice(at, starts[i + 1]?.at ?? text.length)
      if (piece !== '') push(piece, fonts[font])
    })
    before = cell
  }
  if (before !== undefined) push('\n')
  return runs
}
