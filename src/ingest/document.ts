/**
 * What reading a file gives, whatever the file was: pages of lines of words with their places, how each page was
 * read, and the raw text beside the repaired.
 */
import type { Repair } from '../restore/repair.ts'

/** Left, top, right, bottom; PDF points (1/72 inch) for PDFs, pixels for images; origin top left. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number]

/** Half-open UTF-16 offsets into {@link IngestedPage.raw}. */
export type RawSpan = readonly [start: number, end: number]

/** A word as it was read, before repair. */
export interface IngestedWord {
  readonly text: string
  readonly span: RawSpan
  /** `null` where the source knows no places (text files, Word documents). */
  readonly box: Box | null
  /** How sure the OCR engine was, 0..1; `null` where no engine read. */
  readonly confidence: number | null
}

/** What stands on a page but is no part of the document's text. */
export type Furniture =
  /** Page number alone on a line. */
  | 'page-number'
  /** Line that comes back at the top of most pages. */
  | 'running-head'
  /** Line that comes back at the bottom of most pages. */
  | 'running-foot'

/** One printed line. */
export interface IngestedLine {
  readonly span: RawSpan
  readonly box: Box | null
  readonly words: readonly IngestedWord[]
  /** `null` for the document's own text. Furniture stays in `raw` and `text`; it is marked, not dropped. */
  readonly furniture: Furniture | null
}

/** What a text is worth, as far as that can be told without the page. */
export interface LayerGrade {
  /** Words of two or more letters. */
  readonly words: number
  /** Share of them that are legal Vietnamese syllables, 0..1. */
  readonly legalShare: number
  /** Mean natural log probability of a word by the language model; higher is better, sound text has −6 to −3. */
  readonly logProbability: number
  /**
   * `none`: too little to be the page's text (signature stamps); `poor`: marks lost or letters misread, repair or
   * read again; `sound`: use it as it is.
   */
  readonly verdict: 'none' | 'poor' | 'sound'
}

/** Something a reader of the result should know; problems never end the reading of a document. */
export interface IngestProblem {
  readonly code:
    | 'ENCODING_CONVERTED'
    | 'INVALID_BYTES'
    | 'LIMIT_PAGES'
    | 'NO_TEXT'
    | 'OCR_SKIPPED'
    | 'PAGE_FAILED'
    | 'POOR_TEXT_LAYER'
    | 'RECOVERED'
    | 'WORD_CONVERTER'
  /** A full sentence. */
  readonly message: string
  /** From 1; `null` when it is about the whole document. */
  readonly page: number | null
}

/** What the OCR engine read where it hardly believes itself: specks, handwriting, the rest of a seal. */
export interface LeftOutWord {
  readonly text: string
  readonly box: Box
  /** 0..1 */
  readonly confidence: number
}

/** One page. */
export interface IngestedPage {
  /** From 1. */
  readonly number: number
  /** `file`: formats without pages of their own (text, Word). */
  readonly source: 'text-layer' | 'ocr' | 'file'
  /** As it was read. */
  readonly raw: string
  /** Repaired; `raw` when repair is off. */
  readonly text: string
  /** What was repaired; its spans are offsets into `raw`. */
  readonly repair: Repair | null
  readonly lines: readonly IngestedLine[]
  /** Pieces the OCR engine read that are not in `raw`, from top to bottom; only of pages that were read by OCR. */
  readonly leftOut?: readonly LeftOutWord[]
  /** In the unit of the boxes. */
  readonly width: number | null
  readonly height: number | null
  /** Grade of the raw text that was used; `null` where it was not asked for. */
  readonly grade: LayerGrade | null
}

/** What kind of file it was. */
export type DocumentKind = 'text' | 'pdf' | 'image' | 'docx' | 'doc' | 'rtf' | 'xls'

/** A file, read. */
export interface IngestedDocument {
  readonly kind: DocumentKind
  /** Encoding the text was in where that can be told ("utf-8", "tcvn3"); `null` for images. */
  readonly encoding: string | null
  readonly pages: readonly IngestedPage[]
  /** Repaired text of the pages, joined with form feeds. */
  readonly text: string
  readonly problems: readonly IngestProblem[]
}

/** Stands between pages in {@link IngestedDocument.text}. */
export const PAGE_BREAK = '\f'
