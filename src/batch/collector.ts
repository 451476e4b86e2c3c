/**
 * When a worker collects its garbage: left to itself a heap grows by half, for days on end, and collecting it after every
 * few documents costs a tenth of the time. So it is done when the process has grown.
 */

/** Documents until a worker has what it needs for most: model, compiled code, words met. */
const WARM_DOCUMENTS = 100
/** What a process may grow before it is tried whether that is garbage. */
const GROWTH = 1.1
/** Documents between two trials, at least. */
const PAUSE_DOCUMENTS = 100

/**
 * Makes the function that is told of documents that were done.
 *
 * @param size of the process
 * @param collect the garbage
 * @returns gives the size of the process, after collecting where that was due
 */
export function createCollector(size: () => number, collect: () => void): (documents: number) => number {
  let ceiling = Number.POSITIVE_INFINITY
  let since = 0
  let isWarm = false
  return (documents) => {
    since += documents
    const now = size()
    const isDue = isWarm ? now > ceiling && since >= PAUSE_DOCUMENTS : since >= WARM_DOCUMENTS
    if (!isDue) return now
    isWarm = true
    since = 0
    collect()
    const left = size()
    ceiling = left * GROWTH
    return left
  }
}
