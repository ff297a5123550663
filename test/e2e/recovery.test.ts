import type { Page } from '@playwright/test'
import { february, january, jsonFile, loginsModel } from './support/files.ts'
import { clearDatabase, stored } from './support/stored.ts'
import {
  applyConfiguration,
  chooseFiles,
  download,
  exportScores,
  goTo,
  importFile,
} from './support/steps.ts'
import { expect, test } from './support/test.ts'

const firstVisit = (page: Page) =>
  page.getByRole('heading', { name: 'Drop a customer export anywhere' })
const missing = (page: Page) => page.getByRole('heading', { name: 'Your data is missing' })

test.describe('data that went missing', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./')
    await applyConfiguration(page, jsonFile('logins.json', loginsModel))
    await importFile(page, january)
    await importFile(page, february)
  })

  test('is announced at the next start, and a backup brings it back', async ({ page, context }) => {
    const scores = await exportScores(page)
    await goTo(page, 'Data')
    const backup = await download(page, 'Back up')
    await page.goto('about:blank')
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Data', level: 1 })).toBeVisible()

    await clearDatabase(page, context)
    await page.reload()
    await expect(missing(page)).toBeVisible()
    await expect(page.getByRole('main')).toContainText(
      /Hale had stored 1 workspace with 2 snapshots \(4 accounts in the newest\) in this browser\. Now it finds nothing\./,
    )
    await chooseFiles(page, january)
    await expect(missing(page)).toBeVisible()
    await page.reload()
    await expect(missing(page)).toBeVisible()

    await chooseFiles(page, backup)
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    expect(await exportScores(page)).toBe(scores)
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible()
  })

  test('is announced at once in every tab that is open', async ({ page, context }) => {
    const other = await context.newPage()
    await other.goto('./')
    await expect(other.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    await clearDatabase(page, context)
    for (const tab of [page, other]) await expect(missing(tab)).toBeVisible()

    await page.getByRole('button', { name: 'Start anew' }).click()
    await expect(firstVisit(page)).toBeVisible()
    await page.reload()
    await expect(firstVisit(page)).toBeVisible()
    await importFile(page, january)
    await expect(missing(other)).toBeHidden()
    await expect(other.getByLabel('Snapshot shown').locator('option')).toHaveCount(1)
  })

  test('is announced where only some of it is gone, and what is left can be used', async ({
    page,
  }) => {
    await page.evaluate(loseNewestDelivery)
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Some of your data is missing' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(
      'Now it finds 1 workspace with 1 snapshot (4 accounts in the newest).',
    )
    await page.getByRole('button', { name: 'Go on with what is left' }).click()
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  })

  test('is not announced after it was deleted, taken back or erased on purpose', async ({
    page,
  }) => {
    await goTo(page, 'Data')
    await page.getByRole('button', { name: 'Delete Feb 28, 2026' }).click()
    await expect(page.getByText('Deleted the snapshot of Feb 28, 2026')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Data', level: 1 })).toBeVisible()
    await page.getByRole('button', { name: 'Delete Jan 31, 2026' }).click()
    await expect(page.getByText('Deleted the snapshot of Jan 31, 2026')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Data', level: 1 })).toBeVisible()
  })

  test('is remembered by counts alone', async ({ page }) => {
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    expect(kept).toContain('snapshots')
    expect(kept).not.toMatch(/accounts-2026|My accounts|Brontë|00417|Logins/)
  })
})

test('erasing everything leaves nothing in the browser, and tells the other tabs', async ({
  page,
  context,
}) => {
  await page.goto('./')
  await importFile(page, january)
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.evaluate(() => navigator.serviceWorker.ready)
  const other = await context.newPage()
  await other.goto('./')
  await expect(other.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  expect(await leftIn(page)).toMatchObject({ databases: 1, caches: 1, workers: 1 })

  await goTo(page, 'Data')
  await page.getByRole('button', { name: 'Erase everything…' }).click()
  await page.getByLabel('Type “erase” to confirm').fill('erase')
  await page.getByRole('button', { name: 'Erase everything', exact: true }).click()
  for (const tab of [page, other])
    await expect(tab.getByRole('heading', { name: 'Everything is erased' })).toBeVisible()
  expect(await leftIn(page)).toEqual({ databases: 0, caches: 0, keys: 0, workers: 0 })

  await page.getByRole('button', { name: 'Start anew' }).click()
  await expect(firstVisit(page)).toBeVisible()
  expect(await stored(page)).toMatchObject({ workspaces: 0, deliveries: 0 })
})

const leftIn = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    keys: localStorage.length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))

/** What a damaged disk may leave behind. */
async function loseNewestDelivery(): Promise<void> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error as DOMException)
    })
  const [known] = await indexedDB.databases()
  const database = await answer(indexedDB.open(known?.name ?? ''))
  const deliveries = database.transaction('deliveries', 'readwrite').objectStore('deliveries')
  const keys = await answer(deliveries.getAllKeys())
  await answer(deliveries.delete(keys.at(-1) as IDBValidKey))
  database.close()
}
