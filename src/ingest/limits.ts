/** How much of a file is read at most, so that a hostile or hopeless one costs little. */

/** Limits of one document; each may be raised or lowered. */
export interface IngestLimits {
  /** Bytes of the file. Default 256 MiB. */
  readonly bytes: number
  /** Pages read; the rest is left out and reported. Default 2,000. */
  readonly pages: number
  /**
   * Pixels of a page image (as stored in the file, and as rendered). A larger page is rendered smaller; a larger image
   * is refused before it is decoded. Default 40 million: A3 at 400 dpi.
   */
  readonly pixels: number
  /** Seconds one page may take to be read, OCR included. Default 120. */
  readonly secondsPerPage: number
  /** MiB of decoded images one page may hold at a time. Default 512. */
  readonly mebibytesPerPage: number
}

export const LIMITS_DEFAULT: IngestLimits = {
  bytes: 2 ** 28,
  pages: 2_000,
  pixels: 40_000_000,
  secondsPerPage: 120,
  mebibytesPerPage: 512,
}
