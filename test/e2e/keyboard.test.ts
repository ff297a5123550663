import { readFile } from 'node:fs/promises'
import { february, january } from './support/files.ts'
import { tabTo } from './support/keys.ts'
import { readRecords } from './support/steps.ts'
import { expect, test } from './support/test.ts'

test('from file to export by keyboard alone', async ({ page }) => {
  await page.goto('./')
  const choose = page.getByLabel('Choose files')
  await tabTo(page, choose)
  // The dialog is the system's own.
  await choose.setInputFiles(january as never)
  await expect(page.getByRole('heading', { name: 'accounts-2026-01-31.csv' })).toBeFocused()

  await tabTo(page, page.getByLabel('Account key'))
  await page.keyboard.type('Account')
  await tabTo(page, page.getByLabel('Snapshot date'))
  await page.keyboard.type('03312026')
  await tabTo(page, page.getByRole('button', { name: 'Import', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeFocused()
  await expect(page.getByLabel('Snapshot shown').locator('option')).toHaveText('Mar 31, 2026')

  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('heading', { name: 'Drop a customer export anywhere' })).toBeVisible()
  await choose.setInputFiles(january as never)
  await expect(page.getByRole('heading', { name: 'accounts-2026-01-31.csv' })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Import', exact: true }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeFocused()

  await page.keyboard.press('/')
  await page.keyboard.type('brontë')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeFocused()
  await expect(page.getByText('1 of 4 accounts')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await expect(page.getByText('4 of 4 accounts')).toBeVisible()

  await tabTo(page, page.getByRole('columnheader', { name: 'Account' }).getByRole('button'))
  await page.keyboard.press('Enter')
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'Brontë Foods' })).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Castell & Moor, Ltd' })).toBeFocused()
  const main = page.getByRole('navigation', { name: 'Main' })
  await tabTo(page, main.getByRole('link', { name: 'Accounts' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeFocused()

  await tabTo(page, page.getByRole('button', { name: 'Export scores' }))
  const waiting = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const exported = await readFile(await (await waiting).path(), 'utf8')
  expect(readRecords(exported).map((row) => row.get('account_id'))).toEqual([
    '00417',
    '00418',
    '00419',
    '1E5',
  ])
})

test('a list that was opened takes the focus, and gives it back', async ({ page }) => {
  await page.goto('./')
  await page.getByLabel('Choose files').setInputFiles(february as never)
  const rejected = page.getByRole('button', { name: '2 rejected' })
  await expect(rejected).toBeVisible()
  await tabTo(page, rejected)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Rejected rows' })
  await expect(dialog).toBeVisible()
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(rejected).toBeFocused()
})
