// What a person meets: the built page, from a file to the first scored Overview, and coming back.
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { clearStorage } from './steps.mjs'

/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {{ dropped: number, first: number, overview: number, phases: Record<string, number> }} Marks */

const PATIENCE = 120_000

/** When a page of the app is drawn: its heading, what a person looks for first, and what stands last on it. */
const DRAWN = {
  overview: { heading: 'Overview', first: '.triage tbody tr', last: '.triage tbody tr' },
  // Chart.js gives a canvas its size as it draws. The last chart stands before the table of snapshots.
  trends: {
    heading: 'Trends',
    first: 'main canvas[style*="width"]',
    last: '[data-ready="true"] > section.part:nth-last-of-type(2) canvas[style*="width"]',
  },
  accounts: {
    heading: 'Accounts',
    first: 'main table tbody tr[aria-rowindex]',
    last: '.facets details[open] input',
  },
  segments: {
    heading: 'Segments',
    first: '[aria-labelledby="by"] tbody tr',
    last: '[aria-labelledby="by"] tbody svg',
  },
  model: { heading: 'Model', first: '.tree a', last: '.effect tbody tr' },
  data: {
    heading: 'Data',
    first: '[aria-labelledby="snapshots"] tbody tr',
    last: '[aria-labelledby="quality"] tbody tr',
  },
}

/** @typedef {keyof typeof DRAWN} Shown */

/**
 * Watches the page from within, so that no message between processes is part of a time. Presses Import as soon as there is such a button.
 * @param {{ heading: string, first: string, last: string }} drawn
 */
function watch(drawn) {
  /** @type {Marks} */
  const marks = { dropped: 0, first: 0, overview: 0, phases: {} }
  Object.assign(globalThis, { marks })
  document.addEventListener('change', () => (marks.dropped = performance.now()), true)
  const observer = new MutationObserver(() => {
    const now = performance.now()
    const running = document.querySelector('progress')?.getAttribute('aria-label')
    const phase = running?.split(/[\s;,]/)[0] ?? ''
    if (phase) marks.phases[phase] ??= now - marks.dropped
    const buttons = [...document.querySelectorAll('button.primary')]
    const importing = buttons.find((button) => button.textContent === 'Import')
    if (importing && marks.phases['pressed'] === undefined) {
      marks.phases['pressed'] = now - marks.dropped
      setTimeout(() => /** @type {HTMLElement} */ (importing).click())
    }
    const isThere = document.querySelector('h1')?.textContent === drawn.heading
    if (marks.overview > 0 || !isThere) return
    /** After it was painted. @param {'first' | 'overview'} name */
    const mark = (name) =>
      requestAnimationFrame(() => setTimeout(() => (marks[name] ||= performance.now())))
    if (marks.first === 0 && document.querySelector(drawn.first)) mark('first')
    if (document.querySelector(drawn.last)) mark('overview')
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true })
}

/** @param {Page} page @param {string} url @param {Shown} shown */
async function openApp(page, url, shown = 'overview') {
  await page.addInitScript(watch, DRAWN[shown])
  await page.goto(shown === 'overview' ? url : `${url}#/${shown}`)
}

/** @param {Page} page @returns {Promise<Marks>} */
async function overviewShown(page) {
  const shown = await page.waitForFunction(
    () => {
      const { marks } = /** @type {{ marks: Marks }} */ (/** @type {unknown} */ (globalThis))
      return marks.overview > 0 && marks
    },
    null,
    { timeout: PATIENCE, polling: 100 },
  )
  return /** @type {Promise<Marks>} */ (shown.jsonValue())
}

/** As long as it takes a person at least to choose a file. */
export const RESTING_MS = 3_000

/** A first import into an empty browser. Gives the milliseconds to the Overview, and to what came before it. @param {Browser} browser @param {string} url @param {string} path */
export async function importFirst(browser, url, path) {
  const page = await startPage(browser, url)
  await wait(RESTING_MS)
  await page.getByLabel('Choose files').setInputFiles(path)
  const { dropped, overview, phases } = await overviewShown(page)
  await page.close()
  return { overview: overview - dropped, phases }
}

/** The same, watched from outside, which costs time. @param {Browser} browser @param {string} url @param {string} path */
export async function watchImport(browser, url, path) {
  const page = await startPage(browser, url)
  await wait(RESTING_MS)
  const idle = browser.memory()
  const events = await tracing(page)
  let peak = idle ?? 0
  const sampler = setInterval(() => (peak = Math.max(peak, browser.memory() ?? 0)), 100)
  await page.getByLabel('Choose files').setInputFiles(path)
  await overviewShown(page)
  clearInterval(sampler)
  const longest = longestTask(await events())
  await page.close()
  return { longest, peakOverIdle: idle === null ? null : peak - idle }
}

/** From Cancel, pressed while the file is read, until nothing runs any more. @param {Browser} browser @param {string} url @param {string} path */
export async function cancelImport(browser, url, path) {
  const page = await startPage(browser, url)
  await wait(RESTING_MS)
  await page.evaluate(pressCancel)
  await page.getByLabel('Choose files').setInputFiles(path)
  const ended = await page.waitForFunction(() => Reflect.get(globalThis, 'cancelled'), null, {
    timeout: PATIENCE,
  })
  const took = Number(await ended.jsonValue())
  await page.close()
  return took
}

/** Presses Cancel as soon as the whole file is being read. */
function pressCancel() {
  let pressed = 0
  new MutationObserver(() => {
    const isRunning = document.querySelector('progress') !== null
    const cancel = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === 'Cancel',
    )
    if (pressed === 0 && isRunning && cancel) {
      pressed = performance.now()
      setTimeout(() => cancel.click())
    }
    if (pressed > 0 && !isRunning)
      requestAnimationFrame(() =>
        setTimeout(() => Object.assign(globalThis, { cancelled: performance.now() - pressed })),
      )
  }).observe(document, { subtree: true, childList: true })
}

/** @param {Browser} browser @param {string} url */
async function startPage(browser, url) {
  const page = await browser.newPage()
  await clearStorage(page, url)
  await openApp(page, url)
  await page.getByLabel('Choose files').waitFor({ state: 'attached' })
  return page
}

/** From the navigation to a page of what is stored, in a browser that has just started. @param {Browser} browser @param {string} url @param {Shown} shown */
export async function reopen(browser, url, shown = 'overview') {
  await browser.restart()
  const page = await browser.newPage()
  await openApp(page, url, shown)
  const { first, overview } = await overviewShown(page)
  await page.close()
  return { first, whole: overview }
}

/** The scripts that the page names, as test/bundle-size.mjs counts them, and all that it asks for until it rests, in bytes of gzip. @param {Browser} browser @param {string} url */
export async function firstLoad(browser, url) {
  const page = await browser.newPage()
  /** @type {Promise<{ url: string, bytes: number }>[]} */
  const asked = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    asked.push(
      response.body().then((body) => ({ url: response.url(), bytes: gzipSync(body).length })),
    )
  })
  const document = await page.goto(url, { waitUntil: 'networkidle' })
  const named = [...((await document?.text()) ?? '').matchAll(/(?:src|href)="([^"]+\.js)"/g)]
  const scripts = await Promise.all(asked)
  await page.close()
  const total = (/** @type {typeof scripts} */ some) =>
    some.reduce((sum, { bytes }) => sum + bytes, 0)
  const initial = named.map(([, path = '']) => {
    const script = scripts.find((one) => one.url === new URL(path, url).href)
    if (!script) throw new Error(`${path} is named, and was not asked for`)
    return script
  })
  return { initial: total(initial), untilIdle: total(scripts) }
}

/**
 * `ts` is when it began, `dur` how long it took and `tdur` how long it had the processor, in microseconds.
 * @typedef {{ name: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: any }} TraceEvent
 */

/** @param {Page} page @returns {Promise<() => Promise<TraceEvent[]>>} */
async function tracing(page) {
  const session = await page.context().newCDPSession(page)
  /** @type {TraceEvent[]} */
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(.../** @type {any[]} */ (value)))
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', '__metadata'] },
    transferMode: 'ReportEvents',
  })
  return async () => {
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done))
    await session.send('Tracing.end')
    await complete
    return events
  }
}

/**
 * The longest task of a page's main thread, in milliseconds of its own time. What the driver asks of the page runs there too, and is none
 * of the page's. @param {TraceEvent[]} all
 */
function longestTask(all) {
  const threadOf = (/** @type {TraceEvent} */ { pid, tid }) => `${pid} ${tid}`
  const mains = new Set(all.filter(({ args }) => args?.name === 'CrRendererMain').map(threadOf))
  const events = all.filter((event) => mains.has(threadOf(event)))
  const asked = events.filter(({ name }) => name === 'DevToolsSession::DispatchProtocolCommand')
  const tasks = events
    .filter(({ name }) => name === 'RunTask')
    .filter(({ ts, dur = 0 }) => !asked.some((one) => one.ts >= ts && one.ts < ts + dur))
  if (tasks.length === 0) throw new Error('no task was traced')
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000))
}
