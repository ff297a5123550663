import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { aFile, FakeImporter, refused } from '../support/fake-importer.ts'
import { aColumnPlan, anInspection, aPlan, aReview } from '../support/import-data.ts'

beforeEach(() => page.viewport(1440, 900))

const ASKED = {
  kind: 'date-order',
  column: 3,
  example: '03/04/2026',
  past: { dmy: 0, mdy: 1_106 },
} as const

async function review(prepare: (importer: FakeImporter) => void = () => {}, files = [aFile()]) {
  const importers: FakeImporter[] = []
  const shown = await showApp('#/import', {}, () => {
    const importer = new FakeImporter()
    prepare(importer)
    importers.push(importer)
    return importer.job
  })
  shown.session.files = files
  const importer = () => importers[0] as FakeImporter
  return { ...shown, importer }
}

const asking = (importer: FakeImporter) => {
  importer.review = (plan) => success(aReview({ plan, questions: [ASKED] }))
}

test('date, key and Import are on the first screen, by the names automation knows', async () => {
  const { screen } = await review()
  const day = screen.getByLabelText('Snapshot date')
  const key = screen.getByLabelText('Account key')
  const press = screen.getByRole('button', { name: 'Import', exact: true })
  await expect.element(day).toHaveValue('2026-03-31')
  await expect.element(key).toHaveValue('0')
  expect(key.element().tagName).toBe('SELECT')
  for (const control of [day, key, press]) await expect.element(control).toBeInViewport()
})

test('nothing is published before Import', async () => {
  const { screen, importer } = await review()
  await userEvent.selectOptions(screen.getByLabelText('Type of arr'), 'text')
  await userEvent.selectOptions(screen.getByLabelText('Account key'), 'account_name')
  await screen.getByLabelText('Snapshot date').fill('2026-02-28')
  await expect.poll(() => importer().staged.at(-1)?.plan.day).toBe(20_512)
  expect(importer().staged.at(-1)?.plan).toMatchObject({ key: { by: 'column', index: 1 } })
  expect(importer().published).toHaveLength(0)
  await screen.getByRole('button', { name: 'Import', exact: true }).click()
  await expect.poll(() => importer().published).toHaveLength(1)
})

test('Import pressed with an answer owing goes to the question', async () => {
  const { screen, importer } = await review(asking)
  await expect.element(screen.getByRole('button', { name: '1 answer needed' })).toBeVisible()
  const press = screen.getByRole('button', { name: 'Import', exact: true })
  await expect.element(press).toBeEnabled()
  await press.click()
  await expect.element(screen.getByRole('radio').first()).toHaveFocus()
  expect(importer().published).toHaveLength(0)
})

test('each answer to an ambiguous date says its consequence, and answering lets the import go on', async () => {
  const { screen, importer } = await review(asking)
  const month = screen.getByRole('radio', { name: 'Mar 4, 2026 month first: 1,106 already past' })
  await expect
    .element(screen.getByRole('radio', { name: 'Leave it out the column is not kept' }))
    .toBeVisible()
  await month.click()
  await expect.poll(() => importer().staged.at(-1)?.plan.columns[3]?.format.date).toBe('mdy')
  await screen.getByRole('button', { name: 'Import', exact: true }).click()
  await expect.poll(() => importer().published).toHaveLength(1)
})

const DOUBTFUL = {
  kind: 'reading',
  about: 'percent',
  column: 2,
  example: '12 %',
  readings: [
    { type: 'number', format: { percent: true }, cell: { type: 'number', value: 0.12 } },
    { type: 'number', format: { percent: false }, cell: { type: 'number', value: 12 } },
  ],
} as const

const doubting = (importer: FakeImporter) => {
  importer.review = (plan) => {
    const isOpen = plan.columns[2]?.format.percent === undefined
    return success(aReview({ plan, questions: isOpen ? [DOUBTFUL] : [] }))
  }
}

test('a column that can be read in two ways shows both with the guess marked, and Import does not wait', async () => {
  const { screen, importer } = await review(doubting)
  await expect.element(screen.getByRole('radio', { name: '0.12 a share of 1 guess' })).toBeChecked()
  await expect.element(screen.getByText('Is 12 % in arr 0.12 or 12?')).toBeVisible()
  await screen.getByRole('button', { name: 'Import', exact: true }).click()
  await expect.poll(() => importer().published).toHaveLength(1)
})

test('the other reading is staged at once, and stays to be changed again', async () => {
  const { screen, importer } = await review(doubting)
  await screen.getByRole('radio', { name: '12 the number as written' }).click()
  await expect
    .poll(() => importer().staged.at(-1)?.plan.columns[2]?.format)
    .toEqual({
      percent: false,
    })
  await expect
    .element(screen.getByRole('radio', { name: '12 the number as written' }))
    .toBeChecked()
  await screen.getByRole('radio', { name: '0.12 a share of 1' }).click()
  await expect.poll(() => importer().staged.at(-1)?.plan.columns[2]?.format.percent).toBe(true)
})

test('how the numbers of a column are written is in sight and can be corrected', async () => {
  const { screen, importer } = await review()
  const format = screen.getByLabelText('Format of arr')
  await expect.element(format).toHaveValue('point')
  await userEvent.selectOptions(format, '1.234,56')
  await expect
    .poll(() => importer().staged.at(-1)?.plan.columns[2])
    .toMatchObject({
      type: 'number',
      format: { decimal: ',', group: '.' },
    })
})

test('accounts known by their row come with a warning', async () => {
  const { screen, importer } = await review((one) => {
    one.review = (plan) =>
      success(
        aReview({ plan, questions: plan.key.by === 'column' ? [] : [{ kind: 'rows-numbered' }] }),
      )
  })
  await userEvent.selectOptions(screen.getByLabelText('Account key'), 'Row number')
  await expect.element(screen.getByText('No column names the accounts')).toBeVisible()
  expect(importer().staged.at(-1)?.plan.key).toEqual({ by: 'row-number' })
})

test('text from a file is never markup', async () => {
  const { screen } = await review()
  await expect.element(screen.getByText('<b>Eastwick</b>')).toBeVisible()
  expect(document.querySelector('tbody b')?.textContent).not.toBe('Eastwick')
})

test('a file that is no table says what it is and what to do', async () => {
  const { screen } = await review((importer) => {
    importer.inspection = () => refused({ code: 'not-text', kind: 'xlsx' })
  })
  await expect
    .element(screen.getByText('This is an Excel workbook, not a table in text.', { exact: false }))
    .toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Choose a file' })).toBeVisible()
})

test('progress is announced politely while the file is read', async () => {
  const { screen, importer } = await review((one) => (one.holds = ['stage']))
  await expect.element(screen.getByText('Reading the file')).toBeVisible()
  importer().staged[0]?.progress({ phase: 'reading', share: 0.42, rows: 1_203_000 })
  await expect.element(screen.getByText('Reading, 42 %, 1,203,000 rows')).toBeVisible()
  await expect.element(screen.getByText('reading, 25 %')).toHaveAttribute('role', 'status')
})

test('Cancel ends the worker and goes back', async () => {
  const { screen, importer, session } = await review((one) => (one.holds = ['stage']))
  await screen.getByRole('button', { name: 'Cancel' }).click()
  expect(importer().cancelled).toBe(true)
  expect(session.route.page).toBe('overview')
})

test('leaving for another page and coming back keeps what was chosen', async () => {
  const { screen, session } = await review()
  await userEvent.selectOptions(screen.getByLabelText('Account key'), 'account_name')
  session.route.go('accounts')
  await expect.element(screen.getByRole('heading', { name: 'Accounts', exact: true })).toBeVisible()
  session.route.go('import')
  await expect.element(screen.getByLabelText('Account key')).toHaveValue('1')
})

test('the review is done by keyboard alone', async () => {
  const { screen, importer } = await review(asking)
  const press = screen.getByRole('button', { name: 'Import', exact: true })
  await expect.element(press).toBeVisible()
  ;(press.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('radio').first()).toHaveFocus()
  await userEvent.keyboard(' ')
  ;(press.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => importer().published).toHaveLength(1)
})

test('an answer about how the file is read can be changed in place', async () => {
  const { screen } = await review()
  await screen.getByRole('button', { name: 'Change separator' }).click()
  const select = screen.getByLabelText('Separator', { exact: true })
  await expect.element(select).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('button', { name: 'Change separator' })).toHaveFocus()
})

test('monthly files are imported all at once', async () => {
  const files = [aFile('accounts-2026-01.csv'), aFile('accounts-2026-02.csv')]
  const { screen } = await review(() => {}, files)
  await expect.element(screen.getByText('1 file to follow', { exact: false })).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Import all 2' })).toBeVisible()
})

test('a file of two thousand columns draws some of them, and the rest when asked', async () => {
  const columns = Array.from({ length: 2_000 }, (_, index) =>
    aColumnPlan(index, `__proto__${index}`),
  )
  const { screen } = await review((importer) => {
    importer.inspection = () => success(anInspection({ plan: aPlan({ columns }) }))
  })
  await expect.element(screen.getByRole('button', { name: '40 of 2,000, show more' })).toBeVisible()
  await expect
    .element(screen.getByRole('columnheader', { name: '__proto__0', exact: true }))
    .toBeVisible()
})

test('without a file the page says how one gets here', async () => {
  const { screen } = await showApp('#/import')
  await expect.element(screen.getByText('No file is being imported')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Choose a file' })).toBeVisible()
})

test('a file of names alone says so, and its names can be read as a row', async () => {
  const none = { rows: 0, accepted: 0, merged: 0, rejected: 0 }
  const importers: FakeImporter[] = []
  const { screen } = await review((fake) => {
    importers.push(fake)
    fake.review = (plan) => success(aReview({ plan, rows: none, countedRows: 0 }))
  })
  await expect.element(screen.getByText('There are no rows below the column names.')).toBeVisible()
  await screen.getByRole('button', { name: 'Read them as a row' }).click()
  await expect
    .poll(() => importers.at(-1)?.inspected.at(-1)?.hints.dialect)
    .toEqual({ headerLine: null, headerRows: 1 })
})
