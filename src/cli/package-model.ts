// Where the model of the package lies, without loading the library that knows: it is hashed by the program that
// only hands out work.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Seen from the bundle, and from this file. */
const PLACES = ['../dictionaries/vanban.model', '../../dictionaries/vanban.model']

/** Path of the model that comes with the package. */
export function packageModel(): string {
  const paths = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)))
  return paths.find((path) => existsSync(path)) ?? (paths[0] as string)
}
