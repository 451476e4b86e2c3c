/**
 * Chunks: what stands between white space of ASCII. No-break spaces and control characters are letters in some of the
 * encodings, so they separate nothing here.
 */

/** Whether a code unit is white space of ASCII: tab, line ends, space. */
export function isGap(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
}

/** Where the chunk that begins at `from` ends, at `limit` at the latest. */
export function chunkEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && !isGap(text.charCodeAt(at))) at++
  return at
}

/** The text with every chunk that holds a character beyond ASCII replaced. */
export function mapChunks(text: string, replace: (chunk: string) => string): string {
  let out = ''
  let done = 0
  for (let at = 0; at < text.length; ) {
    if (isGap(text.charCodeAt(at))) {
      at++
      continue
    }
    const start = at
    let plain = true
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (isGap(unit)) break
      if (unit >= 0x80) plain = false
    }
    if (plain) continue
    out += text.slice(done, start) + replace(text.slice(start, at))
    done = at
  }
  return done === 0 ? text : out + text.slice(done)
}
