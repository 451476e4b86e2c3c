/**
 * Corpus files as a stream of lines. Plain text, gzip and brotli are told apart by the end of the name;
 * nothing is held in memory beyond one chunk and the line it cuts.
 */
import { createReadStream, existsSync } from 'node:fs'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { VanbanError } from '../errors.ts'

function decompress(file: string): Readable {
  const raw = createReadStream(file, { highWaterMark: 1 << 20 })
  const decoder = file.endsWith('.br')
    ? createBrotliDecompress({ chunkSize: 1 << 20 })
    : file.endsWith('.gz')
      ? createGunzip({ chunkSize: 1 << 20 })
      : null
  if (decoder === null) return raw
  // An error at either end closes both, and whoever reads the decoder sees it: nothing is left for the callback.
  return pipeline(raw, decoder, () => {})
}

/**
 * Reads a text file as blocks of whole lines, decoded from UTF-8.
 *
 * @param file path; `.br` and `.gz` are decompressed on the way
 * @yields text ending at a line end (the last block may not)
 * @throws VanbanError `TRAINING_DATA` when the file is missing or its compressed data is damaged
 */
export async function* readBlocks(file: string): AsyncGenerator<string> {
  if (!existsSync(file)) {
    throw new VanbanError('TRAINING_DATA', 'training', `${file} does not exist: check the list of sources.`, {
      file,
    })
  }
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  try {
    for await (const chunk of decompress(file)) {
      const text = decoder.decode(chunk as Uint8Array, { stream: true })
      const end = text.lastIndexOf('\n') + 1
      if (end > 0) {
        yield rest + text.slice(0, end)
        rest = text.slice(end)
      } else rest += text
    }
  } catch (cause) {
    throw new VanbanError(
      'TRAINING_DATA',
      'training',
      `${file} could not be read to its end (${(cause as Error).message}): the file is damaged or not what its name says.`,
      { file, cause },
    )
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
