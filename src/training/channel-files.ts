/** Files of page pairs → a channel profile file. What `vanban train-channel` runs. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { type ChannelProfile, writeProfile } from '../channel/profile.ts'
import { VanbanError } from '../errors.ts'
import { type PagePair, type TrainChannelOptions, trainChannel } from './train-channel.ts'

/** What to train and where to put it. */
export interface TrainChannelFilesOptions extends TrainChannelOptions {
  /** Files of page pairs, one JSON object a line: `{"truth": "…", "<engine>": "…"}`. */
  readonly pages: readonly string[]
  /** Name of the field with the engine's text; default the profile's name. */
  readonly engine?: string
  /** Profile file to write; written beside it first, then renamed, so that no half profile is left. */
  readonly out: string
}

/**
 * Reads page pairs.
 *
 * @param file one JSON object a line; blank lines are skipped
 * @param engine name of the field with the engine's text
 * @throws VanbanError `INPUT_UNREADABLE` if there is no such file, `TRAINING_DATA` if a line is no page pair
 */
export function readPagePairs(file: string, engine: string): PagePair[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    const message = `The page pairs ${file} cannot be read (${(cause as Error).message}).`
    throw new VanbanError('INPUT_UNREADABLE', 'training', message, { file, cause })
  }
  const pairs: PagePair[] = []
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    let page: unknown
    try {
      page = JSON.parse(line)
    } catch {
      page = null
    }
    const fields = (typeof page === 'object' && page !== null ? page : {}) as Record<string, unknown>
    const truth = fields.truth
    const observed = fields[engine]
    if (typeof truth !== 'string' || typeof observed !== 'string') {
      throw new VanbanError(
        'TRAINING_DATA',
        'training',
        `Line ${index + 1} of ${file} is no page pair: it needs the fields "truth" and "${engine}", both text.`,
        { file, line: index + 1 },
      )
    }
    pairs.push({ truth, observed })
  })
  return pairs
}

/**
 * Trains a profile from files and writes it.
 *
 * @throws VanbanError as {@link readPagePairs} and {@link trainChannel}, and `OUTPUT_UNWRITABLE`
 */
export function trainChannelFiles(options: TrainChannelFilesOptions): ChannelProfile {
  const engine = options.engine ?? options.name
  const profile = trainChannel(
    options.pages.flatMap((file) => readPagePairs(file, engine)),
    options,
  )
  const part = `${options.out}.part`
  try {
    writeFileSync(part, writeProfile(profile))
    renameSync(part, options.out)
  } catch (cause) {
    const message = `The profile ${options.out} cannot be written (${(cause as Error).message}).`
    throw new VanbanError('OUTPUT_UNWRITABLE', 'training', message, { file: options.out, cause })
  }
  return profile
}
