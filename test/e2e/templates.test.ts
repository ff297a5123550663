import { january, jsonFile, loginsModel } from './support/files.ts'
import {
  applyConfiguration,
  downloadText,
  exportedScores,
  goTo,
  importFile,
  rowsOf,
} from './support/steps.ts'
import { expect, test } from './support/test.ts'
import type { Page } from '@playwright/test'

const logins = jsonFile('logins.json', loginsModel)

async function openModel(page: Page, section: string): Promise<void> {
  await page.goto('./')
  await applyConfiguration(page, logins)
  await importFile(page, january)
  await goTo(page, 'Model')
  await page.getByRole('navigation', { name: 'The model' }).getByText(section).click()
}

test('a template of one’s own columns is proposed, applied, and taken back in one step', async ({
  page,
}) => {
  await openModel(page, 'Templates')
  await page.getByRole('link', { name: /^Usage rank/ }).click()
  await expect(page.getByRole('combobox', { name: /^Logins or use/ })).toHaveValue('logins')
  await expect(page.getByText('Last use: no column', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'See it as a proposal' }).click()
  await expect(page.getByText('Template: Usage rank, not in force yet')).toBeVisible()
  await expect(page.getByText('Watch added')).toBeVisible()
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(page.getByText('Usage rank · model 2')).toBeVisible()
  // Of 20, 55, 80 and 90 logins: 80 stands at 66.83 of the 101 frozen quantiles, 55 at 33.41, each over 95; the last is capped for its invoices.
  expect(await exportedScores(page)).toEqual([
    ['00417', '70.4'],
    ['00418', '24'],
    ['00419', '0'],
    ['1E5', '35.2'],
  ])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await goTo(page, 'Model')
  await expect(page.getByText('Logins · model 1')).toBeVisible()
})

test('two configurations stand side by side on the same accounts', async ({ page }) => {
  await openModel(page, 'Side by side')
  await page.getByRole('combobox', { name: 'Configuration 2' }).selectOption('Usage rank')
  const bands = page.getByRole('region', { name: 'Bands' })
  await expect(bands.getByRole('row', { name: /^Usage rank/ })).toContainText('Healthy 1')
  const agreement = page.getByRole('region', { name: 'Agreement in rank' })
  expect((await rowsOf(agreement.getByRole('table'))).map((row) => row.slice(0, 2))).toEqual([
    ['In force and Usage rank', '1.00'],
  ])
  const differing = page.getByRole('table', { name: 'Judged differently' })
  await expect(differing.getByRole('row', { name: /^Eastwick/ })).toContainText('Watch')
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Configuration 2' })).toHaveValue('t:usage-rank')
})

test('a record is tested step by step, and stays as an example of the model', async ({ page }) => {
  await openModel(page, 'Test a record')
  await page.getByRole('searchbox', { name: 'Find an account' }).fill('castell')
  await page.getByRole('button', { name: /^Castell & Moor/ }).click()
  await expect(page.getByText('holds: 90.0 becomes 39.0')).toBeVisible()
  await page.getByRole('spinbutton', { name: 'Overdue' }).fill('1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('90 is shown as 90.0: Healthy, from 50 upwards.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Keep it as an example' }).fill('One invoice is late')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByText('One invoice is late: in the draft')).toBeVisible()
  const examples = page.getByRole('region', { name: 'Examples' })
  await expect(examples.getByText('it holds')).toBeVisible()
  await page.getByRole('link', { name: 'Edit', exact: true }).first().click()
  await expect(examples.getByText('Holds', { exact: true })).toBeVisible()
  await page.getByRole('spinbutton', { name: '100 points at', exact: true }).fill('120')
  await expect(examples.getByText('Score 75, and says 90')).toBeVisible()
  await page.getByRole('button', { name: /^Undo step: / }).click()
  await expect(examples.getByText('Holds', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Save as model 2' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Logins · model 2')).toBeVisible()
  const file = JSON.parse(await downloadText(page, 'Export configuration')) as {
    examples: unknown
  }
  expect(file.examples).toEqual([
    {
      name: 'One invoice is late',
      values: { logins: 90, overdue: 1 },
      model: 'main',
      score: 90,
      band: 'green',
    },
  ])
})
