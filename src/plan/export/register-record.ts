/**
 * Plan → the record of an outgoing document in an electronic register (NĐ 30/2020 Phụ lục VI), those fields that
 * stand in the document itself. The others (archive numbers, confidentiality, due dates) are the clerk's.
 */
import type { Plan } from '../schema.ts'
import { printedDate } from './label.ts'

/** Fields of Phụ lục VI; an unknown value is ''. */
export interface RegisterRecord {
  /** Tên loại, at most 100 characters. */
  readonly TypeName: string
  /** Số, at most 11. */
  readonly CodeNumber: string
  /** Ký hiệu, at most 30. */
  readonly CodeNotation: string
  /** DD/MM/YYYY; '' unless day, month and year are known. */
  readonly IssuedDate: string
  /** Cơ quan ban hành, at most 200. */
  readonly OrganName: string
  /** Trích yếu, at most 500. */
  readonly Subject: string
  /** Chức vụ, at most 100, and họ tên, at most 50, of the first who signed. */
  readonly SignerInfo: { readonly Position: string; readonly FullName: string }
  /** Nơi nhận, at most 200 each. */
  readonly To: readonly { readonly OrganName: string }[]
}

const COMPLETE_DATE = /^\d{4}-\d{2}-\d{2}$/

/** Cut to the length of its field, at the end of a word where one is near, with … for what is left out. */
function shorten(value: string | null | undefined, max: number): string {
  const characters = [...(value ?? '').normalize('NFC')]
  if (characters.length <= max) return characters.join('')
  const kept = characters.slice(0, max - 1).join('')
  const space = kept.lastIndexOf(' ')
  return `${space > kept.length / 2 ? kept.slice(0, space) : kept}…`
}

/**
 * The register's record.
 *
 * @example toRegisterRecord(plan).CodeNumber // '05'
 */
export function toRegisterRecord(plan: Plan): RegisterRecord {
  const signatory = plan.signatories[0]
  return {
    TypeName: shorten(plan.kind, 100),
    CodeNumber: shorten(plan.number, 11),
    CodeNotation: shorten(plan.symbol, 30),
    IssuedDate: plan.date !== null && COMPLETE_DATE.test(plan.date) ? printedDate(plan.date) : '',
    OrganName: shorten(plan.issuer?.name, 200),
    Subject: shorten(plan.title, 500),
    SignerInfo: { Position: shorten(signatory?.position, 100), FullName: shorten(signatory?.name, 50) },
    To: plan.recipients.map(({ name }) => ({ OrganName: shorten(name, 200) })),
  }
}
