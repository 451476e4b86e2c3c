// One piece of a head: which construct it is, told from its own words alone, for extractors order heads as they like.
import { fold } from '../unicode/fold.ts'
import { cutAt, keyOf, printOf, splitAtGaps } from './columns.ts'
import { isCapitals } from './letters.ts'
import { type Line, oneSpaced } from './lines.ts'
import { isNumberLine, numberLineLength } from './number-line.ts'
import { isPlaceDate, placeDateIndex } from './place-date.ts'

/** What a piece of a head is. */
export type HeadPart =
  | 'national'
  | 'motto'
  | 'party'
  | 'number'
  | 'date'
  | 'subject'
  | 'to'
  | 'mark'
  | 'attached'
  | 'other'

const NATIONAL = 'cong hoa xa hoi chu nghia'
const MOTTO = /[^\s-]+ lap\s*[-–—.]*\s*tu do|tu do\s*[-–—.]*\s*hanh phuc/
const PARTY = 'dang cong san viet nam'
const MARKS =
  /^\(?(?:toi mat|tuyet mat|mat|khan|thuong khan|hoa toc|hoa toc hen gio|xem xong tra lai|luu hanh noi bo|tra lai sau khi hop.*|du thao.*|\(?hop nhat.*)\)?$/
const SUBJECT = /^(?:v\/v|v\.v|vv|v\s\/\sv)[\s:.]|^ve viec[\s:]/
const TO = /^kinh\s?[gq]ui(?:\s|:|$)/

/** Cuts a line of the head into pieces, each one construct. */
export function headPieces(text: string, line: Line): Line[] {
  return splitAtGaps(text, line).flatMap((part) => cutAtLandmarks(text, part))
}

function cutAtLandmarks(text: string, line: Line): Line[] {
  const raw = printOf(text, line)
  const key = keyOf(raw)
  if (key === null || raw.length > 300) return [line]
  const cuts = new Set<number>()
  for (const landmark of [NATIONAL, PARTY]) {
    const at = key.indexOf(landmark)
    if (at > 0 && isCapitals(raw.slice(at, at + landmark.length))) cuts.add(at)
  }
  const motto = MOTTO.exec(key)
  if (motto !== null) {
    if (motto.index > 0) cuts.add(motto.index)
    const end = key.indexOf('hanh phuc', motto.index)
    if (end > 0 && end + 9 < raw.length) cuts.add(end + 9)
  }
  const date = placeDateIndex(raw)
  if (date > 0) cuts.add(date)
  const number = /(?:^|\s)s[oố6]\s?[:.]\s*(?:[\d.…_\s]{0,12}[-/])/u.exec(key)
  if (number !== null && number.index > 0) cuts.add(number.index)
  const numbered = numberLineLength(raw)
  if (numbered > 0 && numbered < raw.length) cuts.add(numbered)
  return cuts.size === 0
    ? [line]
    : cutAt(
        text,
        line,
        [...cuts].sort((a, b) => a - b),
      )
}

/** The construct of one piece. */
export function headPartOf(piece: Line): HeadPart {
  const text = oneSpaced(piece.text)
  const key = fold(text.length > 200 ? text.slice(0, 200) : text)
  if (key.includes('xa hoi chu nghia') && key.length < 60 && isCapitals(text)) return 'national'
  if (MOTTO.test(key) && key.length < 50) return 'motto'
  if (key.startsWith(PARTY) && isCapitals(text)) return 'party'
  if (isNumberLine(text)) return 'number'
  if (SUBJECT.test(key)) return 'subject'
  if (TO.test(key)) return 'to'
  if (isPlaceDate(text)) return 'date'
  if (isCapitals(text) && MARKS.test(key)) return 'mark'
  return 'other'
}
