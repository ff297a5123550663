import type { Locator, Page } from '@playwright/test'
import { expect } from './test.ts'

/** The sample data, on the page of its model, with the effect of no change there. */
export async function openSampleModel(page: Page): Promise<void> {
  await page.goto('./?demo')
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible({
    timeout: 60_000,
  })
  await page.goto('./#/model')
  await expect(page.getByText(/^none of \d+ changes band$/).first()).toBeAttached()
}

/** Presses on the middle of something, moves, and lets go. */
export async function pull(
  page: Page,
  what: Locator,
  by: { readonly x: number; readonly y?: number },
): Promise<void> {
  const box = await what.boundingBox()
  if (!box) throw new Error(`not there: ${what.toString()}`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + by.x, y + (by.y ?? 0), { steps: 8 })
  await page.mouse.up()
}
