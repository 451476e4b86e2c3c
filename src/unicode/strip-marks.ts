/** Text without its marks: what a typist without marks leaves, and the inverse of restoration. */
import { toNfc, toNfd } from './nfc.ts'

/**
 * Drops every combining mark and the bar of đ; capitals, numbers and everything else stay.
 *
 * @example stripMarks('Đổi mới') // 'Doi moi'
 */
export function stripMarks(text: string): string {
  return toNfc(toNfd(text).replace(/\p{M}/gu, '')).replace(/đ/g, 'd').replace(/Đ/g, 'D')
}
