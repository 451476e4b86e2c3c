/** Contrast of colours as WCAG 2.2 defines it. */

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

/** Of "#rrggbb". */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

/** From 1 (the same colour) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

/** "rgb(1, 2, 3)", as browsers compute it → "#010203"; an error for colours one can see through. */
export function toHex(computed: string): string {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(computed)
  if (parts === null) throw new Error(`${computed} is no opaque colour`)
  return `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`
}
