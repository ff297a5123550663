import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { makeTable } from '../bench/storage/table.js'
import { february, january } from './support/files.ts'
import { holdImporter, type Moment } from './support/hold.ts'
import { killOwnBrowsers, openBrowser } from './support/own-browser.ts'
import { chooseFiles, csvFile, expectRead, importFile, pressImport } from './support/steps.ts'
import { isNothingStored, stored, type Stored } from './support/stored.ts'
import { expect, test } from './support/test.ts'

const ROWS = 20_000
const large = csvFile('portfolio-2026-03-31.csv', makeTable(ROWS, 1).csv)

const moments: readonly Moment[] = ['under-the-lock', 'buffers', 'keys', 'acts']

const press = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Import', exact: true }).click()

/** What counts once the page was opened again: what never landed is swept then, as soon as the importer that was ended has let go. */
async function storedAfterReload(page: Page): Promise<Stored> {
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return stored(page)
}

test('cancelled while it is read, a file leaves nothing behind', async ({ page }) => {
  await page.goto('./')
  await chooseFiles(page, large)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'Drop a customer export anywhere' })).toBeVisible()
  expect(await isNothingStored(page)).toBe(true)
})

test('cancelled while it is written, at whatever moment, an import leaves everything as it was', async ({
  page,
}) => {
  await page.goto('./')
  await importFile(page, january)
  const before = await stored(page)
  for (const moment of moments)
    await test.step(moment, async () => {
      await chooseFiles(page, february)
      await expectRead(page)
      const held = await holdImporter(page, moment)
      await press(page)
      await held.isHeld()
      await page.getByRole('button', { name: 'Cancel' }).click()
      await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
      await expect(page.getByLabel('Snapshot shown').locator('option')).toHaveCount(1)
      await expect.poll(() => storedAfterReload(page)).toEqual(before)
    })
  await importFile(page, february)
  await expect(page.getByLabel('Snapshot shown').locator('option')).toHaveCount(2)
})

test('a tab that is closed while it writes leaves everything as it was', async ({
  page,
  context,
}) => {
  await page.goto('./')
  await importFile(page, january)
  const before = await stored(page)
  for (const moment of moments) {
    const other = await context.newPage()
    await other.goto('./')
    await chooseFiles(other, february)
    await expectRead(other)
    const held = await holdImporter(other, moment)
    await press(other)
    await held.isHeld()
    await other.close()
    await expect.poll(() => storedAfterReload(page), moment).toEqual(before)
  }
})

test('on a full disk nothing is half-written, and the page says what to do', async ({
  page,
  context,
  site,
}) => {
  const session = await context.newCDPSession(page)
  const { origin } = new URL(site.url)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 })
  await page.goto('./')
  await chooseFiles(page, large)
  await expectRead(page)
  await press(page)
  await expect(page.getByRole('alert')).toContainText(
    'Nothing was imported The browser has no room left for this. Nothing was changed.',
  )
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await pressImport(page)
  expect(await stored(page)).toMatchObject({ workspaces: 1, deliveries: 1, acts: 1 })
})

test.describe('a browser that is killed', () => {
  test.afterEach(killOwnBrowsers)
  // Two browsers one after the other, each of which may have to be started again.
  test.slow()

  const cases = [
    ['as soon as Import is pressed', null, 'all or nothing'],
    ['while parts are written', 'buffers', 'nothing'],
    ['before the last record', 'acts', 'nothing'],
    ['as soon as Imported is said', null, 'all'],
  ] as const

  for (const [when, moment, outcome] of cases) {
    test(`${when}, opens again with ${outcome}`, async ({ site }, testInfo) => {
      const profile = testInfo.outputPath('profile')
      const file = testInfo.outputPath('portfolio-2026-03-31.csv')
      writeFileSync(file, makeTable(ROWS, 1).csv)
      const first = await openBrowser(profile)
      await first.page.goto(site.url)
      await chooseFiles(first.page, file)
      await expectRead(first.page)
      const held = moment && (await holdImporter(first.page, moment))
      await press(first.page)
      await held?.isHeld()
      if (outcome === 'all')
        await expect(first.page.getByText(/^Imported portfolio-2026-03-31/)).toBeVisible()
      await first.kill()

      const again = await openBrowser(profile)
      await again.page.goto(site.url)
      await expect(again.page.getByRole('heading', { level: 1 })).toBeVisible()
      const { deliveries = 0, workspaces = 0, buffers = 0 } = await stored(again.page)
      const isAll = deliveries === 1
      if (outcome !== 'all or nothing') expect(isAll).toBe(outcome === 'all')
      const accounts = again.page.getByRole('link', { name: /^Accounts 20,000/ })
      if (isAll) await expect(accounts).toBeVisible()
      else expect([deliveries, workspaces, buffers]).toEqual([0, 0, 0])
      await again.kill()
    })
  }
})
