/** Pieces of ink → what figures they may be, with shares: every way to put pieces together is weighed by the network. */
import { type FigureNet, NO_FIGURE } from './figure-net.ts'
import { inkOf, type Pieces } from './figure-pieces.ts'
import { shapeOf } from './figure-shape.ts'

/** Figures that may stand there, and how likely they are. */
export interface FigureReading {
  readonly text: string
  /** 0..1; what is missing to 1 over all readings is "none of these". */
  readonly share: number
}

/** No more pieces make one figure. */
const PIECES_A_FIGURE = 4
/** Readings kept on the way. */
const BEAM = 60
/** Answers of the network that are followed. */
const ANSWERS = 4
/** Likelihood of what is none of the readings: keeps doubtful figures doubtful. */
const NOTHING = 0.02
/** A figure is no less tall than this share of the tallest, or it is a stray stroke. */
const HEIGHT_MIN = 0.5
const STRAY = 0.05
/** Figures that touch are rarer than one figure, one of two strokes with air between them is, too. */
const TOUCHING = 0.35
const BROKEN = 0.3
/** Ink that was left out may have been a figure: so much of it makes a reading worthless. */
const LOST_MAX = 0.3
const FIGURES_MAX = 6

/**
 * Reads figures.
 *
 * @param prior how likely a text is before it is seen; 0 forbids it
 * @returns the likeliest first
 */
export function readFigures(
  pieces: Pieces,
  net: FigureNet,
  prior: (text: string) => number = () => 1,
): FigureReading[] {
  const tallest = Math.max(...pieces.boxes.map(([, y0, , y1]) => y1 - y0))
  // beams[i]: readings of the first i pieces.
  const beams: Map<string, number>[] = Array.from({ length: pieces.count + 1 }, () => new Map())
  beams[0]?.set('', Math.max(0, 1 - pieces.lost / LOST_MAX))
  for (let from = 0; from < pieces.count; from++) {
    const beam = strongest(beams[from] as Map<string, number>)
    if (beam.length === 0) continue
    for (let to = from; to < Math.min(pieces.count, from + PIECES_A_FIGURE); to++) {
      const answers = answersOf(pieces, from, to, tallest, net)
      const weight = weightOf(pieces, from, to)
      const target = beams[to + 1] as Map<string, number>
      for (const [text, likelihood] of beam) {
        if (text.length >= FIGURES_MAX) continue
        for (const [figure, share] of answers) {
          const next = text + figure
          target.set(next, Math.max(target.get(next) ?? 0, likelihood * share * weight))
        }
      }
    }
  }
  const found = [...(beams[pieces.count] as Map<string, number>)]
    .map(([text, likelihood]): [string, number] => [text, likelihood * prior(text)])
    .filter(([, likelihood]) => likelihood > 0)
    .sort((a, b) => b[1] - a[1])
  const sum = found.reduce((total, [, likelihood]) => total + likelihood, NOTHING)
  return found.slice(0, BEAM).map(([text, likelihood]) => ({ text, share: likelihood / sum }))
}

/** How likely figures begin and end where these pieces do. */
function weightOf({ isCut, boxes }: Pieces, from: number, to: number): number {
  let weight = isCut[from] === true ? TOUCHING : 1
  for (let i = from + 1; i <= to; i++) {
    const gap = (boxes[i]?.[0] ?? 0) - Math.max(...boxes.slice(from, i).map((box) => box[2]))
    if (isCut[i] !== true && gap > 0) weight *= BROKEN
  }
  return weight
}

function strongest(beam: Map<string, number>): [string, number][] {
  return [...beam].sort((a, b) => b[1] - a[1]).slice(0, BEAM)
}

/** The likeliest figures that some pieces make. */
function answersOf(
  pieces: Pieces,
  from: number,
  to: number,
  tallest: number,
  net: FigureNet,
): [figure: string, share: number][] {
  const ink = inkOf(pieces, from, to)
  const shape = shapeOf(ink)
  if (shape === null) return []
  const shares = net.classify(shape)
  const weight = ink.height < HEIGHT_MIN * tallest ? STRAY : 1
  return Array.from(shares.subarray(0, NO_FIGURE), (share, i): [string, number] => [
    String(i),
    share * weight,
  ])
    .sort((a, b) => b[1] - a[1])
    .slice(0, ANSWERS)
}
