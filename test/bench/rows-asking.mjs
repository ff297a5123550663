// The rows of the speed table that are about a list of accounts: what the page asks of the engine while a person filters and compares.
import { withLimit } from './figures.mjs'
import { clearStorage, openSteps } from './steps.mjs'

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {import('./data.mjs').DataFile} DataFile */
/** @typedef {import('./figures.mjs').Line} Line */
/** @typedef {import('./rows-file.mjs').Site} Site */

/** DESIGN gives the engine's own work its limits; a question and its answer are held to what feels instant, and is usable. @param {number} rows */
const limitAt = (rows) => (rows > 100_000 ? 1_000 : 100)

/** One snapshot is stored, and asked about. @param {Browser} browser @param {Site} site @param {DataFile} file @returns {Promise<Line[]>} */
export async function measureAsking(browser, site, file) {
  const blank = await browser.newPage()
  await clearStorage(blank, site.app)
  await blank.close()
  const steps = await openSteps(browser, site.bench, file)
  await steps.load()
  await steps.save(0)
  const times = file.rows > 100_000 ? { warmUp: 2, runs: 7 } : { warmUp: 5, runs: 21 }
  const of = `of ${file.rows.toLocaleString('en')} accounts`
  const limit = limitAt(file.rows)
  const lines = [
    withLimit(
      `a filter of four conditions: 50 rows ${of}, worst first, there and back`,
      await steps.ask('filteredPage', times),
      limit,
    ),
    withLimit(
      `six facets and a count under that filter ${of}, there and back`,
      await steps.ask('facets', times),
      limit,
    ),
    withLimit(
      `three configurations of 12 factors side by side ${of}, there and back`,
      await steps.ask('compare', times),
    ),
  ]
  await steps.close()
  return lines
}
