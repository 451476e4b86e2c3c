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
  'thủ tướng',
  'thứ trưởng',
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

/** The text of a document as a source of case: where it prints a name in small letters, that print is taken. */
export class CaseSource {
  readonly #text: string
  #lower: string | null = null
  readonly #found = new Map<string, string | null>()

  constructor(text: string) {
    this.#text = text.length > SEARCHED ? text.slice(0, SEARCHED) : text
  }

  /** The first print of a name that is not in capitals; null when there is none. */
  find(name: string): string | null {
    let found = this.#found.get(name)
    if (found === undefined) {
      found = this.#search(name)
      this.#found.set(name, found)
    }
    return found
  }

  #search(name: string): string | null {
    this.#lower ??= this.#text.toLowerCase()
    const lower = this.#lower
    if (lower.length !== this.#text.length) return null
    const wanted = name.toLowerCase()
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      const found = this.#text.slice(at, at + wanted.length)
      if (!unkept(found).some(isCapitals) && found.charAt(0) !== found.charAt(0).toLowerCase()) return found
    }
    return null
  }
}

/**
 * A name in capitals in the capitals of the decree.
 *
 * @param name as printed; a name that is not in capitals comes back as it is
 * @param source where the same name may be printed in small letters
 */
export function officialCase(name: string, source?: CaseSource): string {
  if (!unkept(name).some(isCapitals)) return name
  return source?.find(name) ?? byRule(name)
}

const unkept = (name: string): string[] => name.split(' ').filter((word) => !KEEP.test(word))

function byRule(name: string): string {
  const words = name.split(' ')
  let inPlace = false
  const out = words.map((word, i) => {
    if (KEEP.test(word)) return word
    const lower = word.toLowerCase()
    const above = words[i - 1]?.toLowerCase() ?? ''
    // `Tỉnh ủy Sông Xanh`, `Tỉnh đoàn Sông Xanh`: the kind of place stands in the name of the body.
    if (/^(?:ủy|uỷ|đoàn)$/u.test(lower) && /^(?:tỉnh|thành|huyện|quận|thị)$/u.test(above)) {
      inPlace = true
      return lower
    }
    // A body behind an office, or behind another body.
    if (above === '-' || (/^(?:sở|bộ|cục|ban)$/u.test(lower) && /^(?:đốc|trưởng|tịch|nhiệm)$/u.test(above))) {
      inPlace = false
      return capital(lower)
    }
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
  // The ministry of industry and trade writes itself with two capitals.
  return text.replace('Việt nam', 'Việt Nam').replace('Công thương', 'Công Thương')
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
