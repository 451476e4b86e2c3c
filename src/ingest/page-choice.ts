/** Which pages of a file are read: those that were asked for, up to the limit. */
import { VanbanError } from '../errors.ts'
import type { ReadContext } from './raw-document.ts'

/**
 * Numbers of the pages to read, ascending.
 *
 * @param count pages the file has
 * @throws VanbanError `BAD_ARGUMENT` when none of the pages asked for is there
 */
export function choosePages(count: number, context: ReadContext): number[] {
  const numbers: number[] = []
  for (let n = 1; n <= count; n++) if (context.isWanted(n)) numbers.push(n)
  if (numbers.length === 0 && count > 0) {
    throw new VanbanError(
      'BAD_ARGUMENT',
      'ingest',
      `${context.name} has ${count === 1 ? 'one page' : `${count} pages`}, and none of those asked for (${context.options.pages}).`,
      context.place,
    )
  }
  const { pages: limit } = context.limits
  if (numbers.length > limit) {
    context.report({
      code: 'LIMIT_PAGES',
      message: `${context.name} has ${numbers.length} pages to read, more than the limit of ${limit}: the rest was left out.`,
      page: null,
    })
  }
  return numbers.slice(0, limit)
}
