// Where each result goes in an output folder.

import { join } from 'node:path'
import type { OutputFormat } from '../batch/job.ts'
import type { FolderDocument } from '../batch/run-folder.ts'
import { VanbanError } from '../errors.ts'
import type { BatchRun } from './batch-run.ts'
import { inputName } from './read-input.ts'

/** Name of the page that lists the reports. */
export const REPORT_INDEX = 'index.html'

/** Formats whose text cannot go under the name of the file itself. */
const NOT_TEXT = /\.(?:pdf|png|jpe?g|tiff?|webp|docx?|rtf|xlsx?|odt|html?)$/i

/** Name of the result of a repair: a text keeps the name of a text file, everything else has an ending of its own. */
export function repairedName(place: string, format: OutputFormat): string {
  if (format !== 'text') return `${place}.${format}`
  return NOT_TEXT.test(place) ? `${place}.txt` : place
}

/** Name of a converted text: pages of the web stay what they are. */
export function convertedName(place: string, format: OutputFormat): string {
  return format === 'text' && /\.html?$/i.test(place) ? place : repairedName(place, format)
}

/** What is added to the name of a document for each form of its plan. */
const PLAN_ENDINGS: Partial<Record<OutputFormat, string>> = {
  json: '.json',
  markdown: '.md',
  csv: '.csv',
  register: '.register.json',
  akn: '.xml',
}

/** Name of a plan. */
export function planName(place: string, format: OutputFormat): string {
  return place + PLAN_ENDINGS[format]
}

/**
 * Targets of all documents. With reports there is an index of them, whose name is taken.
 *
 * @throws VanbanError `BAD_ARGUMENT` when two results would have one name
 */
export function planTargets(
  { inputs, formats, nameOf }: Pick<BatchRun, 'inputs' | 'formats' | 'nameOf'>,
  output: string,
): FolderDocument[] {
  const taken = new Map<string, string>(
    formats.includes('html') ? [[join(output, REPORT_INDEX), 'the index of the reports']] : [],
  )
  return inputs.map(({ path, place }) => {
    const name = inputName(path)
    const targets = formats.map((format) => {
      const target = join(output, nameOf(place, format))
      const other = taken.get(target)
      if (other !== undefined) {
        throw new VanbanError(
          'BAD_ARGUMENT',
          'cli',
          `${other} and ${name} would both be written to ${target}: give them one by one, with different folders.`,
        )
      }
      taken.set(target, name)
      return { format, target }
    })
    return { path, name, targets }
  })
}
