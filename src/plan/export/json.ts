// Plan → JSON text.

import type { Plan } from '../schema.ts'

/** How to write JSON. */
export interface JsonOptions {
  /** Spaces a level; default 0: one line. */
  readonly indent?: number
  /** Keeps the text the spans point into; default true. */
  readonly text?: boolean
}

/**
 * The plan as JSON, valid against `vanban/schema.json`, ending in a line feed.
 *
 * @example toJson(plan, { indent: 2, text: false })
 */
export function toJson(plan: Plan, { indent = 0, text = true }: JsonOptions = {}): string {
  const { text: whole, ...rest } = plan
  const value = text && whole !== undefined ? plan : rest
  return `${JSON.stringify(value, null, indent)}\n`
}
