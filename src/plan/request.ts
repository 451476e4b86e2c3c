// "Đề nghị" is an order to one's own offices and a request to bodies of other lines: Party, Front, courts, equals.

/** Lines of bodies that do not command each other. */
const PARTY =
  /(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng|cấp|Xã)\s+(?:ủy|uỷ)|Trung ương Đảng|Ban Bí thư|Bộ Chính trị|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính|Ủy ban Kiểm tra|Uỷ ban Kiểm tra|Bí thư|[Đđ]ảng bộ|[Cc]hi bộ/u
const FRONT =
  /Mặt trận|MTTQ|Đoàn Thanh niên|Đoàn TNCS|[Tt]ỉnh đoàn|[Tt]hành đoàn|Liên đoàn Lao động|Hội (?:Nông|Phụ|LHPN|Cựu|CCB|Liên hiệp|Khuyến|Chữ|Luật|Nhà)|[đĐ]oàn thể|tổ chức chính trị/u
const COURT = /T(?:òa|oà) án|Viện kiểm sát|TAND|VKSND/iu
const COUNCIL = /(?<!Văn phòng )(?:Hội đồng nhân dân|HĐND|Đoàn đại biểu Quốc hội|Đoàn ĐBQH|Quốc hội)/u
const PRESS = /^(?:các\s+)?(?:Báo|Đài)(?!\s+cáo)/u

/** Companies and people. */
const PRIVATE =
  /^(?:các\s+)?(?:Công ty|Tập đoàn|Tổng công ty|doanh nghiệp|nhà đầu tư|chủ đầu tư|hợp tác xã)/iu

const STATE: readonly (readonly [RegExp, number])[] = [
  [/^(?:Chính phủ|(?:Phó )?Thủ tướng)/u, 60],
  [
    /^(?:các )?(?:Bộ|bộ)(?! Chỉ huy| đội)|^(?:Thanh tra Chính phủ|Ngân hàng Nhà nước|Bảo hiểm xã hội Việt Nam)|ngang bộ/u,
    50,
  ],
  [
    /(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+(?:các\s+)?(?:tỉnh|thành phố|Tỉnh|Thành phố)(?!.*(?:xã|phường|thị trấn))/u,
    40,
  ],
  [/(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+(?:các\s+)?(?:huyện|quận|thị xã)/u, 25],
  [/(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+(?:các\s+)?(?:xã|phường|thị trấn|đặc khu|cấp xã)/u, 20],
  [
    /(?:^|\s)(?:Sở|sở)(?!\p{L})|(?:Công an|Bộ Chỉ huy Quân sự|Thanh tra)\s+(?:tỉnh|thành phố)|Cục |Chi cục|Ban Quản lý/u,
    30,
  ],
  [/(?:^|\s)(?:Phòng|phòng|Trung tâm|Trạm|Trường|thôn|tổ dân phố)/u, 10],
]

function rankOf(name: string): number | null {
  for (const [pattern, rank] of STATE) if (pattern.test(name)) return rank
  return null
}

/**
 * Whether a body is asked, not ordered.
 *
 * @param unit who is asked
 * @param issuer who writes; null when unknown
 */
export function isRequest(unit: string, issuer: string | null): boolean {
  const isParty = issuer !== null && PARTY.test(issuer)
  if (PARTY.test(unit)) return !isParty
  if (FRONT.test(unit) || COURT.test(unit) || COUNCIL.test(unit) || PRESS.test(unit)) return true
  if (PRIVATE.test(unit)) return true
  const own = issuer === null ? null : rankOf(issuer)
  const other = rankOf(unit)
  return own !== null && other !== null && other >= own
}
