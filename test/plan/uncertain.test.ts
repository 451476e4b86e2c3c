import { describe, expect, it } from 'vitest'
import type { Certainty, Place, Plan } from '../../src/plan/schema.ts'
import { uncertainWarnings } from '../../src/plan/uncertain.ts'
import { SAMPLE_PLAN } from './sample.ts'

/** A text made of stretches, and what they are. */
const STRETCHES: readonly [path: string, text: string][] = [
  ['heading', 'CỘNG HÒA\n'],
  ['title', 'Trồng cây xanh\n'],
  ['bases.0', 'Căn cứ Luật\n'],
  ['section:II/1', 'Chủ trì mua cây giống tốt nhất nơi đây\n'],
  ['furniture', '2\n'],
  ['recipients.0', 'Thường trực (để báo cáo)\n'],
  ['signatories.0', 'PHÓ CHỦ TỊCH\nTrần Văn Mẫu\n'],
  ['trailing', 'Chân trang'],
]
const TEXT = STRETCHES.map(([, text]) => text).join('')

function places(): Place[] {
  let at = 0
  return STRETCHES.map(([path, text]) => {
    const start = at
    at += text.length
    return { path, span: [start, at] }
  })
}

const PLAN: Pick<Plan, 'places' | 'recipients' | 'signatories'> = {
  places: places(),
  recipients: [{ name: 'Thường trực', purpose: 'báo cáo', span: [0, 1] }],
  signatories: SAMPLE_PLAN.signatories,
}

/** All words of the text, unsure of those named. */
function certainty(...doubtful: string[]): Certainty[] {
  return [...TEXT.matchAll(/\p{L}+/gu)].map((match) => ({
    span: [match.index, match.index + match[0].length],
    score: doubtful.includes(match[0]) ? 0.25 : 0.99,
  }))
}

const subjects = (...doubtful: string[]): string[] =>
  uncertainWarnings(PLAN, TEXT, certainty(...doubtful)).map(({ subject }) => subject)

describe('uncertainWarnings', () => {
  it('says nothing where nothing is doubtful', () => {
    expect(subjects()).toEqual([])
    expect(uncertainWarnings(PLAN, TEXT, [])).toEqual([])
  })

  it.each([
    ['xanh', 'title'],
    ['Luật', 'bases.0.text'],
    ['giống', 'II/1'],
    ['trực', 'recipients.0.name'],
    ['cáo', 'recipients.0.purpose'],
    ['TỊCH', 'signatories.0.position'],
    ['Mẫu', 'signatories.0.name'],
  ])('names the value that holds “%s”: %s', (word, subject) => {
    expect(subjects(word)).toEqual([subject])
  })

  it('passes over the national heading, page furniture and what follows the end', () => {
    expect(subjects('CỘNG', 'Chân')).toEqual([])
  })

  it('gives one warning a value, the worst word first, at its place', () => {
    const doubts = certainty('giống', 'tốt', 'nhất', 'nơi', 'đây').map((item) =>
      TEXT.slice(...item.span) === 'tốt' ? { ...item, score: 0.1 } : item,
    )
    const [warning, ...others] = uncertainWarnings(PLAN, TEXT, doubts)
    expect(others).toEqual([])
    expect(warning).toMatchObject({ code: 'uncertain', subject: 'II/1' })
    expect(TEXT.slice(...warning!.span!)).toBe('tốt')
    expect(warning!.message).toBe(
      'Bản sửa lỗi chưa chắc chắn ở “tốt”, “giống”, “nhất” và 2 từ khác (thấp nhất 10 %), cần đối chiếu bản gốc.',
    )
  })

  it('takes the threshold as given', () => {
    expect(uncertainWarnings(PLAN, TEXT, certainty('xanh'), 0.2)).toEqual([])
    expect(uncertainWarnings(PLAN, TEXT, certainty(), 1).length).toBe(7)
  })
})
