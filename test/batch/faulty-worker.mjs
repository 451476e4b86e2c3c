// A worker that does what the name of its job says: the ways in which real documents end real workers.

const NO_COUNTS = {
  pages: 1,
  words: 0,
  confidence: 0,
  certain: 0,
  likely: 0,
  suggestions: 0,
  review: 0,
  byReason: {},
}

export default async function work(jobs) {
  const results = []
  let rssMiB = 1
  for (const job of jobs) {
    if (job.path.startsWith('fat')) rssMiB = 1e6
    results.push({ ...(await workOn(job)), ms: jobs.length })
  }
  return { results, rssMiB }
}

async function workOn(job) {
  const [what, value] = job.path.replace(/\.txt$/, '').split(' ')
  if (what === 'throw') throw new Error('thrown by the worker')
  if (what === 'exit') process.exit(3)
  if (what === 'abort') process.abort()
  if (what === 'kill') process.kill(process.pid, 'SIGKILL')
  if (what === 'hang') for (;;);
  if (what === 'memory') for (const kept = []; ; ) kept.push(new Array(1e5).fill(Math.random()))
  if (what === 'slow') {
    for (let page = 1; page <= 4; page++) {
      await new Promise((resolve) => setTimeout(resolve, Number(value)))
      process.send({ progress: { index: job.index, page, pages: 4 } })
    }
  }
  if (what === 'print') console.log('printed by a library')
  const { index, name } = job
  return {
    index,
    name,
    status: 'success',
    problems: [],
    sha256: String(process.pid),
    counts: NO_COUNTS,
    changed: false,
    outputs: [],
    contents: [],
  }
}
