/**
 * Text of PDFs that were set in fonts of older encodings (TCVN3, VNI): their letters come out as the Latin letters that
 * have the same codes. Decoded run by run of a font, because capitals of TCVN3 are told by the font alone.
 */
import { type DecodedRuns, decodeRuns, type FontRun } from '../encoding/decode-text.ts'
import type { Model } from '../restore/model.ts'
import { withSoftHyphens } from './pdf-lost-letters.ts'
import type { PdfPage, PdfTextItem } from './pdfjs.ts'

/** Letters printed as one sign (ﬁ, ﬂ …). */
const LIGATURES = /[\ufb00-\ufb06]/gu

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
export interface DecodedItems {
  readonly items: readonly PdfTextItem[]
  readonly encoding: DecodedRuns['encoding']
  readonly converted: boolean
}

/** Decodes the items of a page. */
export async function decodeItems(
  page: PdfPage,
  found: readonly PdfTextItem[],
  model: Model,
): Promise<DecodedItems> {
  const items = await withSoftHyphens(page, found)
  const fonts = await fontNames(page, items)
  const runs = items.flatMap(({ str, fontName, hasEOL }): FontRun[] => [
    { text: str, font: fonts.get(fontName) },
    { text: hasEOL ? '\n' : '' },
  ])
  const { texts, encoding, converted } = decodeRuns(runs, { model })
  return { items: items.map((item, i) => ({ ...item, str: texts[2 * i] as string })), encoding, converted }
}

/** Real names of the fonts of a page; pdfjs knows them when it has read what is drawn. */
async function fontNames(page: PdfPage, items: readonly PdfTextItem[]): Promise<Map<string, string>> {
  await page.getOperatorList({ annotationMode: 0 })
  const names = new Map<string, string>()
  for (const { fontName } of items) {
    if (names.has(fontName) || !page.commonObjs.has(fontName)) continue
    const font: unknown = page.commonObjs.get(fontName)
    const name = (font as { name?: unknown } | null)?.name
    if (typeof name === 'string') names.set(fontName, name.replace(GLUED_STYLE, ',$&'))
  }
  return names
}
