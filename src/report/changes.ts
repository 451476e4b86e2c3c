/** The repairs beyond doubt, the same ones together, so that all of a kind can be taken back at once. */
import { escapeHtml } from './escape.ts'
import type { Point } from './points.ts'
import { count, REASON_WORDS } from './words.ts'

/** The same change at several places. */
export interface ChangeGroup {
  readonly original: string
  readonly current: string
  readonly points: readonly Point[]
}

/** More groups than these are left to the text itself. */
const GROUPS_MAX = 2_000

/** Groups of the certain repairs, most frequent first. */
export function groupChanges(points: readonly Point[]): ChangeGroup[] {
  const groups = new Map<string, Point[]>()
  for (const point of points) {
    if (point.kind !== 'edit' || point.doubtful) continue
    const key = `${point.original}\n${point.current}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [point])
    else group.push(point)
  }
  return [...groups.values()]
    .sort((a, b) => b.length - a.length || a[0]!.id - b[0]!.id)
    .slice(0, GROUPS_MAX)
    .map((members) => ({ original: members[0]!.original, current: members[0]!.current, points: members }))
}

/** The groups as a table that is closed at first. */
export function changesTable(groups: readonly ChangeGroup[]): string {
  if (groups.length === 0) return ''
  const rows = groups.map(({ original, current, points }, i) => {
    const { reason } = points[0]!
    return `<tr><td class="word"><del>${escapeHtml(original)}</del> → <ins>${escapeHtml(current)}</ins></td><td>${reason === null ? '' : REASON_WORDS[reason]}</td><td class="number">${count(points.length)}</td><td class="script"><label><input type="checkbox" data-group="${i}"> trả lại bản gốc</label></td></tr>\n`
  })
  return `<details id="changes"><summary>Các sửa đổi chắc chắn, gộp theo cách sửa: ${count(groups.length)}</summary>
<table><thead><tr><th>Sửa</th><th>Loại</th><th>Số chỗ</th><th class="script">Quyết định</th></tr></thead>
<tbody>
${rows.join('')}</tbody></table></details>
`
}
