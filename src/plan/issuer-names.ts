// Whether two printings name one issuer: "UBND tỉnh" and "Ủy ban nhân dân tỉnh Hà Nam" do, two provinces do not.

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})ubnd(?!\p{L})/gu, 'ủy ban nhân dân'],
  [/(?<!\p{L})hđnd(?!\p{L})/gu, 'hội đồng nhân dân'],
  [/uỷ/gu, 'ủy'],
  [/(?<!\p{L})tp\.?\s/gu, 'thành phố '],
]
/** Offices speak for their bodies: Chủ tịch Ủy ban nhân dân, Giám đốc Sở. */
const OFFICE =
  /^(?:chủ tịch|phó chủ tịch|bộ trưởng|thứ trưởng|giám đốc|phó giám đốc|cục trưởng|thường trực)\s+/u
/** Bodies at the centre, of which no one is another. */
const CENTRAL =
  /^(?:bộ chính trị|ban bí thư|ban chấp hành trung ương|chính phủ|thủ tướng chính phủ|quốc hội|chủ tịch nước|ủy ban thường vụ quốc hội)$/u
const PLACE = /(?<!\p{L})(tỉnh|thành phố)\s+(\p{Lu}[\p{L}\s-]*)$/u

/**
 * Whether two names are surely two issuers.
 *
 * @example areTwoIssuers('Bộ Chính trị', 'Ban Bí thư') // true
 */
export function areTwoIssuers(a: string, b: string): boolean {
  const x = fold(a)
  const y = fold(b)
  if (x === y || x.includes(y) || y.includes(x)) return false
  if (CENTRAL.test(x) && CENTRAL.test(y)) return true
  const placeA = PLACE.exec(a)
  const placeB = PLACE.exec(b)
  if (placeA === null || placeB === null) return false
  const isOneBody = fold(a.slice(0, placeA.index)) === fold(b.slice(0, placeB.index))
  return isOneBody && fold(placeA[2]!) !== fold(placeB[2]!)
}

function fold(name: string): string {
  let folded = name.toLowerCase().replace(/\s+/gu, ' ').trim()
  for (const [short, long] of SHORT) folded = folded.replace(short, long)
  return folded.replace(OFFICE, '')
}
