/**
 * Tasks whose units stand below them like on a card:
 *
 * ```text
 * > | 2. Phát triển cụm công nghiệp
 *   | - Đơn vị chủ trì: Phòng Kinh tế; đơn vị phối hợp: các phòng liên quan.
 *   | - Thời gian hoàn thành: trước ngày 30/6/2026.
 * ```
 */
import { onOneLine } from './breaks.ts'
import { readUnitsAt } from './organisation-name.ts'
import type { Section } from './schema.ts'

/** A task read from such lines. */
export interface Card {
  readonly unit: string
  readonly what: string
  readonly with: readonly string[]
  /** The words of the deadline, empty when there are none. */
  readonly time: string
}

const BODY = '(?:đơn vị|cơ quan|bộ phận|phòng)'
const LINE = new RegExp(
  `^[\\s*+-]*(?:${BODY}\\s+(?:chủ trì|phối hợp|thực hiện)|thời gian(?: thực hiện| hoàn thành)?|thời hạn(?: hoàn thành)?)(?:\\s+thực hiện)?\\s*:`,
  'iu',
)
const LEAD = new RegExp(`(?<!\\p{L})${BODY}\\s+(?:chủ trì|thực hiện)(?:\\s+thực hiện)?\\s*:\\s*`, 'iu')
const SUPPORT = new RegExp(`(?<!\\p{L})${BODY}\\s+phối hợp(?:\\s+thực hiện)?\\s*:\\s*`, 'iu')
const TIME = /(?<!\p{L})(?:thời gian|thời hạn)(?:\s+(?:thực hiện|hoàn thành))?\s*:\s*([^;]{1,120})/iu
const LENGTH_MAX = 600

/** Whether a paragraph is a line of such a card. */
export function isCardLine(paragraph: string): boolean {
  return LINE.test(paragraph.slice(0, 60))
}

/** The card under a section's heading; null when no line names who is in charge. */
export function readCard({ title, text, children }: Section): Card | null {
  const lines = [...(text ?? '').split('\n'), ...children.map((child) => child.text ?? child.title ?? '')]
    .filter(isCardLine)
    .map((line) => onOneLine(line.slice(0, LENGTH_MAX)))
  if (lines.length === 0) return null
  const all = lines.join('; ')
  const lead = unitsBehind(all, LEAD)
  if (lead === null) return null
  const what =
    title ??
    (text ?? '')
      .split('\n')
      .filter((line) => !isCardLine(line))
      .join('\n')
  if (what === '') return null
  return {
    unit: lead.name,
    what,
    with: unitsBehind(all, SUPPORT)?.names ?? [],
    time: TIME.exec(all)?.[0] ?? '',
  }
}

function unitsBehind(line: string, label: RegExp): ReturnType<typeof readUnitsAt> {
  const match = label.exec(line)
  if (match === null) return null
  const end = line.indexOf(';', match.index)
  return readUnitsAt(end < 0 ? line : line.slice(0, end), match.index + match[0].length)
}
