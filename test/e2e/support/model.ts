import type { Locator, Page } from '@playwright/test'
import { expect } from './test.ts'

/** The sample data, on the page of its model, with the effect of no change there. */
export async function openSampleModel(page: Page): Promise<void> {
  await page.goto('./?demo#/model')
  const effect = page.getByText(/^none of \d+ changes band$/).first()
  await expect(effect).toBeAttached({ timeout: 60_000 })
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
