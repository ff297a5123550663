import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

/** What the eye does not notice: a line that grows by a pixel. */
const NOTHING = 0.002

/** How far things on the page were pushed since it was opened, as Chromium counts it. */
const shifts = (page: Page) => page.evaluate(() => (globalThis as unknown as Watched).shifted)

interface Watched {
  shifted: number
}

function watchShifts() {
  const watched = globalThis as unknown as Watched
  watched.shifted = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.shifted += (entry as LayoutShift).value
  }).observe({ type: 'layout-shift', buffered: true })
}

type LayoutShift = PerformanceEntry & { readonly value: number }

const WINDOWS = [
  [1440, 900],
  [390, 844],
] as const

for (const [width, height] of WINDOWS)
  test(`nothing jumps, and the focus is not lost, when the sample opens, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.addInitScript(watchShifts)
    await page.goto('./')
    await page.getByRole('button', { name: /^Try with sample data/ }).click()
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeFocused()
    await page.locator('main canvas[style*="width"]').last().waitFor()
    expect(await shifts(page)).toBeLessThan(NOTHING)
  })

/** With what is drawn last there. */
const PAGES = [
  ['overview', 'heading', 'Score distribution'],
  ['accounts', 'button', 'Show as pages'],
  ['account/5', 'heading', 'Inputs'],
  ['segments', 'columnheader', 'Accounts'],
  [`segments?why=${encodeURIComponent("segment == 'Enterprise'")}`, 'heading', 'By Segment'],
  ['trends', 'heading', 'Coverage over time'],
  ['model', 'heading', 'Effect'],
  ['data', 'heading', 'Erase'],
] as const

for (const [width, height] of WINDOWS)
  test(`nothing jumps while a page is drawn, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.goto('./?demo')
    await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible()
    await page.addInitScript(watchShifts)
    for (const [address, role, name] of PAGES) {
      await page.goto(`./#/${address}`)
      await page.reload()
      await page.getByRole(role, { name }).first().waitFor()
      if (address === 'overview') await page.locator('main canvas[style*="width"]').last().waitFor()
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))),
      )
      expect(await shifts(page), address).toBeLessThan(NOTHING)
    }
  })
