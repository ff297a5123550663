import { openSample } from './support/keys.ts'
import { expect, test } from './support/test.ts'

/** An A4 sheet between its margins, in pixels. */
const SHEET = { width: 703, height: 920 }

test('a printed list says its filter and its totals, whole, without what only a screen needs', async ({
  page,
}) => {
  await openSample(page, `#/accounts?filter=${encodeURIComponent("band == 'red'")}`)
  const table = page.getByRole('table', { name: 'Accounts' })
  await expect(table.getByRole('rowheader').first()).toBeVisible()
  await page.setViewportSize(SHEET)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: /^Band At risk 47/ })).toBeVisible()
  for (const name of ['Dense rows', 'Show as pages', 'Save view', 'Filter'])
    await expect(page.getByRole('button', { name, exact: true })).toBeHidden()
  await expect(table.getByRole('checkbox').first()).toBeHidden()
  await expect(table.getByRole('rowheader')).toHaveCount(47)
  const frames = await page.evaluate(() => {
    const frameOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
    return {
      left: frameOf('tbody th[scope=row] a')?.left ?? -1,
      end: frameOf('tbody tr:last-child')?.bottom ?? 0,
      totals: frameOf('.totals')?.top ?? 0,
    }
  })
  expect(frames.left).toBeGreaterThanOrEqual(0)
  expect(frames.totals).toBeGreaterThanOrEqual(frames.end)
})

test('charts are as wide on paper as a sheet has room for, wherever they stand on the screen', async ({
  page,
}) => {
  await openSample(page, '#/accounts?sort=-triage')
  await page.getByRole('table', { name: 'Accounts' }).getByRole('rowheader').first().click()
  const plot = page.getByRole('region', { name: 'History' }).locator('.plot')
  await expect(plot.locator('canvas')).toBeVisible()
  expect((await plot.boundingBox())?.width).toBeLessThan(400)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect((await plot.boundingBox())?.width).toBe(640)
  expect((await plot.locator('canvas').boundingBox())?.width).toBe(640)
})
