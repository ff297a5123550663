import { wrap } from 'comlink'
import { Duck } from './duckdb.ts'
import { ask } from './engine-tasks.ts'
import { timed } from './timing.ts'
import type { BenchTasks } from './worker.ts'

const work = wrap<BenchTasks>(
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
)
const duck = new Duck()

/** What the bench in Node calls by `page.evaluate`. The file is the one that was put into the page's only input. */
const bench = {
  work,
  duck,
  file(): File {
    const file = document.querySelector('input')?.files?.[0]
    if (!file) throw new Error('no file is chosen')
    return file
  },
  checkScores,
  ask,
  handOverObjects: () => timed(() => work.objects()),
}

declare global {
  var bench: BenchPage
}
export type BenchPage = typeof bench
globalThis.bench = bench

/** Hale's scores are DuckDB's, to 1e-9. Gives how many are scored. */
async function checkScores(usage: number): Promise<number> {
  const [ours, theirs] = await Promise.all([work.scores(usage), duck.scores(usage)])
  if (ours.length !== theirs.length) throw new Error(`${ours.length} scores, ${theirs.length}`)
  let scored = 0
  for (let row = 0; row < ours.length; row++) {
    const [a, b] = [ours[row] as number, theirs[row] as number]
    if (Number.isNaN(a) && Number.isNaN(b)) continue
    if (!(Math.abs(a - b) <= 1e-9)) throw new Error(`row ${row} is scored ${a} and ${b}`)
    scored++
  }
  return scored
}
