import type { Page } from '@playwright/test'
import { EXAMPLE, EXAMPLE_ROWS } from '../../src/ui/start/example.ts'
import { rowsOf } from './support/steps.ts'
import { expect, test } from './support/test.ts'

/** Name, band, score, change and driver: what both tables show, without the opened row. */
async function rowsOfTable(page: Page, name: string): Promise<string[][]> {
  const rows = await rowsOf(page.getByRole('table', { name }))
  return rows
    .filter((cells) => cells.length > 1)
    .map((cells) => [0, 1, 2, 3, 5].map((at) => cells[at]?.replaceAll(/\s+/g, ' ') ?? ''))
}

test('the example on the start page is what the sample shows', async ({ page }) => {
  await page.goto('./')
  const example = await rowsOfTable(page, 'Example: who to call first')
  const figures = await page.locator('.panel .figures').innerText()
  await page.getByRole('button', { name: 'Try with sample data' }).click()
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  expect(example).toEqual(await rowsOfTable(page, 'Accounts by value at risk and worsening'))
  const shown = await page.locator('.figures').innerText()
  for (const figure of ['403', '70.0', '−0.3', '1.75M', '+46.3K']) {
    expect([figure, figures.includes(figure), shown.includes(figure)]).toEqual([figure, true, true])
  }
  for (const { accounts } of EXAMPLE.bands) expect(shown).toContain(String(accounts))

  await page.getByRole('link', { name: EXAMPLE_ROWS[0]?.name ?? '' }).click()
  const groups = page.locator('tr.group')
  await expect(groups.first()).toBeVisible()
  const points = await groups.evaluateAll((rows) =>
    rows.map((row) => row.children[4]?.textContent.trim()),
  )
  for (const group of EXAMPLE.groups) expect(points).toContain(group.points.toFixed(1))
})
