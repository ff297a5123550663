import type { Locator, Page } from '@playwright/test'
import { axeFindings, FOR_AXE } from './support/axe.ts'
import { openSampleModel } from './support/model.ts'
import { expect, test } from './support/test.ts'

test.use(FOR_AXE)

/** Every part of the page: what can be selected, and the other ways to look at the model. */
const PARTS = [
  'at=factors.customers.seat_use',
  'at=factors.customers.champion',
  'at=groups.customers.usage',
  'at=exceptions.customers.overdue',
  'at=flags.gone_quiet',
  'at=derived.seat_use',
  'at=models.onboarding',
  'at=bands',
  'at=customers',
  'view=templates&template=usage-rank',
  'view=compare&sides=now,t:usage-rank',
  'view=test&account=3',
  'view=versions',
]

const SCREENS = [
  ['on a projector', 'light', { width: 1280, height: 720 }],
  ['at twice its size', 'dark', { width: 640, height: 360 }],
] as const

for (const [where, colorScheme, viewport] of SCREENS)
  test.describe(where, () => {
    test.use({ colorScheme, viewport })

    test('axe finds nothing in any part of the model, and nothing runs out of the window', async ({
      page,
    }) => {
      await openSampleModel(page)
      for (const part of PARTS) {
        await page.goto(`./#/model?${part}`)
        await expect(page.getByText('Reading…')).toHaveCount(0)
        await expect(page.locator('main h2:visible').first()).toBeVisible()
        expect(await findings(page), part).toEqual([])
      }
    })
  })

async function findings(page: Page): Promise<string[]> {
  const found = await axeFindings(page)
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return beyond > 0 ? [...found, `${beyond} px beyond the window`] : found
}

test('a model is edited and saved by keyboard alone', async ({ page }) => {
  await openSampleModel(page)
  await tabTo(page, page.getByRole('slider', { name: 'Weight of Satisfaction', exact: true }))
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/change band: \d+ up, \d+ down$/).first()).toBeVisible()

  const csat = page.getByRole('link', { name: 'CSAT', exact: true })
  await tabTo(page, csat)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'CSAT', exact: true })).toBeFocused()
  const point = page.getByRole('slider', { name: /^100 points / })
  await tabTo(page, point)
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('2 changes, not saved')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(csat).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByText('3 changes, not saved')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('2 changes, not saved')).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: 'Save as model 2' }))
  await page.keyboard.press('Enter')
  await page.keyboard.type('By keys alone')
  await page.keyboard.press('Enter')
  await expect(page.getByText('· model 2')).toBeVisible()
})

const MOST_TABS = 200

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toBeInViewport()
      return
    }
  }
  throw new Error(`not reached by Tab: ${target.toString()}`)
}
