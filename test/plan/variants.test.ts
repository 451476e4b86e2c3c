// One document printed in many ways is one plan: widths, columns, page breaks, damage, missing blocks.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/plan/parse.ts'
import type { Plan, Section } from '../../src/plan/schema.ts'
import { type Letterhead, type Printing, reprint } from './reprint.ts'

const FIXTURES = new URL('../../fixtures/', import.meta.url)

interface Original {
  readonly file: string
  readonly letterhead: Letterhead
}

const ORIGINALS: readonly Original[] = [
  {
    file: 'le-thanh-nghi/plan.txt',
    letterhead: { body: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG LÊ THANH NGHỊ'], place: 'Lê Thanh Nghị' },
  },
  {
    file: 'ha-noi/plan.txt',
    letterhead: { body: ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HÀ NỘI'], place: 'Hà Nội' },
  },
  {
    file: 'nam-sach/repaired.txt',
    letterhead: { body: ['ỦY BAN NHÂN DÂN', 'XÃ NAM SÁCH'], place: 'Nam Sách' },
  },
]

const PRINTINGS: readonly Printing[] = [
  ...[undefined, 58, 66, 80, 96].flatMap((width): Printing[] => [
    { ...(width === undefined ? {} : { width }), air: true },
    { ...(width === undefined ? {} : { width }), air: false, head: 'columns', foot: 'columns' },
    { ...(width === undefined ? {} : { width }), air: true, head: 'tight', foot: 'tight' },
    { ...(width === undefined ? {} : { width }), air: false, head: 'turns', foot: 'turns' },
  ]),
  { width: 72, head: 'columns', foot: 'signature-first' },
  { width: 66, air: true, page: 40, pageMark: 'number' },
  { width: 80, air: false, page: 37, pageMark: 'feed' },
  { width: 72, air: false, page: 33, pageMark: 'both' },
  { width: 80, air: true, damage: true },
  { air: false, damage: true },
  { width: 80, marks: 'dash' },
  { width: 80, marks: 'slash' },
  { width: 66, dash: '–' },
  { width: 80, noDate: true, noNumber: true, head: 'columns' },
  { width: 80, noDate: true, noNumber: true },
  { width: 80, noName: true },
  { width: 80, head: 'none' },
  { width: 80, foot: 'none' },
  { width: 80, decomposed: true, head: 'columns', foot: 'columns' },
  { width: 80, crlf: true },
]

/** What is printed, with what the original lacks filled in. */
function completed(plan: Plan): Plan {
  return {
    ...plan,
    number: plan.number ?? '15',
    symbol: plan.symbol ?? 'KH-UBND',
    date: plan.date?.length === 10 ? plan.date : '2026-03-05',
    signatories: plan.signatories.map((one) => ({ ...one, name: one.name ?? 'Nguyễn Văn Minh' })),
  }
}

/** Air, dashes, case and final marks are print, not content. */
function plain(text: string | null | undefined): string | null {
  if (text == null) return null
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[–—]/g, '-')
    .replace(/\s+(?=[.,])/g, '')
    .replace(/- (?=nq)/g, '-')
    .replace(/[.;,:]+$/, '')
}

const flat = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.children)])

function summary(plan: Plan, printing: Printing, letterhead: Letterhead, original: boolean): unknown {
  const head = printing.head !== 'none'
  const foot = printing.foot !== 'none'
  return {
    kind: plan.kind,
    number: head && printing.noNumber !== true ? plan.number : null,
    symbol: head ? plan.symbol : null,
    date: head && printing.noDate !== true ? plan.date : null,
    place: head ? (original ? letterhead.place : plan.place) : null,
    issuer: plain(head ? (original ? letterhead.body.join(' ') : plan.issuer?.name) : null),
    title: plain(plan.title),
    bases: plan.bases.map((basis) => plain(basis.text)),
    intro: plain(plan.intro),
    sections: flat(plan.sections).map(({ id, title, text }) => [id, plain(title), plain(text)]),
    closing: plain(plan.closing),
    recipients: foot ? plan.recipients.map(({ name, purpose }) => [plain(name), purpose]) : [],
    archive: foot ? plan.archive?.units : undefined,
    signatories: foot
      ? plan.signatories.map(({ authority, position, name }) => [
          authority,
          position,
          printing.noName === true ? null : name,
        ])
      : [],
  }
}

for (const { file, letterhead } of ORIGINALS) {
  describe(`reprints of ${file}`, () => {
    const original = completed(parsePlan(readFileSync(new URL(file, FIXTURES), 'utf8')))
    it.each(PRINTINGS.map((printing) => [JSON.stringify(printing), printing] as const))(
      'are the same plan: %s',
      (_, printing) => {
        const plan = parsePlan(reprint(original, letterhead, printing))
        expect(summary(plan, printing, letterhead, false)).toEqual(
          summary(original, printing, letterhead, true),
        )
      },
    )
  })
}
