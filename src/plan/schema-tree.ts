/**
 * The schema of the body of a document: positions, the section tree, the roles of its headings.
 * Values here need zod and are for checking and publishing; code that only handles plans imports the types.
 */
import { z } from 'zod'
import { DOC_KIND_NAMES, type DocKind } from './document-kinds.ts'

const offset = z.int().nonnegative()

export const spanSchema = z
  .tuple([offset, offset])
  .readonly()
  .describe('Half-open range [start, end) of UTF-16 offsets into the text of the plan.')

export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .describe('ISO 8601 date with the unknown parts cut from the right: 2025-07-08, 2026-03, 2026.')

export const docKindSchema = z
  .enum(DOC_KIND_NAMES as [DocKind, ...DocKind[]])
  .describe('Tên loại: canonical Vietnamese name of the kind of document (NĐ 30/2020 Đ.7; PL VI TypeName).')

export const levelSchema = z
  .enum([
    'part',
    'chapter',
    'section',
    'subsection',
    'article',
    'upper',
    'roman',
    'arabic',
    'decimal',
    'letter',
    'dash',
    'plus',
    'para',
  ])
  .describe(
    'How the item is printed: Phần, Chương, Mục, Tiểu mục, Điều; A. I. 1. 1.1. a) - +; para is an unnumbered paragraph. ' +
      'Within an article, arabic is a khoản and letter a điểm (NĐ 78/2025; NĐ 30/2020 PL I mục II.6).',
  )

export const roleSchema = z
  .enum([
    'objectives',
    'requirements',
    'targets',
    'principles',
    'scope',
    'contents',
    'solutions',
    'forms',
    'schedule',
    'funding',
    'organisation',
    'reporting',
  ])
  .describe(
    'What a heading of a plan is for: mục đích, yêu cầu, mục tiêu, quan điểm - nguyên tắc, phạm vi - đối tượng, ' +
      'nội dung - nhiệm vụ, giải pháp, hình thức, tiến độ, kinh phí, tổ chức thực hiện, chế độ báo cáo.',
  )

export const sectionIdSchema = z
  .string()
  .min(1)
  .describe(
    'Path of printed numbers, unique in the document: II/1/1.2, bullets counted under their parent II/1/1.2/-3, a repeated ' +
      'number III/2~2, words in short phan-I/chuong-II/muc-1/dieu-5/1/a, paragraphs outside items ¶1; in an appendix ' +
      'behind phu-luc-1/.',
  )

/** The recursion runs through the bare object: types of chained schemas cannot refer to themselves. */
const sectionObject = z.strictObject({
  id: sectionIdSchema,
  level: levelSchema,
  num: z
    .string()
    .nullable()
    .describe('Number without its full stop, as repaired: II, 1.2, đ, -; null for a paragraph.'),
  title: z
    .string()
    .nullable()
    .describe('Heading without number and colon; null when the item is a sentence.'),
  text: z
    .string()
    .nullable()
    .describe('Its own text before the first child; paragraphs parted by line feeds.'),
  get children() {
    return z.array(sectionObject).readonly()
  },
  span: spanSchema.describe('From the number to the end of the last child.'),
})
sectionObject.register(z.globalRegistry, {
  id: 'Section',
  description: 'One item of the body with all that is under it.',
})

export const sectionSchema = sectionObject.readonly()

export const appendixSchema = z
  .strictObject({
    num: z.string().nullable().describe('Number as printed: I; null when there is none.'),
    kind: docKindSchema
      .nullable()
      .describe('Kind of an attached document (Quy chế, Kế hoạch); null for a plain phụ lục.'),
    title: z.string().nullable().describe('Its title, lines joined.'),
    sections: z.array(sectionSchema).readonly(),
    span: spanSchema,
  })
  .readonly()
  .meta({
    id: 'Appendix',
    description: 'Phụ lục, or a document issued with this one (NĐ 30/2020 PL I mục III).',
  })

/** Half-open range `[start, end)` of UTF-16 offsets into the text of the plan. */
export type Span = z.infer<typeof spanSchema>
/** ISO 8601 date with the unknown parts cut from the right: `2025-07-08`, `2026-03`, `2026`. */
export type PartialDate = z.infer<typeof partialDateSchema>
/** How an item is printed. */
export type Level = z.infer<typeof levelSchema>
/** What a heading is for. */
export type Role = z.infer<typeof roleSchema>
/** Path of printed numbers, unique in the document: `II/1/1.2`. */
export type SectionId = z.infer<typeof sectionIdSchema>
/** One item of the body with all that is under it. */
export type Section = z.infer<typeof sectionSchema>
/** A phụ lục, or a document issued with this one. */
export type Appendix = z.infer<typeof appendixSchema>
