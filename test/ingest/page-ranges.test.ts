import { describe, expect, it } from 'vitest'
import { parsePageRanges } from '../../src/ingest/page-ranges.ts'

const pagesOf = (list: string): number[] => {
  const isWanted = parsePageRanges(list)
  return Array.from({ length: 12 }, (_, i) => i + 1).filter(isWanted)
}

describe('parsePageRanges', () => {
  it.each([
    ['3', [3]],
    ['1-3', [1, 2, 3]],
    ['1-2,7', [1, 2, 7]],
    ['10-', [10, 11, 12]],
    ['11-end', [11, 12]],
    ['-2', [1, 2]],
    [' 4 , 6 - 7 ', [4, 6, 7]],
    ['5,5,4-5', [4, 5]],
    ['99', []],
  ])('reads %j', (list, pages) => {
    expect(pagesOf(list)).toEqual(pages)
  })

  it.each(['', ',', '0', '3-1', 'a', '1-2-3', '-', '1;2', '2 3', 'end'])('does not take %j', (list) => {
    expect(() => parsePageRanges(list)).toThrow(
      `"${list}" is no list of pages: give numbers and ranges from 1, such as 1-3,7,10-.`,
    )
  })
})
