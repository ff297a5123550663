import type { Locator, Page } from '@playwright/test'
import { command, openSample } from './support/keys.ts'
import { expect, test } from './support/test.ts'

// Each kind of thing that is known of an account: unfolded beside the list, as a chip, in the address, and back again.

const chips = (page: Page) => page.getByRole('group', { name: 'Filters', exact: true })

/** What is unfolded, what is ticked or typed there, the expression it makes, and what its chip says. */
const BESIDE: readonly (readonly [string, string | number, string, RegExp])[] = [
  ['Plan', 'Business', "plan == 'Business'", /^Plan Business/],
  ['Churned', 'no', 'churned == false', /^Churned no/],
  ['ARR', 50_000, 'arr >= 50000', /^ARR from 50,000/],
  ['Seats in use', 62.5, 'seat_use >= 0.625', /^Seats in use from 62\.5/],
  ['Owner', 'Maren Okafor', "owner == 'Maren Okafor'", /^Owner Maren Okafor/],
  ['Score', 60, 'score >= 60', /^Score from 60/],
  ['Band', 'Watch', "band == 'yellow'", /^Band Watch/],
  ['Change in 31 days', -5, 'change(score, 31) >= -5', /^Change in 31 days from −5/],
  ['Band before', 'Healthy', "previous(band) == 'green'", /^Band before Healthy/],
  ['Coverage', 75, 'coverage >= 0.75', /^Coverage from 75/],
  ['Model', 'Onboarding', "model == 'onboarding'", /^Model Onboarding/],
  ['Usage, score', 20, "group('usage') >= 20", /^Usage, score from 20/],
  ['Seats in use, score', 20, "factor('seat_use') >= 20", /^Seats in use, score from 20/],
  ['Gone quiet', 'yes', "has_flag('gone_quiet') == true", /^Gone quiet yes/],
  ['Days to Renewal Date', 30, 'days_until(renewal_date) >= 30', /^Renewal Date at least 30 days/],
]

const filterIn = (page: Page) =>
  new URLSearchParams(new URL(page.url()).hash.split('?')[1] ?? '').get('filter') ?? ''

async function say(facet: Locator, what: string | number) {
  if (typeof what === 'string')
    return facet.getByRole('checkbox', { name: new RegExp(`^${what} `) }).check()
  const from = facet.getByRole('spinbutton').first()
  await from.fill(`${what}`)
  await from.press('Tab')
}

test('column, owner, score, band, change, coverage, model, group, factor and flag: each is unfolded, ticked, read on a chip and in the address', async ({
  page,
}) => {
  await openSample(page, '#/accounts')
  for (const [name, what, expression, chip] of BESIDE)
    await test.step(name, async () => {
      await page.evaluate(() => (location.hash = '#/accounts'))
      await expect(chips(page).getByRole('button', { name: /^Remove filter/ })).toHaveCount(0)
      await command(page, `Filter by ${name}`)
      const beside = page.getByRole('complementary', { name: 'Filters by value' })
      const facet = beside.getByRole('group', { name, exact: true })
      await say(facet, what)
      await expect(chips(page).getByRole('button', { name: chip })).toBeVisible()
      expect(filterIn(page)).toBe(expression)
    })
})

test('a filter made of everything survives Back, Forward and a bookmark, and is edited as one expression', async ({
  page,
}) => {
  await openSample(page, '#/accounts')
  const all =
    "(band == 'red' or change(score, 31) <= -2) and coverage > 0.5 and group('usage') < 90" +
    " and not is_missing(owner) and contains(plan, 'e') and not has_flag('gone_quiet')" +
    ' and days_until(renewal_date) >= 0'
  await command(page, 'Change the filter')
  const dialog = page.getByRole('dialog', { name: 'Filter' })
  await dialog.getByRole('textbox', { name: 'As an expression' }).fill(all)
  await expect(dialog.getByRole('status')).toHaveText(/^[1-9]\d* accounts$/)
  await dialog.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(chips(page).getByRole('button', { name: /^Remove filter/ })).toHaveCount(7)
  const totals = page.getByRole('status').filter({ hasText: /of 403 accounts/ })
  const said = (await totals.textContent()) ?? ''
  const address = page.url()
  await page.goBack()
  await expect(chips(page).getByRole('button', { name: /^Remove filter/ })).toHaveCount(0)
  await page.goForward()
  await expect(totals).toHaveText(said)
  await page.goto('about:blank')
  await page.goto(address)
  await expect(totals).toHaveText(said)
  await expect(chips(page).getByRole('button', { name: /^Remove filter/ })).toHaveCount(7)
  await command(page, 'Change the filter')
  await expect(dialog.getByRole('textbox', { name: 'As an expression' })).toHaveValue(all)
})
