/** The program a worker of the pool runs: jobs in, results out, nothing on stdout. */
import { createWorker } from './batch/worker.ts'
import { importDocument, loadModel, repair } from './node.ts'

export default createWorker({ importDocument, loadModel, repair })
