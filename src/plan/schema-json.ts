// The plan's schema as JSON Schema, for programs that know no zod; the build writes it to `vanban/schema.json`.

import { z } from 'zod'
import { planSchema } from './schema.ts'

/**
 * JSON Schema (draft 2020-12) of a plan.
 *
 * @example planJsonSchema().$schema // 'https://json-schema.org/draft/2020-12/schema'
 */
export function planJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(planSchema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      // `readonly` is a promise to TypeScript; in JSON Schema it would speak of who may send the value.
      delete jsonSchema.readOnly
    },
  })
}
