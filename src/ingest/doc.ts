/** Old Word documents (.doc, Word 97 to 2003) → text, by the fonts its runs are in. */
import { VanbanError } from '../errors.ts'
import { CompoundFile, DamagedFile } from './compound-file.ts'
import { FIB, FIB_MAGIC_97, FLAG_ENCRYPTED, FLAG_TABLE_1, viewOf } from './doc-format.ts'
import { readDocRuns } from './doc-runs.ts'
import { damagedOffice, officeDocument } from './office-runs.ts'
import type { RawDocument, ReadContext } from './raw-document.ts'

const CONVERT = 'convert it first, for example with `soffice --headless --convert-to docx FILE`'

/**
 * Reads a document.
 *
 * @throws VanbanError `INPUT_DAMAGED`, `INPUT_ENCRYPTED`, `INPUT_UNSUPPORTED` (Word 95 and older)
 */
export async function readDoc(bytes: Uint8Array, context: ReadContext): Promise<RawDocument> {
  const { name, place } = context
  try {
    const file = new CompoundFile(bytes)
    const main = file.read('WordDocument')
    if (main === undefined || main.length < FIB.PIECES + 8) {
      throw new DamagedFile('it holds no text of Word')
    }
    const fib = viewOf(main)
    if (fib.getUint16(FIB.MAGIC, true) !== FIB_MAGIC_97) {
      throw new VanbanError(
        'INPUT_UNSUPPORTED',
        'ingest',
        `${name} is a document of Word 95 or older, which is not read: ${CONVERT}.`,
        place,
      )
    }
    const flags = fib.getUint16(FIB.FLAGS, true)
    if ((flags & FLAG_ENCRYPTED) !== 0) {
      throw new VanbanError(
        'INPUT_ENCRYPTED',
        'ingest',
        `${name} is a Word document that is locked with a password: open it and save it without one.`,
        place,
      )
    }
    const table = file.read((flags & FLAG_TABLE_1) !== 0 ? '1Table' : '0Table')
    if (table === undefined) throw new DamagedFile('the tables of its text are missing')
    const { runs, isWhole } = readDocRuns(main, table)
    if (!isWhole) {
      context.report({
        code: 'RECOVERED',
        message: `${name} is damaged: its text was read, but not all of its fonts and tables.`,
        page: null,
      })
    }
    return officeDocument('doc', runs, context)
  } catch (error) {
    throw damagedOffice('Word document', 'docx', error, context)
  }
}
