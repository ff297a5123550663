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

const PARTS = [
  'overview',
  'account/7',
  'segments',
  'segments?across=owner',
  'trends',
  'model',
  'model?view=compare',
  'data',
  'accounts',
]

test('on paper every page has all of its columns on the sheet, is light, and shows nothing that only a screen can do', async ({
  page,
}) => {
  await openSample(page, '#/overview')
  await page.setViewportSize(SHEET)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const main = page.getByRole('main')
  for (const part of PARTS)
    await test.step(part, async () => {
      await page.evaluate((hash) => (location.hash = `#/${hash}`), part)
      await expect(page.getByText(/^(Reading|Looking at every column)/)).toHaveCount(0)
      await main.locator('table:visible, h2:visible').first().waitFor()
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      await expect.poll(() => main.evaluate(beyondTheSheet), part).toEqual([])
      expect(await main.evaluate(controlsOf)).toEqual([])
      expect(await main.evaluate((node) => getComputedStyle(node).color)).toBe('rgb(22, 25, 29)')
    })
})

const beyondTheSheet = (main: Element) =>
  [...main.querySelectorAll('th, td, li, p, canvas')]
    .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + 1)
    .map(({ textContent }) => textContent)

/** Why a segment moved is a button, and its change is what it says. */
const controlsOf = (main: Element) =>
  [...main.querySelectorAll('.btn:not([data-why]), [type=range], [type=search]')]
    .filter((control) => control.checkVisibility())
    .map(({ textContent }) => textContent)
