/** Raw pages → repaired pages; of two readings of a page the better one. */
import type { WordEvidence } from '../restore/evidence.ts'
import { type Repair, repair } from '../restore/repair.ts'
import type { Source } from '../restore/source.ts'
import type { IngestedPage } from './document.ts'
import { gradeText } from './grade.ts'
import type { RawPage, ReadContext } from './raw-document.ts'

/** What reads the pages: the Vietnamese data of Tesseract. */
const OCR_SOURCE: Source = 'vie'

/** A word likelier than this (ln) speaks for a reading, one less likely against it. */
const LOG_NEUTRAL = -9

/** Repairs the pages that no reader has repaired yet. */
export function finishPages(
  pages: readonly (RawPage | IngestedPage)[],
  context: ReadContext,
): IngestedPage[] {
  return pages.map((page) => {
    context.signal?.throwIfAborted()
    return 'repair' in page ? page : finishPage(page, context)
  })
}

/** Repairs a page. */
export function finishPage(page: RawPage, context: ReadContext): IngestedPage {
  if (context.options.repair === false) return { ...page, text: page.raw, repair: null }
  const { model, dictionary, minConfidence } = context.options
  const source = page.source === 'ocr' ? OCR_SOURCE : context.options.source
  const result = repair(page.raw, {
    model,
    ...(dictionary === undefined ? {} : { dictionary }),
    ...(source === undefined ? {} : { source }),
    ...(minConfidence === undefined ? {} : { minConfidence }),
    evidence: evidenceOf(page),
    // Whoever reads files wants to know how sure their words are: summaries, reports, pages of words.
  })
  context.progress({ stage: 'repair', page: page.number, pages: 0 })
  return { ...page, text: result.text, repair: result }
}

/** How sure the OCR engine was of its words; empty where none read. */
function evidenceOf({ lines }: RawPage): WordEvidence[] {
  const evidence: WordEvidence[] = []
  for (const { words } of lines)
    for (const { span, confidence } of words) if (confidence !== null) evidence.push({ span, confidence })
  return evidence
}

/** The better of two readings of a page, judged as they are after repair. */
export function chooseReading(layer: RawPage, image: RawPage, context: ReadContext): IngestedPage {
  const [a, b] = [finishPage(layer, context), finishPage(image, context)]
  return scoreOf(a, context) > scoreOf(b, context) ? a : b
}

/** How much likely text a page has; what the repairer is not sure of counts less. */
function scoreOf({ text, repair: made }: IngestedPage, { options }: ReadContext): number {
  const { words, logProbability } = gradeText(text, options.model.language)
  return words * (logProbability - LOG_NEUTRAL) * meanConfidence(made)
}

function meanConfidence(made: Repair | null): number {
  if (made === null || made.words.length === 0) return 1
  return made.words.reduce((sum, { confidence }) => sum + confidence, 0) / made.words.length
}
