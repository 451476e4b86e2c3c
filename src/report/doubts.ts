/** The doubtful places as a table, least certain first, each with its readings to choose from. */
import type { IngestedPage } from '../ingest/document.ts'
import type { Crop } from './crops.ts'
import { escapeHtml } from './escape.ts'
import type { Point } from './points.ts'
import { percent, REASON_WORDS, REVIEW_WORDS } from './words.ts'

/** Characters shown on either side of a doubtful word. */
const CONTEXT = 30
/** A list without end helps nobody, and a hostile document must not make one. */
export const DOUBTS_MAX = 1_000

/** Doubtful places as they are listed: least certain first. */
export function rankDoubts(points: readonly Point[]): Point[] {
  return points
    .filter(({ doubtful }) => doubtful)
    .sort((a, b) => a.confidence - b.confidence || a.id - b.id)
    .slice(0, DOUBTS_MAX)
}

/** The table. */
export function doubtsTable(
  doubts: readonly Point[],
  pages: readonly IngestedPage[],
  crops: ReadonlyMap<number, Crop>,
): string {
  const rows = doubts.map((point) => doubtRow(point, pages[point.page] as IngestedPage, crops.get(point.id)))
  return `<table id="doubts">
<thead><tr><th>Trang</th><th>Độ tin cậy</th><th>Trong văn bản</th><th>Cách đọc</th></tr></thead>
<tbody>
${rows.join('')}</tbody>
</table>
`
}

function doubtRow(point: Point, page: IngestedPage, crop: Crop | undefined): string {
  const { id, textStart, confidence, reason, review, current } = point
  const why = [review === null ? null : REVIEW_WORDS[review], reason === null ? null : REASON_WORDS[reason]]
  const image =
    crop === undefined
      ? ''
      : `<img src="${crop.url}" width="${crop.width}" height="${crop.height}" alt="Ảnh chụp chỗ này trên bản quét, trang ${page.number}">`
  const end = textStart + current.length
  const left = escapeHtml(flat(page.text.slice(Math.max(0, textStart - CONTEXT), textStart)))
  const right = escapeHtml(flat(page.text.slice(end, end + CONTEXT)))
  return `<tr id="d${id}" data-id="${id}" data-kind="${review ?? point.kind}"><td class="number"><a href="#t${id}">${page.number}</a></td>
<td class="number">${percent(confidence)}<br><span class="quiet">${why.filter(Boolean).join(', ')}</span></td>
<td class="word">${image}<span class="quiet">…${left}</span><b>${escapeHtml(current)}</b><span class="quiet">${right}…</span></td>
<td class="choices">${choiceInputs(point)}</td></tr>
`
}

function choiceInputs({ id, choices, original, current }: Point): string {
  const inputs = choices.map((choice, i) => {
    const note = choice === current ? ' (đang dùng)' : choice === original ? ' (bản gốc)' : ''
    return `<label><input type="radio" name="c${id}" value="${i}"> <b>${escapeHtml(choice)}</b>${note}</label>`
  })
  return (
    inputs.join('') +
    `<label class="script"><input type="radio" name="c${id}" value="x"> khác: <input type="text" aria-label="Cách đọc khác" maxlength="500"></label>`
  )
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ')
