// What belongs to a signature, told from one piece of a line: authority (TM. KT. …), position, name, noise.
import { fold } from '../unicode/fold.ts'
import { isCapitals, isLower, isUpper } from './letters.ts'
import { oneSpaced } from './lines.ts'

/** Codes of authority, State and Party (NĐ 30/2020 Đ.13, HD 36-HD/VPTW). */
export const CODE =
  /^(TM|KT|TL|TUQ|Q|T\s?\/\s?M|K\s?\/\s?T|T\s?\/\s?L|T\s?\/?\s?UQ)\s?(?:[.:/]\s*|\s+)(?=\p{Lu})/u

/** The code and on whose behalf, or null. */
export function authorityOf(
  text: string,
): { code: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.'; of: string } | null {
  const match = CODE.exec(text)
  if (match === null) return null
  const of = text.slice(match[0].length).trim()
  if (of.length < 3 || of.length > 90 || !/^\p{Lu}/u.test(of)) return null
  const letters = match[1]!.replace(/[\s/]/g, '')
  // `Q. CHỦ TỊCH` says so in capitals; `Q. Hà` is a name.
  if (letters === 'Q' && !isPositionKey(fold(of))) return null
  if (!isCapitals(of) && !isPositionKey(fold(of)) && !/^(?:Ủy|Uỷ|Hội|Ban|Bộ|Chính|Thường)/u.test(of))
    return null
  return { code: `${letters}.` as 'TM.', of }
}

/** Capitals behind a code, with all that follows on the same line. */
const RUN = /^\p{Lu}{2,}(?:\s\p{Lu}{2,})+(?!\p{L})/u

/** Whether a line begins a signature: authority alone, or authority, office and name in one row. */
export function opensSignature(text: string): boolean {
  if (authorityOf(text) !== null) return true
  const match = CODE.exec(text)
  return match !== null && match[1] !== 'Q' && text.length < 160 && RUN.test(text.slice(match[0].length))
}

const POSITION =
  /^(?:(?:q|quyen)\.?\s+)?(?:pho\s+)?(?:tong\s+|thu\s+|chi\s+)?(?:chu tich|giam doc|bo truong|thu truong|thu tuong|chanh (?:van phong|thanh tra|an)|cuc truong|vu truong|(?:chi )?cuc truong|tong cuc truong|truong (?:ban|phong|doan|khoa|tieu ban|cong an|bo mon|thon|to|ty)|hieu truong|vien truong|bi thu|chu nhiem|thanh tra|thong doc|ke toan truong|thu ky|chu toa|chi huy truong|tu lenh|chinh uy|doi truong|tram truong|hat truong|to truong|tong bien tap|kiem toan|vien pho|pho (?:phong|ban|vien|khoa)|uy vien|thuong truc (?:uy ban|hdnd|hoi dong|tinh|thanh)|dai dien|nguoi (?:lap|ky|dai dien|nhan|bao cao))(?![\p{L}])/u

/** Whether a toneless key begins with the name of an office. */
export function isPositionKey(key: string): boolean {
  return POSITION.test(key)
}

/** A position alone: `PHÓ CHỦ TỊCH`, `Phó Thủ tướng`. */
export function isPosition(text: string): boolean {
  if (text.length > 90 || /[;:]$/u.test(text) || /^[-–—+•]/u.test(text)) return false
  return isPositionKey(fold(text)) && (isCapitals(text) || isTitleOfOffice(text))
}

/** In small letters an office is short and stands alone. */
function isTitleOfOffice(text: string): boolean {
  return (
    text.split(' ').length <= 5 && !/[.,;:()\d/]/u.test(text) && !/(?:UBND|HĐND|tỉnh|xã|phường)/u.test(text)
  )
}

const RANK =
  /^(?:(?:GS|PGS|TS|ThS|Th\.S|CN|BS|BSCKI{1,2}|KS|KTS|Ths|Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Bác sĩ|Tiến sĩ|Thạc sĩ|Luật sư|Nhà giáo)[.,]?\s*)+/u

/** Family names of nearly everybody. */
const FAMILY = new Set(
  (
    'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trương Đinh Đoàn Lâm Mai Trịnh Đào Cao Tạ Hà ' +
    'Phùng Tô Châu Quách Lương Chu Đàm Thái Vương Kiều Lưu Tống Triệu Nông Hứa Bế Giàng Vàng Sùng Thào Lò Quàng Cầm Đồng La ' +
    'Nghiêm Doãn Thân Mạc Khuất Bạch Ma Y Siu Rơ Đậu Tăng Thạch Sơn Kim Danh Khổng Ninh Tiêu Văn Lục Hầu Cù Phí Viên Tôn Đới'
  ).split(' '),
)

/** A person's name alone: two to five words that begin with capitals. Ranks in front are left out of it. */
export function nameOf(text: string, familyNeeded: boolean): string | null {
  const bare = oneSpaced(text)
    .replace(RANK, '')
    .replace(/[.,;\s]+$/u, '')
  const words = bare.split(' ')
  if (words.length < 2 || words.length > 5) return null
  const capitals = isCapitals(bare)
  for (const word of words) if (!isNameWord(word, capitals)) return null
  if (capitals && (isPositionKey(fold(bare)) || !FAMILY.has(capitalised(words[0]!)))) return null
  if ((familyNeeded || words.length === 2) && !FAMILY.has(capitalised(words[0]!))) return null
  return capitals ? words.map(capitalised).join(' ') : bare
}

const capitalised = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase()

function isNameWord(word: string, capitals: boolean): boolean {
  if (word.length > 8 || !isUpper(word.charCodeAt(0))) return false
  for (let i = 1; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (!(isLower(unit) || (capitals && isUpper(unit)) || unit === 39)) return false
  }
  return true
}

const NOISE =
  /^\(?\s*(?:đã ký|đã kí|ký tên|kí tên|ký, ghi|ký và ghi|chữ ký|ký số|dấu|đóng dấu)(?:[\s,.()].*)?$|^\(\s*(?:ký|đã)[^)]*\)?$/iu

/** `(Đã ký)` and the like. */
export function isSignatureNoise(text: string): boolean {
  return text.length < 60 && NOISE.test(text)
}
