import type { Page } from '@playwright/test'
import { february, january, jsonFile, loginsModel } from './support/files.ts'
import { applyConfiguration, importFile } from './support/steps.ts'
import { expect, test } from './support/test.ts'

const fallOf = (points: number) =>
  jsonFile('logins.json', {
    ...loginsModel,
    flags: [{ id: 'few', name: 'Few logins', kind: 'risk', when: 'logins < 50' }],
    attention: { fall: { points, days: 25 } },
  })

/** Brontë Foods goes from 80 to 40: a worse band, a fall and a flag. */
test.beforeEach(async ({ page }) => {
  await page.goto('./')
  await applyConfiguration(page, fallOf(30))
  await importFile(page, january)
  await importFile(page, february)
})

const says = (page: Page, words: string) =>
  expect(
    page
      .locator('section', { has: page.getByRole('heading', { name: 'Needs attention' }) })
      .getByText(words, { exact: true }),
  ).toBeVisible()

const open = (page: Page, group: string) => page.getByText(group, { exact: true }).click()

test('what is new since the last import says why, is done or put off, and stays so after a reload', async ({
  page,
}) => {
  await says(page, '3 things new since Jan 31.')
  await open(page, '1 entered a worse band')
  const group = page.getByRole('list', { name: '1 entered a worse band' })
  await expect(group.getByText('Healthy to At risk: 80.0 → 40.0')).toBeVisible()
  await group.getByRole('button', { name: 'Done: Brontë Foods' }).click()
  await says(page, '2 things new since Jan 31; 1 done.')
  await open(page, '1 fell within 25 days')
  await page
    .getByRole('list', { name: '1 fell within 25 days' })
    .getByRole('combobox', { name: 'Put off: Brontë Foods' })
    .selectOption('30')
  await says(page, '1 thing new since Jan 31; 1 put off, 1 done.')
  await page.reload()
  await says(page, '1 thing new since Jan 31; 1 put off, 1 done.')
})

test('both are taken back one by one, also after a reload', async ({ page }) => {
  await open(page, '1 entered a worse band')
  await page.getByRole('button', { name: 'Done: Brontë Foods' }).click()
  await says(page, '2 things new since Jan 31; 1 done.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await says(page, '3 things new since Jan 31.')
  await open(page, 'Few logins: 1 account')
  await page
    .getByRole('list', { name: 'Few logins: 1 account' })
    .getByRole('combobox', { name: 'Put off: Brontë Foods' })
    .selectOption('7')
  await says(page, '2 things new since Jan 31; 1 put off.')
  await page.reload()
  await says(page, '2 things new since Jan 31; 1 put off.')
  await page.keyboard.press('Control+z')
  await says(page, '3 things new since Jan 31.')
})

test('the thresholds of the configuration decide what is shown', async ({ page }) => {
  await says(page, '3 things new since Jan 31.')
  await applyConfiguration(page, fallOf(41))
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Overview', exact: true })
    .click()
  await says(page, '2 things new since Jan 31.')
  await expect(page.getByText('1 fell within 25 days')).toBeHidden()
})
