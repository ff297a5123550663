// The rows of the speed table that are about one file.
import { setTimeout as wait } from 'node:timers/promises'
import { cancelImport, firstLoad, importFirst, RESTING_MS, watchImport } from './app.mjs'
import {
  besideP,
  inKilobytes,
  inMegabytes,
  inMs,
  inP,
  inRows,
  median,
  withLimit,
} from './figures.mjs'
import { openSteps } from './steps.mjs'

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {import('./data.mjs').DataFile} DataFile */
/** @typedef {import('./figures.mjs').Line} Line */
/** @typedef {import('./steps.mjs').Steps} Steps */
/** @typedef {{ app: string, bench: string }} Site */

/** How often a step of milliseconds is run. @param {number} rows */
const timesAt = (rows) => (rows > 100_000 ? { warmUp: 2, runs: 7 } : { warmUp: 5, runs: 21 })

/** @param {Browser} browser @param {Site} site @returns {Promise<Line[]>} */
export async function measureFirstLoad(browser, site) {
  const { initial, untilIdle } = await firstLoad(browser, site.app)
  return [
    {
      what: 'first load: the scripts that the page names, gzip',
      measured: inKilobytes(initial),
      value: initial,
      limit: 90_000,
      limitText: '90 kB',
      note: `${inKilobytes(untilIdle)} until it rests, the engine included`,
    },
  ]
}

/** @param {Browser} browser @param {Site} site @param {{ file: DataFile, parts: Set<string>, rounds: number }} order @returns {Promise<Line[]>} */
export async function measureFile(browser, site, { file, parts, rounds }) {
  /** @type {Line[]} */
  const lines = []
  if (parts.has('reading') || parts.has('scoring')) {
    const steps = await openSteps(browser, site.bench, file)
    await steps.check()
    const times = parts.has('reading')
      ? await timeReading(browser, site, { steps, file, rounds })
      : null
    const p = times ? median(times.map(({ parse }) => parse)) : await steps.parseOnly()
    if (times) lines.push(...readingLines(times, file, p))
    if (!times) await steps.startDuck()
    if (!times) await steps.duckReadAndScore()
    if (parts.has('scoring'))
      lines.push(...(await measureScoring(steps, file.rows)).map((line) => ({ ...line, p })))
    await steps.close()
  }
  return parts.has('watched') ? [...lines, ...(await measureWatched(browser, site, file))] : lines
}

/**
 * Every round has all of them, so that what else runs on the machine slows them all. The first one warms up.
 * @param {Browser} browser @param {Site} site @param {{ steps: Steps, file: DataFile, rounds: number }} order
 */
async function timeReading(browser, site, { steps, file, rounds }) {
  const times = []
  for (let round = 0; round <= rounds; round++)
    times.push({
      parse: await steps.parseOnly(),
      parseFirst: await parseFirst(browser, site, file),
      columns: await steps.parseIntoColumns(),
      scored: await steps.parseAndScore(),
      ...(await importFirst(browser, site.app, file.path)),
      duckStart: await steps.startDuck(),
      duckFirst: await steps.duckReadAndScore(),
      duck: await steps.duckReadAndScore(),
    })
  return times.slice(1)
}

/** The peer as the page meets its file: the first one of a page that rested as long. @param {Browser} browser @param {Site} site @param {DataFile} file */
async function parseFirst(browser, site, file) {
  const steps = await openSteps(browser, site.bench, file)
  await wait(RESTING_MS)
  const took = await steps.parseOnly()
  await steps.close()
  return took
}

/** @param {Awaited<ReturnType<typeof timeReading>>} times @param {DataFile} file @param {number} p @returns {Line[]} */
function readingLines(times, file, p) {
  const size = inRows(file.rows)
  const duck = median(times.map((round) => round.duck))
  const cold = median(times.map(({ duckStart, duckFirst }) => duckStart + duckFirst))
  const overview = median(times.map((round) => round.overview))
  const limit = file.rows > 100_000 ? 2 : 2.2
  return [
    besideP(p, `PapaParse parse-only, ${size} (${inMegabytes(file.bytes)}): P`, p),
    besideP(p, '… as the first file of a new page', median(times.map((round) => round.parseFirst))),
    {
      ...besideP(p, `DuckDB-WASM, file to the same scores, warm, ${size}`, duck),
      note: `cold ${inP(cold / p)}`,
    },
    besideP(p, `parse into typed columns, ${size}`, median(times.map(({ columns }) => columns))),
    besideP(p, `… with keys, proposal and scores`, median(times.map(({ scored }) => scored))),
    {
      ...besideP(p, `drop to first scored, persisted Overview, ${size}`, overview),
      peer: `DuckDB ${inP(duck / p)} warm, ${inP(cold / p)} cold; nothing persisted`,
      note: phasesOf(times.map(({ phases }) => phases)),
      ...(file.rows < 100_000 ? {} : { value: overview / p, limit, limitText: inP(limit) }),
    },
  ]
}

/** When each phase began. @param {Record<string, number>[]} seen */
function phasesOf(seen) {
  const began = (/** @type {string} */ name) =>
    inMs(median(seen.map((phases) => phases[name] ?? NaN)))
  const names = ['Reading', 'Comparing', 'Writing']
  return names.map((name) => `${name.toLowerCase()} from ${began(name)}`).join(', ')
}

/** @param {Steps} steps @param {number} rows @returns {Promise<Line[]>} */
async function measureScoring(steps, rows) {
  await steps.load()
  const times = timesAt(rows)
  const ours = {
    scored: await steps.run('scoreFromNothing', times),
    whatIf: await steps.run('whatIf', times),
    sorted: await steps.run('filterAndSort', times),
    ranked: await steps.run('percentile', times),
    crossed: await steps.run('crossed', times),
    filtered: await steps.run('filter', times),
  }
  const comparator = `comparator ${inMs(await steps.run('percentileByComparator', times))}`
  const duck = {
    whatIf: duckTook(await steps.duck('whatIf', times)),
    sorted: duckTook(await steps.duck('filterAndSort', times)),
    filtered: duckTook(await steps.duck('filter', times)),
  }
  const at = rows.toLocaleString('en')
  const limit = limitsAt(rows)
  return [
    withLimit(`score 12 factors from nothing, ${at}`, ours.scored),
    withLimit(
      `what-if: re-score, bands, segment means, top 50, ${at}`,
      ours.whatIf,
      limit.whatIf,
      duck.whatIf,
    ),
    withLimit(`re-score, filter, full sort, ${at}`, ours.sorted, limit.sorted, duck.sorted),
    withLimit(`percentile rank, ${at}`, ours.ranked, limit.ranked, comparator),
    withLimit(`segments, a text crossed with a number, ${at}`, ours.crossed, limit.crossed),
    withLimit(`filter by three conditions, ${at}`, ours.filtered, limit.filtered, duck.filtered),
  ]
}

/** @param {number} ms */
const duckTook = (ms) => `DuckDB ${inMs(ms)}`

/** In milliseconds. @param {number} rows @returns {Partial<Record<'whatIf' | 'sorted' | 'ranked' | 'filtered' | 'crossed', number>>} */
function limitsAt(rows) {
  if (rows === 100_000) return { whatIf: 8, sorted: 16, ranked: 20, filtered: 3, crossed: 33 }
  return rows === 1_000_000 ? { sorted: 200 } : {}
}

/** @param {Browser} browser @param {Site} site @param {DataFile} file @returns {Promise<Line[]>} */
async function measureWatched(browser, site, file) {
  const { longest, peakOverIdle } = await watchImport(browser, site.app, file.path)
  const size = inRows(file.rows)
  const task = withLimit(`longest task of the main thread during that import, ${size}`, longest, 50)
  const cancelled = await cancelImport(browser, site.app, file.path)
  const cancel = withLimit(`Cancel while it is read, ${size}`, cancelled, 1_000)
  if (peakOverIdle === null) return [task, cancel]
  const files = peakOverIdle / file.bytes
  return [
    task,
    cancel,
    {
      what: `peak memory over idle, all processes, ${size}`,
      measured: `${inMegabytes(peakOverIdle)}, ${files.toFixed(1)} × the file`,
      ...(file.rows > 100_000 ? { value: files, limit: 4, limitText: '4 × the file' } : {}),
    },
  ]
}
