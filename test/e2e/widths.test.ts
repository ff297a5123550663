import type { Page } from '@playwright/test'
import { csv } from './support/files.ts'
import { openSample } from './support/keys.ts'
import { importFile } from './support/steps.ts'
import { expect, test } from './support/test.ts'

// From a phone at 400 % to a wide screen: no page is wider than its window, and no part by so little that it only annoys.

const WIDTHS = [320, 360, 390, 768, 1101, 1240, 1400]

/** What scrolls by less than this has room for all of it, if it only gave way. */
const LITTLE = 40

const of = (expression: string) => encodeURIComponent(expression)
const PAGES = [
  'overview',
  'account/5',
  'segments',
  `segments?why=${of("segment == 'Enterprise'")}`,
  'segments?by=plan&across=arr',
  'trends',
  'model?at=factors.customers.usage.seat_use',
  'model?at=bands',
  'model?view=templates&template=at-risk-checklist',
  'model?view=compare',
  'model?view=test',
  'data',
  'how',
]

test('no page and no part of one scrolls sideways by a few pixels, however wide the window', async ({
  page,
}) => {
  await openSample(page, '#/overview')
  for (const address of PAGES)
    await test.step(address, async () => {
      await page.evaluate((hash) => (location.hash = `#/${hash}`), address)
      await expect(page.getByText(/^(Reading|Looking at every column)/)).toHaveCount(0)
      await page.getByRole('main').getByRole('heading', { level: 2 }).last().waitFor()
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width === 320 ? 256 : 900 })
        await settle(page)
        expect(await page.evaluate(tooWide, LITTLE), `${width} px wide`).toEqual([])
      }
    })
})

const accounts = csv('accounts-2026-03-31.csv', [
  'Account ID,Name,Plan,ARR,Logins,Overdue',
  ...Array.from({ length: 12 }, (_, row) => `${row},Company ${row},Pro,${row}00,${row * 9},0`),
])

test('without an earlier snapshot to compare with, nothing of the Overview stands empty', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./')
  await importFile(page, accounts)
  const first = page.getByRole('table', { name: 'Accounts by value at risk and worsening' })
  const next = page.getByRole('heading', { name: 'Score distribution' })
  await expect(next).toBeVisible()
  const [above, below] = [await first.boundingBox(), await next.boundingBox()]
  expect((below?.y ?? Infinity) - (above?.y ?? 0) - (above?.height ?? 0)).toBeLessThan(80)
})

const settle = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 40))))

/** What is wider than its place: the page at all, a part that scrolls by a little, or by any way that the keyboard cannot follow. */
function tooWide(little: number): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const page = scrollWidth > clientWidth ? [`the page: ${scrollWidth - clientWidth} px`] : []
  const parts = [...document.querySelectorAll<HTMLElement>('main .scroll')].flatMap((part) => {
    const beyond = part.scrollWidth - part.clientWidth
    const isReached = part.tabIndex === 0 && part.ariaLabel !== null
    if (beyond <= 0 || (beyond >= little && isReached)) return []
    const name = part.ariaLabel ?? part.querySelector('table')?.ariaLabel ?? 'a part'
    return [`${name}: ${beyond} px${isReached ? '' : ', out of the reach of the keyboard'}`]
  })
  return [...page, ...parts]
}
