// Exports into tables and records: CSV of tasks, the register's record, JSON, labels.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../../src/plan/export/json.ts'
import { archiveLine, codeOf, labelOf } from '../../../src/plan/export/label.ts'
import { toRegisterRecord } from '../../../src/plan/export/register-record.ts'
import { TASK_COLUMNS, toTasksCsv } from '../../../src/plan/export/tasks-csv.ts'
import type { Plan, Task } from '../../../src/plan/schema.ts'
import { EMPTY_PLAN, SAMPLE_PLAN, section } from '../sample.ts'

/** RFC 4180, read strictly. */
function readCsv(source: string): string[][] {
  const rows: string[][] = []
  let at = 0
  while (at < source.length) {
    const row: string[] = []
    for (;;) {
      const quoted = /"((?:[^"]|"")*)"(,|\r\n)/y
      const plain = /([^",\r\n]*)(,|\r\n)/y
      const pattern = source[at] === '"' ? quoted : plain
      pattern.lastIndex = at
      const match = pattern.exec(source)
      if (match === null) throw new Error(`No CSV at ${at}`)
      row.push(match[1]!.replaceAll('""', '"'))
      at = pattern.lastIndex
      if (match[2] === '\r\n') break
    }
    rows.push(row)
  }
  return rows
}

const withTask = (change: Partial<Task>): Plan => ({
  ...SAMPLE_PLAN,
  tasks: [{ ...SAMPLE_PLAN.tasks[0]!, ...change }],
})

const cellOf = (what: string): string => readCsv(toTasksCsv(withTask({ what })))[1]![7]!

describe('toTasksCsv', () => {
  it('gives one line a task under a line of names', () => {
    const [head, first, second] = readCsv(toTasksCsv(SAMPLE_PLAN))
    expect(head).toEqual([...TASK_COLUMNS])
    expect(first).toEqual([
      '',
      '05/KH-UBND',
      '2026-02-03',
      'Ủy ban nhân dân xã Sông Xanh',
      'II/1/a',
      'Văn phòng',
      'lead',
      'mua cây giống, "giá tốt"',
      'Công an xã; Đoàn Thanh niên',
      '',
      'trước ngày 01/3/2026',
      '2026-03-01',
      '',
      '',
    ])
    expect(second!.slice(-2)).toEqual(['month', 'yes'])
  })

  it('names the file where it is known', () => {
    expect(readCsv(toTasksCsv({ ...SAMPLE_PLAN, file: 'ke-hoach.txt' }))[1]![0]).toBe('ke-hoach.txt')
  })

  it('begins with a byte order mark and leaves out the names when asked to', () => {
    expect(toTasksCsv(EMPTY_PLAN)).toBe(`${TASK_COLUMNS.join(',')}\r\n`)
    expect(toTasksCsv(EMPTY_PLAN, { bom: true, header: false })).toBe('\ufeff')
  })

  it.each(['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '＝1', '\n\n=1'])(
    'takes the sting out of %j',
    (what) => {
      expect(cellOf(what)).toBe(`'${what}`)
    },
  )

  it.each(['a=b', '1-2', 'a\nb', 'x;y', ' khoảng trắng ', 'báo cáo "nóng"', ''])('keeps %j', (what) => {
    expect(cellOf(what)).toBe(what)
  })

  it('can be read back whatever the tasks say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (what) => {
        const rows = readCsv(toTasksCsv(withTask({ what, unit: what })))
        expect(rows).toHaveLength(2)
        expect(rows[1]).toHaveLength(TASK_COLUMNS.length)
        expect([what, `'${what}`]).toContain(rows[1]![7])
      }),
      { numRuns: 300, seed: 4 },
    )
  })
})

describe('toRegisterRecord', () => {
  it('fills the fields a document has', () => {
    expect(toRegisterRecord(SAMPLE_PLAN)).toEqual({
      TypeName: 'Kế hoạch',
      CodeNumber: '05',
      CodeNotation: 'KH-UBND',
      IssuedDate: '03/02/2026',
      OrganName: 'Ủy ban nhân dân xã Sông Xanh',
      Subject: SAMPLE_PLAN.title,
      SignerInfo: { Position: 'Phó Chủ tịch', FullName: 'Trần Văn Mẫu' },
      To: [{ OrganName: 'Thường trực Đảng ủy' }, { OrganName: 'Các thôn' }],
    })
  })

  it('invents nothing', () => {
    const record = toRegisterRecord({ ...EMPTY_PLAN, date: '2026-02' })
    expect(record).toMatchObject({
      CodeNumber: '',
      IssuedDate: '',
      SignerInfo: { Position: '', FullName: '' },
      To: [],
    })
  })

  it('keeps to the lengths of the register, in characters, cutting between words', () => {
    const long = 'nhân dân 𝄞 '.repeat(100)
    const { Subject, OrganName, SignerInfo, To } = toRegisterRecord({
      ...SAMPLE_PLAN,
      title: long,
      issuer: { name: 'x'.repeat(300), parent: null, inferred: false },
      signatories: [{ ...SAMPLE_PLAN.signatories[0]!, name: long, position: long }],
      recipients: [{ name: long, purpose: null, span: [0, 1] }],
    })
    expect([...Subject].length).toBeLessThanOrEqual(500)
    expect(Subject).toMatch(/(dân|𝄞|nhân)…$/u)
    expect(OrganName).toBe(`${'x'.repeat(199)}…`)
    expect([...SignerInfo.FullName].length).toBeLessThanOrEqual(50)
    expect([...SignerInfo.Position].length).toBeLessThanOrEqual(100)
    expect([...To[0]!.OrganName].length).toBeLessThanOrEqual(200)
  })
})

describe('toJson', () => {
  it('gives the plan back', () => {
    expect(JSON.parse(toJson(SAMPLE_PLAN))).toEqual(SAMPLE_PLAN)
    expect(toJson(SAMPLE_PLAN).split('\n')).toHaveLength(2)
  })

  it('indents, and leaves the text out, when asked to', () => {
    const { text: _, ...rest } = SAMPLE_PLAN
    expect(JSON.parse(toJson(SAMPLE_PLAN, { text: false }))).toEqual(rest)
    expect(toJson(SAMPLE_PLAN, { indent: 2 })).toContain('\n  "kind": "Kế hoạch",\n')
  })
})

describe('labels', () => {
  it.each([
    ['part', 'I', 'Phần I'],
    ['chapter', 'II', 'Chương II'],
    ['section', '1', 'Mục 1'],
    ['subsection', '2', 'Tiểu mục 2'],
    ['article', '5a', 'Điều 5a.'],
    ['upper', 'A', 'A.'],
    ['decimal', '1.2', '1.2.'],
    ['letter', 'đ', 'đ)'],
    ['dash', '-', '-'],
    ['plus', '+', '+'],
    ['para', null, ''],
  ] as const)('prints the number of a %s', (level, num, label) => {
    expect(labelOf(section('x', level, { num }))).toBe(label)
  })

  it.each([
    ['05', 'KH-UBND', '05/KH-UBND'],
    ['57', 'NQ/TW', '57-NQ/TW'],
    [null, 'KH-UBND', '/KH-UBND'],
    ['12', null, '12'],
    ['30/2020', 'NĐ-CP', '30/2020/NĐ-CP'],
    [null, null, null],
  ])('joins %s and %s', (number, symbol, code) => {
    expect(codeOf({ number, symbol })).toBe(code)
  })

  it('puts the year into the codes of legal documents', () => {
    const parts = { number: '18', symbol: 'TT-BXD', date: '2023-12-29' }
    expect(codeOf({ ...parts, kind: 'Thông tư' })).toBe('18/2023/TT-BXD')
    expect(codeOf({ ...parts, kind: 'Kế hoạch' })).toBe('18/TT-BXD')
  })

  it.each([
    [{ units: ['VT', 'KT'], copies: 2, drafter: 'Linh' }, 'Lưu: VT, KT (02) Linh'],
    [{ units: ['VT'], copies: null, drafter: null }, 'Lưu: VT'],
    [{ units: [], copies: null, drafter: 'Linh' }, 'Lưu: Linh'],
  ])('prints the archive line %j', (archive, line) => {
    expect(archiveLine({ ...archive, span: [0, 1] })).toBe(line)
  })
})
