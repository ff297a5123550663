import type { Page } from '@playwright/test'
import { february, january } from './support/files.ts'
import { holdImporter, workerOf } from './support/hold.ts'
import { chooseFiles, expectRead, exportScores, goTo, importFile } from './support/steps.ts'
import { stored } from './support/stored.ts'
import { expect, test } from './support/test.ts'

// The workers raise errors on purpose.
test.use({ watched: false })

/** Ends a worker as an error that nobody foresaw does: at once, or over the next thing that it is asked. */
async function raiseIn(page: Page, name: 'engine' | 'import', when: 'now' | 'asked') {
  const worker = await workerOf(page, name)
  await worker.evaluate((at) => {
    const raise = () => {
      throw new Error('raised by a test')
    }
    if (at === 'now') setTimeout(raise)
    else addEventListener('message', raise)
  }, when)
}

test.describe('an engine', () => {
  for (const [fate, when] of [
    ['that died is started again by the next question', 'now'],
    ['that dies over a question is asked again', 'asked'],
  ] as const) {
    test(`${fate}, and the page shows the same`, async ({ page }) => {
      await page.goto('./')
      await importFile(page, january)
      const before = await exportScores(page)
      await raiseIn(page, 'engine', when)
      for (const name of ['Overview', 'Segments', 'Trends', 'Data'] as const) {
        await goTo(page, name)
        await expect(page.getByRole('main')).not.toContainText('Reading…')
      }
      expect(await exportScores(page)).toBe(before)
      await importFile(page, february)
      await expect(page.getByLabel('Snapshot shown').locator('option')).toHaveCount(2)
      await expect(page.getByText('Something in Hale went wrong')).toBeHidden()
    })
  }

  test('that hangs is noticed, ended and started again', async ({ page }) => {
    await page.clock.install()
    await page.goto('./')
    await importFile(page, january)
    const engine = await workerOf(page, 'engine')
    await engine.evaluate(() => {
      addEventListener('message', () => {
        for (;;);
      })
    })
    await goTo(page, 'Data')
    await expect(page.getByRole('main')).toContainText('Reading…')
    await page.clock.runFor(60_000)
    await expect(page.getByRole('main')).toContainText('accounts-2026-01-31.csv')
  })
})

test.describe('the worker of an import that started while the start page rested', () => {
  const isThere = (page: Page) => expect.poll(() => page.workers().length).toBe(2)

  // Comlink tells a worker whose remote was collected to listen no more: an import that took it hung.
  test('takes its file, however long it waited', async ({ page }) => {
    await page.goto('./')
    await isThere(page)
    await page.requestGC()
    await importFile(page, january)
    await expect(page.getByRole('link', { name: 'Accounts 4' })).toBeVisible()
    expect(await stored(page)).toMatchObject({ deliveries: 1 })
  })

  test('is started anew for a file where it died before', async ({ page }) => {
    await page.goto('./')
    await isThere(page)
    await raiseIn(page, 'import', 'now')
    await expect.poll(() => page.workers().length).toBe(1)
    await importFile(page, january)
    await expect(page.getByRole('link', { name: 'Accounts 4' })).toBeVisible()
  })
})

test.describe('an import whose worker dies', () => {
  const stopped = (page: Page) => page.getByRole('alert').filter({ hasText: 'The import stopped' })

  test('while it is checked says so, and nothing of it is written', async ({ page }) => {
    await page.goto('./')
    await importFile(page, january)
    const before = await stored(page)
    await chooseFiles(page, february)
    await expectRead(page)
    await raiseIn(page, 'import', 'now')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(stopped(page)).toContainText('Nothing of this file was imported.')
    expect(await stored(page)).toEqual(before)
    await importFile(page, february)
    expect(await stored(page)).toMatchObject({ deliveries: 2 })
  })

  test('while it is written says so, and nothing of it stays', async ({ page }) => {
    await page.goto('./')
    await importFile(page, january)
    const before = await stored(page)
    await chooseFiles(page, february)
    await expectRead(page)
    const held = await holdImporter(page, 'under-the-lock')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await held.isHeld()
    await raiseIn(page, 'import', 'now')
    await expect(stopped(page)).toContainText('Nothing of this file was imported.')
    expect(await stored(page)).toEqual(before)
    await importFile(page, february)
    expect(await stored(page)).toMatchObject({ deliveries: 2 })
  })
})
