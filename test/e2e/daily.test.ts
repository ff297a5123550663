import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { command, openSample, tabTo } from './support/keys.ts'
import { isNothingStored, stored } from './support/stored.ts'
import { expect, test } from './support/test.ts'

const accountsWhere = (filter: string) => `#/accounts?filter=${encodeURIComponent(filter)}`
const totals = (page: Page) => page.getByRole('status').filter({ hasText: /of 403 accounts/ })

/** What can be filtered by, as an expression, and what its chip says. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ["segment == 'Enterprise'", /^Segment Enterprise/],
  ["owner in ['Jonas Eberlin', 'Priya Lindholm']", /^Owner Jonas Eberlin, Priya Lindholm/],
  ["model == 'onboarding'", /^Model /],
  ['score < 40 or is_missing(score)', /^Score below 40, or not scored/],
  ["band == 'yellow'", /^Band Watch/],
  ["previous(band) == 'green'", /^Band before Healthy/],
  ['change(score, 31) <= -5', /^Change in 31 days up to −5/],
  ['coverage < 0.9', /^Coverage below 90 %/],
  ["group('usage') < 50", /^Usage, score below 50/],
  ["factor('seat_use') < 50", /^Seats in use, score below 50/],
  ["has_flag('gone_quiet')", /^Flag Gone quiet/],
  ["not has_flag('gone_quiet')", /^Not flagged Gone quiet/],
  ['pct_change(logins_30d, 30) < -0.3', /^Change of logins .* below −30 %/],
  ['raw > 80', /^Score before exceptions above 80/],
  ['is_missing(nps)', /^NPS no value/],
  ['days_until(renewal_date) >= 0 and days_until(renewal_date) <= 90', /^Renewal Date within 90/],
  ["arr > 100000 or plan == 'Starter'", /ARR .* or plan/i],
]

test('whatever can be known of an account is a filter: its chip says it, and counts what is listed', async ({
  page,
}) => {
  await openSample(page, '#/accounts')
  for (const [filter, says] of KINDS)
    await test.step(filter, async () => {
      await page.evaluate((hash) => (location.hash = hash), accountsWhere(filter))
      const chip = page.getByRole('group', { name: 'Filters', exact: true }).getByRole('button', {
        name: says,
      })
      await expect(chip.first()).toBeVisible()
      const count = Number(await chip.first().locator('.n').textContent())
      expect(count).toBeGreaterThan(0)
      expect(count).toBeLessThan(403)
      await expect(totals(page)).toHaveText(new RegExp(`^${count} of 403 accounts`))
    })
})

test('filters, columns, order, rows and views by keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSample(page, '#/accounts')
  const beside = page.getByRole('complementary', { name: 'Filters by value' })
  await tabTo(page, beside.getByRole('spinbutton', { name: 'Score, from' }))
  await page.keyboard.type('30')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^Score from 30/ })).toBeVisible()
  await tabTo(page, beside.getByRole('checkbox', { name: /^At risk/ }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: /^Band At risk/ })).toBeVisible()

  await command(page, 'Change the filter')
  const expression = page.getByRole('textbox', { name: 'As an expression' })
  await tabTo(page, expression)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type("band == 'red' and (arr > 20000 or is_missing(nps))")
  const dialog = page.getByRole('dialog', { name: 'Filter' })
  await expect(dialog.getByRole('status')).toHaveText(/^\d+ accounts$/)
  await tabTo(page, dialog.getByRole('button', { name: 'Filter', exact: true }))
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: /^Band At risk/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Score from 30/ })).toBeHidden()

  await command(page, 'Choose columns')
  await tabTo(page, page.getByRole('checkbox', { name: 'Plan', exact: true }))
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  const table = page.getByRole('table', { name: 'Accounts' })
  await expect(table.getByRole('columnheader', { name: 'Plan' })).toBeVisible()
  await tabTo(page, table.getByRole('columnheader', { name: 'Plan' }).getByRole('button'))
  await page.keyboard.press('Enter')
  await tabTo(page, table.getByRole('rowheader').first().getByRole('link'))
  await expect(table.getByRole('columnheader', { name: 'Plan' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )

  await page.keyboard.type('xjx')
  await expect(page.getByText('2 selected')).toBeVisible()
  await command(page, 'Copy the list')
  await expect(page.getByText('Copied: paste it into a spreadsheet.')).toBeVisible()
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]?.split('\t').at(-1)?.trim()).toBe('Plan')

  await command(page, 'Save view')
  await page.keyboard.type('Red and rich')
  await page.keyboard.press('Enter')
  const tab = page.getByRole('link', { name: /^Red and rich/ })
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await command(page, 'Overview')
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeFocused()
  await command(page, 'Red and rich')
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await command(page, 'Undo')
  await expect(tab).toBeHidden()
})

test('a view is created, renamed, removed and taken back, and the configuration file has what is there', async ({
  page,
}) => {
  await openSample(page, accountsWhere("band == 'red'"))
  await page.getByRole('button', { name: 'Save view' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Mine')
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByRole('link', { name: /^Mine 47/ })).toBeVisible()
  expect(await exportedViews(page)).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: 'Mine', filter: "band == 'red'" })]),
  )
  await page.getByRole('button', { name: 'Rename view' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ours')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /^Ours 47/ })).toBeVisible()
  await page.goto(`./${new URL(page.url()).hash}`)
  await page.reload()
  await expect(page.getByRole('link', { name: /^Ours 47/ })).toHaveAttribute('aria-current', 'page')
  await page.getByRole('button', { name: 'Remove view' }).click()
  await expect(page.getByRole('link', { name: /^Ours/ })).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: /^Ours 47/ })).toBeVisible()
  const names = (await exportedViews(page)).map(({ name }) => name)
  expect(names).toContain('Ours')
  expect(names).not.toContain('Mine')
})

async function exportedViews(page: Page): Promise<NonNullable<Configuration['views']>> {
  const waiting = page.waitForEvent('download')
  await command(page, 'Export configuration')
  const text = await readFile(await (await waiting).path(), 'utf8')
  return (JSON.parse(text) as Configuration).views ?? []
}

test('the sample that is removed comes back as it was, by its message or Ctrl and Z; left alone, nothing of it stays', async ({
  page,
}) => {
  await openSample(page, accountsWhere("band == 'red'"))
  await page.getByRole('button', { name: 'Save view' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Mine')
  await page.keyboard.press('Enter')
  const view = page.getByRole('link', { name: /^Mine 47/ })
  await expect(view).toBeVisible()
  const before = await stored(page)
  const start = page.getByRole('heading', { name: 'Drop a customer export anywhere' })
  const remove = page.getByRole('button', { name: 'Remove sample data' })
  for (const takeBack of [
    () => page.getByRole('button', { name: 'Undo' }).click(),
    () => page.keyboard.press('ControlOrMeta+z'),
  ]) {
    await remove.click()
    await expect(start).toBeVisible()
    await takeBack()
    await expect(page.getByText('Brought back the sample data')).toBeVisible()
    await page.getByRole('link', { name: 'Accounts', exact: true }).click()
    await expect(view).toBeVisible()
    expect(await stored(page)).toEqual(before)
  }
  await remove.click()
  await expect(start).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect.poll(() => isNothingStored(page)).toBe(true)
})

test('after a filter the list as pages is a few steps away by keyboard, and on a phone too count and value stay in sight', async ({
  page,
}) => {
  await openSample(page, accountsWhere("band == 'red'"))
  await page.getByRole('button', { name: 'Remove filter: Band At risk' }).focus()
  const looks = page.getByRole('button', { name: 'Show as pages' })
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('Tab')
  await expect(looks).toBeFocused()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(totals(page)).toBeInViewport({ ratio: 1 })
  await expect(totals(page)).toHaveText(/^47 of 403 accounts\s+1\.75M of [\d.]+M\s+ARR/)
  await page.getByRole('table', { name: 'Accounts' }).getByRole('checkbox').nth(1).check()
  const picked = page.getByRole('group', { name: 'Selected accounts' }).getByRole('status')
  await expect(picked).toHaveText(/^1 selected\s+[\d.]+K$/)
  await expect(picked).toBeInViewport({ ratio: 1 })
  await expect(totals(page)).toBeInViewport({ ratio: 1 })
})
