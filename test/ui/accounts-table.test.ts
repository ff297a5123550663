import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Preferences } from '../../src/state/preferences.svelte.ts'
import { showApp } from '../support/app.ts'
import { accountRows } from '../support/portfolio.ts'

beforeEach(async () => {
  await page.viewport(1000, 900)
  localStorage.clear()
})

type Screen = Awaited<ReturnType<typeof showApp>>['screen']

const head = (screen: Screen, name: string) => screen.getByRole('columnheader', { name }).element()
const headings = (screen: Screen) =>
  screen
    .getByRole('columnheader')
    .elements()
    .map((one) => one.getAttribute('data-label'))
    .filter((label) => label !== null)
const scroller = (screen: Screen) =>
  screen.getByRole('table', { name: 'Accounts' }).element().closest('.scroll') as HTMLElement
const focusedRow = () => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')

/** What a person finds who comes back to the list. */
async function again(screen: Screen): Promise<Screen> {
  await screen.unmount()
  const next = await showApp('#/accounts?sort=name')
  await expect.element(next.screen.getByRole('table', { name: 'Accounts' })).toBeVisible()
  return next.screen
}

test('a pinned column stands behind the name, stays there while the rest scrolls away, and is remembered', async () => {
  const { screen } = await showApp('#/accounts?sort=name')
  await screen.getByRole('button', { name: /^Columns/ }).click()
  const dialog = screen.getByRole('dialog', { name: 'Columns' })
  const owner = dialog.getByRole('listitem').filter({ hasText: 'Owner' })
  await owner.getByRole('button', { name: 'Pin' }).click()
  await expect
    .element(owner.getByRole('button', { name: 'Pinned' }))
    .toHaveAttribute('aria-pressed', 'true')
  await dialog.getByRole('button', { name: 'Done' }).click()
  const places = async (shown: Screen) => {
    scroller(shown).scrollLeft = 300
    await new Promise(requestAnimationFrame)
    const edge = scroller(shown).getBoundingClientRect().left
    return ['Account', 'Owner'].map((name) =>
      Math.round(head(shown, name).getBoundingClientRect().left - edge),
    )
  }
  expect(headings(screen).slice(0, 2)).toEqual(['Account', 'Owner'])
  expect(await places(screen)).toEqual([40, 260])
  expect(await places(await again(screen))).toEqual([40, 260])
})

test('a column is as wide as it is made, by its number or its edge, and a double click gives the usual width', async () => {
  const { screen } = await showApp('#/accounts?sort=name')
  const width = (shown: Screen) => Math.round(head(shown, 'Owner').getBoundingClientRect().width)
  await expect.element(screen.getByRole('columnheader', { name: 'Owner' })).toBeVisible()
  await screen.getByRole('button', { name: /^Columns/ }).click()
  const dialog = screen.getByRole('dialog', { name: 'Columns' })
  const field = dialog.getByRole('spinbutton', { name: 'Width of Owner, pixels' })
  await field.fill('200')
  await userEvent.keyboard('{Tab}')
  await dialog.getByRole('button', { name: 'Done' }).click()
  expect(width(screen)).toBe(200)
  const after = await again(screen)
  expect(width(after)).toBe(200)
  const edge = head(after, 'Owner').querySelector('.edge') as HTMLElement
  const x = head(after, 'Owner').getBoundingClientRect().right
  // A press that no pointer makes cannot be held on to.
  edge.setPointerCapture = () => {}
  edge.dispatchEvent(new PointerEvent('pointerdown', { clientX: x, bubbles: true }))
  edge.dispatchEvent(new PointerEvent('pointermove', { clientX: x + 40 }))
  edge.dispatchEvent(new PointerEvent('lostpointercapture'))
  await expect.poll(() => width(after)).toBe(240)
  edge.dispatchEvent(new PointerEvent('pointermove', { clientX: x + 90 }))
  edge.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
  await expect.poll(() => width(after)).toBe(136)
})

test('the usual columns close the dialog and can be taken back by toast or keys: choice, widths and pins', async () => {
  const { preferences, screen } = await showApp('#/accounts?sort=name')
  const chosen = {
    columns: ['owner', 'score'],
    pinned: ['owner'],
    widths: new Map([['owner', 200]]),
  }
  preferences.layOut(chosen)
  await expect.poll(() => headings(screen)).toEqual(['Account', 'Owner', 'Score'])
  const layOutAsUsual = async () => {
    await screen.getByRole('button', { name: /^Columns/ }).click()
    await screen.getByRole('button', { name: 'Usual columns' }).click()
    await expect.poll(() => headings(screen).length).toBe(7)
    expect(preferences.isUsualLayout).toBe(true)
  }
  await layOutAsUsual()
  expect(screen.getByRole('dialog').query()).toBeNull()
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => headings(screen)).toEqual(['Account', 'Owner', 'Score'])
  await expect
    .element(screen.getByText('Brought back the columns as they were chosen'))
    .toBeVisible()
  await layOutAsUsual()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(() => headings(screen)).toEqual(['Account', 'Owner', 'Score'])
  expect(preferences.layout).toEqual(chosen)
  expect((await again(screen)) && new Preferences(localStorage).layout).toEqual(chosen)
})

test('columns that the address names come back into it, and a choice made since is not overruled', async () => {
  const { session, preferences, screen } = await showApp('#/accounts?columns=owner,score')
  await screen.getByRole('button', { name: /^Columns/ }).click()
  await screen.getByRole('button', { name: 'Usual columns' }).click()
  expect(session.route.query('columns')).toBe('')
  preferences.chooseWidth('owner', 200)
  await expect.element(screen.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
  preferences.chooseWidth('owner', null)
  await screen.getByRole('button', { name: 'Undo' }).click()
  expect(session.route.query('columns')).toBe('owner,score')
})

test('a list that is wider than its window by a few pixels gives way at the names, unless their width was chosen', async () => {
  const { preferences, screen } = await showApp('#/accounts', { rows: accountRows(1) })
  await expect.element(screen.getByRole('table', { name: 'Accounts' })).toBeVisible()
  const beyond = () => scroller(screen).scrollWidth - scroller(screen).clientWidth
  preferences.layOut({ columns: ['score', 'owner'], pinned: ['score'], widths: new Map() })
  const room = scroller(screen).clientWidth
  const owner = room - 40 - 220 - 72 + 2
  for (const asPages of [false, true]) {
    preferences.choose('listAsPages', asPages)
    preferences.chooseWidth('owner', owner)
    await expect.poll(beyond).toBe(0)
    preferences.chooseWidth('name', 220)
    await expect.poll(beyond).toBeGreaterThan(0)
    preferences.chooseWidth('name', null)
  }
  preferences.choose('listAsPages', false)
})

test('a head that is dragged onto another takes its place, and the order is remembered', async () => {
  const { screen } = await showApp('#/accounts?sort=name')
  await expect.element(screen.getByRole('columnheader', { name: 'Owner' })).toBeVisible()
  const carried = new DataTransfer()
  const drag = (type: string, name: string) =>
    head(screen, name).dispatchEvent(
      new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }),
    )
  drag('dragstart', 'Owner')
  drag('dragover', 'Score')
  drag('drop', 'Score')
  await expect
    .poll(() => headings(screen).slice(0, 4))
    .toEqual(['Account', 'Band', 'Owner', 'Score'])
  expect(headings(await again(screen)).slice(0, 4)).toEqual(['Account', 'Band', 'Owner', 'Score'])
})

test('rows stand closer for who wants it so, from then on', async () => {
  const { screen } = await showApp('#/accounts?sort=name')
  const rowHeight = (shown: Screen) =>
    shown.getByRole('row').elements()[2]?.getBoundingClientRect().height
  await expect.element(screen.getByRole('button', { name: 'Dense rows' })).toBeVisible()
  expect(rowHeight(screen)).toBe(34)
  await screen.getByRole('button', { name: 'Dense rows' }).click()
  await expect.poll(() => rowHeight(screen)).toBe(28)
  const after = await again(screen)
  expect(rowHeight(after)).toBe(28)
  await expect
    .element(after.getByRole('button', { name: 'Dense rows' }))
    .toHaveAttribute('aria-pressed', 'true')
})

test('x selects the account that has the focus, unless single keys are off', async () => {
  const { preferences, screen } = await showApp('#/accounts?sort=name', { rows: accountRows(20) })
  await expect.element(screen.getByRole('table', { name: 'Accounts' })).toBeVisible()
  await userEvent.keyboard('jjx')
  await expect.element(screen.getByText('1 selected')).toBeVisible()
  await expect
    .element(screen.getByRole('table').getByRole('checkbox', { checked: true }))
    .toBeVisible()
  expect(focusedRow()).toBe('3')
  await userEvent.keyboard('x')
  await expect.element(screen.getByText('1 selected')).not.toBeInTheDocument()
  preferences.choose('singleKeys', false)
  await userEvent.keyboard('x')
  await expect.element(screen.getByText('1 selected')).not.toBeInTheDocument()
  preferences.choose('singleKeys', true)
})

test('on pages j goes from row to row and from the last of a page to the first of the next', async () => {
  const rows = accountRows(60)
  const { session, preferences, screen } = await showApp('#/accounts?sort=name', { rows })
  preferences.choose('listAsPages', true)
  await expect.element(screen.getByText('Page 1 of 2: 1 to 50')).toBeVisible()
  await userEvent.keyboard('jj{End}')
  await expect.poll(focusedRow).toBe('61')
  expect(session.route.query('page')).toBe('2')
  await userEvent.keyboard('{Home}')
  await expect.poll(focusedRow).toBe('2')
  await userEvent.keyboard('{PageDown}')
  await expect.poll(focusedRow).toBe('51')
  await userEvent.keyboard('j')
  await expect.poll(focusedRow).toBe('52')
  expect(session.route.query('page')).toBe('2')
})

test('j begins where the list was scrolled to', async () => {
  const { screen } = await showApp('#/accounts?sort=name')
  await expect.element(screen.getByRole('table', { name: 'Accounts' })).toBeVisible()
  scroller(screen).scrollTop = 3400
  await expect
    .poll(() => screen.getByRole('table').element().querySelector('tr[aria-rowindex="102"]'))
    .toBeTruthy()
  await userEvent.keyboard('j')
  await expect.poll(focusedRow).toBe('102')
})

test('on a phone the filters say what they leave, and close on it', async () => {
  await page.viewport(390, 844)
  const { screen } = await showApp('#/accounts?sort=name', { rows: accountRows(20) })
  await screen.getByRole('button', { name: 'Filters' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Filters' })
  const show = dialog.getByRole('button', { name: /^Show 20 accounts, / })
  await expect.element(dialog.getByRole('button', { name: 'Clear all' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: /^At risk/ }).click()
  await expect.element(show).not.toBeInTheDocument()
  await dialog.getByRole('button', { name: /^Show / }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(screen.getByRole('button', { name: /^Band At risk/ })).toBeVisible()
})
