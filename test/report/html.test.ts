import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IngestedDocument } from '../../src/ingest/document.ts'
import { escapeHtml, scriptJson } from '../../src/report/escape.ts'
import { toHtml } from '../../src/report/html.ts'
import { type IndexEntry, toIndexHtml } from '../../src/report/index-page.ts'
import { NO_COUNTS } from '../../src/report/outcome.ts'
import { document, edit, page, SAMPLE } from './samples.ts'

const report = (sample: IngestedDocument, name = 'scans/plan.pdf') =>
  toHtml({ name, sha256: '00', document: sample })

const parts = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map((match) => match[1] as string)

describe('toHtml', () => {
  it('shows what was changed with more than colour, and links doubts to where they are decided', async () => {
    const html = await report(SAMPLE)
    expect(html).toContain('<del>xa</del>')
    expect(html).toContain('<ins>xã</ins>')
    expect(html).toContain('<a id="t2" href="#d2"><ins>Sách</ins></a>')
    expect(html).toContain('<a id="t5" href="#d5">Binh</a>')
    expect(html).toMatch(/del\{[^}]*line-through/)
    expect(html).toMatch(/ins\{[^}]*underline/)
  })

  it('lists the least certain first', async () => {
    const ids = [...(await report(SAMPLE)).matchAll(/<tr id="d(\d+)"/g)].map((match) => match[1])
    expect(ids).toEqual(['5', '4', '2'])
  })

  it('keeps lines beside lines', async () => {
    const html = await report(SAMPLE)
    expect(html).toContain('<tr><th>3</th><td>Nguoi ky: Tran Van Binh</td>')
    const raw = 'mot\nhai ba\nbon'
    const joined = await report(document(page(raw, [edit(raw, 'hai ba\nbon', 'hai\nba bốn')])))
    expect(joined).toContain(
      '<tr><th>2</th><td><del>hai ba\nbon</del></td><td><ins>hai\nba bốn</ins></td></tr>',
    )
  })

  it('has a strict policy that fits what is in it, and fetches nothing', async () => {
    const html = await report(SAMPLE)
    const policy = /content="(default-src[^"]*)"/.exec(html)?.[1] as string
    for (const tag of ['style', 'script']) {
      const hash = createHash('sha256')
        .update(parts(html, tag)[0] as string)
        .digest('base64')
      expect(policy).toContain(`${tag}-src 'sha256-${hash}'`)
    }
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).not.toContain('unsafe')
    expect(html).not.toMatch(/\s(?:style|on[a-z]+)=/)
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(html).toContain('<html lang="vi">')
  })

  it('escapes every text, whatever it holds', async () => {
    const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&amp;\u0000\u202e`
    const raw = `${hostile} xa`
    const html = await report(
      {
        ...document(page(raw, [edit(raw, 'xa', hostile, { confidence: 0.6 })])),
        problems: [{ code: 'NO_TEXT', message: hostile, page: null }],
      },
      hostile,
    )
    expect(html.match(/<script/g)).toHaveLength(2)
    expect(html.match(/<\/script>/g)).toHaveLength(2)
    expect(html).not.toContain('<img')
    expect(html).not.toContain('\u0000')
  })

  it('writes any text so that it can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/)
        expect(JSON.parse(scriptJson(text))).toBe(text)
        expect(scriptJson(text)).not.toContain('<')
      }),
    )
  })

  it('says so when there is nothing to look at', async () => {
    const html = await report(document(page('Đúng cả.')))
    expect(html).toContain('Chỗ cần xem lại: 0')
    expect(html).toContain('Không có chỗ nào.')
  })

  it('stays linear: ten times the text is about ten times the report', async () => {
    const sized = async (lines: number) => {
      const raw = 'xa Nam Sach\n'.repeat(lines)
      const edits = Array.from({ length: lines }, (_, i) => ({
        ...edit(raw, 'xa', 'xã'),
        span: [i * 12, i * 12 + 2] as const,
      }))
      return (await report(document(page(raw, edits)))).length
    }
    expect(await sized(5_000)).toBeLessThan(10.5 * (await sized(500)))
  })
})

describe('toIndexHtml', () => {
  const entry = (
    name: string,
    more: Partial<IndexEntry['outcome']> = {},
    reportPath: string | null = `${name}.html`,
  ): IndexEntry => ({
    outcome: {
      name,
      status: 'success',
      problems: [],
      sha256: '00',
      counts: NO_COUNTS,
      changed: false,
      ms: 5,
      ...more,
    },
    report: reportPath,
  })

  it('links the reports and names the failures', () => {
    const failure = { code: 'INPUT_EMPTY', severity: 'error' as const, message: 'b is <empty>.', page: null }
    const html = toIndexHtml([
      entry('a b/ă:#.pdf'),
      entry('b', { status: 'failed', problems: [failure] }, null),
    ])
    expect(html).toContain('<a href="./a%20b/%C4%83%3A%23.pdf.html">a b/ă:#.pdf</a>')
    expect(html).toContain('b is &lt;empty&gt;.')
    expect(html).toContain('2 văn bản, 1 không đọc được')
  })

  it('is the same whether documents were done now or before', () => {
    const now = toIndexHtml([entry('a', { ms: 1 })])
    expect(toIndexHtml([entry('a', { status: 'skipped', ms: 0 })])).toBe(now)
  })
})
