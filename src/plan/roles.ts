// What the headings of a plan are for: mục đích, yêu cầu, nội dung, kinh phí, tổ chức thực hiện …
import { fold } from '../unicode/fold.ts'
import type { Role, Section, SectionId } from './schema.ts'

/** Openers of headings, without marks; the first that fits a piece of a heading counts. */
const OPENERS: readonly (readonly [RegExp, Role])[] = [
  [/^(?:muc dich|y nghia)/, 'objectives'],
  [/^yeu cau/, 'requirements'],
  [/^(?:muc tieu|chi tieu|cac chi tieu|cac muc tieu)/, 'targets'],
  [/^(?:quan diem|nguyen tac|phuong cham|tu tuong chi dao)/, 'principles'],
  [/^(?:pham vi|doi tuong|thanh phan|dia diem)/, 'scope'],
  [/^(?:hinh thuc|phuong phap|cach thuc)/, 'forms'],
  [/^(?:thoi gian|tien do|lo trinh)/, 'schedule'],
  [/^(?:kinh phi|nguon kinh phi|nguon luc|du toan|kinh phi va|co so vat chat)/, 'funding'],
  [
    /^(?:to chuc (?:trien khai )?thuc hien|to chuc trien khai$|phan cong|trach nhiem (?:cua cac|thuc hien|cac))/,
    'organisation',
  ],
  [/^(?:che do (?:thong tin|bao cao)|bao cao|che do)/, 'reporting'],
  [/^(?:giai phap|cac giai phap|bien phap)/, 'solutions'],
  [/^(?:noi dung|nhiem vu|cac nhiem vu|cac noi dung|nhung noi dung)/, 'contents'],
]

/** A heading that names something is no longer than this. */
const TITLE_LENGTH_MAX = 160

/** The roles a heading names, each piece of an enumeration by itself. */
export function rolesOf(title: string): Role[] {
  if (title.length > TITLE_LENGTH_MAX) return []
  const out: Role[] = []
  for (const piece of fold(title).split(/\s*[,;:&]\s*|\s+va\s+|\s+-\s+/)) {
    const text = piece.replace(/^(?:ve|mot so|nhung|thuc hien)\s+/, '')
    for (const [pattern, role] of OPENERS) {
      if (!pattern.test(text)) continue
      if (!out.includes(role)) out.push(role)
      break
    }
  }
  // `MỤC ĐÍCH YÊU CẦU` without a comma.
  if (out.includes('objectives') && !out.includes('requirements') && /muc dich,? yeu cau/.test(fold(title)))
    out.push('requirements')
  return out
}

/** A. B. and Phần I, II hold chapters that stand at the top of other plans. */
const isFrame = ({ level, children }: Section): boolean =>
  (level === 'upper' || level === 'part') && children.some((child) => child.level === 'roman')

/** The parts of a plan: headings of the first two levels, the deeper one where it says the same more exactly. */
export function partsOf(sections: readonly Section[]): Partial<Record<Role, readonly SectionId[]>> {
  const parts: Partial<Record<Role, SectionId[]>> = {}
  const add = (role: Role, id: SectionId): void => {
    const ids = parts[role]
    if (ids === undefined) parts[role] = [id]
    else ids.push(id)
  }
  for (const section of sections) {
    const own = section.title === null ? [] : rolesOf(section.title)
    if (isFrame(section)) {
      const inner = partsOf(section.children)
      for (const [role, ids] of Object.entries(inner)) for (const id of ids) add(role as Role, id)
      for (const role of own) if (inner[role] === undefined) add(role, section.id)
      continue
    }
    const below = section.children.map((child) => ({ id: child.id, roles: childRoles(child, own) }))
    const shared = new Set(below.flatMap(({ roles }) => roles))
    for (const role of own) if (!shared.has(role)) add(role, section.id)
    for (const { id, roles } of below) for (const role of roles) add(role, id)
  }
  return parts
}

/** A heading below counts where it repeats a role of the one above, or names one that stands for itself. */
function childRoles(child: Section, above: readonly Role[]): Role[] {
  if (child.title === null) return []
  const standing = new Set<Role>(['objectives', 'requirements', 'targets', 'funding', 'forms', 'reporting'])
  return rolesOf(child.title).filter(
    (role) => above.includes(role) || (standing.has(role) && above.length > 0),
  )
}
