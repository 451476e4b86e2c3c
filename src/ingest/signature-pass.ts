/**
 * Signatures under a seal: where the page shows an office, or `Nơi nhận`, and no name, the part of the page with the seal
 * is read once more by itself. Beside a page of text the engine takes seals for pictures, and the names on them too.
 */
import type { GreyImage } from './canvas.ts'
import type { OcrLine, OcrWord } from './tesseract.ts'

type Box = OcrWord['box']

/** What reads a picture. */
type Recognise = (image: GreyImage) => Promise<readonly OcrLine[]>

/** Above the recipients, and below: where seal and name stand, as shares of the height of the page. */
const ABOVE = 0.03
const BELOW = 0.2
/** The right column begins here, or right of the recipients. */
const COLUMN = 0.4
/** Ink of a name, a seal and a signature; less is an empty corner. In pixels of one inch of dpi squared. */
const INK_SHARE_MIN = 0.01
const INK_MAX = 140
/** Words of a second reading must be believed that much. */
const NAME_MIN = 0.6
const OFFICE_MIN = 0.75

const RECIPIENTS = /^\P{L}{0,2}n[oơ]i\s?nh[aâậạ]n/iu
const OFFICE =
  /^\P{L}{0,3}(?:(?:KT|TM|TL|TUQ|Q)\s?[./]|(?:PHÓ\s)?(?:CH[UỦÚ] T[IỊ]CH|GI[AÁ]M Đ[OỐÓ]C|T[OỔÔ]NG GI[AÁ]M|B[OỘ] TR[UƯ][OỞỜ]NG|C[UỤ]C TR[UƯ][OỞỜ]NG|CH[AÁ]NH))/u

/** The lines of a page, with the signature read once more if its name is missing. */
export async function withSignature(
  image: GreyImage,
  lines: readonly OcrLine[],
  recognise: Recognise,
): Promise<readonly OcrLine[]> {
  const box = signatureBox(image, lines)
  if (box === null) return lines
  const [x0, y0] = box
  const found = (await recognise(partOf(image, box))).map((line) => moved(line, x0, y0))
  const isOfficeSeen = lines.some((line) => isInside(line, box) && OFFICE.test(textOf(line)))
  const added = found.filter(
    (line) =>
      isName(line, NAME_MIN) || (!isOfficeSeen && OFFICE.test(textOf(line)) && leastOf(line) >= OFFICE_MIN),
  )
  if (!added.some((line) => isName(line, NAME_MIN))) return lines
  // What the first reading made of the same ink is worth less.
  const kept = lines.map((line) => ({
    ...line,
    words: line.words.filter(
      (word) => !added.some(({ words }) => words.some((other) => overlap(word.box, other.box))),
    ),
  }))
  return [...kept.filter(({ words }) => words.length > 0), ...added]
}

/**
 * Where a signature must be that was not read.
 *
 * @returns null when there is none, or its name was read
 */
export function signatureBox(image: GreyImage, lines: readonly OcrLine[]): Box | null {
  const { width, height } = image
  const column = COLUMN * width
  const recipients = lines.find((line) => leftOf(line) < column && RECIPIENTS.test(textOf(line)))
  const office = lines.find((line) => leftOf(line) >= column && OFFICE.test(textOf(line)))
  const anchor = recipients ?? office
  if (anchor === undefined) return null
  const top = Math.min(...anchor.words.map((word) => word.box[1]))
  const y0 = Math.max(0, Math.round(top - ABOVE * height))
  const y1 = Math.min(height, Math.round(top + BELOW * height))
  const listed = lines.flatMap((line) =>
    line.words.filter(({ box }) => box[1] >= top && box[3] <= y1 && leftOf(line) < column && box[0] < column),
  )
  const right = Math.max(column, ...listed.map((word) => word.box[2] + 0.01 * width))
  const x0 = Math.round(Math.min(right, 0.55 * width))
  const box: Box = [x0, y0, width, y1]
  if (lines.some((line) => isName(inside(line, box), 0))) return null
  return inkShare(image, box) >= INK_SHARE_MIN ? box : null
}

const textOf = ({ words }: OcrLine): string => words.map(({ text }) => text).join(' ')
const leftOf = ({ words }: OcrLine): number => words[0]?.box[0] ?? 0
const leastOf = ({ words }: OcrLine): number => Math.min(...words.map(({ confidence }) => confidence))

function inside(line: OcrLine, [x0, y0, x1, y1]: Box): OcrLine {
  const words = line.words.filter(({ box }) => box[0] >= x0 && box[2] <= x1 && box[1] >= y0 && box[3] <= y1)
  return { ...line, words }
}

const isInside = (line: OcrLine, box: Box): boolean => inside(line, box).words.length > 0

/** Two to five words that begin with a capital, all alone; specks around them do not count. */
function isName({ words }: OcrLine, confidenceMin: number): boolean {
  const named = words.filter(({ text }) => /\p{L}/u.test(text))
  if (named.length < 2 || named.length > 5) return false
  return named.every(
    ({ text, confidence }) =>
      /^\P{L}{0,2}\p{Lu}\p{Ll}{1,6}\P{L}{0,1}$/u.test(text) && confidence >= confidenceMin,
  )
}

function overlap(a: Box, b: Box): boolean {
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const down = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  return across > 0 && down > 0.5 * Math.min(a[3] - a[1], b[3] - b[1])
}

function inkShare({ width, pixels }: GreyImage, [x0, y0, x1, y1]: Box): number {
  let ink = 0
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) if ((pixels[y * width + x] as number) < INK_MAX) ink++
  }
  return ink / Math.max(1, (x1 - x0) * (y1 - y0))
}

function partOf({ width, pixels }: GreyImage, [x0, y0, x1, y1]: Box): GreyImage {
  const part = new Uint8Array((x1 - x0) * (y1 - y0))
  for (let y = y0; y < y1; y++)
    part.set(pixels.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0))
  return { width: x1 - x0, height: y1 - y0, pixels: part }
}

function moved({ baseline, words }: OcrLine, x: number, y: number): OcrLine {
  return {
    baseline: [baseline[0] + x, baseline[1] + y, baseline[2] + x, baseline[3] + y],
    words: words.map(({ text, confidence, box }) => ({
      text,
      confidence,
      box: [box[0] + x, box[1] + y, box[2] + x, box[3] + y],
    })),
  }
}
