import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { toDay } from '../../src/core/brand.ts'
import { success } from '../../src/core/problem.ts'
import type { EventPlan } from '../../src/core/source/event-plan.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import type { EventReview } from '../../workers/protocol/review.ts'
import { showApp } from '../support/app.ts'
import { aFile, FakeImporter } from '../support/fake-importer.ts'
import { anInspection, aPlan, aReview, FEBRUARY, MARCH } from '../support/import-data.ts'

beforeEach(() => page.viewport(1440, 900))

const COUNT = {
  id: 'tickets_90d',
  label: 'Tickets in 90 days',
  aggregate: 'count',
  from: null,
  windowDays: 90,
  where: null,
  empty: 0,
} as const
const EVENTS: EventPlan = { date: 'renewal', id: null, through: null, columns: [COUNT] }
const FOUND: EventReview = {
  accounts: 40,
  strayRows: 0,
  isRoster: true,
  span: null,
  columns: [
    { id: 'tickets_90d', type: 'number', present: 40, distinct: 3, shape: { kind: 'empty' } },
  ],
}

/** As the whole file decides. */
const typed = (plan: ReadingPlan): ReadingPlan => ({
  ...plan,
  columns: plan.columns.map((column) => ({
    ...column,
    type: column.id === 'arr' ? 'number' : 'text',
  })),
})

const REPEATED = { rows: 100, accepted: 30, merged: 70, rejected: 0 }

async function review(events: EventPlan | null, found: EventReview = FOUND, files = [aFile()]) {
  const importers: FakeImporter[] = []
  const shown = await showApp('#/import', {}, () => {
    const importer = new FakeImporter()
    const plan = { ...aPlan(), ...(events ? { events } : {}) }
    importer.inspection = (file) =>
      success(
        anInspection({
          fileName: file.name,
          plan: file.name.startsWith('accounts') && files.length > 1 ? aPlan() : plan,
          otherwise: { key: plan.key, ...(events ? {} : { events: EVENTS }) },
        }),
      )
    importer.review = (asked) =>
      success(aReview({ plan: typed(asked), rows: REPEATED, events: asked.events ? found : null }))
    importers.push(importer)
    return importer.job
  })
  shown.session.files = files
  return { ...shown, staged: () => importers.flatMap(({ staged }) => staged) }
}

test('rows that are events say what they come to, and each of it can be left out and taken back', async () => {
  const { screen, staged } = await review(EVENTS)
  await expect.element(screen.getByLabelText('Each row is')).toHaveValue('event')
  await expect.element(screen.getByText('How many rows of the last 90 days')).toBeVisible()
  await expect
    .element(screen.getByText(/the 40 keys found here are taken for accounts/))
    .toBeVisible()
  await screen.getByRole('button', { name: /^Leave out ?: Tickets in 90 days/ }).click()
  await expect.poll(() => staged().at(-1)?.plan.events?.columns).toEqual([])
  await screen.getByRole('button', { name: /^Take it back ?: Tickets in 90 days/ }).click()
  await expect.poll(() => staged().at(-1)?.plan.events?.columns).toEqual([COUNT])
})

test('the days of a window can be changed, and the name follows until somebody gives one', async () => {
  const { screen, staged } = await review(EVENTS)
  await screen.getByRole('button', { name: /^Change ?: Tickets in 90 days/ }).click()
  const dialog = screen.getByRole('dialog', { name: 'Change Tickets in 90 days' })
  await dialog.getByRole('spinbutton', { name: 'Days' }).fill('30')
  await expect
    .element(dialog.getByLabelText('Name of the column'))
    .toHaveValue('Tickets in 30 days')
  await dialog.getByRole('button', { name: 'Change it' }).click()
  const month = { ...COUNT, windowDays: 30 }
  await expect
    .poll(() => staged().at(-1)?.plan.events?.columns)
    .toEqual([{ ...month, id: 'tickets_30d', label: 'Tickets in 30 days' }])
  await expect
    .element(screen.getByRole('button', { name: /^Take it back ?: Tickets in 90 days/ }))
    .toBeVisible()

  await screen.getByRole('button', { name: /^Change ?: Tickets in 30 days/ }).click()
  const again = screen.getByRole('dialog', { name: 'Change Tickets in 30 days' })
  await again.getByLabelText('Name of the column').fill('Cases lately')
  await again.getByRole('spinbutton', { name: 'Days' }).fill('14')
  await expect.element(again.getByLabelText('Name of the column')).toHaveValue('Cases lately')
  await again.getByRole('button', { name: 'Change it' }).click()
  await expect
    .poll(() => staged().at(-1)?.plan.events?.columns)
    .toEqual([{ ...COUNT, windowDays: 14, id: 'cases_lately', label: 'Cases lately' }])
})

test('another column is added up: of what, of which rows, and what stands where there is none', async () => {
  const { screen, staged } = await review(EVENTS)
  await screen.getByRole('button', { name: 'Add up another column' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Add up another column' })
  await userEvent.selectOptions(dialog.getByLabelText('Made as'), 'mean')
  await userEvent.selectOptions(dialog.getByLabelText(/^Of/), 'arr')
  await userEvent.selectOptions(dialog.getByLabelText('Rows that count'), 'all')
  await expect.element(dialog.getByLabelText('Name of the column')).toHaveValue('Rows ARR')
  await dialog.getByLabelText(/^Only rows where/).fill('nobody > 3')
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await expect.element(dialog.getByText(/nobody/).first()).toBeVisible()
  await dialog.getByLabelText(/^Only rows where/).fill('arr > 3')
  await expect.element(dialog.getByText('only where arr > 3')).toBeVisible()
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await expect
    .poll(() => staged().at(-1)?.plan.events?.columns.at(-1))
    .toMatchObject({ aggregate: 'mean', from: 'arr', windowDays: null, where: 'arr > 3' })
})

test('what cannot be added up so is said, and nothing is changed', async () => {
  const { screen, staged } = await review(EVENTS)
  await screen.getByRole('button', { name: 'Add up another column' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Add up another column' })
  await dialog.getByRole('spinbutton', { name: 'Days' }).fill('0')
  await expect.element(dialog.getByText('A whole number of days, 1 or more.')).toBeVisible()
  await dialog.getByRole('spinbutton', { name: 'Days' }).fill('7')
  await dialog.getByLabelText('Name of the column').fill('Tickets in 90 days')
  await expect.element(dialog.getByText('Another column is called so already.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await expect.element(dialog).toBeVisible()
  expect(staged().at(-1)?.plan.events?.columns).toEqual([COUNT])
})

test('rows that name no account are told of, and so are windows that end before they begin', async () => {
  const found = {
    ...FOUND,
    isRoster: false,
    strayRows: 9,
    span: { first: FEBRUARY, last: toDay(MARCH - 120) },
  }
  const { screen, staged } = await review(EVENTS, found)
  await expect
    .element(screen.getByText(/^9 rows name no account that a file lists. They are kept/))
    .toBeVisible()
  await expect.element(screen.getByText(/the last 90 days are empty/)).toBeVisible()
  await screen.getByRole('button', { name: /^Date the snapshot/ }).click()
  await expect.poll(() => staged().at(-1)?.plan.day).toBe(MARCH - 120)
})

test('rows taken for accounts can be taken for events instead, and back', async () => {
  const { screen, staged } = await review(null)
  await userEvent.selectOptions(screen.getByLabelText('Each row is'), 'event')
  await expect.poll(() => staged().at(-1)?.plan.events).toEqual(EVENTS)
  await userEvent.selectOptions(screen.getByLabelText('Each row is'), 'account')
  await expect.poll(() => staged().at(-1)?.plan.events).toBe(undefined)
})

test('repeated keys offer to be added up', async () => {
  const { screen, staged } = await review(null)
  await screen.getByRole('button', { name: 'Add them up for each account' }).click()
  await expect.poll(() => staged().at(-1)?.plan.events).toEqual(EVENTS)
})

test('Import asks whose the rows are where nothing tells, and waits for the answer', async () => {
  const nobody = { ...FOUND, accounts: 0, strayRows: 9, isRoster: false }
  const { screen, staged } = await review({ ...EVENTS, through: '?' }, nobody)
  await expect.element(screen.getByText(/Whose are these rows\?/)).toBeVisible()
  await screen.getByRole('button', { name: 'Import', exact: true }).click()
  await expect.element(screen.getByText(/Whose are these rows\?/)).toBeVisible()
  await screen.getByRole('button', { name: 'Keep them until then' }).click()
  await expect.poll(() => staged().at(-1)?.plan.events?.through).toBe('*')
})

test('files that belong together say how, and are imported at one press', async () => {
  const { screen } = await review(EVENTS, FOUND, [aFile('tickets.csv'), aFile('accounts.csv')])
  const heading = screen.getByRole('heading', { name: 'How these 2 files belong together' })
  await expect.element(heading).toBeVisible()
  await expect.element(screen.getByText('lists accounts, by account_id')).toBeVisible()
  await expect.element(screen.getByText('added up for each account, by account_id')).toBeVisible()
  await expect.element(screen.getByRole('heading', { name: 'accounts.csv' })).toBeVisible()
  await screen.getByRole('button', { name: 'Import all 2' }).click()
  await expect.poll(() => location.hash).toContain('overview')
})

test('two files of one name that are dropped together both stand in their list', async () => {
  const files = [aFile('tickets.csv'), aFile('accounts.csv'), aFile('tickets.csv')]
  const { screen } = await review(EVENTS, FOUND, files)
  const list = screen.getByRole('region', { name: 'How these 3 files belong together' })
  await expect.element(list).toBeVisible()
  expect(list.getByText('tickets.csv').elements()).toHaveLength(2)
})
