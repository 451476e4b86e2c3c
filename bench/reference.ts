/**
 * The unpruned reference the default model is compared with: the training of `dictionaries/model.config.json` without
 * cut-offs, without a size limit and without training on decisions, so that only n-grams that make the training text less likely are left out.
 * Run once; `bench/run.ts` uses the file when it is there. Takes some minutes and about 8 GB.
 *
 * node --max-old-space-size=14000 --import tsx bench/reference.ts --corpus DIR [--out build/reference.model]
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { parseTrainConfig } from '../src/cli/train-config.ts'
import { trainModel } from '../src/training/train.ts'
import { CONFIG_FILE, REFERENCE_FILE } from './files.ts'

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, out: { type: 'string', default: REFERENCE_FILE } },
})
if (values.corpus === undefined)
  throw new Error('Give the folder of the texts the model was trained on: --corpus DIR')

// Counts alone: training on decisions is part of what is compared.
const { decisions: _, ...config } = parseTrainConfig(readFileSync(CONFIG_FILE, 'utf8'), CONFIG_FILE)
const started = performance.now()
const { bytes, manifest } = await trainModel(
  { ...config, cutOffs: config.cutOffs.map(() => 1), maxBytes: Number.MAX_SAFE_INTEGER },
  { corpus: values.corpus, log: (message) => console.error(message) },
)
mkdirSync(dirname(values.out), { recursive: true })
// Under another name first: a run that is cut short leaves no half-written reference behind.
writeFileSync(`${values.out}.part`, bytes)
renameSync(`${values.out}.part`, values.out)
writeFileSync(`${values.out}.json`, `${JSON.stringify(manifest, null, 2)}\n`)
const minutes = ((performance.now() - started) / 60_000).toFixed(1)
console.log(`${values.out}: ${manifest.kept.join(' + ')} n-grams, ${bytes.length} bytes, ${minutes} minutes`)
