import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

async function openSample(page: Page, hash: string) {
  await page.goto('./?demo')
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  await page.evaluate((address) => (location.hash = address), hash)
}

test('two dimensions cross, a cell opens its accounts, and Back leads to the map as it was', async ({
  page,
}) => {
  await openSample(page, '#/segments')
  await page.getByRole('combobox', { name: 'Split by', exact: true }).selectOption('Plan')
  await page.getByRole('combobox', { name: 'Cross with', exact: true }).selectOption('ARR')
  await page.getByRole('combobox', { name: 'Cross with: steps' }).selectOption('Equal steps')
  await page.getByRole('combobox', { name: 'Measure' }).selectOption('Accounts')
  const map = page.getByRole('table', { name: 'Accounts by Plan and ARR' })
  const cell = map.locator('tbody td[data-hue] a').nth(3)
  const count = await cell.locator('b').textContent()
  const name = await cell.getAttribute('aria-label')
  const address = page.url()
  await cell.click()
  await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'accounts' })).toContainText(
    `${count} of`,
  )
  await expect(page.getByRole('button', { name: /^Plan / })).toBeVisible()
  await expect(page.getByRole('button', { name: /^ARR / })).toBeVisible()
  await page.goBack()
  await expect(map.getByRole('link', { name: name ?? '', exact: true })).toBeVisible()
  expect(page.url()).toBe(address)
  await page.goBack()
  await expect(page.getByRole('table', { name: 'Average by Plan and ARR' })).toBeVisible()
})

test('a bookmark of a segment that is looked into returns to it', async ({ page }) => {
  await openSample(page, '#/segments')
  await page.getByRole('button', { name: /why Enterprise moved$/ }).click()
  const part = page.getByRole('region', { name: 'Enterprise', exact: true })
  await expect(part.getByRole('button', { name: /^Average over time/ })).toBeVisible()
  await expect(part.getByText(/^(Down|Up) .* since/)).toBeVisible()
  const { hash } = new URL(page.url())
  await page.goBack()
  await expect(part).toBeHidden()
  await page.goto(`./${hash}`)
  await page.reload()
  await expect(part.getByText(/^(Down|Up) .* since/)).toBeVisible()
})

test('a screen reader meets the segments as a table with a name, heads, and links that say what they open', async ({
  page,
}) => {
  await openSample(page, '#/segments')
  const main = page.getByRole('main')
  await expect(main.getByRole('row', { name: /^Enterprise/ })).toBeVisible()
  console.log(await main.ariaSnapshot())
  await page.evaluate(() => (location.hash = '#/segments?by=segment&across=band'))
  await expect(main.getByRole('table', { name: /^Average by/ })).toBeVisible()
  console.log(await main.ariaSnapshot())
})

test('a screen reader meets an account in the order of its reasons', async ({ page }) => {
  await openSample(page, '#/accounts?sort=-triage')
  await page.locator('tbody th a').first().click()
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: /^Why/ })).toBeVisible()
  await expect(main.getByRole('heading', { name: 'Factors over time' })).toBeVisible()
  console.log(await main.ariaSnapshot())
})
