/** Text of an older encoding → Unicode in NFC. */
import { VanbanError } from '../errors.ts'
import { toNfc } from '../unicode/nfc.ts'
import { codeTable } from './code-table.ts'
import { viewBytes } from './cp1252.ts'
import { readDoubleUtf8 } from './double-utf8.ts'
import { repairCapitals } from './letter-case.ts'
import { isLegacyEncoding, LEGACY_ENCODINGS, type LegacyEncoding } from './names.ts'
import { readTable } from './read-table.ts'
import { readViqr } from './viqr.ts'

/**
 * Decodes text that is known to be in one older encoding.
 *
 * Letters the encoding has no code for, ASCII, and punctuation stay as they are. Capitals that TCVN3 and VPS cannot
 * write are taken from their neighbours: a word or line of capitals is made whole.
 *
 * @param input bytes, or a string in which each byte stands as its Windows-1252 or Latin-1 character
 * @param encoding what it is in; see `detectEncoding`
 * @throws VanbanError `BAD_ARGUMENT` for a name that is no legacy encoding
 * @example decodeLegacy('ViÖt Nam', 'tcvn3') // 'Việt Nam'
 */
export function decodeLegacy(input: string | Uint8Array, encoding: LegacyEncoding): string {
  if (typeof input === 'string') return decodeView(input, encoding)
  // VIQR is ASCII; what else is in such a file is what every file has.
  return decodeView(encoding === 'viqr' ? new TextDecoder().decode(input) : viewBytes(input), encoding)
}

/** A mark of VNI that was typed a character too late: `sô ûbaèng`, `giô)ø`. No word begins with one. */
const VNI_MARK_BEHIND_GAP = /([aeiouyôöâê])([ ).,;:\]])([ùøûõï])/gi
const VNI_TONED = /[ùøûõïáàåãäéèúüëíìæóòî]\S*$/i
/** No syllable is longer in VNI. */
const SYLLABLE_MAX = 9

function joinMarks(view: string): string {
  return view.replace(VNI_MARK_BEHIND_GAP, (found, vowel: string, gap: string, mark: string, at: number) =>
    VNI_TONED.test(view.slice(Math.max(0, at - SYLLABLE_MAX), at)) ? found : vowel + mark + gap,
  )
}

function decodeView(view: string, encoding: LegacyEncoding): string {
  if (!isLegacyEncoding(encoding)) {
    throw new VanbanError(
      'BAD_ARGUMENT',
      'ingest',
      `The encoding "${encoding}" is unknown: give one of ${LEGACY_ENCODINGS.join(', ')}.`,
    )
  }
  if (encoding === 'viqr') return readViqr(view)
  if (encoding === 'double-utf-8') return toNfc(readDoubleUtf8(view))
  const table = codeTable(encoding)
  const { text } = readTable(table, encoding === 'vni' ? joinMarks(view) : view)
  return repairCapitals(toNfc(text), table.unsureCase)
}
