/**
 * The texts benches measure on: the development sets where they are there, else the committed fixtures, of which there
 * are few, so that everybody can run the benches.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FIXTURES } from './files.ts'

/** A page as an engine read it and as it was printed. */
export interface Page {
  readonly ocr: string
  readonly truth: string
}

export interface BenchSets {
  /** `dev` or `fixtures`: figures of one say nothing about the other. */
  readonly data: 'dev' | 'fixtures'
  /** Sound texts by set: stripped for restoration, as they are for what repair breaks. */
  readonly texts: Readonly<Record<string, readonly string[]>>
  /** Pages by set; the first part of the name is the channel profile. */
  readonly pages: Readonly<Record<string, readonly Page[]>>
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8')

const readFolder = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => read(folder, name))

const readPlans = (): string[] => [
  read(FIXTURES, 'ha-noi/plan.txt'),
  read(FIXTURES, 'le-thanh-nghi/plan.txt'),
]

/** The first half of the Nam Sách scan, whose truth is known line for line. */
function readNamSach(folder: string): Page[] {
  const measured = join(folder, 'nam-sach')
  if (existsSync(measured)) {
    return [{ ocr: read(measured, 'first-half.ocr.txt'), truth: read(measured, 'first-half.truth.txt') }]
  }
  if (!existsSync(join(FIXTURES, 'nam-sach', 'first-half.truth.txt'))) return []
  const truth = read(FIXTURES, 'nam-sach', 'first-half.truth.txt')
  const lines = truth.replace(/\n$/, '').split('\n').length
  const ocr = read(FIXTURES, 'nam-sach', 'ocr.txt').split('\n').slice(0, lines)
  return [{ ocr: `${ocr.join('\n')}\n`, truth }]
}

/** @param folder folder with `admin/`, `news/` and `ocr/pages.jsonl`; need not exist */
export function loadSets(folder: string): BenchSets {
  const plans = readPlans()
  const namSach = readNamSach(folder)
  if (!existsSync(join(folder, 'ocr', 'pages.jsonl'))) {
    return {
      data: 'fixtures',
      texts: { plans, own: readFolder(join(FIXTURES, 'own')) },
      pages: { 'eng Nam Sách': namSach },
    }
  }
  const rows = read(folder, 'ocr', 'pages.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { truth: string; eng: string; vie: string })
  return {
    data: 'dev',
    texts: { admin: readFolder(join(folder, 'admin')), news: readFolder(join(folder, 'news')), plans },
    pages: {
      'eng pages': rows.map(({ truth, eng }) => ({ truth, ocr: eng })),
      'vie pages': rows.map(({ truth, vie }) => ({ truth, ocr: vie })),
      'eng Nam Sách': namSach,
    },
  }
}
