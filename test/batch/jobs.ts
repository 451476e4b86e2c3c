// Jobs and results for the tests of batches.

import type { DocumentResult, Job } from '../../src/batch/job.ts'
import { NO_COUNTS } from '../../src/report/outcome.ts'

/** A job whose path tells a worker of the tests what to do. */
export function jobOf(path: string, index = 0): Job {
  return {
    index,
    path,
    name: `${path}.txt`,
    outputs: [],
    settings: {
      task: 'repair',
      model: null,
      dictionaries: [],
      source: 'auto',
      minConfidence: null,
      ocr: 'auto',
      pages: null,
    },
  }
}

export function resultOf({ index, name }: Job, more: Partial<DocumentResult> = {}): DocumentResult {
  return {
    index,
    name,
    status: 'success',
    problems: [],
    sha256: 'f00d',
    counts: NO_COUNTS,
    changed: false,
    outputs: [],
    contents: [],
    ms: 1,
    ...more,
  }
}
