import type { Page } from '@playwright/test'
import { csv } from './support/files.ts'
import { importFile } from './support/steps.ts'
import { expect, test } from './support/test.ts'

// Names of 200 characters and names from right to left, on a phone: nothing is pushed out of sight or out of order.

const HEBREW = 'חברת החשמל 7 (Ltd.) 2026'
const LONG = 'W'.repeat(200)
const WORDY = 'Gesellschaft mit beschränkter Haftung und Söhne '.repeat(5).slice(0, 200)

const names = csv('accounts-2026-03-31.csv', [
  'Account ID,Name,Plan,ARR,Logins,Overdue',
  `1,${HEBREW},עסקי 5,5000,1,0`,
  `2,${LONG},Pro,4000,2,0`,
  `3,${WORDY},Pro,3000,30,0`,
  ...Array.from({ length: 12 }, (_, row) => `${row + 4},Company ${row},Pro,100,${row * 9},0`),
])

const PAGES = ['overview', 'accounts', 'segments', 'segments?by=name&across=plan', 'data', 'trends']

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./')
  await importFile(page, names)
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
})

async function visit(page: Page, hash: string) {
  await page.evaluate((address) => (location.hash = `#/${address}`), hash)
  await expect(page.getByText('Reading…')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The page is never wider than the phone. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('no page is wider than a phone for a long name, and its account shows what it is about', async ({
  page,
}) => {
  for (const address of PAGES)
    await test.step(address, async () => {
      await visit(page, address)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    })
  await visit(page, 'accounts?sort=name')
  await page.getByRole('link', { name: LONG }).click()
  await expect(page.getByRole('heading', { name: LONG, level: 1 })).toBeVisible()
  await expect(page.getByText('Score', { exact: true }).first()).toBeInViewport()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})

test('a name from right to left does not reorder the numbers beside it', async ({ page }) => {
  for (const address of [...PAGES, 'account/0'])
    await test.step(address, async () => {
      await visit(page, address)
      expect(await page.evaluate(looseNames)).toEqual([])
    })
  await visit(page, 'accounts?sort=-value')
  const name = page.getByRole('link', { name: HEBREW }).locator('bdi')
  await expect(name).toHaveText(HEBREW)
  // Too long for its cell it is cut at its end, which is the left one.
  await expect(name).toHaveCSS('direction', 'rtl')
  await expect(name).toHaveCSS('text-overflow', 'ellipsis')
})

/** Texts in which a Hebrew name stands beside other words without being kept apart from them. */
function looseNames(): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent ?? ''
    const parent = node.parentElement as HTMLElement
    if (!/[\u0590-\u05ff]/.test(text) || parent.tagName === 'OPTION') continue
    if (parent.getClientRects().length === 0) continue
    const isInline = getComputedStyle(parent).display === 'inline'
    const isApart = parent.closest('bdi') !== null || text.includes('\u2068')
    const isAlone = !isInline && parent.textContent.trim() === text.trim()
    if (!isApart && !isAlone) found.push(`${parent.tagName}.${parent.className}: ${text.trim()}`)
  }
  return found
}

for (const [width, height] of [
  [390, 844],
  [320, 568],
] as const)
  test(`the bars at the head and the foot of a phone hold all they have, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await visit(page, 'accounts')
    const bars = [page.getByRole('banner'), page.getByRole('navigation', { name: 'Main' })]
    for (const bar of bars) {
      const frames = await bar
        .locator('a:visible, button:visible, select:visible, input:visible')
        .evaluateAll((controls) =>
          controls
            .map((one) => one.getBoundingClientRect().toJSON() as DOMRect)
            .filter((box) => box.width > 1),
        )
      expect(frames.length).toBeGreaterThan(3)
      for (const [place, box] of frames.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0)
        expect(box.right).toBeLessThanOrEqual(width)
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24)
        for (const other of frames.slice(place + 1)) expect(overlapOf(box, other)).toBe(0)
      }
      const around = await bar.boundingBox()
      expect(around?.height).toBeLessThan(height / 5)
    }
    await page.getByRole('button', { name: /More/ }).click()
    await expect(page.getByRole('link', { name: 'Data', exact: true })).toBeInViewport()
  })

const overlapOf = (a: DOMRect, b: DOMRect): number =>
  Math.round(
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
      Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)),
  )
