/**
 * The plan object: one source for the check at run time, the published JSON Schema and the TypeScript types.
 * Pure JSON: an absent value is null or []. Hot code imports only the types, so that parsing loads no zod.
 */
import { z } from 'zod'
import {
  abbreviationSchema,
  archiveSchema,
  basisSchema,
  layoutSchema,
  organisationSchema,
  placeSchema,
  recipientSchema,
  referenceSchema,
  signatorySchema,
  taskSchema,
  warningSchema,
} from './schema-fields.ts'
import { editSchema } from './schema-origin.ts'
import {
  appendixSchema,
  docKindSchema,
  partialDateSchema,
  roleSchema,
  type Span,
  sectionIdSchema,
  sectionSchema,
} from './schema-tree.ts'

export type { DocKind } from './document-kinds.ts'
export type {
  Abbreviation,
  Archive,
  Authority,
  Basis,
  Layout,
  Organisation,
  Place,
  Recipient,
  Reference,
  Signatory,
  Task,
  Warning,
} from './schema-fields.ts'
export type { Appendix, Level, PartialDate, Role, Section, SectionId, Span } from './schema-tree.ts'

export const planSchema = z
  .strictObject({
    schema: z.literal('vn-plan/1').describe('Version of this shape.'),
    text: z
      .string()
      .exactOptional()
      .describe('The text all spans point into; left out with { text: false }.'),

    kind: docKindSchema
      .nullable()
      .describe(
        'Tên loại (NĐ 30 Đ.8 k.2đ); a công văn prints none; null when the text is no official document.',
      ),
    number: z.string().nullable().describe('Số as printed, "05" (Đ.8 k.2c); null when blank on a draft.'),
    symbol: z.string().nullable().describe('Ký hiệu: KH-UBND, KH/TU (Đ.8 k.2c).'),
    issuer: organisationSchema.nullable(),
    place: z.string().nullable().describe('Địa danh as printed (Đ.8 k.2d).'),
    date: partialDateSchema.nullable().describe('Thời gian ban hành (Đ.8 k.2d); parts may be missing.'),
    title: z.string().nullable().describe('Trích yếu, lines joined, without V/v, Về việc (Đ.8 k.2đ).'),
    urgency: z.string().nullable().describe('Độ khẩn: KHẨN, THƯỢNG KHẨN, HỎA TỐC (PL I ô số 10b).'),
    marks: z
      .array(z.string())
      .readonly()
      .describe('Độ khẩn, độ mật, phạm vi lưu hành as printed (PL I ô số 10a, 10b, 11).'),
    to: z.array(z.string()).readonly().describe('Kính gửi (PL I ô số 9a).'),

    bases: z.array(basisSchema).readonly(),
    intro: z.string().nullable().describe('The enacting sentence between the bases and the body.'),
    sections: z.array(sectionSchema).readonly(),
    parts: z
      .partialRecord(roleSchema, z.array(sectionIdSchema).readonly())
      .readonly()
      .describe('Where the usual parts of a plan are.'),
    tasks: z.array(taskSchema).readonly(),
    closing: z.string().nullable().describe('Câu kết, up to and with ./.'),

    recipients: z.array(recipientSchema).readonly().describe('Nơi nhận without the archive line.'),
    archive: archiveSchema.nullable(),
    signatories: z.array(signatorySchema).readonly().describe('One for each signature.'),
    appendices: z.array(appendixSchema).readonly(),

    references: z.array(referenceSchema).readonly(),
    abbreviations: z.array(abbreviationSchema).readonly(),
    warnings: z.array(warningSchema).readonly().describe('Empty: nothing suspicious.'),
    trailing: z.string().nullable().describe('Text after the end, kept but not interpreted.'),

    places: z
      .array(placeSchema)
      .readonly()
      .describe('The whole text from start to end, without gap or overlap: what each stretch of it is.'),
    layout: layoutSchema,

    file: z.string().exactOptional().describe('Name of the input; the command line says it.'),
    edits: z
      .array(editSchema)
      .readonly()
      .exactOptional()
      .describe(
        'What was repaired before parsing; with it, spans can be followed back to the page as it came.',
      ),
  })
  .readonly()
  .meta({ id: 'Plan', title: 'vanban plan', description: 'A Vietnamese official document, structured.' })

/** A Vietnamese official document, structured. */
export type Plan = z.infer<typeof planSchema>

/** How sure the repair was of a stretch of the text. */
export interface Certainty {
  readonly span: readonly [start: number, end: number]
  /** P(the stretch is right), 0..1. */
  readonly score: number
}

/** How to parse. */
export interface ParseOptions {
  /** The repairer's certainty by stretches of the text, ascending; makes `uncertain` warnings. */
  readonly certainty?: readonly Certainty[]
  /** The OCR engine's certainty by words, ascending; makes `uncertain` warnings for the head and the signature. */
  readonly engine?: readonly Certainty[]
  /** Stretches that are no part of the document: running heads and feet, page numbers; ascending. */
  readonly furniture?: readonly Span[]
  /** Below it a value is reported as uncertain; 0..1, default 0.5. */
  readonly threshold?: number
  /** Extra names of organisations or symbols. */
  readonly units?: readonly string[]
  /** Keeps the text in the result; default true. */
  readonly text?: boolean
}
