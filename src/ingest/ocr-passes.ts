/** A picture of a page → its lines: read as a whole, then figures written by hand and names under seals once more. */
import type { GreyImage } from './canvas.ts'
import { type DateEvidence, withFigures } from './figures.ts'
import { withSignature } from './signature-pass.ts'
import type { OcrLine } from './tesseract.ts'

/** What reads pictures: the pool of engines. */
export interface PictureReader {
  recognise(image: GreyImage, dpi: number): Promise<readonly OcrLine[]>
}

/**
 * Reads a page.
 *
 * @param dates what is known of the date of the document
 * @throws VanbanError what the reader throws
 */
export async function ocrLines(
  reader: PictureReader,
  image: GreyImage,
  dpi: number,
  dates?: DateEvidence,
): Promise<readonly OcrLine[]> {
  const lines = await reader.recognise(image, dpi)
  const figured = await withFigures(image, lines, dates)
  return withSignature(image, figured, (part) => reader.recognise(part, dpi))
}
