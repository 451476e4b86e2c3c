/**
 * The schema of the small records of a plan: who issues, what is cited, who does what, who gets it, who signs.
 * Clauses are those of Nghị định 30/2020/NĐ-CP (NĐ 30) unless another document is named.
 */
import { z } from 'zod'
import { docKindSchema, partialDateSchema, sectionIdSchema, spanSchema } from './schema-tree.ts'

const names = z.array(z.string()).readonly()

export const organisationSchema = z
  .strictObject({
    name: z.string().describe('Full name in the capitals of PL II: Ủy ban nhân dân phường Lê Thanh Nghị.'),
    parent: z
      .string()
      .nullable()
      .describe('Cơ quan chủ quản printed above it (a sở prints its UBND); UBND and HĐND have none.'),
    inferred: z
      .boolean()
      .describe('The head is lost: the name comes from the enacting sentence, the closing or the signature.'),
  })
  .readonly()
  .meta({ id: 'Organisation', description: 'Cơ quan, tổ chức ban hành (NĐ 30 Đ.8 k.2b, PL I ô số 2).' })

export const basisSchema = z
  .strictObject({
    verb: z.string().describe('Opening word as printed: Căn cứ, Thực hiện, Theo, Xét đề nghị của.'),
    text: z.string().describe('The whole basis, lines joined, without its final ; or .'),
    refs: names.describe('Keys of the references cited in it, in order.'),
    span: spanSchema,
  })
  .readonly()
  .meta({ id: 'Basis', description: 'Căn cứ ban hành (NĐ 30 PL I mục II.6, ô số 6).' })

export const taskSchema = z
  .strictObject({
    at: sectionIdSchema.describe('The section that holds it.'),
    unit: z.string().describe('Who does it, as named there: Sở Văn hóa và Thể thao.'),
    role: z.enum(['lead', 'support', 'do']).describe('chủ trì, phối hợp, or neither is said.'),
    what: z.string().describe('What is to be done.'),
    with: names.describe('Units after "phối hợp với", "phối hợp cùng".'),
    reportTo: names.describe('Units after "báo cáo", "tham mưu", "trình".'),
    deadline: z
      .strictObject({
        text: z.string().describe('As written: trước ngày 15/12/2026.'),
        date: partialDateSchema.nullable().describe('The date it comes to, when that can be computed.'),
      })
      .readonly()
      .nullable()
      .describe('Thời hạn.'),
    every: z
      .enum(['day', 'week', 'month', 'quarter', 'half-year', 'year', 'periodic'])
      .nullable()
      .describe('Recurrence: hằng ngày … hằng năm; periodic is "định kỳ" with no period.'),
    request: z
      .boolean()
      .describe('"Đề nghị" to a body the issuer does not command (Party committees, Mặt trận Tổ quốc).'),
    span: spanSchema,
  })
  .readonly()
  .meta({ id: 'Task', description: 'Nhiệm vụ: who does what by when.' })

export const recipientSchema = z
  .strictObject({
    name: z.string().describe('As printed, without the purpose.'),
    purpose: z
      .string()
      .nullable()
      .describe(
        'Normalised from "(để b/c)" or a brace: báo cáo, thực hiện, phối hợp, kiểm tra, giám sát, chỉ đạo, theo dõi, biết, đăng tải.',
      ),
    span: spanSchema,
  })
  .readonly()
  .meta({ id: 'Recipient', description: 'Nơi nhận (NĐ 30 Đ.8 k.2i, PL I ô số 9b).' })

export const archiveSchema = z
  .strictObject({
    units: names.describe('Symbols of the units that keep it: VT, VHXH.'),
    copies: z.int().nonnegative().nullable().describe('Số bản: "(02)", "25b" as 2, 25.'),
    drafter: z.string().nullable().describe('Người soạn thảo: "KT (T.Q.Hùng)" as T.Q.Hùng (PL I ô số 12).'),
    span: spanSchema,
  })
  .readonly()
  .meta({ id: 'Archive', description: 'The line "Lưu: VT, VHXH (02)" of the nơi nhận.' })

export const authoritySchema = z
  .strictObject({
    code: z
      .enum(['TM.', 'Q.', 'KT.', 'TL.', 'TUQ.'])
      .describe(
        'Thay mặt, quyền, ký thay, thừa lệnh, thừa ủy quyền (Đ.13); the Party prints T/M, K/T, T/L, T/UQ.',
      ),
    of: z.string().describe('On whose behalf: Ủy ban nhân dân, Chủ tịch.'),
  })
  .readonly()
  .meta({ id: 'Authority' })

export const signatorySchema = z
  .strictObject({
    authority: z
      .array(authoritySchema)
      .readonly()
      .describe('Quyền hạn, in order; [] when the head signs himself.'),
    position: z.string().nullable().describe('Chức vụ: Phó Chủ tịch.'),
    name: z.string().nullable().describe('Họ và tên; null when the scan lost it.'),
    span: spanSchema,
  })
  .readonly()
  .meta({
    id: 'Signatory',
    description: 'Chức vụ, họ tên và chữ ký của người có thẩm quyền (NĐ 30 Đ.8 k.2g, PL I ô số 7).',
  })

export const referenceSchema = z
  .strictObject({
    key: z
      .string()
      .min(1)
      .describe('The code, or kind and title where a law is cited by name; unique in the document.'),
    kind: docKindSchema.nullable(),
    code: z
      .string()
      .nullable()
      .describe('Số, ký hiệu in normal form, without spaces: 57-NQ/TW, 192/KH-UBND, 42/2022/NĐ-CP.'),
    date: partialDateSchema.nullable(),
    issuer: z.string().nullable(),
    title: z.string().nullable().describe('Trích yếu without về, về việc.'),
    mentions: z.array(spanSchema).readonly().describe('All places where it is cited, in order.'),
  })
  .readonly()
  .meta({
    id: 'Reference',
    description: 'Văn bản viện dẫn (NĐ 78/2025 Đ.68): one entry a document, however often it is cited.',
  })

export const abbreviationSchema = z
  .strictObject({
    short: z.string().min(1),
    long: z.string().min(1),
    span: spanSchema.describe('Where it is defined.'),
  })
  .readonly()
  .meta({ id: 'Abbreviation', description: 'A short form defined in this text: khoa học, công nghệ (KHCN).' })

export const warningSchema = z
  .strictObject({
    code: z
      .enum([
        'missing',
        'incomplete',
        'inferred',
        'skipped',
        'duplicate',
        'out-of-order',
        'conflict',
        'variant',
        'undefined',
        'unbalanced',
        'trailing',
        'uncertain',
      ])
      .describe(
        'missing: a field the rules require has no value. incomplete: a value with holes. inferred: taken from elsewhere. ' +
          'skipped, duplicate, out-of-order: numbering. conflict: one document cited with two dates or issuers. ' +
          'variant: looks like a misprint of another. undefined: an abbreviation never defined. ' +
          'unbalanced: a bracket or quote never closed. trailing: text after the end. uncertain: the repair or the OCR engine was unsure.',
      ),
    subject: z
      .string()
      .describe(
        'What it is about: a field, a section id, a reference key, a short form, a path (recipients.3.name).',
      ),
    message: z.string().describe('For people, in Vietnamese.'),
    span: spanSchema.nullable(),
  })
  .readonly()
  .meta({ id: 'Warning', description: 'Something a person should look at.' })

export const placeSchema = z
  .strictObject({
    path: z
      .string()
      .min(1)
      .describe(
        'A field (number, title, issuer.name, bases.0, recipients.3, signatories.0, trailing), a section as section:II/1, ' +
          'the national heading as heading, or furniture: page numbers, rules, blank lines.',
      ),
    span: spanSchema,
  })
  .readonly()
  .meta({ id: 'Place', description: 'What one stretch of the text is.' })

export const layoutSchema = z
  .strictObject({
    pages: z.array(z.int().nonnegative()).readonly().describe('Offsets at which pages begin.'),
    lines: z.array(z.int().nonnegative()).readonly().describe('Offsets at which lines begin.'),
  })
  .readonly()
  .meta({ id: 'Layout' })

/** Who issues the document. */
export type Organisation = z.infer<typeof organisationSchema>
/** A căn cứ. */
export type Basis = z.infer<typeof basisSchema>
/** Who does what by when. */
export type Task = z.infer<typeof taskSchema>
/** One line of the nơi nhận. */
export type Recipient = z.infer<typeof recipientSchema>
/** The archive line of the nơi nhận. */
export type Archive = z.infer<typeof archiveSchema>
/** One step of a chain of authority: `TM. Ủy ban nhân dân`. */
export type Authority = z.infer<typeof authoritySchema>
/** Who signed. */
export type Signatory = z.infer<typeof signatorySchema>
/** A cited document. */
export type Reference = z.infer<typeof referenceSchema>
/** A short form defined in the text. */
export type Abbreviation = z.infer<typeof abbreviationSchema>
/** Something a person should look at. */
export type Warning = z.infer<typeof warningSchema>
/** What one stretch of the text is. */
export type Place = z.infer<typeof placeSchema>
/** Where pages and lines begin. */
export type Layout = z.infer<typeof layoutSchema>
