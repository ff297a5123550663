// `npm run screenshots [-- WORD…]`: every page in every state, light and dark, from a phone to a wide screen, for people to look at.
// Words choose scenes, shots, widths or themes: `sample/overview`, `320`, `dark`; `forced` takes them in forced colours, `axe` looks for
// what keeps people out. See node_modules/.cache/screenshots/index.html.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { browserLaunch } from './find-browser.mjs'
import { writeIndex } from './screenshots/index-page.mjs'
import { scenes } from './screenshots/scenes.mjs'
import { overflowOf, settle, shiftsOf, watchShifts } from './screenshots/settle.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ shot: string, theme: string, width: number, file: string, findings: string[] }} Picture */

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'node_modules/.cache/screenshots')
const HEIGHT = 900

const words = argv.slice(2)
const isWidth = (/** @type {string} */ word) => /^\d+$/.test(word)
const isTheme = (/** @type {string} */ word) => word === 'light' || word === 'dark'
const themes = orElse(words.filter(isTheme), ['light', 'dark'])
const widths = orElse(words.filter(isWidth), ['390', '1440', '1920']).map(Number)
const forced = words.includes('forced')
const withAxe = words.includes('axe')
const names = words.filter(
  (word) => ![isWidth, isTheme].some((is) => is(word)) && !['forced', 'axe'].includes(word),
)

/** What is asked for; the usual where nothing is. @param {string[]} asked @param {string[]} usual */
function orElse(asked, usual) {
  return asked.length > 0 ? asked : usual
}

/** @param {string} name */
const isAsked = (name) => names.length === 0 || names.some((word) => name.includes(word))

const site = await openSite()
const browser = await chromium.launch(browserLaunch())
/** @type {Picture[]} */
const pictures = []
for (const scene of scenes) {
  const shots = scene.shots.filter(([name]) => isAsked(`${scene.name}/${name}`))
  if (shots.length === 0) continue
  const page = await openPage(scene)
  for (const [name, go] of shots)
    pictures.push(...(await takeAll(page, `${scene.name}/${name}`, go)))
  await page.context().close()
}
await browser.close()
await site.close()
writeIndex(folder, pictures)
for (const { shot, theme, width, findings } of pictures)
  for (const finding of findings) console.log(`${shot} ${theme} ${width}: ${finding}`)
console.log(`${pictures.length} pictures: ${join(folder, 'index.html')}`)

async function openSite() {
  const outDir = join(folder, 'site')
  if (names.length === 0) rmSync(folder, { recursive: true, force: true })
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const [url] = server.resolvedUrls?.local ?? []
  if (!url) throw new Error('the preview server has no address')
  return { url, close: () => server.close() }
}

/** Each scene has storage of its own, and a clock that stands still. @param {import('./screenshots/scenes.mjs').Scene} scene */
async function openPage(scene) {
  const context = await browser.newContext({
    baseURL: site.url,
    locale: 'en-US',
    timezoneId: 'Pacific/Auckland',
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: HEIGHT },
    // axe is put into the page, which its policy forbids.
    bypassCSP: withAxe,
  })
  const page = await context.newPage()
  await page.addInitScript(watchShifts)
  await scene.prepare(page)
  return page
}

/** @param {Page} page @param {string} shot @param {(page: Page) => Promise<void>} go @returns {Promise<Picture[]>} */
async function takeAll(page, shot, go) {
  await page.setViewportSize({ width: 1440, height: HEIGHT })
  try {
    await go(page)
  } catch (error) {
    console.error(`${shot}: ${error instanceof Error ? error.message : error}`)
  }
  await settle(page)
  const shifts = await shiftsOf(page)
  const taken = []
  for (const width of widths)
    for (const theme of /** @type {('light' | 'dark')[]} */ (themes)) {
      await page.emulateMedia({ colorScheme: theme, forcedColors: forced ? 'active' : 'none' })
      await fit(page, width)
      const file = `${shot.replace('/', '-')}-${width}-${theme}.png`
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: join(folder, file), animations: 'disabled' })
      taken.push({
        shot,
        theme,
        width,
        file,
        findings: [...(await findingsOf(page)), ...shifts.splice(0)],
      })
    }
  return taken
}

/** A window of this width, as tall as the page: what is docked at its foot then hides nothing. @param {Page} page @param {number} width */
async function fit(page, width) {
  await page.setViewportSize({ width, height: width < 640 ? 844 : HEIGHT })
  await settle(page)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height })
  await settle(page)
}

/** @param {Page} page */
async function findingsOf(page) {
  if (!withAxe) return overflowOf(page)
  const { violations } = await new AxeBuilder({ page: /** @type {any} */ (page) }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)
  return [...(await overflowOf(page)), ...found]
}
