/** A repaired document → one HTML file for the person who checks it. */
import type { ReportInput } from './render.ts'

export function toHtml({ document }: ReportInput): string {
  return document.text
}
