import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { dataDetail, moreAnswers } from '../support/more-answers.ts'
import { nothingOpened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))

const showData = (answers = {}) => showApp('#/data', { answers: { ...moreAnswers(), ...answers } })

test('all rows of a delivery are accounted for', async () => {
  const { screen } = await showData()
  await expect
    .element(
      screen.getByRole('row', {
        name: /accounts_october\.csv .* 219 158 1 merged .* 60 rejected .* 62 to look at/,
      }),
    )
    .toBeVisible()
})

test('a row that was left out names line, column, value and reason', async () => {
  const { screen } = await showData()
  await screen.getByRole('button', { name: '62 to look at in accounts_october.csv' }).click()
  const dialog = screen.getByRole('dialog')
  await expect
    .element(dialog.getByRole('row', { name: '11 arr TBC “TBC” in “arr” is no number.' }))
    .toBeVisible()
  await expect.element(dialog.getByRole('button', { name: 'Download report' })).toBeVisible()
})

test('rows that were left out are read page by page, to the last', async () => {
  const { screen } = await showData()
  await screen.getByRole('button', { name: '60 rejected in accounts_october.csv' }).click()
  const dialog = screen.getByRole('dialog')
  await expect.element(dialog.getByText('Page 1 of 2: 1 to 50')).toBeVisible()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await expect
    .element(dialog.getByRole('row', { name: '159 account_id No account key' }))
    .toBeVisible()
})

test('a file of which fewer rows were read than counted says so for as long as it is stored', async () => {
  const detail = dataDetail()
  const deliveries = detail.deliveries.map((one) => ({ ...one, countedRows: 230 }))
  const { screen } = await showData({
    data: () => Promise.resolve(success({ ...detail, deliveries })),
  })
  await screen.getByRole('button', { name: '230 counted' }).first().click()
  await expect
    .element(screen.getByRole('dialog').getByText(/219 rows were read, and 230 counted/))
    .toBeVisible()
})

test('a column says what is to be looked at, and each leads to the accounts behind it', async () => {
  const { screen } = await showData()
  const row = screen.getByRole('row', { name: /ARR number CRM accounts/ })
  await expect
    .element(row.getByRole('link', { name: '1 far out' }))
    .toHaveAttribute(
      'href',
      expect.stringContaining(encodeURIComponent('arr > 100000').replaceAll('%20', '+')),
    )
  await expect
    .element(screen.getByRole('link', { name: '“SMB” 57 %, before 30 %' }))
    .toHaveAttribute('href', expect.stringContaining('segment'))
})

test('a column opens its distribution, each stretch with its accounts, and the cells that cannot be read', async () => {
  const { screen } = await showData()
  await screen.getByRole('button', { name: '12 cannot be read: “TBC”' }).click()
  const dialog = screen.getByRole('dialog')
  await expect
    .element(dialog.getByText('Number: 200 of 212 accounts have a value', { exact: false }))
    .toBeVisible()
  await expect
    .element(dialog.getByRole('link', { name: '49 accounts of 50,000 to 100,000' }))
    .toBeVisible()
  await expect
    .element(dialog.getByRole('link', { name: '12 accounts without a value' }))
    .toBeVisible()
  await expect
    .element(dialog.getByRole('row', { name: '11 arr TBC “TBC” in “arr” is no number.' }))
    .toBeVisible()
  await expect.element(dialog.getByRole('button', { name: 'Download report' })).toBeVisible()
})

test('every factor answers in one line whether it can be trusted, the worst first', async () => {
  const { screen } = await showData()
  const lines = screen
    .getByRole('region', { name: 'Can the scores be trusted?' })
    .getByRole('listitem')
  await expect
    .element(lines.first())
    .toHaveTextContent(
      /Poor ?NPS ?38 % of 212 accounts have a value; 2.0 % of the cells cannot be read; from .*, 90 days before; no sudden shift\./,
    )
  await expect.element(lines.last()).toHaveTextContent(/Good ?Logins ?100 % of 212 accounts/)
})

test('Back up and Restore go by their names', async () => {
  const backUp = vi.fn(() =>
    Promise.resolve(success({ blob: new Blob(['x']), fileName: 'b.hale-backup' })),
  )
  const { screen } = await showData({ backUp })
  await expect.element(screen.getByRole('button', { name: 'Restore', exact: true })).toBeVisible()
  await screen.getByRole('button', { name: 'Back up', exact: true }).click()
  await expect.poll(() => backUp.mock.calls.length).toBe(1)
})

test('a snapshot that was deleted can be taken back', async () => {
  const { screen, session } = await showData()
  await screen.getByRole('button', { name: 'Delete Oct 31, 2026' }).click()
  await expect.poll(() => session.opened?.snapshots.length).toBe(11)
  await expect.element(screen.getByRole('button', { name: 'Undo' })).toBeVisible()
})

test('what Safari and a private window forget is told where the data is, and what is safe from both', async () => {
  const { screen } = await showData()
  const storage = screen.getByRole('region', { name: 'Storage' })
  await expect.element(storage).toHaveTextContent(/Safari forgets .* after seven days/)
  await expect.element(storage).toHaveTextContent(/private window forgets .* A backup is safe/)
})

test('the browser is only asked to keep the data when somebody presses for it, and its no is told', async () => {
  const persist = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(false)
  const { screen } = await showData()
  await expect.element(screen.getByText('4.83 MB are stored', { exact: false })).toBeVisible()
  expect(persist).not.toHaveBeenCalled()
  await screen.getByRole('button', { name: 'Ask the browser to keep it' }).click()
  await expect
    .element(screen.getByText('The browser did not promise to keep it', { exact: false }))
    .toBeVisible()
  persist.mockRestore()
})

test('Erase everything does nothing until the word is typed', async () => {
  const eraseEverything = vi.fn(() => new Promise<never>(() => {}))
  const { screen } = await showData({ eraseEverything })
  await screen.getByRole('button', { name: 'Erase everything…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Erase everything?' })
  const press = dialog.getByRole('button', { name: 'Erase everything', exact: true })
  const field = dialog.getByLabelText('Type “erase” to confirm')
  await press.click()
  await expect.element(field).toHaveFocus()
  expect(eraseEverything).not.toHaveBeenCalled()
  await userEvent.keyboard('erase')
  await press.click()
  expect(eraseEverything).toHaveBeenCalledOnce()
})

test('with nothing stored the page says why it is empty, and still offers to restore', async () => {
  const { screen } = await showApp('#/data', {
    opened: nothingOpened(),
    answers: {
      data: () => Promise.resolve(success(dataDetail({ deliveries: [], leftOut: 0 }))),
    },
  })
  await expect.element(screen.getByText('Nothing is stored yet')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Restore', exact: true })).toBeVisible()
})
