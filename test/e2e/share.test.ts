import type { Configuration } from '../../src/core/model/configuration.ts'
import { linkTo } from '../../src/state/share-link.ts'
import { january, jsonFile, loginsModel } from './support/files.ts'
import { applyConfiguration, chooseFiles, goTo, importFile } from './support/steps.ts'
import { expect, test } from './support/test.ts'

const logins = jsonFile('logins.json', loginsModel)
const stricterModel = {
  ...loginsModel,
  name: 'Stricter',
  bands: [loginsModel.bands[0], { ...loginsModel.bands[1], from: 60 }],
}
const stricter = jsonFile('stricter.json', stricterModel)

test('a link carries the configuration to somebody else, who sees it before it is in force', async ({
  page,
  context,
  browser,
  site,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./')
  await applyConfiguration(page, logins)
  await goTo(page, 'Model')
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link.startsWith(`${new URL(site.url).href}#/c=`)).toBe(true)

  const other = await (await browser.newContext()).newPage()
  await other.goto(link)
  await expect(other.getByText('Shared link, not in force yet')).toBeVisible()
  expect(new URL(other.url()).hash).toBe('#/configuration')
  await other.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(other.getByText('Logins · model 1')).toBeVisible()
  await other.context().close()
})

test('a link shows what it would do to one’s own accounts and what is odd in it; one click takes it back', async ({
  page,
  site,
}) => {
  await page.goto('./')
  await applyConfiguration(page, logins)
  await importFile(page, january)
  const [model] = stricterModel.models
  const [group] = model!.groups
  const unused = { ...group!.factors[0]!, id: 'overdue', input: 'overdue', weight: 0 }
  const odd = { ...group!, factors: [...group!.factors, unused] }
  const shared = { ...stricterModel, models: [{ ...model!, groups: [odd] }] }
  await page.goto(await linkTo(shared as Configuration, site.url))
  await expect(page.getByText('Shared link, not in force yet')).toBeVisible()
  await expect(page.getByText('1 of 4 changes band: 0 up, 1 down')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Moves' })).toBeVisible()
  const moved = page.getByRole('table', { name: 'Accounts that move' })
  await expect(moved.getByRole('link', { name: 'Eastwick' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What differs' })).toContainText(
    'Healthy starts at 60 instead of 50',
  )
  await expect(page.getByRole('region', { name: 'Worth a look' })).toBeVisible()
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(page.getByText('Stricter · model 2')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Logins · model 1')).toBeVisible()
})

test('a link that was cut off is answered with a sentence', async ({ page }) => {
  await page.goto('./#/c=eJwAAAD')
  await expect(page.getByText('This link holds no configuration that can be read')).toBeVisible()
})

test('what differs is said before Apply and between versions, and an earlier one comes back', async ({
  page,
}) => {
  await page.goto('./')
  await applyConfiguration(page, logins)
  await chooseFiles(page, stricter)
  const differs = page.getByRole('region', { name: 'What differs' })
  await expect(differs.getByText('Healthy starts at 60 instead of 50')).toBeVisible()
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await page.getByRole('link', { name: 'Versions' }).click()
  const differences = page.getByRole('region', { name: 'Differences' })
  await expect(differences.getByText('Name “Logins” → “Stricter”')).toBeVisible()
  await page.getByRole('button', { name: 'Revert to model 1' }).click()
  await expect(page.getByText('Logins · model 3')).toBeVisible()
  await expect(page.getByRole('row', { name: /Back to model 1/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Stricter · model 2')).toBeVisible()
})

test('how it works is told from the configuration in force', async ({ page }) => {
  await page.goto('./')
  await applyConfiguration(page, logins)
  await goTo(page, 'Model')
  await page.getByRole('link', { name: 'How this works' }).click()
  await expect(page.getByRole('row', { name: 'Together 1 81' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Bands' })).toContainText('Healthy')
})
