import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocKind, Section } from '../../src/plan/schema.ts'
import { findTasks } from '../../src/plan/tasks.ts'
import { section } from './sample.ts'

const ISSUER = 'Ủy ban nhân dân tỉnh Hà Nam'

const tasks = (sections: Section[], kind: DocKind | null = 'Kế hoạch', organisation: string[] = []) =>
  findTasks({ sections, issuer: ISSUER, date: '2026-01-20', kind, organisation })

const organising = (children: Section[]) => [section('IV', 'roman', { title: 'TỔ CHỨC THỰC HIỆN', children })]

describe('tasks under a unit', () => {
  it('are its items', () => {
    const found = tasks(
      organising([
        section('IV/1', 'arabic', {
          title: 'Sở Y tế',
          children: [
            section('IV/1/a', 'letter', {
              text: 'Chủ trì, phối hợp với Sở Nội vụ rà soát, hoàn thành trước ngày 30/6/2026;',
            }),
            section('IV/1/b', 'letter', { text: 'Định kỳ hằng quý báo cáo UBND tỉnh.' }),
          ],
        }),
      ]),
    )
    expect(found).toMatchObject([
      {
        at: 'IV/1/a',
        unit: 'Sở Y tế',
        role: 'lead',
        with: ['Sở Nội vụ'],
        reportTo: [],
        deadline: { date: '2026-06-30' },
        every: null,
        request: false,
      },
      {
        at: 'IV/1/b',
        unit: 'Sở Y tế',
        role: 'do',
        reportTo: ['UBND tỉnh'],
        deadline: null,
        every: 'quarter',
      },
    ])
  })

  it('are its own text when it has no items', () => {
    const found = tasks(
      organising([
        section('IV/2', 'arabic', { title: 'Sở Tài chính', text: 'Tham mưu UBND tỉnh về kinh phí.' }),
      ]),
    )
    expect(found).toMatchObject([
      { at: 'IV/2', unit: 'Sở Tài chính', what: 'Tham mưu UBND tỉnh về kinh phí.' },
    ])
  })

  it('hold what stands below an item, not its items one by one', () => {
    const found = tasks(
      organising([
        section('IV/1', 'arabic', {
          title: 'Ủy ban nhân dân các xã, phường',
          children: [
            section('IV/1/a', 'letter', {
              text: 'Xây dựng phương án theo hướng:',
              children: [section('IV/1/a/-1', 'dash', { text: 'Giữ nguyên.' })],
            }),
          ],
        }),
      ]),
    )
    expect(found.map(({ at }) => at)).toEqual(['IV/1/a'])
  })

  it('are requests to bodies of other lines', () => {
    const found = tasks(
      organising([
        section('IV/7', 'arabic', {
          title: 'Trân trọng đề nghị Ban Dân vận Tỉnh ủy',
          text: 'Chỉ đạo tuyên truyền.',
        }),
        section('IV/8', 'arabic', { title: 'Đề nghị Sở Y tế', text: 'Phối hợp tuyên truyền.' }),
      ]),
    )
    expect(found.map(({ unit, request }) => [unit, request])).toEqual([
      ['Ban Dân vận Tỉnh ủy', true],
      ['Sở Y tế', false],
    ])
  })

  it('go to a unit named in the item under a heading for many', () => {
    const found = tasks(
      organising([
        section('IV/1', 'arabic', {
          title: 'Các sở, ban, ngành',
          children: [
            section('IV/1/-1', 'dash', { text: 'Sở Y tế: bảo đảm thuốc.' }),
            section('IV/1/-2', 'dash', { text: 'Sở Nội vụ chủ trì tổng hợp.' }),
            section('IV/1/-3', 'dash', { text: 'Rà soát kế hoạch.' }),
          ],
        }),
      ]),
    )
    expect(found.map(({ unit, what }) => [unit, what])).toEqual([
      ['Sở Y tế', 'bảo đảm thuốc.'],
      ['Sở Nội vụ', 'Sở Nội vụ chủ trì tổng hợp.'],
      ['Các sở, ban, ngành', 'Rà soát kế hoạch.'],
    ])
  })
})

describe('headings that name no unit', () => {
  it.each([
    'Nguồn kinh phí thực hiện',
    'Chế độ báo cáo',
    'Công tác tuyên truyền',
    'Phòng ngừa sự cố',
    'Ban hành văn bản',
  ])('make no tasks: %s', (title) => {
    expect(tasks(organising([section('IV/5', 'arabic', { title, text: 'Theo quy định.' })]))).toEqual([])
  })

  it('nor do groups of people that a plan is for', () => {
    const found = tasks([
      section('II', 'roman', {
        title: 'NỘI DUNG',
        children: [section('II/-1', 'dash', { text: 'Doanh nghiệp: Ứng dụng công nghệ số trong sản xuất.' })],
      }),
    ])
    expect(found).toEqual([])
  })
})

describe('tasks in sentences', () => {
  it('are ordered by "giao" in any part', () => {
    const found = tasks(
      [
        section('1', 'arabic', {
          text: 'Nhất trí chủ trương; Giao Sở Xây dựng chủ trì, phối hợp với các cơ quan liên quan lập phương án, hoàn thành trong tháng 9 năm 2026.',
        }),
      ],
      'Công văn',
    )
    expect(found).toMatchObject([
      {
        at: '1',
        unit: 'Sở Xây dựng',
        role: 'lead',
        with: ['các cơ quan liên quan'],
        deadline: { date: '2026-09' },
      },
    ])
    expect(found[0]?.what.startsWith('Giao Sở Xây dựng')).toBe(true)
  })

  it('have the unit for a subject in directives', () => {
    const item = section('8', 'arabic', {
      text: 'Sở Văn hóa, Thể thao và Du lịch phối hợp với Sở Y tế định hướng tuyên truyền.',
    })
    expect(tasks([item], 'Chỉ thị')).toMatchObject([
      { unit: 'Sở Văn hóa, Thể thao và Du lịch', role: 'support', with: ['Sở Y tế'] },
    ])
    expect(tasks([item], 'Báo cáo')).toEqual([])
  })

  it('stand under an article that names who is charged', () => {
    const found = tasks(
      [
        section('dieu-2', 'article', {
          title: 'Giao Giám đốc Sở Giáo dục và Đào tạo',
          children: [section('dieu-2/1', 'arabic', { text: 'Tổ chức thực hiện đúng kế hoạch.' })],
        }),
      ],
      'Quyết định',
    )
    expect(found).toMatchObject([{ at: 'dieu-2/1', unit: 'Giám đốc Sở Giáo dục và Đào tạo' }])
  })

  it.each([
    [
      'who has to carry out the decision',
      'Chánh Văn phòng, Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này./.',
    ],
    ['what the issuer says of itself', 'Ủy ban nhân dân tỉnh chỉ đạo rà soát.'],
    ['what was done', 'Sở Y tế đã tổ chức 05 lớp tập huấn.'],
  ])('do not tell %s', (_, text) => {
    expect(tasks([section('dieu-3', 'article', { text })], 'Quyết định')).toEqual([])
  })

  it('are none in a text that is no document', () => {
    expect(tasks([section('¶1', 'para', { text: 'Sở Y tế chủ trì hội nghị.' })], null)).toEqual([])
  })
})

it('takes the names of a user for units', () => {
  const sections = organising([
    section('IV/1', 'arabic', { title: 'Giao Cảng vụ', text: 'Rà soát luồng tàu.' }),
  ])
  const input = { sections, issuer: null, date: null, kind: 'Kế hoạch' as const }
  expect(findTasks(input)).toEqual([])
  expect(findTasks({ ...input, units: ['cảng vụ'] })).toMatchObject([
    { unit: 'Cảng vụ', what: 'Rà soát luồng tàu.' },
  ])
})

it('reads cards below the tasks of a plan', () => {
  const found = tasks([
    section('III/1', 'arabic', {
      title: 'Phát triển cụm công nghiệp',
      text: 'Đơn vị chủ trì: Phòng Kinh tế; đơn vị phối hợp: Phòng Tài chính. Thời gian: trước ngày 30/6/2026.',
    }),
  ])
  expect(found).toMatchObject([
    {
      unit: 'Phòng Kinh tế',
      role: 'lead',
      what: 'Phát triển cụm công nghiệp',
      with: ['Phòng Tài chính'],
      deadline: { date: '2026-06-30' },
    },
  ])
})

describe('whatever the sections', () => {
  const words = fc.constantFrom(
    'Giao ',
    'Sở Y tế ',
    'chủ trì ',
    'phối hợp với ',
    'các cơ quan ',
    'báo cáo ',
    'UBND ',
    ': ',
    '; ',
    ', ',
    '\n',
    'trước ngày 1/1/2026',
    'định kỳ ',
    'và ',
    '',
  )
  const text = fc.option(
    fc.array(words, { maxLength: 12 }).map((list) => list.join('')),
    { nil: null },
  )
  const tree: fc.Arbitrary<Section> = fc.letrec<{ node: Section }>((tie) => ({
    node: fc.record({
      id: fc.constant('x'),
      level: fc.constantFrom<Section['level']>('roman', 'arabic', 'dash', 'para', 'article'),
      num: fc.constant('1'),
      title: text,
      text,
      children: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('node'), { maxLength: 3 })),
      span: fc.constant([0, 1] as [number, number]),
    }),
  })).node

  it('gives complete tasks and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(tree, { maxLength: 4 }),
        fc.constantFrom<DocKind | null>('Kế hoạch', 'Công văn', 'Báo cáo', null),
        (sections, kind) => {
          for (const task of tasks(sections, kind, ['x'])) {
            expect(task.unit).not.toBe('')
            expect(task.what).not.toBe('')
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('gets through deep trees', () => {
    let deep = section('x', 'dash', { text: 'Giao Sở Y tế chủ trì' })
    for (let i = 0; i < 5_000; i++) deep = section('x', 'dash', { children: [deep] })
    expect(tasks([deep])).toEqual([])
  })
})
