/**
 * The Vietnamese data of the OCR engine, from the npm package, checked before any engine sees it: with damaged data
 * tesseract.js ends the whole process from an event listener.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { VanbanError } from '../errors.ts'

const PACKAGE = '@tesseract.js-data/vie'
/** Integer weights: the same letters as the float ones, twice as fast, a third of the size. */
const FOLDER = '4.0.0_best_int'
const FILE = 'vie.traineddata.gz'
/** Of version 1.0.0 of the package. */
const SHA256 = '2284f610f262a1b19ec8df9f196b9ff6ce38ddb4a66329e998941df4b8961c8d'

const REINSTALL = 'reinstall vanban, without leaving out its dependencies'

let checked: Promise<string> | undefined

/**
 * Finds and checks the data, once.
 *
 * @returns the folder it is in
 * @throws VanbanError `OCR_DATA`
 */
export function ocrDataFolder(): Promise<string> {
  checked ??= findOcrData().catch((error: unknown) => {
    checked = undefined
    throw error
  })
  return checked
}

async function findOcrData(): Promise<string> {
  let folder: string
  try {
    folder = join(dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`)), FOLDER)
  } catch (cause) {
    throw new VanbanError('OCR_DATA', 'ingest', `The package ${PACKAGE} is not installed: ${REINSTALL}.`, {
      cause,
    })
  }
  await checkOcrData(join(folder, FILE))
  return folder
}

/**
 * Checks one file of OCR data.
 *
 * @throws VanbanError `OCR_DATA`
 */
export async function checkOcrData(file: string, sha256: string = SHA256): Promise<void> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (cause) {
    const message = `The OCR data ${file} cannot be read (${(cause as Error).message}): ${REINSTALL}.`
    throw new VanbanError('OCR_DATA', 'ingest', message, { file, cause })
  }
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    const message = `The OCR data ${file} is not what vanban was tested with, or was altered: ${REINSTALL}.`
    throw new VanbanError('OCR_DATA', 'ingest', message, { file })
  }
}
