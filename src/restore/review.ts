/**
 * What a person should look at: words the engine is not sure of, and above all names and numbers, which no language
 * model can vouch for. Nothing here changes the text.
 */
import { casePattern } from '../unicode/case.ts'
import type { RepairedWord } from './repair.ts'

/** `name`: a capital inside a sentence; `number`: figures mixed with letters or signs; `word`: anything else. */
export type ReviewKind = 'name' | 'number' | 'word'

export interface ReviewItem {
  /** UTF-16 offsets in the page as it came. */
  readonly span: readonly [start: number, end: number]
  readonly kind: ReviewKind
  /** As it stands after repair. */
  readonly text: string
  readonly confidence: number
}

/** Words below are worth a look; on dev eng pages one in twenty, with seven in ten of the errors left. */
const WORD_CONFIDENCE_MIN = 0.9
/** A wrong name looks right: more of them are shown. */
const NAME_CONFIDENCE_MIN = 0.97
/** Figures with a letter or sign that no number has. */
const DOUBTFUL_NUMBER =
  /(?<![\p{L}\d/.-])(?=[\p{L}\d]*\d)(?=[\p{L}\d]*[OoIlSBZ])[\dOoIlSBZ]{2,}(?![\p{L}/-])/gu
const FIGURE = /\d/
/** No number is sure to be wrong, but one with a letter in it is. */
const NUMBER_CONFIDENCE = 0.5

/** Items for review in reading order. */
export function reviewWords(page: string, words: readonly RepairedWord[]): ReviewItem[] {
  const items: ReviewItem[] = []
  for (const { span, text, confidence } of words) {
    // Most words are sure, whatever they are.
    if (confidence >= NAME_CONFIDENCE_MIN) continue
    const isNumber = FIGURE.test(text)
    const name =
      !isNumber &&
      casePattern(text) === 'capital' &&
      !/[.;:!?\n][\s"“(-]*$/.test(page.slice(Math.max(0, span[0] - 6), span[0]))
    if (confidence < (name ? NAME_CONFIDENCE_MIN : WORD_CONFIDENCE_MIN)) {
      items.push({ span, kind: isNumber ? 'number' : name ? 'name' : 'word', text, confidence })
    }
  }
  for (const match of page.matchAll(DOUBTFUL_NUMBER)) {
    const span = [match.index, match.index + match[0].length] as const
    if (!items.some((item) => item.span[0] < span[1] && span[0] < item.span[1])) {
      items.push({ span, kind: 'number', text: match[0], confidence: NUMBER_CONFIDENCE })
    }
  }
  return items.sort((a, b) => a.span[0] - b.span[0])
}
