import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Folder, run, temporaryFolder } from './harness.ts'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const decisions = (file: string, text: string): string =>
  JSON.stringify({
    vanban: 'decisions',
    version: 1,
    file,
    sha256: '00',
    pages: [{ number: 1, original: 'ong Binh BQL\n', edits: [[9, 12, 'BQl']] }],
    decisions: [
      { page: 0, span: [4, 8], text, review: 'name' },
      { page: 0, span: [9, 12], text: 'BQL', review: null },
    ],
  })

describe('vanban apply', () => {
  it('prints the final text and writes a dictionary', async () => {
    const file = folder.write('d.json', decisions('scans/plan.pdf', 'Bình'))
    const words = folder.path('words.tsv')
    expect(await run(['apply', file, '--dictionary-out', words])).toMatchObject({
      code: 0,
      out: 'ong Bình BQL\n',
      err: '',
    })
    expect(folder.read('words.tsv')).toBe('BQL\tprotected\nBình\tname\n')
    expect((await run(['apply', file, '--dictionary-out', words])).code).toBe(5)
  })

  it('writes several documents into a folder', async () => {
    const one = folder.write('1.json', decisions('scans/plan.pdf', 'Bình'))
    const two = folder.write('2.json', decisions('other\\plan.txt', 'Bính'))
    const out = folder.path('final')
    expect((await run(['apply', one, two, '-o', out, '-v'])).err).toContain('scans/plan.pdf: 2 decisions\n')
    expect(folder.read('final/plan.pdf.txt')).toBe('ong Bình BQL\n')
    expect(folder.read('final/plan.txt')).toBe('ong Bính BQL\n')
    expect((await run(['apply', one, two, '-o', out])).code).toBe(5)
    expect((await run(['apply', one, one, '-o', folder.path('f2')])).code).toBe(2)
  })

  it('says in the language of its user what is wrong with a file, and what to do', async () => {
    const wrong = folder.write('x.json', '{"vanban":"decisions"}')
    const report = folder.write('plan.html', '<!doctype html>')
    const { err } = await run(['apply', wrong, '--lang', 'vi'])
    expect(err).toBe(
      `lỗi: ${wrong} không phải tệp quyết định xuất từ báo cáo: thiếu trường "version". ` +
        'Hãy mở báo cáo bằng trình duyệt, bấm "Xuất quyết định (JSON)", rồi đưa tệp vừa lưu.\n',
    )
    expect((await run(['apply', report, '--lang', 'vi'])).err).toContain(
      'đó là trang web, chẳng hạn chính tệp báo cáo.',
    )
  })

  it('refuses what is no list of decisions', async () => {
    expect(await run(['apply', folder.write('x.json', '{}')])).toMatchObject({ code: 3, out: '' })
    expect((await run(['apply', folder.path('none.json')])).code).toBe(3)
  })
})
