export { planSchema } from './plan/schema.ts'
export { planJsonSchema } from './plan/schema-json.ts'
