import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import type { EventColumn } from '../../src/core/source/event-plan.ts'
import type { EventSource } from '../../workers/protocol/data.ts'
import { showApp } from '../support/app.ts'
import { dataDetail, moreAnswers } from '../support/more-answers.ts'

beforeEach(() => page.viewport(1440, 900))

const COUNT: EventColumn = {
  id: 'tickets_90d',
  label: 'Tickets in 90 days',
  aggregate: 'count',
  from: null,
  windowDays: 90,
  where: null,
  empty: 0,
}
const OPEN: EventColumn = {
  ...COUNT,
  id: 'open_tickets',
  label: 'Open tickets',
  windowDays: null,
  where: "status not in ['solved']",
}
const TICKETS: EventSource = {
  source: 'tickets',
  name: 'Support tickets',
  files: 3,
  rows: 2_000,
  noun: 'tickets',
  isDated: true,
  columns: [
    { id: 'status', label: 'Status', type: 'text' },
    { id: 'created', label: 'Created', type: 'date' },
  ],
  sums: [COUNT, OPEN],
}

async function showSources(sources: readonly EventSource[] = [TICKETS]) {
  const resum = vi.fn(() => new Promise<never>(() => {}))
  const answers = {
    ...moreAnswers(),
    data: () => Promise.resolve(success(dataDetail({ events: sources }))),
    resum,
  }
  const shown = await showApp('#/data', { answers })
  const { screen } = shown
  const open = () => screen.getByRole('button', { name: 'Change what Support tickets come to' })
  return { ...shown, resum, open }
}

test('what the kept rows of a source come to is in sight', async () => {
  const { screen } = await showSources()
  await expect.element(screen.getByText('2,000 rows of 3 files')).toBeVisible()
  await expect.element(screen.getByText('Tickets in 90 days, Open tickets')).toBeVisible()
})

test('days, and which of them there are, are changed together, and then added up anew', async () => {
  const { screen, resum, open } = await showSources()
  await open().click()
  const save = screen.getByRole('button', { name: 'Add up anew' })
  await expect.element(save).toBeDisabled()
  await screen.getByRole('button', { name: /^Change ?: Tickets in 90 days/ }).click()
  const dialog = screen.getByRole('dialog', { name: 'Change Tickets in 90 days' })
  await dialog.getByRole('spinbutton', { name: 'Days' }).fill('30')
  await dialog.getByRole('button', { name: 'Change it' }).click()
  await screen.getByRole('button', { name: /^Leave out ?: Open tickets/ }).click()
  expect(resum).not.toHaveBeenCalled()
  await save.click()
  const month = { ...COUNT, id: 'tickets_30d', label: 'Tickets in 30 days', windowDays: 30 }
  expect(resum).toHaveBeenCalledExactlyOnceWith('tickets', [month])
})

test('Cancel leaves everything as it is', async () => {
  const { screen, resum, open } = await showSources()
  await open().click()
  await screen.getByRole('button', { name: /^Leave out ?: Open tickets/ }).click()
  await screen.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(open()).toHaveAttribute('aria-expanded', 'false')
  await open().click()
  await expect.element(screen.getByRole('rowheader', { name: 'Open tickets' })).toBeVisible()
  expect(resum).not.toHaveBeenCalled()
})

test('where nothing was imported that is added up, nothing is said of it', async () => {
  const { screen } = await showSources([])
  await expect.element(screen.getByRole('heading', { name: 'Deliveries' })).toBeVisible()
  expect(screen.getByRole('heading', { name: 'Added up' }).elements()).toHaveLength(0)
})
