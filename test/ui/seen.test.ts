import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { fromIsoDay } from '../../src/state/days.ts'
import { success } from '../../src/core/problem.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import type { Look } from '../../workers/protocol/look.ts'
import { showApp } from '../support/app.ts'
import { overviewOf } from '../support/fake-engine.ts'
import { pageOf } from '../support/fake-list.ts'
import { moreAnswers } from '../support/more-answers.ts'
import { trendAnswers } from '../support/movement.ts'
import { accountRow, snapshotDays } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))

const rows = [accountRow(1, { name: 'Loud', score: 55, band: 1 })]
/** The third last of twelve snapshots is the first one under another model. */
const models = {
  versions: { before: 3, after: 4 },
  historyVersions: Array.from({ length: 12 }, (_, place) => (place < 9 ? 3 : 4)),
}
const answers: Partial<Engine> = {
  accounts: (question) => Promise.resolve(success({ ...pageOf(rows, question), ...models })),
  overview: ({ day, since }) =>
    Promise.resolve(success({ ...overviewOf(rows, day, since), ...models })),
}
const marksIn = (table: Element) =>
  [...table.querySelectorAll('.spark')].map((spark) => spark.querySelectorAll('line').length)

test.each([
  ['#/accounts', 'Accounts'],
  ['#/overview', 'Accounts by value at risk and worsening'],
])('%s marks where the model changed in every history, and says it', async (hash, name) => {
  const { screen } = await showApp(hash, { rows, answers })
  const table = screen.getByRole('table', { name, exact: true })
  await expect.element(table).toBeVisible()
  expect(marksIn(table.element())).toEqual([1])
  await expect
    .element(table.getByRole('columnheader', { name: /^Last 12/ }))
    .toHaveAttribute('title', 'Dashed: the model changed, 3 → 4')
  await expect
    .element(screen.getByText('as recorded: the model changed in between, from 3 to 4'))
    .toBeVisible()
})

test('under one model nothing is marked, and its number is said', async () => {
  const { screen } = await showApp('#/accounts', { rows })
  const table = screen.getByRole('table', { name: 'Accounts' })
  await expect.element(screen.getByText('as recorded, model 4')).toBeVisible()
  expect(marksIn(table.element())).toEqual([0])
})

test('an earlier snapshot is as recorded by the model of then', async () => {
  const earlier = { ...models, versions: { before: 2, after: 2 } }
  const { screen } = await showApp('#/accounts?day=2026-05-31', {
    rows,
    answers: {
      accounts: (question) => Promise.resolve(success({ ...pageOf(rows, question), ...earlier })),
    },
  })
  await expect.element(screen.getByText('as recorded, model 2')).toBeVisible()
})

test('each part of the overview says whether it is as recorded or restated', async () => {
  const { screen } = await showApp('#/overview?seen=restated', { rows })
  const says = (name: string) => screen.getByRole('heading', { name }).element().parentElement
  await expect.element(screen.getByRole('heading', { name: 'Triage' })).toBeVisible()
  for (const name of ['Triage', 'Score distribution', 'Renewals ahead'])
    expect(says(name)?.textContent, name).toContain('restated by model 4')
})

const withPast = trendAnswers({
  accountHistory: () => {
    const points = snapshotDays.map((day) => ({ day, version: 4, factors: [50], flags: [] }))
    return Promise.resolve(success({ factors: [{ id: 'logins', name: 'Logins' }], points }))
  },
})

/** Parts of a page that show a chart or a list, with the words in their head. */
const partsOf = (root: Element) =>
  [...root.querySelectorAll('section')]
    .filter((part) => part.querySelector('canvas, table') && !part.querySelector('section'))
    .map((part) => part.querySelector('.part-head')?.textContent ?? '')

test.each([
  ['#/trends', 8],
  ['#/account/1', 4],
])('every chart and list of %s says whether it is as recorded or restated', async (hash, least) => {
  for (const [seen, words] of [
    ['recorded', 'as recorded'],
    ['restated', 'restated by model 4'],
  ]) {
    const { screen } = await showApp(`${hash}?seen=${seen}`, { rows, answers: withPast })
    const main = screen.getByRole('main')
    const parts = () => partsOf(main.element()).filter((head) => !/^Inputs/.test(head))
    await expect.poll(() => parts().length).toBeGreaterThanOrEqual(least)
    for (const head of parts()) expect(head).toContain(words)
    await screen.unmount()
  }
})

test('what renews in a month opens its accounts, in short on the overview and band by band on Trends', async () => {
  const month = fromIsoDay('2026-12-01')!
  const renewals = [{ month, values: [1_000, 0, 3_000, 500], counts: [1, 0, 2, 1] }]
  const answer = ({ day, since }: Look) =>
    Promise.resolve(success({ ...overviewOf(rows, day, since), renewals }))
  const data = { rows, answers: { ...moreAnswers(), overview: answer, renewals: answer } }
  const overview = await showApp('#/overview', data)
  const table = overview.screen.getByRole('table', { name: 'Renewals ahead' })
  await expect.element(table.getByRole('row').nth(1)).toHaveTextContent(/^Dec 2026\s*1K\s*4.5K$/)
  const link = table.getByRole('link', { name: 'Dec 2026' }).element()
  const asked = new URLSearchParams(link.getAttribute('href')?.split('?')[1])
  expect(asked.get('filter')).toBe("renewal_date >= '2026-12-01' and renewal_date < '2027-01-01'")
  await overview.screen.unmount()
  const { screen } = await showApp('#/trends', data)
  const whole = screen.getByRole('table', { name: 'Renewals ahead' })
  for (const place of [1, 2])
    await expect
      .element(whole.getByRole('row').nth(place))
      .toHaveTextContent(/^(Dec 2026|All)\s*1,000\s*0\s*3,000\s*500\s*4,500\s*4$/)
})
