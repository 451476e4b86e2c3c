import { existsSync, readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Plan } from '../../src/plan/schema.ts'
import { applyEdits } from '../../src/restore/edit.ts'
import { planJsonSchema } from '../../src/schema.ts'
import { fakeImport } from './fake-import.ts'
import { type Folder, type RunResult, run as runWith, temporaryFolder, type World } from './harness.ts'

let folder: Folder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

/** What `importDocument` was asked for. */
let asked: object[] = []
beforeEach(() => {
  asked = []
})

/** Runs the program with a reader that repairs nothing but the words beginning with "x". */
function run(argv: readonly string[], world: World = {}): Promise<RunResult> {
  const importDocument = async (input: string | Uint8Array, options: object): Promise<unknown> => {
    asked.push(options)
    const document = fakeImport(input, options)
    const pages = document.pages.map((page) => {
      const text = applyEdits(page.raw, page.repair!.edits)
      const words = page.repair!.words.map((word) =>
        word.original.startsWith('x') ? word : { ...word, confidence: 1 },
      )
      return { ...page, text, repair: { ...page.repair!, text, words } }
    })
    return { ...document, pages }
  }
  return runWith(argv, { ...world, engine: { importDocument } })
}

const PLAN = `ỦY BAN NHÂN DÂN XÃ SÔNG XANH
Số: 05/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Xanh, ngày 03 tháng 02 năm 2026

KẾ HOẠCH
Trồng cây năm 2026

I. MỤC ĐÍCH
Phủ kín đất trống, xgiữ nguồn nước.

II. TỔ CHỨC THỰC HIỆN
1. Văn phòng
a) Chủ trì mua cây giống trước ngày 01/3/2026.

Trên đây là kế hoạch trồng cây./.

Nơi nhận:
- Các thôn;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Mẫu
`

const json = (line: string): Plan => JSON.parse(line) as Plan

describe('parse', () => {
  it('prints the plan as one line of JSON that keeps to the published schema', async () => {
    const file = folder.write('plan.txt', PLAN)
    const { code, out, err } = await run(['parse', file])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n')).toHaveLength(2)
    const plan = json(out)
    expect(plan).toMatchObject({
      kind: 'Kế hoạch',
      number: '05',
      symbol: 'KH-UBND',
      date: '2026-02-03',
      file,
    })
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(planJsonSchema())
    validate(plan)
    expect(validate.errors).toBeNull()
  })

  it('repairs first: its edits lead back to the file, doubts become warnings', async () => {
    const { out } = await run(['parse', '--threshold', '0.8'], { stdin: PLAN })
    const { edits, text, warnings } = json(out)
    expect(text).toContain('XGIỮ nguồn nước')
    expect(edits!.map(({ span }) => PLAN.slice(...span))).toEqual(['xgiữ'])
    expect(warnings.filter(({ code }) => code === 'uncertain').map(({ subject }) => subject)).toEqual(['I'])
    expect(asked[0]).toMatchObject({ model: 'MODEL', repair: true, source: 'auto', ocr: 'auto' })
  })

  it('passes its options on', async () => {
    const dictionary = folder.write('d.txt', 'Sông Xanh\n')
    const argv = [
      'parse',
      '--no-repair',
      '--source',
      'vie',
      '--ocr',
      'never',
      '--pages',
      '1-2',
      '--model',
      'm',
    ]
    const { calls } = await run([...argv, '--dictionary', dictionary], { stdin: PLAN })
    expect(calls.find(([name]) => name === 'loadModel')).toEqual(['loadModel', 'm'])
    expect(asked[0]).toMatchObject({ repair: false, source: 'vie', ocr: 'never', pages: '1-2' })
    expect(asked[0]).toHaveProperty('dictionary')
  })

  it('leaves the text out when asked to', async () => {
    const { out } = await run(['parse', '--no-text'], { stdin: PLAN })
    expect(json(out).text).toBeUndefined()
  })

  it('prints a clean copy', async () => {
    const { out } = await run(['parse', '--format', 'markdown'], { stdin: PLAN })
    expect(out).toMatch(/^\*\*ỦY BAN NHÂN DÂN XÃ SÔNG XANH\*\*\n\nSố: 05\/KH-UBND\n/)
    expect(out).toContain('\n# KẾ HOẠCH\n\n**Trồng cây năm 2026**\n')
  })

  it('prints one table of tasks for all documents', async () => {
    const a = folder.write('a.txt', PLAN)
    const b = folder.write('b.txt', PLAN)
    const { out } = await run(['parse', '--format', 'csv', '--bom', a, b])
    const lines = out.split('\r\n')
    expect(lines[0]).toMatch(/^\ufefffile,document,/)
    expect(out.split('\ufeff')).toHaveLength(2)
    expect(out.match(/^\ufeff?file,/gm)).toHaveLength(1)
  })

  it('prints the record of a register', async () => {
    const { out } = await run(['parse', '--format', 'register'], { stdin: PLAN })
    expect(JSON.parse(out)).toMatchObject({
      TypeName: 'Kế hoạch',
      CodeNumber: '05',
      IssuedDate: '03/02/2026',
    })
  })

  it('prints Akoma Ntoso, but not two documents in one', async () => {
    const file = folder.write('plan.txt', PLAN)
    const { out } = await run(['parse', '--format', 'akn', file])
    expect(out).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<akomaNtoso /)
    const other = folder.write('other.txt', PLAN)
    const twice = await run(['parse', '--format', 'akn', file, other])
    expect(twice).toMatchObject({
      code: 2,
      out: '',
      err: 'error: Several documents cannot share one XML file: give a folder for them with -o.\n',
    })
  })

  it('writes a file for each document, each in its form', async () => {
    const a = folder.write('a.txt', PLAN)
    const b = folder.write('b.txt', PLAN)
    for (const format of ['json', 'markdown', 'csv', 'register', 'akn']) {
      const { code, out } = await run(['parse', '--format', format, '-o', folder.path('out/'), a, b])
      expect([code, out]).toEqual([0, ''])
    }
    expect(readdirSync(folder.path('out')).filter((name) => name.startsWith('a'))).toEqual([
      'a.txt.csv',
      'a.txt.json',
      'a.txt.md',
      'a.txt.register.json',
      'a.txt.xml',
    ])
    expect(folder.read('out/b.txt.csv')).toMatch(/^file,/)
  })

  it('keeps the folders of a folder', async () => {
    for (const place of ['in/a/x.txt', 'in/b/x.txt']) folder.write(place, PLAN)
    expect((await run(['parse', folder.path('in'), '-o', folder.path('out')])).code).toBe(0)
    expect(['a', 'b'].map((name) => existsSync(folder.path(`out/${name}/x.txt.json`)))).toEqual([true, true])
  })

  it('replaces no file unasked', async () => {
    const file = folder.write('plan.txt', PLAN)
    const target = folder.write('plan.json', 'mine')
    const { code, err } = await run(['parse', file, '-o', target])
    expect(code).toBe(5)
    expect(err).toContain('plan.json exists already')
    expect(folder.read('plan.json')).toBe('mine')
    expect((await run(['parse', '--force', file, '-o', target])).code).toBe(0)
    expect(json(folder.read('plan.json')).number).toBe('05')
  })

  it('goes on after a document that fails, and says so', async () => {
    const good = folder.write('good.txt', PLAN)
    const { code, out, err } = await run(['parse', folder.path('none.txt'), good])
    expect(code).toBe(1)
    expect(out.split('\n')).toHaveLength(2)
    expect(err).toBe(`error: ${folder.path('none.txt')} cannot be read: there is no such file.\n`)
    const { code: alone } = await run(['parse', folder.path('none.txt')])
    expect(alone).toBe(3)
  })

  it('takes a text that is no official document for what it is', async () => {
    const { code, out } = await run(['parse'], { stdin: 'Hôm nay trời đẹp.\n' })
    expect(code).toBe(0)
    expect(json(out)).toMatchObject({ kind: null, number: null, issuer: null })
  })

  it('gives a plan for an empty text', async () => {
    const { code, out } = await run(['parse'], { stdin: '' })
    expect(code).toBe(0)
    expect(json(out)).toMatchObject({ kind: null, sections: [], text: '' })
  })

  it('passes on what the reader noticed', async () => {
    const file = folder.write('x.txt', Buffer.from('a\xffb', 'latin1'))
    expect((await run(['parse', file])).err).toBe(`warning: ${file} is not valid UTF-8.\n`)
  })

  it('says with --verbose what was found', async () => {
    const { err } = await run(['parse', '-v'], { stdin: PLAN })
    expect(err).toMatch(/stdin: Kế hoạch, 2 sections, \d+ tasks, \d+ warnings\n/)
  })

  it.each([
    [['--format', 'yaml'], 'Allowed choices are json, markdown, csv, register, akn.'],
    [['--threshold', '2'], 'Give a number from 0 to 1'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await run(['parse', ...argv], { stdin: PLAN })
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(existsSync(folder.path('out'))).toBe(false)
  })
})
