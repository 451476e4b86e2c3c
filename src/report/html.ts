/**
 * A repaired document → one HTML file for the person who checks it: doubtful places first, then the whole text,
 * original beside repaired. All of it can be read without script; with it, decisions are kept and exported.
 */
import { changesTable, groupChanges } from './changes.ts'
import { cropImages } from './crops.ts'
import { doubtsTable, rankDoubts } from './doubts.ts'
import { escapeHtml, scriptJson } from './escape.ts'
import { countDocument, meanConfidence } from './outcome.ts'
import { pageRows } from './page-rows.ts'
import { findPoints, type Point } from './points.ts'
import type { ReportInput } from './render.ts'
import { REVIEW_SCRIPT } from './script.ts'
import { htmlPage } from './shell.ts'
import { count, percent } from './words.ts'

/** Makes the report of one document. */
export async function toHtml(input: ReportInput): Promise<string> {
  const { name, document } = input
  const points = findPoints(document.pages)
  const doubts = rankDoubts(points)
  const crops = await cropImages(input, doubts)
  const groups = groupChanges(points)
  const byPage: Point[][] = document.pages.map(() => [])
  for (const point of points) byPage[point.page]?.push(point)
  const pages = document.pages.map((page, index) => {
    const own = byPage[index] as Point[]
    return `<section class="page"><h2>Trang ${page.number}</h2>
<table><thead><tr><th>Dòng</th><th>Bản gốc</th><th>Bản sửa</th></tr></thead><tbody>
${pageRows(page, own)}</tbody></table></section>
`
  })
  const body = `<h1>${escapeHtml(name)}</h1>
${overview(input)}
${TOOLBAR}
<h2 id="review">Chỗ cần xem lại: ${count(doubts.length)}</h2>
${doubts.length === 0 ? '<p>Không có chỗ nào.</p>\n' : doubtsTable(doubts, document.pages, crops)}${changesTable(groups)}
<h2>Toàn văn</h2>
<p class="quiet"><del>gạch ngang</del>: bị thay; <ins>gạch chân</ins>: đã sửa; <a href="#review">gạch chấm, dấu hỏi</a>: cần xem lại.</p>
${pages.join('')}<script type="application/json" id="data">${scriptJson(reportData(input, byPage, doubts, groups))}</script>
`
  return htmlPage({ title: `${name} – vanban`, body, script: REVIEW_SCRIPT })
}

function overview({ document }: ReportInput): string {
  const counts = countDocument(document)
  const mean = meanConfidence(counts)
  const facts = [
    `${count(counts.pages)} trang`,
    `${count(counts.words)} từ`,
    `${count(counts.certain + counts.likely)} chỗ đã sửa`,
    ...(mean === null ? [] : [`độ tin cậy trung bình ${percent(mean)}`]),
  ]
  const problems = document.problems.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join('')
  return `<p>${facts.join(' · ')}</p>${problems === '' ? '' : `<ul lang="en">${problems}</ul>`}`
}

const TOOLBAR = `<noscript><p>Bật JavaScript để ghi lại quyết định; phần dưới vẫn đọc được.</p></noscript>
<div class="bar script" role="toolbar" aria-label="Xem lại">
<button type="button" id="previous" title="phím K">Chỗ trước</button>
<button type="button" id="next" title="phím J">Chỗ sau</button>
<label>Hiện <select id="filter"><option value="">tất cả</option><option value="open">chưa quyết định</option><option value="name">tên riêng</option><option value="number">con số</option><option value="word">từ chưa chắc</option><option value="suggestion">gợi ý</option></select></label>
<button type="button" id="export">Xuất quyết định (JSON)</button>
<span id="state" role="status"></span>
<span class="quiet">Phím: J sau, K trước, A nhận, R trả lại, 1–5 chọn, E gõ</span>
</div>`

/** What the script needs: enough to export decisions that stand by themselves. */
function reportData(
  { name, sha256, document }: ReportInput,
  byPage: readonly (readonly Point[])[],
  doubts: readonly Point[],
  groups: ReturnType<typeof groupChanges>,
): object {
  return {
    file: name,
    sha256,
    pages: document.pages.map(({ number, raw }, index) => ({
      number,
      original: raw,
      edits: (byPage[index] as readonly Point[])
        .filter(({ kind }) => kind === 'edit')
        .map(({ span, current }) => [span[0], span[1], current]),
    })),
    doubts: doubts.map(({ id, page, span, choices, review }) => [
      id,
      page,
      span[0],
      span[1],
      choices,
      review,
    ]),
    groups: groups.map(({ points: members }) => members.map(({ page, span }) => [page, span[0], span[1]])),
  }
}
