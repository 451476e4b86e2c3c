// Signatures (NĐ 30/2020 Đ.8 k.2g, Đ.13): chains of authority, the position, the name; one or more of them.
import { fold } from '../unicode/fold.ts'
import { cutAt, printOf } from './columns.ts'
import { isCapitals } from './letters.ts'
import { type Line, oneSpaced } from './lines.ts'
import { type CaseSource, officialCase } from './official-case.ts'
import type { PlaceList } from './places.ts'
import type { Authority, Signatory } from './schema.ts'
import { authorityOf, CODE, isPosition, isPositionKey, isSignatureNoise, nameOf } from './signature-line.ts'

/** Cuts `KT. CHỦ TỊCH PHÓ CHỦ TỊCH Hoàng Việt Phương` into its three parts. */
export function splitSignature(text: string, line: Line): Line[] {
  const raw = printOf(text, line)
  if (!raw.includes(' ')) return [line]
  const cuts: number[] = []
  let from = 0
  let words = 0
  for (const match of raw.matchAll(/\S+/gu)) {
    const at = match.index
    const rest = raw.slice(at, at + 60)
    if (at > from && words > 0 && opensPart(raw.slice(from, at), rest, words)) {
      cuts.push(at)
      from = at
      words = 0
    }
    words++
  }
  return cuts.length === 0 ? [line] : cutAt(text, line, cuts)
}

function opensPart(before: string, rest: string, words: number): boolean {
  if (CODE.test(rest) && words > 1) return true
  const part = before.trim()
  if (!isCapitals(part)) return false
  const word = rest.split(/\s/u, 1)[0]!
  // From capitals to a name.
  if (!isCapitals(word)) return /^\p{Lu}\p{Ll}+$/u.test(word) && words > 1
  if (part.endsWith(',')) return false
  const authority = authorityOf(part)
  if (authority === null || authority.of.split(' ').length < 2) return false
  const key = fold(rest)
  return key.startsWith('pho ') || (isPositionKey(key) && !/(?:pho|tong|thu)$/u.test(fold(part)))
}

interface Draft {
  authority: Authority[]
  position: string | null
  name: string | null
  pieces: Line[]
}

const empty = (): Draft => ({ authority: [], position: null, name: null, pieces: [] })

/** Reads the pieces of the signature column, in order. */
export function readSignatures(pieces: readonly Line[], source: CaseSource, places: PlaceList): Signatory[] {
  const drafts: Draft[] = []
  let draft = empty()
  const close = (): void => {
    if (draft.pieces.length > 0) drafts.push(draft)
    draft = empty()
  }
  for (const piece of pieces) {
    const text = oneSpaced(piece.text).replace(/^[*_\s]+|[*_\s]+$/gu, '')
    const authority = authorityOf(text)
    if (authority !== null) {
      if (draft.name !== null || (draft.position !== null && authority.code === 'TM.')) close()
      draft.authority.push({ code: authority.code, of: officialCase(authority.of, source) })
    } else if (isSignatureNoise(text)) {
      if (draft.pieces.length === 0 && drafts.length > 0) {
        drafts[drafts.length - 1]!.pieces.push(piece)
        continue
      }
    } else {
      const name = isPosition(text) ? null : nameOf(text.replace(/^["“”„‘’'`^.,:;_~|\\]+\s?/u, ''), false)
      if (name !== null && !isCapitals(text)) draft.name = name
      else if (name !== null && (draft.position !== null || draft.authority.length > 0)) draft.name = name
      else addOffice(text)
    }
    draft.pieces.push(piece)
    if (draft.name !== null) close()
  }
  close()
  return settle(drafts).map(({ authority, position, name, pieces }, i) => {
    for (const piece of pieces) places.claim(`signatories.${i}`, piece.start, piece.end)
    const start = Math.min(...pieces.map((piece) => piece.start))
    const end = Math.max(...pieces.map((piece) => piece.end))
    return { authority, position, name, span: [start, end] }
  })

  /** A position, or the second line of a name of a body or of a position. */
  function addOffice(text: string): void {
    const last = draft.authority[draft.authority.length - 1]
    const office = isPositionKey(fold(text))
    if (!office && draft.position !== null) {
      draft.position = `${draft.position} ${officialCase(text, source).replace(/^\p{Lu}/u, (first) => first.toLowerCase())}`
    } else if (!office && last !== undefined && isCapitals(text)) {
      const of = officialCase(`${last.of} ${text}`.toUpperCase(), source)
      draft.authority[draft.authority.length - 1] = { code: last.code, of }
    } else {
      if (draft.position !== null && draft.name === null && draft.pieces.length > 0) {
        const next = officialCase(text, source)
        draft.position =
          /^Phó/u.test(next) && !/^Phó/u.test(draft.position) ? next : `${draft.position} ${next}`
        return
      }
      draft.position = officialCase(text, source)
    }
  }
}

/** A part that holds only a name goes with the part before that lacks one. */
function settle(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  for (const draft of drafts) {
    const last = out[out.length - 1]
    const bare = draft.position === null && draft.authority.length === 0
    if (bare && draft.name === null && last !== undefined) last.pieces.push(...draft.pieces)
    else if (bare && last !== undefined && last.name === null) {
      last.name = draft.name
      last.pieces.push(...draft.pieces)
    } else out.push(draft)
  }
  // An authority without a position of its own: the last one signed is the office.
  return out.filter((draft) => draft.position !== null || draft.name !== null || draft.authority.length > 0)
}
