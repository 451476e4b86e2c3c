// What follows a code: "ngày 22/12/2024 của Bộ Chính trị về …", in any order but the title last.
import { skipSpaces } from './breaks.ts'
import { readTitleAt } from './citation-title.ts'
import { readDateAt } from './dates.ts'
import { readIssuerAt } from './issuer.ts'
import { isUnitHead } from './organisation-name.ts'
import type { PartialDate } from './schema.ts'
import { isCapitalised, nextWord } from './words.ts'

/** Date, issuer and title of a citation, as far as printed. */
export interface CitationTail {
  readonly date: PartialDate | null
  readonly issuer: string | null
  readonly title: string | null
  /** Offset behind date and issuer, before the title. */
  readonly end: number
}

const OF = /(?:của|CỦA|do)(?!\p{L})/uy
const DATE = /(?:ngày|NGÀY|tháng|THÁNG)(?!\p{L})/uy
const COMMA = /,\s{0,2}(?=(?:ngày|của|do)\s)/uy

/**
 * Reads on from a code or the name of a law.
 *
 * @param isLaw laws have no issuer behind them, and what follows is no title
 */
export function readTail(text: string, at: number, isLaw = false): CitationTail {
  let date: PartialDate | null = null
  let issuer: string | null = null
  let end = at
  for (let part = 0; part < 3; part++) {
    COMMA.lastIndex = end
    const from = skipSpaces(text, COMMA.test(text) ? COMMA.lastIndex : end)
    if (from < 0) break
    DATE.lastIndex = from
    const isYear = isLaw && /^năm\s/iu.test(text.slice(from, from + 4))
    if (date === null && (isYear || DATE.test(text))) {
      const read = readDateAt(text, from)
      if (read === null) break
      date = read.date
      end = read.end
      continue
    }
    if (issuer !== null || isLaw) break
    OF.lastIndex = from
    const hasOf = OF.test(text)
    const name = hasOf ? skipSpaces(text, OF.lastIndex) : from
    if (name < 0 || (!hasOf && !isBareIssuer(text, from, date))) break
    const read = readIssuerAt(text, name)
    if (read === null) break
    issuer = read.name
    end = read.end
  }
  const title = isLaw ? null : readTitleAt(text, end, date !== null || issuer !== null)
  return { date, issuer, title: title?.title ?? null, end }
}

/** `ngày 16/6/2025 Thủ tướng Chính phủ phê duyệt`: the "của" left out. */
function isBareIssuer(text: string, at: number, date: PartialDate | null): boolean {
  if (date === null) return false
  const word = nextWord(text, at)
  return word !== null && isCapitalised(word.text) && isUnitHead(text, at)
}
