/**
 * Text of PDFs that were set in fonts of older encodings (TCVN3, VNI): their letters come out as the Latin letters that
 * have the same codes. Decoded run by run of a font, because capitals of TCVN3 are told by the font alone.
 */
import { decodeRuns, type EncodingReport, type FontRun } from '../encoding/decode-text.ts'
import type { Model } from '../restore/model.ts'
import { drawnItems } from './pdf-glyphs.ts'
import { fontOf, type PdfPage, type PdfTextItem } from './pdfjs.ts'

/** Letters printed as one sign (ﬁ, ﬂ …). */
const LIGATURES = /[\ufb00-\ufb06]/gu

/** Shown at line ends only; in fonts of TCVN3 its code is the letter ư, which is decoded by now. */
const SOFT_HYPHEN = '\u00ad'

/** "VnTimeHBold": styles that some programs glue to the name. */
const GLUED_STYLE = /(?:Bold|Italic|Oblique)+$/u

/** Ligatures as letters. */
export function withoutLigatures(items: readonly PdfTextItem[]): PdfTextItem[] {
  return items.map((item) => {
    const str = item.str.replace(LIGATURES, (sign) => sign.normalize('NFKC'))
    return str === item.str ? item : { ...item, str }
  })
}

/** Decoded items. */
export interface DecodedItems extends EncodingReport {
  readonly items: readonly PdfTextItem[]
  readonly converted: boolean
}

/** The text of a page, decoded. */
export async function decodeItems(page: PdfPage, model: Model): Promise<DecodedItems> {
  const items = withoutLigatures(await drawnItems(page))
  const fonts = fontNames(page, items)
  const runs = items.flatMap(({ str, fontName, hasEOL }): FontRun[] => [
    { text: str, font: fonts.get(fontName) },
    { text: hasEOL ? '\n' : '' },
  ])
  const { texts, ...report } = decodeRuns(runs, { model })
  const decoded = items.map((item, i) => ({
    ...item,
    str: (texts[2 * i] as string).replaceAll(SOFT_HYPHEN, ''),
  }))
  return { ...report, items: decoded }
}

/** What the pages in older encodings were in, all together; `null` when there were none. */
export function encodingOfPages(pages: readonly EncodingReport[]): EncodingReport | null {
  const [first] = pages
  if (first === undefined) return null
  const mixed = pages.some((page) => page.mixed || page.encoding !== first.encoding)
  return { ...first, mixed, runs: pages.flatMap(({ runs }) => runs) }
}

/** Real names of the fonts of a page that was drawn. */
function fontNames(page: PdfPage, items: readonly PdfTextItem[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { fontName } of items) {
    const name = names.has(fontName) ? undefined : fontOf(page, fontName)?.name
    if (typeof name === 'string') names.set(fontName, name.replace(GLUED_STYLE, ',$&'))
  }
  return names
}
