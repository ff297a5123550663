import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createSession, renderApp, showApp } from '../support/app.ts'
import { FakeImporter } from '../support/fake-importer.ts'
import { NEWEST, nothingOpened, opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1280, 900))
afterEach(() => localStorage.clear())

const pages = ['Overview', 'Accounts', 'Segments', 'Trends', 'Model', 'Data']

test('the places of the app are links by their names, the one shown is marked', async () => {
  const { screen } = await showApp('#/accounts')
  const nav = screen.getByRole('navigation', { name: 'Main' })
  for (const name of pages)
    await expect.element(nav.getByRole('link', { name, exact: true })).toBeVisible()
  await expect
    .element(nav.getByRole('link', { name: 'Accounts' }))
    .toHaveAttribute('aria-current', 'page')
})

test('the line of a file takes the place of the bar before its page is there: nothing is pushed up', async () => {
  const bars = () => [...document.querySelectorAll('header.top')]
  const { screen } = await showApp('#/import')
  expect(bars().map((bar) => bar.checkVisibility())).toEqual([false])
  await expect.element(screen.getByRole('heading', { name: 'Import', exact: true })).toBeVisible()
  expect(bars().map((bar) => bar.checkVisibility())).toEqual([false])
})

test.each(['#/overview', '#/accounts', '#/account/7', '#/restore'])(
  '%s takes files through one input named Choose files',
  async (hash) => {
    const { screen } = await showApp(hash)
    const inputs = screen.getByLabelText('Choose files', { exact: true }).elements()
    expect(inputs.map((input) => (input as HTMLInputElement).type)).toEqual(['file'])
    expect((inputs[0] as HTMLInputElement).multiple).toBe(true)
  },
)

test('a file that is dropped anywhere is looked at, not opened by the browser', async () => {
  const { session, screen } = await showApp('#/overview')
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File(['{"format":"hale-config"}'], 'model.json'))
  const drag = (type: string) =>
    window.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true, bubbles: true }))
  drag('dragenter')
  await expect.element(screen.getByText('Nothing is saved yet', { exact: false })).toBeVisible()
  expect(drag('drop')).toBe(false)
  await expect.poll(() => session.configurationFile?.name).toBe('model.json')
  expect(session.route.page).toBe('configuration')
})

test('on a phone the search, the day shown and each head that sorts have a finger’s room', async () => {
  await page.viewport(390, 844)
  const { screen } = await showApp('#/accounts')
  await expect.element(screen.getByRole('table', { name: 'Accounts' })).toBeVisible()
  /** How far up and down from its middle a touch is still its own. */
  const reach = (target: Element) => {
    const { x, y, width, height } = target.getBoundingClientRect()
    const at = (by: number) => document.elementFromPoint(x + width / 2, y + height / 2 + by)
    const isIts = (by: number) => at(by)?.closest('label, select, button') === target
    let px = 0
    while (px < 40 && isIts(px + 0.5) && isIts(-px - 0.5)) px++
    return 2 * px
  }
  expect([
    reach(screen.getByRole('searchbox', { name: 'Search accounts' }).element().closest('label')!),
    reach(screen.getByRole('combobox', { name: 'Snapshot shown' }).element()),
    reach(screen.getByRole('columnheader', { name: 'Score' }).getByRole('button').element()),
  ]).toEqual([44, 44, 32])
})

test('a range pasted from a spreadsheet is a file; a word is not', async () => {
  const importer = new FakeImporter()
  await showApp('', { opened: nothingOpened() }, () => importer.job)
  const paste = (text: string) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }))
  }
  paste('just a word')
  paste('id\tarr\n1\t20')
  await expect.poll(() => importer.inspected.map(({ file }) => file.name)).toEqual(['pasted.tsv'])
})

test('the heading of a page that was gone to has the focus', async () => {
  const { screen } = await showApp('#/overview')
  await screen.getByRole('link', { name: 'Accounts', exact: true }).click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Accounts' })).toHaveFocus()
  expect(document.title).toBe('Accounts · Hale')
})

test('what is looked at on a page changes without taking the focus away', async () => {
  const { session, screen } = await showApp('#/overview')
  session.route.go('accounts')
  const search = screen.getByRole('searchbox', { name: 'Search accounts' })
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Accounts' })).toHaveFocus()
  await search.click()
  session.route.show({ filter: 'score < 40' })
  await expect.poll(() => session.route.query('filter')).toBe('score < 40')
  await new Promise(requestAnimationFrame)
  await expect.element(search).toHaveFocus()
})

test('a slash goes to the search, which finds on Accounts', async () => {
  const { session, screen } = await showApp('#/overview')
  await userEvent.keyboard('/')
  await expect.element(screen.getByLabelText('Search accounts')).toHaveFocus()
  await userEvent.keyboard('lumen{Enter}')
  await expect
    .poll(() => session.route.href(session.route.page, { q: session.route.query('q') }))
    .toBe('#/accounts?q=lumen')
})

test('the snapshot is chosen by its date, one back, and one on', async () => {
  const { session, screen } = await showApp('#/overview')
  await expect.element(screen.getByRole('button', { name: 'Later snapshot' })).toBeDisabled()
  await screen.getByRole('button', { name: 'Earlier snapshot' }).click()
  await expect.poll(() => session.later).toBe(NEWEST)
  await screen.getByRole('button', { name: 'Later snapshot' }).click()
  await expect.poll(() => session.day).toBe(NEWEST)
  expect(session.route.query('day')).toBe('')
})

test('the theme goes from system to light to dark, and is kept', async () => {
  const { screen } = await showApp('#/overview')
  const button = screen.getByRole('button', { name: 'Theme:' })
  await button.click()
  await button.click()
  await expect.element(screen.getByRole('button', { name: 'Theme: dark' })).toBeVisible()
  expect(document.documentElement.dataset['theme']).toBe('dark')
  expect(localStorage.getItem('hale.theme')).toBe('dark')
  await button.click()
  expect(document.documentElement.dataset['theme']).toBeUndefined()
})

test('what was done can be taken back from its message', async () => {
  const undo = { act: 'import', fileName: 'march.csv', day: NEWEST, files: 1 } as const
  const { session, screen } = await showApp('#/overview', { opened: opened({ undo }) })
  session.refresh(opened({ undo }))
  await expect.element(screen.getByRole('status').getByText('Imported march.csv')).toBeVisible()
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.element(screen.getByText('Took back the import of march.csv')).toBeVisible()
})

test('on a phone the rarer places are under More', async () => {
  await page.viewport(390, 800)
  const { screen } = await showApp('#/overview')
  const model = screen.getByRole('link', { name: 'Model', exact: true })
  await expect.element(model).not.toBeInTheDocument()
  await screen.getByRole('button', { name: 'More' }).click()
  await expect.element(model).toBeVisible()
})

test('a question mark lists the shortcuts, and its switch turns keys pressed alone off for good', async () => {
  const { preferences, session, screen } = await showApp('#/overview')
  await userEvent.keyboard('?')
  const dialog = screen.getByRole('dialog', { name: 'Shortcuts' })
  await expect.element(dialog.getByText('Search accounts')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'Use keys pressed alone' }).click()
  await userEvent.keyboard('{Escape}')
  await userEvent.keyboard('?/')
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(screen.getByLabelText('Search accounts')).not.toHaveFocus()
  expect(localStorage.getItem('hale.single-keys')).toBe('off')
  expect([preferences.singleKeys, session.route.page]).toEqual([false, 'overview'])
})

test('the same problem twice is said once, another one beside it', async () => {
  const { session } = await showApp('#/overview')
  for (const message of ['a', 'a', 'b']) session.toasts.show({ kind: 'bug', message })
  expect(session.toasts.list.map(({ message }) => message)).toEqual([
    { kind: 'bug', message: 'a' },
    { kind: 'bug', message: 'b' },
  ])
})

test('before it is known what is stored nothing is drawn that could jump', async () => {
  const session = createSession('#/overview')
  const { screen } = await renderApp(session)
  expect(screen.getByRole('navigation').elements()).toEqual([])
  expect(screen.getByRole('banner').elements()).toEqual([])
  await session.open()
  await expect.element(screen.getByRole('navigation', { name: 'Main' })).toBeVisible()
})
