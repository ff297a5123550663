import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { showApp } from '../support/app.ts'
import { configuration, opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1280, 900))

const FIND = 'Find a page, view, account or action'

test('every page, view and account is gone to by its name, without the mouse', async () => {
  const views = [{ id: 'mine', name: 'Red, mine', filter: "band == 'red'" }]
  const data = { opened: opened({ configuration: { ...configuration, views } }) }
  const { session, screen } = await showApp('#/data', data)
  const go = async (name: string) => {
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.element(screen.getByRole('combobox', { name: FIND })).toHaveFocus()
    await userEvent.keyboard(name)
    await expect
      .element(screen.getByRole('option', { name: new RegExp(name, 'i') }).first())
      .toHaveAttribute('aria-selected', 'true')
    await userEvent.keyboard('{Enter}')
  }
  await go('Segments')
  expect(session.route.page).toBe('segments')
  await go('Red, mine')
  expect(session.route.query('filter')).toBe("band == 'red'")
  await go('Harrow Freight')
  expect([session.route.page, session.route.part]).toEqual(['account', '0'])
})

test('Escape closes the commands, and what is called nothing is said', async () => {
  const { screen } = await showApp('#/overview')
  await userEvent.keyboard('{Control>}k{/Control}')
  const field = screen.getByRole('combobox', { name: FIND })
  await field.fill('zzzzzz')
  await expect.element(screen.getByText('Nothing is called so.')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(field).not.toBeInTheDocument()
})
