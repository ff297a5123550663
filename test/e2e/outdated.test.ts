import type { Page } from '@playwright/test'
import { february, january, jsonFile, loginsModel } from './support/files.ts'
import { chooseFiles, expectRead, goTo, importFile } from './support/steps.ts'
import { stored } from './support/stored.ts'
import { expect, test } from './support/test.ts'

const outdated = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'This tab is out of date.' })

test.describe('a tab whose data a newer Hale has taken over', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./')
    await importFile(page, january)
  })

  test('says so at once, and writes nothing more', async ({ page, context, site }) => {
    await goTo(page, 'Data')
    const newer = await context.newPage()
    await newer.goto(site.withoutPolicy)
    await newer.evaluate(upgrade)
    const before = await stored(newer)
    await expect(outdated(page)).toBeVisible()

    await page.getByRole('button', { name: 'Delete Jan 31, 2026' }).click()
    await expect(page.getByText(/written by a newer Hale.* Reload the page/)).toBeVisible()
    await chooseFiles(page, jsonFile('logins.json', loginsModel))
    await page.keyboard.press('ControlOrMeta+z')
    await expect(page.getByRole('heading', { name: 'Data', level: 1 })).toBeVisible()
    expect(await stored(newer)).toEqual(before)

    await outdated(page).getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByRole('main')).toContainText(
      'What is stored here was written by a newer Hale. It is left untouched.',
    )
    await expect(outdated(page)).toBeVisible()
    expect(await stored(newer)).toEqual(before)
  })

  test('keeps what was being checked on the screen, and imports none of it', async ({
    page,
    context,
    site,
  }) => {
    await chooseFiles(page, february)
    await expectRead(page)
    const newer = await context.newPage()
    await newer.goto(site.withoutPolicy)
    await newer.evaluate(upgrade)
    const before = await stored(newer)
    await expect(outdated(page)).toBeVisible()

    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      /Nothing was imported .*Reload the page to get the newer version\./,
    )
    await expect(page.getByLabel('Snapshot date')).toHaveValue('2026-02-28')
    expect(await stored(newer)).toEqual(before)
  })
})

/** Opens the database as the next release of Hale would. */
async function upgrade(): Promise<void> {
  const [known] = await indexedDB.databases()
  const request = indexedDB.open(known?.name ?? '', (known?.version ?? 0) + 10)
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve
    request.onerror = reject
  })
  request.result.close()
}
