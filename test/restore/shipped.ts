// The model that comes with the package, loaded once per test file, and the client's documents.

import { readFileSync } from 'node:fs'
import { loadModel } from '../../src/node.ts'

export const model = await loadModel()

export const fixture = (path: string): string =>
  readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8')

export const PLANS = ['le-thanh-nghi/plan.txt', 'ha-noi/plan.txt']
export const SCAN = 'nam-sach/ocr.txt'

/** Texts in other languages, written for these tests. */
export const FOREIGN: readonly (readonly [language: string, text: string])[] = [
  [
    'English',
    `The Committee met on Monday to discuss the annual budget. Members agreed that the proposal should be
published before the end of the month, and that comments from the public would be welcome. It can be read at
https://example.com/a?b=c; the fee is $1,250.00 (see Section 57-A).\n`,
  ],
  [
    'French',
    `Le comité s'est réuni lundi pour examiner le budget annuel. Les membres ont décidé que la proposition
serait publiée avant la fin du mois, après consultation des communes intéressées, là où c'est nécessaire.\n`,
  ],
  [
    'German',
    `Der Ausschuss hat am Montag über den jährlichen Haushalt beraten. Die Mitglieder beschlossen, den Vorschlag
vor Ende des Monats zu veröffentlichen; größere Änderungen würden später geprüft.\n`,
  ],
  ['Chinese', '越南社会主义共和国政府于2025年7月1日公布了新的行政区划。\n'],
  ['Russian', 'Комитет собрался в понедельник, чтобы обсудить годовой бюджет на 2025 год.\n'],
]

/** What every list of spans must be: ascending, disjoint, inside the text, and of what stands there. */
export function faultyEntry<
  T extends { readonly span: readonly [number, number]; readonly original: string },
>(text: string, entries: readonly T[]): T | null {
  let end = 0
  for (const entry of entries) {
    const [from, to] = entry.span
    if (from < end || to < from || to > text.length || text.slice(from, to) !== entry.original) return entry
    end = to
  }
  return null
}
