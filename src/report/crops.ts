/** Pieces of the scan beside the doubtful words, where the pages are pictures. */
import { encodePart } from '../ingest/canvas.ts'
import type { Box, IngestedPage } from '../ingest/document.ts'
import { openPagePictures, type PagePicture } from '../ingest/page-pictures.ts'
import type { Point } from './points.ts'
import type { ReportInput } from './render.ts'

/** So many words have a picture, the least certain first, and so many characters all pictures together. */
const CROPS_MAX = 400
const CHARACTERS_MAX = 1_500_000
/** What is shown around a word, in heights of its line: neighbours tell what it can be. */
const AROUND = 4
const ABOVE = 0.35
/** A page that cannot be drawn in this time has no pictures. */
const SECONDS_PER_PAGE = 20

/** A picture in a report. */
export interface Crop {
  /** Data URL. */
  readonly url: string
  readonly width: number
  readonly height: number
}

/** Pictures of places by the id of the point. What goes wrong here costs pictures, never the report. */
export async function cropImages(
  { document, file, model }: ReportInput,
  doubts: readonly Point[],
): Promise<ReadonlyMap<number, Crop>> {
  const crops = new Map<number, Crop>()
  if (file === undefined || model === undefined || (document.kind !== 'pdf' && document.kind !== 'image'))
    return crops
  const byPage = new Map<number, { readonly id: number; readonly box: Box }[]>()
  for (const { id, page, span } of doubts.slice(0, CROPS_MAX)) {
    const box = boxOf(document.pages[page] as IngestedPage, span)
    if (box !== null) byPage.set(page, [...(byPage.get(page) ?? []), { id, box }])
  }
  if (byPage.size === 0) return crops
  try {
    const pictures = await openPagePictures(file, { model, limits: { secondsPerPage: SECONDS_PER_PAGE } })
    if (pictures === null) return crops
    try {
      let left = CHARACTERS_MAX
      for (const [page, wanted] of [...byPage].sort(([a], [b]) => a - b)) {
        const picture = await pictures.picture((document.pages[page] as IngestedPage).number)
        for (const { id, box } of wanted) {
          const crop = await cropOf(picture, box)
          if (crop === null || crop.url.length > left) continue
          left -= crop.url.length
          crops.set(id, crop)
        }
      }
    } finally {
      await pictures.close()
    }
  } catch {
    // The pages were read once; a report without their pictures is still a report.
  }
  return crops
}

/** The box around the words that a span touches. */
function boxOf({ lines }: IngestedPage, [start, end]: Point['span']): Box | null {
  let box: Box | null = null
  for (const line of lines) {
    if (line.span[1] <= start || line.span[0] >= end) continue
    for (const word of line.words) {
      if (word.box === null || word.span[1] <= start || word.span[0] >= end) continue
      const [x0, y0, x1, y1] = word.box
      box =
        box === null
          ? word.box
          : [Math.min(box[0], x0), Math.min(box[1], y0), Math.max(box[2], x1), Math.max(box[3], y1)]
    }
  }
  return box
}

async function cropOf({ image, scale }: PagePicture, [x0, y0, x1, y1]: Box): Promise<Crop | null> {
  const height = y1 - y0
  const around = [
    x0 - AROUND * height,
    y0 - ABOVE * height,
    x1 + AROUND * height,
    y1 + ABOVE * height,
  ] as const
  const [a, b, c, d] = around
  const part = await encodePart(image, [a * scale, b * scale, c * scale, d * scale])
  if (part === null) return null
  const url = `data:image/webp;base64,${Buffer.from(part.bytes).toString('base64')}`
  return { url, width: part.width, height: part.height }
}
