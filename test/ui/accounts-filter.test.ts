import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { showApp } from '../support/app.ts'

beforeEach(async () => {
  await page.viewport(1280, 900)
  localStorage.clear()
})

test('a value that is ticked filters the list, its chip says so, and the address keeps it', async () => {
  const { session, screen } = await showApp('#/accounts')
  const facets = screen.getByRole('complementary', { name: 'Filters by value' })
  const box = facets.getByRole('checkbox', { name: /^Not scored/ }).last()
  await box.click()
  await expect.element(box).toBeChecked()
  expect(session.route.query('filter')).toBe('is_missing(band)')
  await expect.element(screen.getByText('9 of 215 accounts')).toBeVisible()
  const chips = screen.getByRole('group', { name: 'Filters', exact: true })
  await expect.element(chips.getByRole('button', { name: /^Band not scored 9/ })).toBeVisible()
  await chips.getByRole('button', { name: 'Remove filter: Band not scored' }).click()
  await expect.element(screen.getByText('215 of 215 accounts')).toBeVisible()
})

test('what is ticked in one column changes what the others count, and not what its own does', async () => {
  const { screen } = await showApp('#/accounts')
  const facets = screen.getByRole('complementary', { name: 'Filters by value' })
  const rowOf = (name: RegExp) => facets.getByRole('checkbox', { name }).element().closest('label')!
  await expect.element(facets.getByRole('checkbox', { name: /^Enterprise \d/ })).toBeVisible()
  const before = [rowOf(/^Mid-market/), rowOf(/^North team/)].map((row) => row.textContent)
  await facets.getByRole('checkbox', { name: /^Enterprise \d/ }).click()
  await expect.poll(() => rowOf(/^North team/).textContent).not.toBe(before[1])
  expect(rowOf(/^Mid-market/).textContent).toBe(before[0])
})

test('a range is typed at its ends, and what is beyond is let go', async () => {
  const { session, screen } = await showApp('#/accounts')
  const facets = screen.getByRole('complementary', { name: 'Filters by value' })
  await facets.getByRole('spinbutton', { name: 'Score, from' }).fill('20')
  await userEvent.keyboard('{Tab}')
  await facets.getByRole('spinbutton', { name: 'Score, up to' }).fill('60')
  await userEvent.keyboard('{Tab}')
  await expect.poll(() => session.route.query('filter')).toBe('score >= 20 and score <= 60')
  await facets
    .getByRole('checkbox', { name: /^Not scored/ })
    .first()
    .click()
  expect(session.route.query('filter')).toBe('score >= 20 and score <= 60 or is_missing(score)')
  await expect
    .element(screen.getByRole('button', { name: /^Score 20 to 60, or not scored/ }))
    .toBeVisible()
})

test('among many columns a filter is found by its name, unfolded or not', async () => {
  const { screen } = await showApp('#/accounts')
  const facets = screen.getByRole('complementary', { name: 'Filters by value' })
  const search = facets.getByRole('searchbox', { name: 'Find a filter' })
  const named = () =>
    [...facets.element().querySelectorAll('summary, .more')].map((one) => one.textContent.trim())
  await expect.element(search).toBeVisible()
  const all = named()
  expect(all.length).toBeGreaterThan(12)
  await search.fill(' SCORE ')
  const withScore = all.filter((name) => /score/i.test(name))
  await expect.poll(named).toEqual(withScore)
  expect(withScore.length).toBeGreaterThan(1)
  await facets.getByRole('button', { name: withScore.at(-1)!, exact: true }).click()
  await expect.poll(() => facets.element().querySelectorAll('details').length).toBe(2)
  await search.fill('no column')
  await expect.element(facets.getByText('Nothing is called so.')).toBeVisible()
  await search.fill('')
  await expect.poll(() => named().toSorted()).toEqual(all.toSorted())
})

test('the ends of a share are hinted at in per cent, whose sign stands once behind the field', async () => {
  localStorage.setItem('hale.list-facets', '["coverage"]')
  const { screen } = await showApp('#/accounts')
  localStorage.clear()
  const facets = screen.getByRole('complementary', { name: 'Filters by value' })
  for (const end of ['from', 'up to']) {
    const field = facets.getByRole('spinbutton', { name: `Coverage, ${end}, %` })
    await expect.element(field).toHaveAttribute('placeholder', expect.stringMatching(/^\d+$/))
    expect(field.element().parentElement?.textContent).toBe('%')
  }
})

test('conditions and their expression are one: what is changed in one is changed in the other', async () => {
  const { session, screen } = await showApp("#/accounts?filter=band+%3D%3D+'red'")
  await screen.getByRole('button', { name: 'Filter', exact: true }).click()
  const dialog = screen.getByRole('dialog', { name: 'Filter' })
  const expression = dialog.getByRole('textbox', { name: 'As an expression' })
  await expect.element(expression).toHaveValue("band == 'red'")
  await dialog.getByRole('button', { name: 'Watch' }).click()
  await expect.element(expression).toHaveValue("band in ['red', 'yellow']")
  await expression.fill("band == 'red' and (arr > 100000 or is_missing(team))")
  await expect.element(dialog.getByRole('group', { name: 'One of these holds' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Filter', exact: true }).click()
  expect(session.route.query('filter')).toBe("band == 'red' and (arr > 100000 or is_missing(team))")
})

test('an expression that says nothing is underlined where it goes wrong, and filters nothing', async () => {
  const { session, screen } = await showApp('#/accounts')
  await screen.getByRole('button', { name: 'Filter', exact: true }).click()
  const dialog = screen.getByRole('dialog', { name: 'Filter' })
  const expression = dialog.getByRole('textbox', { name: 'As an expression' })
  await expression.fill('arr > 5 and contans(team, 3)')
  const wrong = () =>
    [...dialog.element().querySelectorAll('[data-wrong="true"]')].map((part) => part.textContent)
  await expect.poll(wrong).toEqual(['contans'])
  await expect.element(dialog.getByText('Is “contains” meant?', { exact: false })).toBeVisible()
  await dialog.getByRole('button', { name: 'Filter', exact: true }).click()
  expect(session.route.query('filter')).toBe('')
})

test('names are completed from the keyboard', async () => {
  const { screen } = await showApp('#/accounts')
  await screen.getByRole('button', { name: 'Filter', exact: true }).click()
  const dialog = screen.getByRole('dialog', { name: 'Filter' })
  const expression = dialog.getByRole('textbox', { name: 'As an expression' })
  await expression.click()
  await userEvent.keyboard('rene')
  await expect.element(dialog.getByRole('option', { name: /^renewal_date/ })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(expression).toHaveValue('renewal_date')
})
