import { readFile } from 'node:fs/promises'
import { hasShared, sharedPath, withoutShared } from '../shared.ts'
import { tabTo } from './support/keys.ts'
import { expectRead, readRecords } from './support/steps.ts'
import { expect, test } from './support/test.ts'

const FILES = ['churn_events', 'feature_usage', 'accounts', 'support_tickets', 'subscriptions']

test.skip(!hasShared, withoutShared)

test('five files that belong together, from choosing them to the export by keyboard alone', async ({
  page,
}) => {
  await page.goto('./')
  const choose = page.getByLabel('Choose files')
  await tabTo(page, choose)
  // The dialog is the system's own.
  await choose.setInputFiles(FILES.map((name) => sharedPath(`data/ravenstack_dmy_${name}.csv`)))
  await expect(page.getByRole('heading', { name: 'ravenstack_dmy_accounts.csv' })).toBeFocused()
  await expect(
    page.getByRole('region', { name: 'How these 5 files belong together' }),
  ).toBeVisible()

  // The first by itself: the next one is shown, and the focus is on its name.
  await expectRead(page)
  await tabTo(page, page.getByRole('button', { name: 'Import', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'ravenstack_dmy_churn_events.csv' })).toBeFocused()
  await expectRead(page)

  // A sum of it is changed on the way.
  await tabTo(page, page.getByRole('button', { name: /^Change ?: Churn events/ }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Change Churn events' })
  await expect(dialog).toBeVisible()
  await tabTo(page, dialog.getByLabel('Name of the column'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Cancellations')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('rowheader', { name: 'Cancellations' })).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: 'Import all 4' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeFocused({
    timeout: 30_000,
  })

  const main = page.getByRole('navigation', { name: 'Main' })
  await tabTo(page, main.getByRole('link', { name: 'Accounts' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Export scores' }))
  const waiting = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const exported = readRecords(await readFile(await (await waiting).path(), 'utf8'))
  expect(exported).toHaveLength(500)
})
