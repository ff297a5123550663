import type { Page } from '@playwright/test'
import { february, january, jsonFile, loginsModel } from './support/files.ts'
import {
  applyConfiguration,
  chooseFiles,
  expectRead,
  exportScores,
  goTo,
  importFile,
  rowsOf,
} from './support/steps.ts'
import { holdImporter } from './support/hold.ts'
import { isNothingStored, stored } from './support/stored.ts'
import { expect, test } from './support/test.ts'

test.describe('coming back', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./')
    await applyConfiguration(page, jsonFile('logins.json', loginsModel))
    await importFile(page, january)
  })

  test('a reload shows the overview that was left', async ({ page }) => {
    const before = await overviewOf(page)
    await page.reload()
    await expectOverview(page, before)
  })

  test('every snapshot can be chosen, and the address keeps it', async ({ page }) => {
    const inJanuary = await overviewOf(page)
    await importFile(page, february)
    const inFebruary = await overviewOf(page)
    expect(inFebruary).not.toEqual(inJanuary)

    await page.getByLabel('Snapshot shown').selectOption('Jan 31, 2026')
    await expect(page).toHaveURL(/day=2026-01-31/)
    await expectOverview(page, inJanuary)
    await page.reload()
    await expectOverview(page, inJanuary)
    await page.getByRole('button', { name: 'Later snapshot' }).click()
    await expect(page).not.toHaveURL(/day=/)
    await expectOverview(page, inFebruary)
    await page.goBack()
    await expectOverview(page, inJanuary)
  })

  test('a deleted snapshot comes back whole, at once or after a reload', async ({ page }) => {
    await importFile(page, february)
    const before = await exportScores(page)
    for (const comesBack of [undoByToast, undoAfterReload]) {
      await goTo(page, 'Data')
      await page.getByRole('button', { name: 'Delete Feb 28, 2026' }).click()
      await expect(page.getByText('Deleted the snapshot of Feb 28, 2026')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Delete Feb 28, 2026' })).toBeHidden()
      await comesBack(page)
      await expect(page.getByText('Brought back the snapshot of Feb 28, 2026')).toBeVisible()
      expect(await exportScores(page)).toBe(before)
    }
  })

  test('an import is taken back as a whole, the first one too', async ({ page }) => {
    const inJanuary = await overviewOf(page)
    const exported = await exportScores(page)
    await importFile(page, february)
    await undoByToast(page)
    await expect(page.getByText('Took back the import of accounts-2026-02-28.csv')).toBeVisible()
    expect(await exportScores(page)).toBe(exported)
    await goTo(page, 'Overview')
    await expectOverview(page, inJanuary)

    await undoAfterReload(page)
    await expect(page.getByText('Took back the import of accounts-2026-01-31.csv')).toBeVisible()
    await expect(
      page.getByRole('heading', { name: 'Drop a customer export anywhere' }),
    ).toBeVisible()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(page.getByText('Went back to the configuration before')).toBeVisible()
  })
})

test('a first import that is taken back leaves nothing behind', async ({ page }) => {
  await page.goto('./')
  await importFile(page, january)
  await undoByToast(page)
  await expect(page.getByRole('heading', { name: 'Drop a customer export anywhere' })).toBeVisible()
  expect(await isNothingStored(page)).toBe(true)
})

test.describe('two tabs', () => {
  test('see each other’s imports, deletions and undos', async ({ page, context }) => {
    const other = await context.newPage()
    await page.goto('./')
    await other.goto('./')
    await importFile(page, january)
    await expect(other.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    await expectSameOverview(other, page)

    await importFile(other, february)
    await expect(page.getByLabel('Snapshot shown').locator('option')).toHaveCount(2)
    await expectSameOverview(page, other)

    await undoAfterReload(page)
    await expect(other.getByLabel('Snapshot shown').locator('option')).toHaveCount(1)
    await expectSameOverview(other, page)
  })

  test('import one after the other, never at once', async ({ page, context }) => {
    const other = await context.newPage()
    await page.goto('./')
    await importFile(page, january)
    await other.goto('./')

    await chooseFiles(page, february)
    await expectRead(page)
    const slow = await holdImporter(page, 'under-the-lock')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await slow.isHeld()

    await chooseFiles(other, february)
    await expectRead(other)
    await other.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(other.getByRole('alert')).toContainText(
      'Nothing was imported Another tab is importing a file. Wait until it is done, or cancel it there, and press Import again.',
    )
    await page.getByRole('button', { name: 'Cancel' }).click()
    await other.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(other.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    expect(await stored(other)).toMatchObject({ deliveries: 2, acts: 2 })
  })
})

/** What the overview says: its figures and its triage. */
async function overviewOf(page: Page): Promise<unknown> {
  const triage = page.getByRole('table', { name: 'Accounts by value at risk and worsening' })
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  const rows = await rowsOf(triage)
  return [await page.locator('.figures').innerText(), rows]
}

/** It follows what was chosen or written as soon as the engine has answered. */
const expectOverview = (page: Page, wanted: unknown): Promise<void> =>
  expect.poll(() => overviewOf(page)).toEqual(wanted)

const expectSameOverview = (one: Page, other: Page): Promise<void> =>
  expect(async () => expect(await overviewOf(one)).toEqual(await overviewOf(other))).toPass()

async function undoByToast(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
}

async function undoAfterReload(page: Page): Promise<void> {
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
}
