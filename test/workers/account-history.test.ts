import { beforeEach, expect, test } from 'vitest'
import type { Seen } from '../../workers/protocol/look.ts'
import { question, strict, twoModels } from './support/two-models.ts'
import { csv, day, emptyDatabase, importFile, look, value } from './support/workspace.ts'

beforeEach(emptyDatabase)

const march = csv(
  '2026-03-10.csv',
  'Account ID,Name,Plan,ARR,Logins,Overdue',
  '00417,Brontë Foods,Pro,1000,,0',
  '00500,Iveston,Pro,400,10,0',
)

/** The history of one account at the newest of three snapshots; the last model raises a flag for few logins. */
async function historyOf(key: string, seen: Seen) {
  const { engine, opened } = await twoModels()
  // Looked at under its own model, and so recorded.
  value(await engine.trends(question('recorded')))
  await importFile(march, opened.workspace)
  value(await engine.open(null))
  const flags = [
    { id: 'quiet', name: 'Gone quiet', kind: 'risk' as const, when: 'change(score, 1) < -5' },
  ]
  value(await engine.applyConfiguration({ ...strict, flags }, 'With a flag'))
  const page = value(
    await engine.accounts({
      ...look('2026-03-10'),
      search: key,
      filter: '',
      sort: [{ by: 'key', direction: 'asc' }],
      columns: [],
      from: 0,
      count: 1,
    }),
  )
  const { account } = page.rows[0]!
  const history = value(await engine.accountHistory(account, look('2026-03-10', null, seen)))
  const detail = value(await engine.account(account, look('2026-03-10', null, seen)))
  return { history, detail }
}

test('the factors and flags of an account are those of each snapshot’s own model, or of the one in force', async () => {
  const recorded = await historyOf('00417', 'recorded')
  expect(recorded.history.factors).toEqual([{ id: 'logins', name: 'Logins' }])
  expect(recorded.history.points).toEqual([
    { day: day('2026-01-31'), version: 1, factors: [80], flags: [] },
    { day: day('2026-02-28'), version: 2, factors: [20], flags: [] },
    { day: day('2026-03-10'), version: 3, factors: [null], flags: [] },
  ])
  await emptyDatabase()
  const restated = await historyOf('00417', 'restated')
  expect(
    restated.history.points.map(({ version, factors, flags }) => [version, factors, flags]),
  ).toEqual([
    [3, [40], []],
    [3, [20], ['Gone quiet']],
    [3, [null], []],
  ])
})

test('days on which an account was not there are gaps, and each score says its model', async () => {
  const { history, detail } = await historyOf('00500', 'recorded')
  expect(history.points.map(({ factors }) => factors)).toEqual([[null], [30], [5]])
  expect(detail.history.map(({ score, band, version }) => [score, band, version])).toEqual([
    [null, null, 1],
    [30, 0, 2],
    [5, 0, 3],
  ])
  // 25 points in the ten days from 28 February to 10 March.
  expect(detail.course?.slope).toBeCloseTo(-75, 9)
})
