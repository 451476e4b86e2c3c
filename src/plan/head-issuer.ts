// Who issues (cơ quan ban hành) and what body is above it, from the capitals of the left column of the head.
import { fold } from '../unicode/fold.ts'
import { isCapitals } from './letters.ts'
import { type Line, oneSpaced } from './lines.ts'
import { type CaseSource, officialCase } from './official-case.ts'
import type { Organisation } from './schema.ts'

/** First words of names of bodies, without marks. */
const HEADS =
  /^(?:uy ban|ubnd|ubmttq|hoi dong|hdnd|so|bo|ban|cuc|chi cuc|tong cuc|vu|phong|van phong|trung tam|truong|vien|cong an|cong ty|tong cong ty|tap doan|dang bo|dang uy|tinh uy|thanh uy|huyen uy|quan uy|thi uy|toa an|tand|vien kiem sat|vksnd|bao hiem|kho bac|ngan hang|hoi|lien doan|doan|mat tran|thanh tra|chinh phu|thu tuong|quoc hoi|chu tich|benh vien|dai hoc|hoc vien|doi|to|hat|tram|quan khu|bo chi huy|bo tu lenh|tong lien doan|lien minh|lien hiep|hiep hoi|quy|nha|bao|dai|kiem toan|thuong truc|dang|tinh doan|thanh doan|trung uong|thue|chi nhanh|khu|nha may|xi nghiep|htx|hop tac xa|toa soan)(?![\p{L}])/u

/** What goes on with the name above: places, conjunctions. */
const GOES_ON =
  /^(?:tinh|thanh pho|tp|xa|phuong|quan|huyen|thi xa|thi tran|dac khu|va|khoa|viet nam|cap|so \d|theo)(?![\p{L}])/u

/** What words without marks stand for, where other words are written alike: `đổi`, `nhà`, `to`. */
const PRINTED: Readonly<Record<string, string>> = {
  ...{
    ban: 'ban',
    bao: 'bảo báo',
    bo: 'bộ',
    chi: 'chi',
    chu: 'chủ',
    cong: 'công',
    cuc: 'cục',
    dai: 'đài đại',
  },
  ...{ dang: 'đảng', doan: 'đoàn', doi: 'đội', hat: 'hạt', hoi: 'hội', khu: 'khu', lien: 'liên', nha: 'nhà' },
  ...{ phong: 'phòng', quy: 'quỹ', so: 'sở', thanh: 'thành thanh', thu: 'thủ', thue: 'thuế', tinh: 'tỉnh' },
  ...{
    to: 'tổ',
    tong: 'tổng',
    tram: 'trạm',
    trung: 'trung',
    truong: 'trường',
    van: 'văn',
    vien: 'viện',
    vu: 'vụ',
  },
}

/** Whether a text begins as names of bodies do: with a capital, and with their first word or what OCR left of it. */
function beginsAsBody(text: string): boolean {
  if (!HEADS.test(fold(text)) || !/^\p{Lu}/u.test(text)) return false
  const word = text.split(' ', 1)[0]!.toLowerCase()
  const printed = PRINTED[fold(word)]
  // Without any mark the word has lost them, or has none.
  return printed === undefined || fold(word) === word || printed.split(' ').includes(word)
}

/** Whether a line may be (part of) the name of a body at the head of a document. */
export function isBodyName(text: string): boolean {
  return text.length <= 100 && beginsAsBody(oneSpaced(text)) && !/[.;:]$/u.test(text)
}

/** Without what OCR made of the rule below a name: `XÂY DỰNG...`; one point may belong to it. */
function withoutDots(text: string): string {
  let end = text.length
  while (end > 0 && /[.…\s]/u.test(text.charAt(end - 1))) end--
  return text.length - end > 1 || text.endsWith('…') ? text.slice(0, end) : text
}

/** A name without the specks that OCR read around it: `4 | ỦY BAN NHÂN DÂN`, `La ỦY BAN NHÂN DÂN`. */
function withoutSpecks(text: string): string {
  const bare = withoutDots(text).replace(/^[^\p{L}]+|[*_\s“”„-]+$/gu, '')
  if (beginsAsBody(bare)) return bare
  let cut = bare
  for (let specks = 0; specks < 3; specks++) {
    cut = cut.replace(/^\p{L}{1,2}[^\p{L}]+/u, '')
    if (beginsAsBody(cut)) return cut
  }
  return bare
}

/** The name of the issuer and its parent, from the lines that carry them in order. */
export function issuerOf(lines: readonly Line[], source: CaseSource): Organisation | null {
  const names: string[] = []
  for (const line of lines) {
    const text = withoutSpecks(oneSpaced(line.text))
    const key = fold(text)
    const last = names[names.length - 1]
    if (last === undefined) {
      if (beginsAsBody(text)) names.push(text)
    } else if (GOES_ON.test(key) || !beginsAsBody(text) || /(?:\s(?:VÀ|và|CỦA|của)|,)$/u.test(last)) {
      names[names.length - 1] = `${last} ${text}`
    } else if (!sameBody(last, text)) {
      names.push(text)
    }
  }
  const name = names[names.length - 1]
  if (name === undefined) return null
  const parent = names.length > 1 ? names.slice(0, -1).join(' ') : null
  return {
    name: officialCase(name, source),
    parent: parent === null ? null : officialCase(parent, source),
    inferred: false,
  }
}

/** One body printed twice, as page heads do. */
function sameBody(a: string, b: string): boolean {
  return fold(a) === fold(b)
}

/** Verbs behind the name of the issuer in the sentence that enacts. */
const ENACTS =
  /\s(?:xây dựng|ban hành|yêu cầu|đề nghị|thông báo|báo cáo|kính đề nghị|kính trình|trình|lập|tổ chức|triển khai|có ý kiến|chỉ đạo|quyết định|hướng dẫn|phát động|mời|trân trọng|kính mời|kế hoạch|phối hợp)(?![\p{L}])/u
const NAMED =
  /^(?:Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Sở|Bộ|Ban|Cục|Chi cục|Tổng cục|Phòng|Văn phòng|Trung tâm|Trường|Viện|Công an|Tỉnh ủy|Thành ủy|Đảng ủy|Thủ tướng|Chính phủ|Thường trực|Bảo hiểm|Mặt trận|Hội|Liên đoàn|Đoàn|Chủ tịch|Thanh tra|Tòa án|Công ty|Thuế|Trạm)(?![\p{L}])/u

/** The issuer named in the enacting sentence, when the head is lost; null when it begins with no name of a body. */
export function issuerInSentence(sentence: string): string | null {
  const text = oneSpaced(sentence)
  if (!NAMED.test(text)) return null
  const verb = ENACTS.exec(text)
  if (verb === null || verb.index > 120) return null
  const name = text.slice(0, verb.index).replace(/[\s,]+$/u, '')
  return /[.;:]/u.test(name) ? null : name.replace(/^UBND(?=\s)/u, 'Ủy ban nhân dân')
}

/** Whether all lines are in capitals: only then is their case rebuilt. */
export function inCapitals(lines: readonly Line[]): boolean {
  return lines.every((line) => isCapitals(line.text))
}
