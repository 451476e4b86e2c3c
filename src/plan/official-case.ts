// Names printed in capitals, in the capitals of NĐ 30/2020 Phụ lục II: as the body prints them, else by rule.
import { isCapitals } from './letters.ts'

/** Kinds of places: the words behind them are a name. */
const PLACES = /^(?:tỉnh|phố|xã|phường|quận|huyện|trấn|khu|thôn|đảo)$/u
const KEEP = /^(?:UBND|HĐND|UBMTTQ|MTTQ|TNHH|HTX|MTV|TP|TP\.|BCH|XV|XIV|XVI|II|III|IV|CP|VN|TTg)$/u
/** Words of a name that take a capital: fields of ministries and departments, bodies within bodies. */
const FIELDS = [
  'khoa học',
  'công nghệ',
  'giáo dục',
  'đào tạo',
  'văn hóa',
  'văn hoá',
  'thể thao',
  'du lịch',
  'nông nghiệp',
  'môi trường',
  'tài chính',
  'tài nguyên',
  'kế hoạch',
  'đầu tư',
  'xây dựng',
  'giao thông',
  'vận tải',
  'công thương',
  'nội vụ',
  'tư pháp',
  'y tế',
  'thông tin',
  'truyền thông',
  'lao động',
  'thương binh',
  'xã hội',
  'ngoại vụ',
  'dân tộc',
  'tôn giáo',
  'quốc phòng',
  'công an',
  'chánh',
  'văn phòng',
  'ngoại giao',
  'tuyên giáo',
  'dân vận',
  'tổ chức',
  'nội chính',
  'kiểm tra',
  'quân sự',
  'kinh tế',
  'hành chính',
  'phát triển nông thôn',
  'dịch vụ',
  'hải quan',
  'thuế',
  'thống kê',
  'chủ tịch',
  'chủ nhiệm',
  'bí thư',
  'giám đốc',
  'bộ trưởng',
]

/** The body is searched no further: names stand near the beginning. */
const SEARCHED = 20_000

/**
 * A name in capitals in the capitals of the decree.
 *
 * @param name as printed; a name that is not in capitals comes back as it is
 * @param body the text of the document: where it prints the same name in small letters, that print is taken
 */
export function officialCase(name: string, body = ''): string {
  const parts = splitMixed(name)
  if (!parts.some(isCapitals)) return name
  const printed = findPrinted(name, body)
  return printed ?? byRule(name)
}

const splitMixed = (name: string): string[] => name.split(' ').filter((word) => !KEEP.test(word))

function findPrinted(name: string, body: string): string | null {
  const searched = body.length > SEARCHED ? body.slice(0, SEARCHED) : body
  const lower = searched.toLowerCase()
  if (lower.length !== searched.length) return null
  const wanted = name.toLowerCase()
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    const found = searched.slice(at, at + wanted.length)
    if (!splitMixed(found).some(isCapitals) && found.charAt(0) !== found.charAt(0).toLowerCase()) return found
  }
  return null
}

function byRule(name: string): string {
  const words = name.split(' ')
  let inPlace = false
  const out = words.map((word, i) => {
    if (KEEP.test(word)) return word
    const lower = word.toLowerCase()
    if (PLACES.test(lower) && i > 0) {
      inPlace = true
      return lower
    }
    if (inPlace && !/^(?:và|về|của)$/u.test(lower)) return capital(lower)
    if (lower === 'thành' && words[i + 1]?.toLowerCase() === 'phố') return i === 0 ? 'Thành' : lower
    return i === 0 ? capital(lower) : lower
  })
  let text = out.join(' ')
  for (const field of FIELDS) {
    const at = text.indexOf(` ${field}`)
    const end = at + field.length + 1
    if (at >= 0 && (end === text.length || /[\s,-]/u.test(text.charAt(end)))) {
      text = text.slice(0, at + 1) + capital(field) + text.slice(at + 1 + field.length)
    }
  }
  return text.replace('Việt nam', 'Việt Nam')
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
