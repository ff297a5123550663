import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Configuration, View } from '../../src/core/model/configuration.ts'
import { success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { configuration, opened } from '../support/portfolio.ts'

beforeEach(async () => {
  await page.viewport(1440, 900)
  localStorage.clear()
})

const mine: View = {
  id: 'mine',
  name: 'Red, mine',
  filter: "band == 'red'",
  columns: ['name', 'band', 'score'],
  sort: [['score', 'asc']],
}
const MINE =
  '#/accounts?view=mine&filter=band+%3D%3D+%27red%27&columns=name%2Cband%2Cscore&sort=score'

/** Accounts with these views; what is saved comes into force, and is kept with what was said of it. */
async function showViews(hash: string, views: readonly View[]) {
  const applied: { readonly views: Configuration['views']; readonly note: string }[] = []
  const applyConfiguration = (next: Configuration, note: string) => {
    applied.push({ views: next.views, note })
    const undo = { act: 'apply-configuration', name: next.name ?? '', note } as const
    return Promise.resolve(success(opened({ configuration: next, undo })))
  }
  const data = {
    opened: opened({ configuration: { ...configuration, views } }),
    answers: { applyConfiguration },
  }
  return { applied, ...(await showApp(hash, data)) }
}

test('a view that is saved is part of the configuration, and its address says all of it', async () => {
  const { applied, session, screen } = await showViews(
    "#/accounts?filter=band+%3D%3D+'red'&sort=-score",
    [],
  )
  await screen.getByRole('button', { name: 'Save view' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Save as a view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Red, first!')
  await dialog.getByRole('button', { name: 'Save view' }).click()
  const tab = screen.getByRole('link', { name: /^Red, first!/ })
  await expect.element(tab).toHaveAttribute('aria-current', 'page')
  expect(applied).toEqual([
    {
      views: [
        {
          id: 'red_first',
          name: 'Red, first!',
          filter: "band == 'red'",
          columns: [
            ...['name', 'band', 'score', 'change', 'history', 'driver'],
            ...['value', 'renewal', 'owner'],
          ],
          sort: [['score', 'desc']],
        },
      ],
      note: 'Saved the view “Red, first!”',
    },
  ])
  expect(session.route.query('view')).toBe('red_first')
})

test('what was changed in a view is said, and saved into it when the person says so', async () => {
  const { applied, screen } = await showViews(MINE, [mine])
  const save = screen.getByRole('button', { name: 'Save changes' })
  await expect.element(screen.getByRole('link', { name: /^Red, mine/ })).toBeVisible()
  await expect.element(save).not.toBeInTheDocument()
  await screen.getByRole('columnheader', { name: 'Score' }).getByRole('button').click()
  await expect.element(screen.getByRole('link', { name: /^Red, mine changed/ })).toBeVisible()
  await save.click()
  expect(applied[0]?.views).toEqual([{ ...mine, sort: [['score', 'desc']] }])
  await expect.element(save).not.toBeInTheDocument()
})

test('a view is renamed and stays what it was, although the list looks otherwise by now', async () => {
  const { applied, session, screen } = await showViews(MINE, [mine])
  await screen.getByRole('columnheader', { name: 'Score' }).getByRole('button').click()
  await screen.getByRole('button', { name: 'Rename view' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Rename the view' })
  await expect.element(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Red, mine')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Red, ours')
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect.element(screen.getByRole('link', { name: /^Red, ours changed/ })).toBeVisible()
  expect(applied[0]?.views).toEqual([{ ...mine, name: 'Red, ours' }])
  expect(session.route.query('view')).toBe('mine')
})

test('a view is removed, its list stays, and the message offers to take it back', async () => {
  const { applied, session, screen } = await showViews(MINE, [mine])
  await screen.getByRole('button', { name: 'Remove view' }).click()
  await expect
    .element(screen.getByText('Applied SaaS accounts (Removed the view “Red, mine”)'))
    .toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Undo' })).toBeVisible()
  expect(applied[0]?.views).toBeUndefined()
  expect(session.route.query('view')).toBe('')
  expect(session.route.query('filter')).toBe("band == 'red'")
})

test('without a name no view is saved', async () => {
  const { applied, screen } = await showViews('#/accounts', [])
  await screen.getByRole('button', { name: 'Save view' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Save as a view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('   ')
  await dialog.getByRole('button', { name: 'Save view' }).click()
  expect(applied).toEqual([])
})
