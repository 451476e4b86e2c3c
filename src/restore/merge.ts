/** Which neighbours may be one word that the scanner read as two. */
import { mayBeOneSyllable } from '../channel/shape.ts'
import type { Chunk } from './chunks.ts'

/** Longer words than this are not split by scanners into parts that still look like words. */
const MERGED_LENGTH_MAX = 9
/** Of the parts of a word one is this short, and one no good word: true of all that were mended on training pages. */
const SCRAP_LENGTH_MAX = 2
/** ln of channel and prior; see `ChunkReading.rank`. */
export const GOOD_WORD_RANK = -8.9
/** Whether two chunks stand and look so. */
export function canMerge(previous: Chunk, chunk: Chunk): boolean {
  const { facts: left } = previous
  const { facts: right } = chunk
  return (
    left.text.length + right.text.length <= MERGED_LENGTH_MAX &&
    Math.min(left.text.length, right.text.length) <= SCRAP_LENGTH_MAX &&
    left.holdsWord &&
    right.opensWithWord &&
    !previous.ends &&
    previous.line === chunk.line &&
    previous.end < chunk.start &&
    mayBeOneSyllable(left.vowels, right.vowels)
  )
}
