import type { Locator, Page } from '@playwright/test'
import { expect } from './test.ts'

const MOST_TABS = 160

/** Tab until something has the focus; it is in sight then, with a ring around it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const isFocused = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await page.keyboard.press('Tab')
    if (await isFocused()) {
      await expect(target).toBeInViewport()
      expect(await target.evaluate(hasRing)).toBe(true)
      return
    }
  }
  throw new Error(`not reached by Tab: ${target.toString()}`)
}

/** Around it, or around the field that it is a part of. */
const hasRing = (element: Element): boolean =>
  [element, element.parentElement].some(
    (one) => one !== null && getComputedStyle(one).outlineStyle !== 'none',
  )

/** Does, or goes to, what has this name. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  const field = page.getByRole('combobox', { name: 'Find a page, view, account or action' })
  await expect(field).toBeFocused()
  await page.keyboard.type(name)
  const commands = page.getByRole('listbox', { name: 'Commands' })
  await expect(commands.getByRole('option', { selected: true })).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(field).toBeHidden()
}

/** The invented accounts, at an address. */
export async function openSample(page: Page, hash: string): Promise<void> {
  await page.goto(`./?demo${hash}`)
  await expect(page.getByRole('link', { name: 'Accounts', exact: true }).first()).toBeVisible()
}
