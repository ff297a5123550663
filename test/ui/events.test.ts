import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import type { EventPlan } from '../../src/core/source/event-plan.ts'
import type { EventReview } from '../../workers/protocol/review.ts'
import { showApp } from '../support/app.ts'
import { aFile, FakeImporter } from '../support/fake-importer.ts'
import { anInspection, aPlan, aReview } from '../support/import-data.ts'

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
      success(aReview({ plan: asked, rows: REPEATED, events: asked.events ? found : null }))
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
