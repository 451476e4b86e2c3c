// Kinds of documents (tên loại): the 29 of Nghị định 30/2020 Điều 7, and those that are only cited (laws, the Party's).

/** What is known of a kind. */
export interface DocKindEntry {
  /** Symbol in document codes: `KH`; null where codes of this kind name no kind. */
  readonly symbol: string | null
  /** Other names and symbols seen in print: of before 2020, of the Party, misprints accepted on reading. */
  readonly aliases: readonly string[]
}

const kind = (symbol: string | null, ...aliases: string[]): DocKindEntry => ({ symbol, aliases })

/**
 * Every kind by its Vietnamese name (`TypeName` of Nghị định 30/2020 Phụ lục VI), with its symbol (Phụ lục III).
 *
 * @example DOC_KINDS['Kế hoạch'].symbol // 'KH'
 */
export const DOC_KINDS = {
  'Nghị quyết': kind('NQ'),
  'Quyết định': kind('QĐ'),
  'Chỉ thị': kind('CT'),
  'Quy chế': kind('QC', 'QCh'),
  'Quy định': kind('QyĐ', 'QĐi'),
  'Thông cáo': kind('TC'),
  'Thông báo': kind('TB'),
  'Hướng dẫn': kind('HD'),
  'Chương trình': kind(
    'CTr',
    'CTR',
    'Chương trình hành động',
    'Chương trình công tác',
    'Chương trình phối hợp',
  ),
  'Kế hoạch': kind('KH', 'Kế hoạch hành động'),
  'Phương án': kind('PA'),
  'Đề án': kind('ĐA'),
  'Dự án': kind('DA', 'DAn'),
  'Báo cáo': kind('BC'),
  'Biên bản': kind('BB'),
  'Tờ trình': kind('TTr'),
  'Hợp đồng': kind('HĐ'),
  'Công văn': kind(null, 'CV'),
  'Công điện': kind('CĐ'),
  'Bản ghi nhớ': kind('BGN', 'GN'),
  'Bản thỏa thuận': kind('BTT', 'TTh'),
  'Giấy ủy quyền': kind('GUQ', 'UQ'),
  'Giấy mời': kind('GM'),
  'Giấy giới thiệu': kind('GGT'),
  'Giấy nghỉ phép': kind('GNP', 'NP'),
  'Phiếu gửi': kind('PG'),
  'Phiếu chuyển': kind('PC'),
  'Phiếu báo': kind('PB'),
  'Thư công': kind(null),
  'Hiến pháp': kind(null),
  'Bộ luật': kind(null),
  Luật: kind(null),
  'Pháp lệnh': kind('PL'),
  Lệnh: kind('L'),
  'Nghị định': kind('NĐ'),
  'Nghị quyết liên tịch': kind('NQLT'),
  'Thông tư': kind('TT'),
  'Thông tư liên tịch': kind('TTLT', 'TTLB', 'Thông tư liên bộ'),
  'Văn bản hợp nhất': kind('VBHN'),
  'Kết luận': kind('KL'),
  'Thông tri': kind(null),
  'Tuyên bố': kind(null),
  'Quy hoạch': kind('QH'),
  'Chiến lược': kind('CL'),
  'Điều lệ': kind('ĐL'),
} as const satisfies Record<string, DocKindEntry>

/** Canonical Vietnamese name of a kind. */
export type DocKind = keyof typeof DOC_KINDS

/** The names, in the order of the decree. */
export const DOC_KIND_NAMES = Object.keys(DOC_KINDS) as readonly DocKind[]

/** Names of kinds in small letters, tone marks where the new spelling sets them, to the kind. */
const BY_NAME = new Map<string, DocKind>()
/** Symbols as printed, to the kind. Symbols of two kinds (`QH`, `CT`) go to the more common one. */
const BY_SYMBOL = new Map<string, DocKind>()

const SYMBOL = /^[A-ZĐ]{1,4}[a-zđ]?$/u

for (const name of DOC_KIND_NAMES) {
  const { symbol, aliases }: DocKindEntry = DOC_KINDS[name]
  BY_NAME.set(foldName(name), name)
  if (symbol !== null) BY_SYMBOL.set(symbol, name)
  for (const alias of aliases) {
    if (alias.includes(' ') || !SYMBOL.test(alias)) BY_NAME.set(foldName(alias), name)
    else if (!BY_SYMBOL.has(alias)) BY_SYMBOL.set(alias, name)
  }
}
// What OCR without the letter Đ and hurried typists leave of them; `DA`, `HD` and `QH` are symbols of their own.
for (const [printed, name] of [
  ['QD', 'Quyết định'],
  ['ND', 'Nghị định'],
  ['CD', 'Công điện'],
  ['TTR', 'Tờ trình'],
] as const) {
  BY_SYMBOL.set(printed, name)
}
// `QH` is the National Assembly, the others are offices: as symbols they say nothing.
for (const symbol of ['QH', 'CL', 'ĐL', 'GN', 'NP']) BY_SYMBOL.delete(symbol)

function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/thoả/gu, 'thỏa')
    .replace(/uỷ/gu, 'ủy')
}

/**
 * The kind of a name as printed, in any case.
 *
 * @param name a name alone: `KẾ HOẠCH`, `Chương trình hành động`
 * @returns null for what is no name of a kind
 */
export function kindOfName(name: string): DocKind | null {
  if (name.length > NAME_LENGTH_MAX) return null
  return BY_NAME.get(UNEVEN.test(name) ? foldName(name) : name.toLowerCase()) ?? null
}

/** The longest name has 20 characters, more decomposed or with runs of white space. */
const NAME_LENGTH_MAX = 80
/** What {@link foldName} does more than small letters. */
const UNEVEN = /[^\S ]|^ | $| {2}|oả|uỷ|OẢ|UỶ|\p{M}/u

/** The kind a symbol stands for at the place of the kind in a code: `QĐ` in `15/QĐ-UBND`; null when it names none. */
export function kindOfSymbol(symbol: string): DocKind | null {
  return BY_SYMBOL.get(symbol) ?? null
}
