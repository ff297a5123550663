import { beforeEach, expect, test } from 'vitest'
import { findCommands } from '../../src/ui/frame/find-commands.ts'
import { PAGE_ENTRIES } from '../../src/ui/pages.ts'
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

const listed = (screen: Awaited<ReturnType<typeof showApp>>['screen']) =>
  screen
    .getByRole('option')
    .elements()
    .map((option) => option.querySelector('bdi')?.textContent)

test('what can be done anywhere is among the commands: files, exports, undo, snapshots, workspaces, looks', async () => {
  const data = {
    opened: opened({
      configuration,
      undo: { act: 'delete-snapshot', day: opened().snapshots[0]!.day },
    }),
  }
  const { screen } = await showApp('#/accounts', data)
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(screen.getByRole('combobox', { name: FIND })).toHaveFocus()
  const names = listed(screen)
  for (const page of [
    'overview',
    'accounts',
    'segments',
    'trends',
    'model',
    'how',
    'data',
  ] as const)
    expect(names).toContain(PAGE_ENTRIES[page].title)
  expect(names).toEqual(
    expect.arrayContaining([
      ...['Import files', 'Export scores', 'Export configuration', 'Back up', 'Restore a backup'],
      ...['Export view', 'Copy the list', 'Choose columns', 'Change the filter', 'Save view'],
      ...['Earlier snapshot', 'Compare with 90 days before', 'Show scores restated'],
      ...['Theme: light', 'Theme: dark', 'Dense rows', 'Show accounts as pages'],
      ...['Print this page', 'Shortcuts', 'Turn single keys off', 'Open sample data'],
      expect.stringMatching(/^Undo: Deleted the snapshot of /),
    ]),
  )
})

test('what one page can do is not offered on another', async () => {
  const { session, screen } = await showApp('#/accounts')
  session.route.go('overview')
  await expect.element(screen.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(screen.getByRole('combobox', { name: FIND })).toHaveFocus()
  expect(listed(screen)).not.toContain('Export view')
})

test('what a page brings while its name is typed already is found, and goes with the page', async () => {
  const { session, screen } = await showApp('#/overview')
  await userEvent.keyboard('{Control>}k{/Control}')
  await screen.getByRole('combobox', { name: FIND }).fill('Filter by Plan')
  await expect.element(screen.getByText('Nothing is called so.')).toBeVisible()
  const withdraw = session.offers.make([{ name: 'Filter by Plan', run: () => {} }])
  await expect.element(screen.getByRole('option', { name: 'Filter by Plan' })).toBeVisible()
  withdraw()
  await expect.element(screen.getByText('Nothing is called so.')).toBeVisible()
})

test('a theme is chosen by its name', async () => {
  const { theme, screen } = await showApp('#/overview')
  await userEvent.keyboard('{Control>}k{/Control}')
  await screen.getByRole('combobox', { name: FIND }).fill('dark theme')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => theme.name).toBe('dark')
  theme.choose('system')
})

test('words are found in any order and without accents, what begins with them first', () => {
  const commands = ['Export view', 'Überblick', 'Model: Versions', 'View models'].map((name) => ({
    name,
    kind: 'Action' as const,
    run: () => {},
  }))
  const found = (wanted: string) => findCommands(commands, wanted).map(({ name }) => name)
  expect(found('view')).toEqual(['View models', 'Export view'])
  expect(found('model v')).toEqual(['Model: Versions', 'View models'])
  expect(found('uber')).toEqual(['Überblick'])
  expect(found('')).toHaveLength(4)
})
