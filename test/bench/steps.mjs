// Single steps of the same sources and their peers, on the bench's own page. Times are milliseconds.
import { median } from './figures.mjs'

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('./data.mjs').DataFile} DataFile */
/** @typedef {import('./page/timing.ts').Timing} Timing */
/** @typedef {import('./page/worker.ts').Task} Task */
/** @typedef {import('./page/engine-tasks.ts').Ask} Ask */
/** @typedef {import('./page/main.ts').BenchPage} BenchPage the global `bench` of the page */
/** @typedef {'whatIf' | 'filter' | 'filterAndSort'} DuckTask */
/** @typedef {Awaited<ReturnType<typeof openSteps>>} Steps */

/** As a browser is that was never here. @param {Page} page @param {string} url */
export async function clearStorage(page, url) {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(url)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
}

/** As it is after every delivery: what pages asked before has to be worked out again. @param {import('./browser.mjs').Browser} browser @param {string} url */
export async function forgetAnswers(browser, url) {
  const page = await browser.newPage()
  await page.goto(url)
  await page.evaluate(async () => {
    const settled = (/** @type {IDBRequest | IDBTransaction} */ one) =>
      new Promise((resolve, reject) => {
        one.onerror = () => reject(one.error)
        Object.assign(one, { onsuccess: resolve, oncomplete: resolve })
      })
    const opening = indexedDB.open('hale-workspaces')
    await settled(opening)
    const clearing = opening.result.transaction('answers', 'readwrite')
    clearing.objectStore('answers').clear()
    await settled(clearing)
    opening.result.close()
  })
  await page.close()
}

/** @param {import('./browser.mjs').Browser} browser @param {string} url @param {DataFile} file */
export async function openSteps(browser, url, file) {
  const page = await browser.newPage()
  await page.goto(url)
  await page.getByLabel('File').setInputFiles(file.path)
  await page.waitForFunction(() => 'bench' in globalThis)
  return {
    close: () => page.close(),
    check: () => check(page, file),
    parseOnly: () => page.evaluate(async () => (await bench.work.parseOnly(bench.file())).ms),
    parseIntoColumns: () => page.evaluate(() => bench.work.parseIntoColumns(bench.file())),
    parseAndScore: () => page.evaluate(() => bench.work.parseAndScore(bench.file())),
    startDuck: () => page.evaluate(() => bench.duck.start()),
    duckReadAndScore: () => page.evaluate(() => bench.duck.readAndScore(bench.file())),
    endDuck: () => page.evaluate(() => bench.duck.end()),
    load: () => page.evaluate(async () => void (await bench.work.load(bench.file()))),
    save: (/** @type {number} */ month) => page.evaluate((m) => bench.work.save(m), month),
    restate: (/** @type {number} */ usage) => page.evaluate((u) => bench.work.restate(u), usage),
    run: async (/** @type {Task} */ task, /** @type {Timing} */ timing) =>
      median(
        await page.evaluate(
          ([name, times]) => bench.work.run(name, times),
          /** @type {const} */ ([task, timing]),
        ),
      ),
    duck: async (/** @type {DuckTask} */ task, /** @type {Timing} */ timing) =>
      median(
        await page.evaluate(
          ([name, times]) => bench.duck[name](times),
          /** @type {const} */ ([task, timing]),
        ),
      ),
    ask: async (/** @type {Ask} */ what, /** @type {Timing} */ timing) =>
      median(
        await page.evaluate(
          ([name, times]) => bench.ask(name, times),
          /** @type {const} */ ([what, timing]),
        ),
      ),
    handOverObjects: () => page.evaluate(() => bench.handOverObjects()),
  }
}

/** That all readers find the same in the file before any of them is timed. Gives what was compared. @param {Page} page @param {DataFile} file */
async function check(page, file) {
  const ours = await page.evaluate(() => bench.work.load(bench.file()))
  const papa = await page.evaluate(() => bench.work.parseOnly(bench.file()))
  same('rows', file.rows, ours.rows)
  same('rows of PapaParse', file.rows, papa.rows)
  await page.evaluate(async () => {
    await bench.duck.start()
    await bench.duck.read(bench.file())
  })
  for (const { header, sum, present } of ours.columns) {
    if (sum === undefined || present === undefined) continue
    const theirs = await page.evaluate((name) => bench.duck.facts(name), header)
    same('rows of DuckDB', file.rows, theirs.rows)
    same(`values of ${header}`, file.present[header], present)
    same(`values of ${header} in DuckDB`, file.present[header], theirs.present)
    near(`sum of ${header}`, file.sums[header], sum)
    near(`sum of ${header} in DuckDB`, file.sums[header], theirs.sum)
  }
  same('rows filtered by DuckDB', ours.filtered, await page.evaluate(() => bench.duck.filtered()))
  const scored = await page.evaluate(() => bench.checkScores(4))
  await page.evaluate(() => bench.duck.end())
  return { rows: ours.rows, scored }
}

/** @param {string} what @param {unknown} expected @param {unknown} found */
function same(what, expected, found) {
  if (expected !== found) throw new Error(`${what}: ${expected} expected, ${found} found`)
}

/** Sums depend on their order in the last digits. @param {string} what @param {number | undefined} expected @param {number} found */
function near(what, expected = NaN, found) {
  if (!(Math.abs(expected - found) <= 1e-9 * Math.abs(expected))) same(what, expected, found)
}
