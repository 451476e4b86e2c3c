/** Words of reports, which are read by Vietnamese clerks. */
import type { EditReason } from '../restore/edit.ts'
import type { ReviewKind } from '../restore/review.ts'
import type { DocumentStatus } from './outcome.ts'

export const REASON_WORDS: Readonly<Record<EditReason, string>> = {
  marks: 'dấu',
  letters: 'chữ đọc sai',
  case: 'chữ hoa',
  merge: 'từ bị tách',
  split: 'từ bị dính',
  code: 'số, ký hiệu',
  acronym: 'chữ viết tắt',
  numeral: 'số La Mã',
  unicode: 'mã ký tự',
}

export const REVIEW_WORDS: Readonly<Record<ReviewKind, string>> = {
  name: 'tên riêng',
  number: 'con số',
  word: 'từ chưa chắc',
}

export const STATUS_WORDS: Readonly<Record<DocumentStatus, string>> = {
  success: 'xong',
  partial: 'xong một phần',
  failed: 'lỗi',
  skipped: 'xong từ trước',
}

/** 1234 → "1.234". */
export const count = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, '.')

/** 0.987 → "98,7 %"; never rounded up to 100. */
export function percent(share: number): string {
  const tenths = Math.floor(share * 1000 + 1e-9)
  return `${Math.floor(tenths / 10)},${tenths % 10} %`
}
