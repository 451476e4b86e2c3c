import { describe, expect, it } from 'vitest'
import { formatSummary } from '../../src/cli/format-summary.ts'
import { NO_COUNTS } from '../../src/report/outcome.ts'
import { SummaryBuilder } from '../../src/report/summary.ts'

const builder = new SummaryBuilder()
builder.add({
  name: 'a.txt',
  status: 'success',
  problems: [],
  sha256: null,
  counts: {
    ...NO_COUNTS,
    pages: 3,
    words: 1_200,
    confidence: 1_190,
    certain: 4,
    byReason: { marks: 4 },
    review: 2,
  },
  changed: true,
  ms: 1,
})

describe('the summary of a run', () => {
  it('is a table whose numbers are written as its language has them', () => {
    expect(formatSummary(builder.build(2), 'repair', 'en').split('\n')).toEqual([
      'documents        1  1 done',
      'pages            3  1.5 a second',
      'repairs          4  marks 4',
      'suggestions      0  not made',
      'to review        2  of 1,200 words',
      'confidence   0.992  mean of all words',
      'time         2.0 s',
    ])
    const vietnamese = formatSummary(builder.build(2), 'repair', 'vi')
    expect(vietnamese).toContain('1,5 mỗi giây')
    expect(vietnamese).toContain('1.200')
    expect(vietnamese).toContain('0,992')
  })

  it.each([
    [59.94, '59.9 s'],
    [60, '1 min'],
    [3_599, '1 h 0 min'],
    [27_000, '7 h 30 min'],
  ])('tells %s seconds as %s', (seconds, text) => {
    expect(
      formatSummary(builder.build(seconds), 'repair', 'en')
        .split('\n')
        .at(-1)
        ?.replace(/^time +/, ''),
    ).toBe(text)
  })
})
