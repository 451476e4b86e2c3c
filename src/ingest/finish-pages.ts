/** Raw pages → repaired pages. */
import { repair } from '../restore/repair.ts'
import type { IngestedPage } from './document.ts'
import type { RawPage, ReadContext } from './raw-document.ts'

/** Repairs the pages that no reader has repaired yet. */
export function finishPages(pages: readonly RawPage[], context: ReadContext): IngestedPage[] {
  return pages.map((page) => {
    context.signal?.throwIfAborted()
    const finished = finishPage(page, context)
    context.progress({ stage: 'repair', page: page.number, pages: pages.length })
    return finished
  })
}

function finishPage(page: RawPage, { options }: ReadContext): IngestedPage {
  if (page.text !== undefined && page.repair !== undefined)
    return { ...page, text: page.text, repair: page.repair }
  if (options.repair === false) return { ...page, text: page.raw, repair: null }
  const { model, dictionary, source, minConfidence } = options
  const result = repair(page.raw, {
    model,
    ...(dictionary === undefined ? {} : { dictionary }),
    ...(source === undefined ? {} : { source }),
    ...(minConfidence === undefined ? {} : { minConfidence }),
  })
  return { ...page, text: result.text, repair: result }
}
