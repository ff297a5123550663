// `npm run bench`: the speed table, measured in a real Chromium against the built app. `-- --quick`: 100,000 rows only, and fewer runs.
// `-- --only=reading,restate`: some parts of it. `-- --rows=1000000`: files of that size only.
import { cpus, totalmem } from 'node:os'
import { stderr } from 'node:process'
import { parseArgs } from 'node:util'
import { withBrowser } from './browser.mjs'
import { dataFile } from './data.mjs'
import { inMegabytes, toMarkdown } from './figures.mjs'
import { measureDrag } from './rows-drag.mjs'
import { measureFile, measureFirstLoad } from './rows-file.mjs'
import { measureAsking } from './rows-asking.mjs'
import { measureHistory, measureTrends } from './rows-history.mjs'
import { openSite } from './site.mjs'

/** @typedef {import('./figures.mjs').Line} Line */

/** In the order they are measured. */
const PARTS = [
  'load',
  'reading',
  'scoring',
  'watched',
  'asking',
  'drag',
  'reopen',
  'pages',
  'restate',
  'trends',
]

/** How many accounts, how often. */
const LONG_HISTORIES = /** @type {const} */ ([
  [10_000, 120],
  [100_000, 12],
])

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, rows: { type: 'string' } },
})
const isQuick = options.quick ?? false
const parts = new Set(options.only?.split(',') ?? PARTS)
for (const part of parts)
  if (!PARTS.includes(part)) throw new Error(`invalid part: ${part}, of ${PARTS.join(', ')}`)
const rows = options.rows?.split(',').map(Number)
const sizes = rows ?? (isQuick ? [100_000] : [10_000, 100_000, 1_000_000])
for (const size of sizes) if (!(size > 0)) throw new Error(`invalid rows: ${size}`)
const rounds = isQuick ? 3 : 5

const site = await openSite()
/** @type {Line[]} */
const lines = []
try {
  await withBrowser(async (browser) => {
    printMachine(browser.version())
    if (parts.has('load')) lines.push(...(await measureFirstLoad(browser, site)))
  })
  for (const size of measuresFile() ? sizes : []) {
    const file = await dataFile(size, 1)
    await withBrowser(async (browser) => {
      say(`${size.toLocaleString('en')} rows`)
      lines.push(
        ...(await measureFile(browser, site, { file, parts, rounds: size > 100_000 ? 3 : rounds })),
      )
    })
  }
  for (const size of parts.has('asking') ? sizes.filter((rows) => rows >= 100_000) : []) {
    const file = await dataFile(size, 1)
    await withBrowser(async (browser) => {
      say(`a list of ${size.toLocaleString('en')}`)
      lines.push(...(await measureAsking(browser, site, file)))
    })
  }
  if (parts.has('drag')) {
    say('a weight is dragged')
    const file = await dataFile(100_000, 1)
    await withBrowser(async (browser) => {
      lines.push(...(await measureDrag(browser, site, file)))
    })
  }
  if (['reopen', 'pages', 'restate'].some((part) => parts.has(part))) {
    say('24 snapshots')
    await withBrowser(async (browser) => {
      const files = await Promise.all([1, 2, 3].map((seed) => dataFile(100_000, seed)))
      lines.push(...(await measureHistory(browser, site, { files, parts, rounds })))
    })
  }
  for (const [size, snapshots] of parts.has('trends') ? LONG_HISTORIES : [])
    await withBrowser(async (browser) => {
      say(`${snapshots} snapshots of ${size.toLocaleString('en')}`)
      const file = await dataFile(size, 1)
      lines.push(...(await measureTrends(browser, site, { file, snapshots, rounds })))
    })
  console.log(toMarkdown(lines))
} finally {
  await site.close()
}

function measuresFile() {
  return ['reading', 'scoring', 'watched'].some((part) => parts.has(part))
}

/** @param {string} version */
function printMachine(version) {
  const [cpu] = cpus()
  console.log(`${cpus().length} × ${cpu?.model}, ${inMegabytes(totalmem())}, Chromium ${version}.`)
  console.log(
    `Medians of ${rounds} rounds${isQuick ? '' : ' (3 at 1,000,000 rows)'} after one that warms up.\n`,
  )
}

/** @param {string} text */
function say(text) {
  stderr.write(`── ${text}\n`)
}
