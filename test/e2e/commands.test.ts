import type { Page } from '@playwright/test'
import { command, openSample } from './support/keys.ts'
import { expect, test } from './support/test.ts'

// What each page can do has a name under which Ctrl or Cmd and K finds it, and does it.

const ON: Readonly<Record<string, readonly string[]>> = {
  overview: [
    'Mark as done: 19 entered a worse band',
    'Show table: Score distribution',
    'Download picture: Band share over time',
  ],
  accounts: [
    'Export view',
    'Copy the list',
    'Choose columns',
    'Change the filter',
    'Clear all filters',
    'Select all accounts of the list',
    'Save view',
    'Sort by Score',
    'Filter by Coverage',
  ],
  'account/7?sort=-triage&at=3': [
    'Next account',
    'Previous account',
    'Back to the accounts',
    'Inputs as in the files',
    'Show table: History',
  ],
  'segments?by=segment&across=plan': [
    'Split by Owner',
    'Cross with Band',
    'Cross with nothing',
    'Show segments as a table',
  ],
  trends: ['Export trends', 'Band share in Accounts', 'Show table: Average score'],
  model: [
    'Open a configuration',
    'Copy link to the model',
    'Add a factor to Customers in use',
    'Add a group to Customers in use',
    'Add a flag',
    'Add an exception of Customers in use',
    'Add a derived column',
    'Add a model',
    'Show the whole history',
  ],
  how: ['Print this page'],
  data: [
    'Thin out snapshots',
    'Delete the snapshot of Oct 31, 2026',
    'Ask the browser to keep it',
    'Erase everything',
    'Back up',
    'Restore a backup',
  ],
}

async function commandNames(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('ControlOrMeta+k')
  const commands = page.getByRole('listbox', { name: 'Commands' })
  await expect(commands).toBeVisible()
  const names = await commands.locator('bdi').allTextContents()
  await page.keyboard.press('Escape')
  await expect(commands).toBeHidden()
  return names
}

test('what each page can do is found by its name, on that page', async ({ page }) => {
  await openSample(page, '#/overview')
  for (const [address, names] of Object.entries(ON))
    await test.step(address, async () => {
      await page.evaluate((to) => (location.hash = `#/${to}`), address)
      await expect(async () => {
        expect(await commandNames(page)).toEqual(expect.arrayContaining([...names]))
      }).toPass()
    })
})

test('what is chosen by its name is done: sorted, filtered, split, stepped on, and asked before it is gone for good', async ({
  page,
}) => {
  await openSample(page, '#/accounts')
  const table = page.getByRole('table', { name: 'Accounts' })
  await expect(table.getByRole('rowheader').first()).toBeVisible()
  await command(page, 'Sort by Score')
  await expect(table.getByRole('columnheader', { name: 'Score' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await command(page, 'Filter by Coverage')
  await expect(page.getByRole('spinbutton', { name: 'Coverage, from' })).toBeVisible()
  await table.getByRole('rowheader').first().getByRole('link').press('Enter')
  const place = page.getByRole('navigation', { name: 'Where you are' })
  await expect(place).toContainText('1 of 403')
  await command(page, 'Next account')
  await expect(place).toContainText('2 of 403')
  await command(page, 'Segments')
  await command(page, 'Split by Owner')
  await command(page, 'Cross with Band')
  await expect(page.getByRole('table', { name: 'Average by Owner and Band' })).toBeVisible()
  await command(page, 'Show segments as a table')
  await expect(page.getByRole('table', { name: 'Segments' })).toBeVisible()
  await command(page, 'Data')
  await command(page, 'Delete the snapshot of Nov 30, 2025')
  await expect(page.getByText('Deleted the snapshot of Nov 30, 2025')).toBeVisible()
  await command(page, 'Undo: Deleted')
  await expect(page.getByText('Brought back the snapshot of Nov 30, 2025')).toBeVisible()
  await command(page, 'Erase everything')
  await expect(page.getByRole('dialog', { name: 'Erase everything?' })).toBeVisible()
})

test('a step of the model that cannot be taken back is not offered', async ({ page }) => {
  await openSample(page, '#/model')
  await expect(page.getByRole('button', { name: /^Undo step/ })).toBeDisabled()
  expect(await commandNames(page)).not.toContain('Undo step')
  await command(page, 'Add a flag')
  await expect(page.getByRole('button', { name: /^Undo step/ })).toBeEnabled()
  await command(page, 'Undo step')
  await expect(page.getByRole('button', { name: /^Undo step/ })).toBeDisabled()
})
