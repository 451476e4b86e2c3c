// How a place in a document is cited: "điểm a khoản 1 Điều 5", "mục 1.2 phần II" (NĐ 78/2025 Đ.68, NĐ 30/2020 PL II).
import { pathOf } from './locate.ts'
import type { Plan, Section, SectionId } from './schema.ts'

/** Within an article arabic numbers are khoản, letters are điểm. */
function nameWithin({ level, num }: Section): string | null {
  switch (level) {
    case 'arabic':
      return `khoản ${num}`
    case 'letter':
      return `điểm ${num}`
    default:
      return nameOf({ level, num })
  }
}

function nameOf({ level, num }: Pick<Section, 'level' | 'num'>): string | null {
  switch (level) {
    case 'part':
      return `Phần ${num}`
    case 'chapter':
      return `Chương ${num}`
    case 'section':
      return `Mục ${num}`
    case 'subsection':
      return `Tiểu mục ${num}`
    case 'article':
      return `Điều ${num}`
    case 'upper':
      return `phần ${num}`
    case 'roman':
      return `mục ${num}`
    case 'arabic':
    case 'decimal':
      return `mục ${num}`
    case 'letter':
      return `điểm ${num}`
    default:
      return null
  }
}

/** `gạch đầu dòng thứ 2`: bullets and paragraphs have no numbers of their own. */
function nameByPlace({ level, id }: Section): string {
  const place = /[-+¶](\d+)(?:~\d+)?$/u.exec(id)?.[1] ?? '1'
  if (level === 'para') return `đoạn thứ ${place}`
  return `${level === 'plus' ? 'dấu cộng' : 'gạch đầu dòng'} thứ ${place}`
}

/**
 * Says where a section stands, as documents cite one another: from the innermost to the outermost.
 *
 * @returns an empty string when the plan has no such section
 * @example cite(plan, 'chuong-II/dieu-5/1/a') // 'điểm a khoản 1 Điều 5 Chương II'
 */
export function cite(plan: Pick<Plan, 'sections' | 'appendices'>, id: SectionId): string {
  const path = pathOf(plan, id)
  const names: string[] = []
  let isInArticle = false
  let outer: Section | null = null
  for (const section of path) {
    const name = isInArticle ? nameWithin(section) : nameOf(section)
    if (section.level === 'article') isInArticle = true
    // "1.2" says itself that it stands under "1".
    if (section.level === 'decimal' && outer !== null && section.num?.startsWith(`${outer.num}.`)) names.pop()
    names.push(name ?? nameByPlace(section))
    outer = section
  }
  const appendix = appendixName(plan, path)
  return [...names.reverse(), ...(appendix === null ? [] : [appendix])].join(' ')
}

function appendixName({ appendices }: Pick<Plan, 'appendices'>, [first]: readonly Section[]): string | null {
  if (first === undefined) return null
  const index = appendices.findIndex(({ sections }) => sections.includes(first))
  if (index < 0) return null
  const { num, kind } = appendices[index]!
  if (kind !== null) return `${kind} ban hành kèm theo`
  return num === null ? 'Phụ lục' : `Phụ lục ${num}`
}
