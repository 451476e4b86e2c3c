/** Accuracy against speed as an SVG: a circle for each engine, its area the size of the data. */

/** One engine, measured. */
export interface ComparedEngine {
  readonly name: string
  /** Shares of syllables right. */
  readonly official: number
  readonly press: number
  readonly syllablesPerSecond: number
  /** Official documents it was measured on. */
  readonly documents: number
  /** Of its data. */
  readonly bytes: number
  /** Added to the resident set by loading. */
  readonly memory: number
  readonly loadMs: number
}

const WIDTH = 760
const HEIGHT = 420
const LEFT = 70
const RIGHT = 40
const TOP = 30
const BOTTOM = 60
/** Ends of the scales: syllables a second, and shares of syllables wrong. */
const SPEEDS = [1e2, 1e3, 1e4, 1e5, 1e6, 1e7] as const
const ERRORS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1] as const
/** Pixels of radius by the square root of bytes: 11.5 MB have 14. */
const RADIUS = 14 / Math.sqrt(11.5e6)
const RADIUS_MIN = 3

const share = (value: number, from: number, to: number): number =>
  Math.log(value / from) / Math.log(to / from)

const x = (speed: number): number =>
  LEFT + (WIDTH - LEFT - RIGHT) * Math.min(Math.max(share(speed, SPEEDS[0], SPEEDS.at(-1)!), 0), 1)

/** Few errors stand high. */
const y = (error: number): number =>
  TOP + (HEIGHT - TOP - BOTTOM) * Math.min(Math.max(share(error, ERRORS[0], ERRORS.at(-1)!), 0), 1)

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

const perCent = (value: number): string => `${Number((100 * value).toFixed(2))} %`

/** Pixels between the base lines of two labels. */
const LINE = 14

/** @param taken heights of labels drawn before; a label that would cover one stands below it */
function circle({ name, official, syllablesPerSecond, bytes }: ComparedEngine, taken: number[]): string {
  const [cx, cy] = [x(syllablesPerSecond), y(1 - official)]
  const radius = Math.max(RADIUS_MIN, RADIUS * Math.sqrt(bytes))
  const isOurs = name.startsWith('vanban')
  // Labels on the right half point to the left.
  const onLeft = cx > WIDTH * 0.62
  const size = bytes < 1e5 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
  const label = `${name}: ${perCent(official)}, ${size}`
  let line = cy + 4
  while (taken.some((other) => Math.abs(other - line) < LINE)) line += 1
  taken.push(line)
  const at = onLeft ? cx - radius - 6 : cx + radius + 6
  return [
    `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${radius.toFixed(1)}" fill="${isOurs ? '#c0392b' : '#5d6d7e'}" fill-opacity="0.75"/>`,
    `<text x="${at.toFixed(1)}" y="${line.toFixed(1)}" text-anchor="${onLeft ? 'end' : 'start'}"${isOurs ? ' font-weight="bold"' : ''}>${escaped(label)}</text>`,
  ].join('\n')
}

/** The drawing, on a white ground so that it reads in dark pages too. */
export function drawComparison(engines: readonly ComparedEngine[]): string {
  const bottom = HEIGHT - BOTTOM
  const taken: number[] = []
  const columns = SPEEDS.map((speed) => {
    const at = x(speed).toFixed(1)
    return `<line x1="${at}" y1="${TOP}" x2="${at}" y2="${bottom}" stroke="#e3e6e8"/>\n<text x="${at}" y="${bottom + 18}" text-anchor="middle">${speed.toLocaleString('en-US')}</text>`
  })
  const rows = ERRORS.map((error) => {
    const at = y(error).toFixed(1)
    return `<line x1="${LEFT}" y1="${at}" x2="${WIDTH - RIGHT}" y2="${at}" stroke="#e3e6e8"/>\n<text x="${LEFT - 8}" y="${(y(error) + 4).toFixed(1)}" text-anchor="end">${perCent(1 - error)}</text>`
  })
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#2c3e50">`,
    '<title>Restoring the marks of official Vietnamese documents: accuracy, speed and size</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...columns,
    ...rows,
    ...engines.map((engine) => circle(engine, taken)),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 18}" text-anchor="middle">syllables a second on one core; the area of a circle is the size of its data</text>`,
    `<text x="${LEFT - 8}" y="16" text-anchor="start">syllables restored right, official documents</text>`,
    '</svg>',
  ].join('\n')}\n`
}
