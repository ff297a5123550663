import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { february, january, jsonFile, loginsModel } from './support/files.ts'
import { chooseFiles, expectRead, pressImport, rowsOf } from './support/steps.ts'
import { expect, test } from './support/test.ts'

// axe is put into the page, which the policy forbids: what is tried here is only how the pages are built.
test.use({ bypassCSP: true })

const widths = [
  ['wide', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
] as const

for (const colorScheme of ['light', 'dark'] as const)
  for (const [width, viewport] of widths)
    test.describe(`${colorScheme}, ${width}`, () => {
      test.use({ colorScheme, viewport })

      test('axe finds nothing on any page', async ({ page }) => {
        await page.goto('./')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await check(page, 'start')

        await chooseFiles(page, jsonFile('logins.json', { ...loginsModel, colour: 'blue' }))
        await expect(page.getByRole('button', { name: 'Apply', exact: true })).toBeVisible()
        await check(page, 'configuration')
        await page.getByRole('button', { name: 'Apply', exact: true }).click()
        await expect(page.getByRole('heading', { name: 'Model', level: 1 })).toBeVisible()
        await chooseFiles(page, january)
        await pressImport(page)

        await chooseFiles(page, february)
        await expectRead(page)
        await check(page, 'review')
        await page.getByRole('button', { name: '2 rejected' }).click()
        await check(page, 'rejected rows')
        await page.getByRole('button', { name: 'Close list' }).click()
        await pressImport(page)
        await check(page, 'overview')

        for (const name of ['segments', 'trends', 'model', 'data', 'accounts']) {
          await page.goto(`./#/${name}`)
          await check(page, name)
        }
        await rowsOf(page.getByRole('table', { name: 'Accounts' }))
        await page.getByRole('link', { name: /^Castell/ }).click()
        await check(page, 'account')
      })
    })

async function check(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Reading…')).toHaveCount(0)
  // There are no frames, for which axe would open a second page.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
  expect(found, name).toEqual([])
}
