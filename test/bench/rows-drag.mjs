// The rows of the speed table that are about dragging a weight: how soon the page has painted again, and how soon it shows who moves.
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { inMs, median, withLimit } from './figures.mjs'

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('./data.mjs').DataFile} DataFile */
/** @typedef {import('./figures.mjs').Line} Line */
/** @typedef {{ repaint: number, effect: number }} Move */

const REPAINT_LIMIT = 50
const MOVES = 40
const PATIENCE = 300_000

/** @param {Browser} browser @param {{ app: string }} site @param {DataFile} file @returns {Promise<Line[]>} */
export async function measureDrag(browser, site, file) {
  const page = await browser.newPage()
  await prepare(page, site.app, file)
  const moves = (await page.evaluate(dragWeight, MOVES)).slice(10)
  const effects = moves.map(({ effect }) => effect).filter((ms) => !Number.isNaN(ms))
  await page.close()
  const repaints = moves.map(({ repaint }) => repaint)
  const of = `a weight dragged, 12 factors, ${file.rows.toLocaleString('en')} accounts`
  return [
    {
      ...withLimit(`${of}: the page has painted again`, median(repaints), REPAINT_LIMIT),
      note: `the longest ${inMs(Math.max(...repaints))}`,
    },
    {
      ...withLimit(`${of}: bands, moves and names are there`, median(effects)),
      note: `seen after ${effects.length} of ${moves.length} moves: the others changed no band`,
    },
  ]
}

/** Imports the file and puts the model of twelve factors in force. @param {Page} page @param {string} url @param {DataFile} file */
async function prepare(page, url, file) {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(url)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await page.goto(url)
  const files = page.getByLabel('Choose files')
  await files.setInputFiles(file.path)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page
    .getByRole('heading', { name: 'Overview', level: 1 })
    .waitFor({ timeout: PATIENCE, state: 'visible' })
  const model = Buffer.from(JSON.stringify(await twelveFactors()))
  await files.setInputFiles({ name: 'model.json', mimeType: 'application/json', buffer: model })
  await page.getByRole('button', { name: 'Apply', exact: true }).click({ timeout: PATIENCE })
  await page.getByText(/^none of [\d,]+ changes band$/).waitFor({ timeout: PATIENCE })
}

/** The model that the steps are measured with, read from their source. */
async function twelveFactors() {
  const source = readFileSync(new URL('./page/model.ts', import.meta.url), 'utf8')
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 }
  const text = ts.transpileModule(source, { compilerOptions: options }).outputText
  const { modelWith } = await import(`data:text/javascript,${encodeURIComponent(text)}`)
  return modelWith(4)
}

/**
 * Moves the slider of the first group there and back as a hand does, one step a frame. Runs in the page. A repaint is the task after the
 * frame that follows the move; the effect is there once the sentence of the moves is another one.
 * @param {number} count @returns {Promise<Move[]>}
 */
async function dragWeight(count) {
  const slider = /** @type {HTMLInputElement} */ (document.querySelector('input[type=range]'))
  const said = () => document.querySelector('h3 [role=status]')?.textContent
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  /** @type {Move[]} */
  const moves = []
  for (let i = 0; i < count; i++) {
    const before = said()
    const began = performance.now()
    slider.value = String(Number(slider.max) * (0.2 + 0.6 * Math.abs(Math.sin(i / 6))))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    await painted()
    const repaint = performance.now() - began
    while (said() === before && performance.now() - began < 200) await painted()
    const effect = said() === before ? NaN : performance.now() - began
    moves.push({ repaint, effect })
  }
  slider.dispatchEvent(new Event('change', { bubbles: true }))
  return moves
}
