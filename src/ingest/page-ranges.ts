/** "1-3,7,10-" → which pages. */
import { VanbanError } from '../errors.ts'

const RANGE = /^\s*(\d{1,7})?\s*(-)?\s*(\d{1,7}|end)?\s*$/

/** Tells of a page number, from 1, whether it was asked for. */
export type PageChoice = (page: number) => boolean

/**
 * Reads a list of pages as command lines give it: numbers and ranges from 1, open at either side ("-3", "10-").
 *
 * @throws VanbanError `BAD_ARGUMENT`
 */
export function parsePageRanges(list: string): PageChoice {
  const ranges = list.split(',').map((part): [number, number] => {
    const [, first, dash, last] = RANGE.exec(part) ?? []
    if (first === undefined && (dash === undefined || last === undefined)) throw unreadable(list)
    if (dash === undefined && last !== undefined) throw unreadable(list)
    const from = first === undefined ? 1 : Number(first)
    const openEnd = last === undefined || last === 'end'
    const to = dash === undefined ? from : openEnd ? Number.POSITIVE_INFINITY : Number(last)
    if (from < 1 || to < from) throw unreadable(list)
    return [from, to]
  })
  return (page) => ranges.some(([from, to]) => page >= from && page <= to)
}

function unreadable(list: string): VanbanError {
  return new VanbanError(
    'BAD_ARGUMENT',
    'ingest',
    `"${list}" is no list of pages: give numbers and ranges from 1, such as 1-3,7,10-.`,
  )
}
