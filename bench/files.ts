/** Where the benches find their data. */
import { fileURLToPath } from 'node:url'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const ROOT: string = fromRoot('')
export const DICTIONARIES: string = fromRoot('dictionaries/')
export const MODEL_FILE: string = fromRoot('dictionaries/vanban.model')
export const CONFIG_FILE: string = fromRoot('dictionaries/model.config.json')
export const FIXTURES: string = fromRoot('fixtures/')
/** Development sets; only where the project is developed. */
export const EVAL_DEFAULT: string = fromRoot('../shared/eval/dev')
/** Made by `bench/reference.ts`. */
export const REFERENCE_FILE: string = fromRoot('build/reference.model')
export const BASELINE_FILE: string = fromRoot('bench/baseline.json')
export const PARSE_REPORT_FILE: string = fromRoot('build/bench-parse.json')
export const REPORT_FILE: string = fromRoot('build/bench.json')
