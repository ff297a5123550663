// Measures how a snapshot should lie in IndexedDB, in a real Chromium: `node test/bench/storage-layouts.mjs [rows] [part of a name]`.
// Every layout gets a browser profile of its own; reading is done by a browser that was started again. Figures: docs/storage.md.
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { browserLaunch } from '../find-browser.mjs'
import { layouts } from './storage/layouts.js'

const rows = Number(argv[2] ?? 100_000)
const only = argv[3] ?? ''
const main = 'columns, exceptions'
const snapshots = 6
const folder = fileURLToPath(new URL('./storage/', import.meta.url))

const server = await serve()
const peer = await measurePeer()
console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${rows} rows × 20, PapaParse parse-only ${Math.round(peer)} ms = P`,
)
console.log(['layout', 'write ms', 'write P', 'all ms', 'four ms', 'disk × CSV'].join('\t'))
for (const name of Object.keys(layouts)) if (name.includes(only)) await report(name, 1)
for (const most of [5, 100]) if (main.includes(only)) await report(main, most)
if ('src/store'.includes(only)) await reportStore()
server.close()

/** @param {string} name @param {number} inTransactions */
async function report(name, inTransactions) {
  const profile = mkdtempSync(join(tmpdir(), 'hale-layouts-'))
  try {
    const { written, disk, reading } = await measure(profile, name, inTransactions)
    const label = inTransactions === 1 ? name : `${name}; ${inTransactions} transactions at most`
    row(label, fastest(written.times), reading, disk / snapshots / written.bytes)
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

/** src/store itself: an import's writing, a visit's reading, and a backup there and back. */
async function reportStore() {
  const profile = mkdtempSync(join(tmpdir(), 'hale-layouts-'))
  try {
    const written = await inWorker(profile, { task: 'save', rows, snapshots })
    const disk = diskBytes(profile)
    const read = await inWorker(profile, { task: 'visit' })
    const backup = await inWorker(profile, { task: 'backUp' })
    const save = fastest(written.times)
    row('src/store: stage and publish', save, read, disk / snapshots / written.bytes)
    console.log(
      `list ${read.list.toFixed(0)} ms, keys ${read.keys.toFixed(0)} ms, counted ${(read.bytes / snapshots / written.bytes).toFixed(2)} × CSV`,
    )
    console.log(
      `backup of ${snapshots} snapshots ${(backup.write / 1000).toFixed(1)} s, ${(backup.bytes / snapshots / written.bytes).toFixed(2)} × CSV; restore ${(backup.restore / 1000).toFixed(1)} s`,
    )
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

/** @param {string} label @param {number} save @param {{ all: number[], four: number[] }} reading @param {number} size */
function row(label, save, reading, size) {
  const times = [fastest(reading.all), fastest(reading.four)].map((time) => time.toFixed(0))
  console.log(
    [label, save.toFixed(0), (save / peer).toFixed(2), ...times, size.toFixed(2)].join('\t'),
  )
}

/** @param {string} profile */
function diskBytes(profile) {
  const answer = execFileSync('du', ['-sb', join(profile, 'Default/IndexedDB')])
  return Number(answer.toString().split('\t')[0])
}

/** @param {string} profile @param {string} name @param {number} inTransactions */
async function measure(profile, name, inTransactions) {
  const written = await inWorker(profile, { task: 'write', rows, name, snapshots, inTransactions })
  const disk = diskBytes(profile)
  const reading = await inWorker(profile, { task: 'read', name, snapshots })
  return { written, disk, reading }
}

async function measurePeer() {
  const profile = mkdtempSync(join(tmpdir(), 'hale-layouts-'))
  const { times } = await inWorker(profile, { task: 'parse', rows })
  rmSync(profile, { recursive: true, force: true })
  return fastest(times)
}

/** @param {string} profile @param {object} order @returns {Promise<any>} */
async function inWorker(profile, order) {
  const context = await chromium.launchPersistentContext(profile, browserLaunch())
  try {
    const page = await context.newPage()
    await page.goto(server.origin)
    return await page.evaluate(async (order) => {
      const worker = new Worker('/worker.js', { type: 'module' })
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) =>
          'value' in data ? resolve(data.value) : reject(new Error(data.error))
        worker.onerror = (event) => reject(new Error(event.message))
        worker.postMessage(order)
      })
    }, order)
  } finally {
    await context.close()
  }
}

/** The fastest, after a first one to warm up: what the work takes where nothing else runs. @param {number[]} times */
function fastest(times) {
  return Math.min(...times.slice(1))
}

/** @param {string} entry */
async function bundled(entry) {
  const lib = { entry, formats: /** @type {['es']} */ (['es']), fileName: 'store' }
  const output = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } })
  const [bundle] = Array.isArray(output) ? output : []
  return bundle?.output[0].code ?? ''
}

async function serve() {
  const bundle = await bundled(join(folder, 'store.ts'))
  const papa = readFileSync(fileURLToPath(import.meta.resolve('papaparse')), 'utf8')
  const http = createServer((request, response) => {
    const path = request.url ?? '/'
    response.setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'text/html')
    if (path === '/store.js') response.end(bundle)
    else if (path === '/papaparse.js')
      response.end(
        `const module = { exports: {} }, exports = module.exports;\n${papa}\nexport default module.exports`,
      )
    else if (/^\/[a-z]+\.js$/.test(path)) response.end(readFileSync(join(folder, path)))
    else response.end('<!doctype html><title>storage layouts</title>')
  })
  await new Promise((listening) => http.listen(0, '127.0.0.1', () => listening(null)))
  const address = http.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return { origin: `http://127.0.0.1:${address.port}/`, close: () => http.close() }
}
