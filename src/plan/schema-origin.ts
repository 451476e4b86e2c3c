// The schema of where a plan comes from: the file, and what the repair changed before the text was parsed.

import { z } from 'zod'
import type { Applicability, EditReason } from '../restore/edit.ts'
import { spanSchema } from './schema-tree.ts'

/** All of them: the compiler sees to it. */
const REASONS: Readonly<Record<EditReason, true>> = {
  marks: true,
  letters: true,
  case: true,
  merge: true,
  split: true,
  code: true,
  acronym: true,
  numeral: true,
  unicode: true,
}

const APPLICABILITIES: Readonly<Record<Applicability, true>> = {
  certain: true,
  likely: true,
  suggestion: true,
}

/** The names as zod wants them. */
const namesOf = <Name extends string>(table: Readonly<Record<Name, true>>): [Name, ...Name[]] =>
  Object.keys(table) as [Name, ...Name[]]

const confidenceSchema = z.number().min(0).max(1)

export const editSchema = z
  .strictObject({
    span: spanSchema.describe('Half-open range of UTF-16 offsets into the text before repair.'),
    original: z.string(),
    replacement: z.string(),
    reason: z.enum(namesOf(REASONS)),
    confidence: confidenceSchema.describe('How likely the replacement is right, 0..1.'),
    applicability: z.enum(namesOf(APPLICABILITIES)),
    alternatives: z
      .array(z.strictObject({ text: z.string(), confidence: confidenceSchema }).readonly())
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Edit', description: 'One change made by the repair.' })
