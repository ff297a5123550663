// Seeded portfolios of 20 columns as CSV, about 140 bytes a row, made once and kept in node_modules/.cache.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { columns, randomFrom } from './storage/table.js'

export const cache = fileURLToPath(new URL('../../node_modules/.cache/bench/', import.meta.url))

/**
 * What has to be found again in the file, worked out while it was written.
 * @typedef {{ rows: number, bytes: number, sums: Record<string, number>, present: Record<string, number> }} Facts
 * @typedef {Facts & { path: string }} DataFile
 */

const ROWS_AT_ONCE = 5_000

/** @param {number} rows @param {number} seed @returns {Promise<DataFile>} */
export async function dataFile(rows, seed) {
  const folder = join(cache, 'data', madeBy(), `${rows}-${seed}`)
  // The day of the snapshot is read from the name.
  const path = join(folder, 'accounts-2026-04-30.csv')
  const facts = join(folder, 'facts.json')
  if (!existsSync(facts)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(facts, JSON.stringify(await writeData(path, rows, seed)))
  }
  return { path, ...JSON.parse(readFileSync(facts, 'utf8')) }
}

/** Another way of making them gives other files. */
const madeBy = () =>
  createHash('sha256')
    .update(readFileSync(new URL('./storage/table.js', import.meta.url)))
    .update(readFileSync(new URL(import.meta.url)))
    .digest('hex')
    .slice(0, 12)

/** @param {string} path @param {number} rows @param {number} seed @returns {Promise<Facts>} */
async function writeData(path, rows, seed) {
  const random = randomFrom(seed)
  const facts = startFacts(rows)
  const file = createWriteStream(path)
  file.write(columns.map(({ header }) => header).join(',') + '\n')
  for (let row = 0; row < rows; row += ROWS_AT_ONCE) {
    const lines = Array.from({ length: Math.min(ROWS_AT_ONCE, rows - row) }, (_, i) =>
      lineOf(
        columns.map(({ cell }) => cell(random, row + i)),
        facts,
      ),
    )
    if (!file.write(lines.join(''))) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return { ...facts, bytes: file.bytesWritten }
}

/** @param {number} rows @returns {Facts} */
function startFacts(rows) {
  const zeros = () =>
    Object.fromEntries(
      columns.flatMap(({ header, type }) => (type === 'number' ? [[header, 0]] : [])),
    )
  return { rows, bytes: 0, sums: zeros(), present: zeros() }
}

/** @param {string[]} cells @param {Facts} facts */
function lineOf(cells, { sums, present }) {
  columns.forEach(({ header, type }, at) => {
    const cell = cells[at] ?? ''
    if (type !== 'number' || cell === '' || cell === 'N/A') return
    sums[header] = (sums[header] ?? 0) + Number(cell)
    present[header] = (present[header] ?? 0) + 1
  })
  return cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',') + '\n'
}
