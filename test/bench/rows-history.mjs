// The rows of the speed table that are about months of 100,000 accounts.
import { reopen } from './app.mjs'
import { besideP, inMs, inP, median, withLimit } from './figures.mjs'
import { forgetAnswers, openSteps } from './steps.mjs'

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {import('./data.mjs').DataFile} DataFile */
/** @typedef {import('./figures.mjs').Line} Line */
/** @typedef {import('./rows-file.mjs').Site} Site */

const REOPENED = 12
const RESTATED = 24

const PAGES = /** @type {const} */ ([
  ['accounts', 'Accounts'],
  ['segments', 'Segments'],
  ['model', 'Model'],
  ['data', 'Data'],
])

/** @param {Browser} browser @param {Site} site @param {{ files: DataFile[], parts: Set<string>, rounds: number }} order @returns {Promise<Line[]>} */
export async function measureHistory(browser, site, { files, parts, rounds }) {
  const first = await fill(browser, site, { files, from: 0, to: REOPENED })
  // The first visit records the scores of all months.
  await reopen(browser, site.app)
  let stored = 0
  await browser.restart(() => (stored = browser.storedBytes()))
  const reopened = await visits(browser, site, { shown: 'overview', rounds })
  const pages = parts.has('pages') ? await measurePages(browser, site, rounds) : []
  const restates = parts.has('restate')
  const then = restates
    ? await fill(browser, site, { files, from: REOPENED, to: RESTATED })
    : { saves: [], parses: [] }
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0) / files.length
  const p = median([...first.parses, ...then.parses])
  const what = `reopen with 100,000 accounts and ${REOPENED} snapshots, from navigation`
  const lines = [
    saveLine([...first.saves, ...then.saves], p),
    diskLine(stored / REOPENED / bytes),
    withLimit(what, reopened.again.whole, 1_000),
    withLimit(`… where nothing was asked since the last delivery`, reopened.first.whole, 1_000),
    ...pages,
    ...(restates ? await measureStored(browser, site, { files, rounds }) : []),
  ]
  return lines.map((line) => ({ ...line, p }))
}

/** Saves months into the app's own database. @param {Browser} browser @param {Site} site @param {{ files: DataFile[], from: number, to: number }} months */
async function fill(browser, site, { files, from, to }) {
  const saves = []
  const parses = []
  const each = (to - from) / files.length
  for (const [at, file] of files.entries()) {
    const steps = await openSteps(browser, site.bench, file)
    await steps.load()
    for (let run = 0; run < 3; run++) parses.push(await steps.parseOnly())
    for (let month = from + at * each; month < from + (at + 1) * each; month++)
      saves.push(await steps.save(month))
    await steps.close()
  }
  return { saves, parses }
}

/** @param {number[]} saves @param {number} p @returns {Line} */
function saveLine(saves, p) {
  const limit = 0.5
  const ms = median(saves)
  return {
    ...besideP(p, 'save a snapshot of 100,000 × 20', ms),
    peer: `P ${inMs(p)}`,
    value: ms / p,
    limit,
    limitText: inP(limit),
  }
}

/** A long history: how soon Trends is drawn. @param {Browser} browser @param {Site} site @param {{ file: DataFile, snapshots: number, rounds: number }} order @returns {Promise<Line[]>} */
export async function measureTrends(browser, site, { file, snapshots, rounds }) {
  await fill(browser, site, { files: [file], from: 0, to: snapshots })
  // The first visit records the scores of all months.
  await reopen(browser, site.app, 'trends')
  const { again, first } = await visits(browser, site, { shown: 'trends', rounds })
  const months = `${snapshots} snapshots × ${file.rows.toLocaleString('en')}`
  const what = `Trends of ${months}, from navigation until`
  return [
    ...(snapshots === REOPENED ? [await measureDrift(browser, site, { file, months })] : []),
    withLimit(`${what} the first chart is drawn`, again.first, 1_000),
    withLimit(`${what} all of it is`, again.whole, 1_000),
    withLimit(`… where nothing was asked since the last delivery`, first.whole, 1_000),
  ]
}

/** Medians of a page that was seen before, and of one that nobody has asked for since the last delivery. @param {Browser} browser @param {Site} site @param {{ shown: import('./app.mjs').Shown, rounds: number }} order */
async function visits(browser, site, { shown, rounds }) {
  /** @type {{ first: number, whole: number }[]} */
  const again = []
  /** @type {typeof again} */
  const first = []
  for (let round = 0; round < rounds; round++) {
    again.push(await reopen(browser, site.app, shown))
    await forgetAnswers(browser, site.bench)
    first.push(await reopen(browser, site.app, shown))
  }
  return { again: medians(again), first: medians(first) }
}

/** The pages that are bookmarked beside the Overview, each as the first of a browser. @param {Browser} browser @param {Site} site @param {number} rounds @returns {Promise<Line[]>} */
async function measurePages(browser, site, rounds) {
  /** @type {Line[]} */
  const lines = []
  for (const [shown, name] of PAGES) {
    await reopen(browser, site.app, shown)
    const { again, first } = await visits(browser, site, { shown, rounds })
    const what = `${name} of ${REOPENED} snapshots × 100,000, from navigation until its first content`
    lines.push(
      { ...withLimit(what, again.first, 1_000), note: `all of it ${inMs(again.whole)}` },
      {
        ...withLimit(`… where nothing was asked since the last delivery`, first.first, 1_000),
        note: `all of it ${inMs(first.whole)}`,
      },
    )
  }
  return lines
}

/** @param {{ first: number, whole: number }[]} times */
const medians = (times) => ({
  first: median(times.map(({ first }) => first)),
  whole: median(times.map(({ whole }) => whole)),
})

/** Two dimensions that cross, and how each of their cells went. @param {Browser} browser @param {Site} site @param {{ file: DataFile, months: string }} order @returns {Promise<Line>} */
async function measureDrift(browser, site, { file, months }) {
  const steps = await openSteps(browser, site.bench, file)
  const drift = await steps.ask('drift', { warmUp: 1, runs: 5 })
  await steps.close()
  return withLimit(
    `segments of two that cross, and the drift of each cell over ${months}`,
    drift,
    1_000,
  )
}

/** @param {number} share @returns {Line} */
const diskLine = (share) => ({
  what: 'disk per snapshot, keys and recorded scores included',
  measured: `${share.toFixed(2)} × the CSV`,
  value: share,
  limit: 0.6,
  limitText: '0.6 × the CSV',
})

/** @param {Browser} browser @param {Site} site @param {{ files: DataFile[], rounds: number }} order @returns {Promise<Line[]>} */
async function measureStored(browser, site, { files, rounds }) {
  const steps = await openSteps(browser, site.bench, /** @type {DataFile} */ (files[0]))
  await steps.load()
  const restated = []
  for (let round = 0; round <= rounds; round++) restated.push(await steps.restate(1 + round))
  const page = await steps.ask('page', { warmUp: 5, runs: 21 })
  const objects = []
  for (let round = 0; round <= 2; round++) objects.push(await steps.handOverObjects())
  await steps.close()
  const times = restated.slice(1)
  const what = `restate ${RESTATED} snapshots × 100,000`
  return [
    withLimit(what, median(times.map(({ alone }) => alone)), 1_000),
    withLimit(
      `${what}, with the reading`,
      median(times.map(({ withReading }) => withReading)),
      2_500,
    ),
    {
      ...withLimit('hand-over of 50 rows by the engine, there and back', page),
      peer: `100,000 objects ${inMs(median(objects.slice(1)))}`,
      note: 'a page has at most 200 rows',
    },
  ]
}
