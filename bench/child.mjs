// What a fresh process pays, on the built package: time to load the model, to the first word, to do the first work; memory added by the
// loaded core, and after work on both kinds of text. Prints one line of JSON (type FreshProcess of package.ts).
// Plain JavaScript: a loader for TypeScript would be part of every figure.
//
// node --expose-gc bench/child.mjs
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

const read = (path) => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')

/** Resident set, and what V8 holds for us: heap, and buffers outside of it. */
function memory() {
  // Twice: finalisers of the first collection free more for the second.
  globalThis.gc()
  globalThis.gc()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss: rss / 1e6, held: (heapUsed + external) / 1e6 }
}

const plan = read('le-thanh-nghi/plan.txt')
const scan = read('nam-sach/ocr.txt')
const before = memory()
const times = [performance.now()]
const processor = [process.cpuUsage()]
const mark = () => {
  times.push(performance.now())
  processor.push(process.cpuUsage())
}
const { loadModel, repair, restore, stripMarks } = await import('../dist/node.js')
mark()
const model = await loadModel()
mark()
restore('Uy ban', { model }).text
mark()
const loaded = memory()
mark()
restore(stripMarks(plan.slice(0, 1000)), { model }).text
mark()
repair(scan.slice(0, 1000), { model })
mark()
restore(stripMarks(plan), { model }).text
repair(scan, { model })
const worked = memory()
const span = (i) => times[i + 1] - times[i]
const work = (i) => {
  const { user, system } = processor[i + 1]
  return (user - processor[i].user + system - processor[i].system) / 1e3
}
console.log(
  JSON.stringify({
    importMs: span(0),
    loadMs: span(1),
    loadProcessorMs: work(1),
    firstWordMs: span(1) + span(2),
    firstWordProcessorMs: work(1) + work(2),
    firstRestoreMs: work(4),
    firstRepairMs: work(5),
    loadedRssMb: loaded.rss - before.rss,
    loadedHeldMb: loaded.held - before.held,
    workedRssMb: worked.rss - before.rss,
    workedHeldMb: worked.held - before.held,
  }),
)
