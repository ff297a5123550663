import { beforeEach, expect, test } from 'vitest'
import {
  csv,
  day,
  emptyDatabase,
  importFile,
  openEngine,
  value,
  withConfiguration,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

const rows = (logins: (row: number) => string): string[] =>
  Array.from({ length: 40 }, (_, row) => `A-${row},Name ${row},Pro,${row + 100},${logins(row)},0`)
const HEADER = 'Account ID,Name,Plan,ARR,Logins,Overdue'

async function withTwoMonths() {
  const { engine, opened } = await withConfiguration()
  await importFile(csv('2026-01-31.csv', HEADER, ...rows((row) => String(row))), opened.workspace)
  const broken = rows((row) => (row === 0 ? 'many' : row < 10 ? '' : String(row * 100)))
  await importFile(csv('2026-02-28.csv', HEADER, ...broken), opened.workspace)
  value(await engine.open(null))
  return engine
}

test('every column of the newest snapshot is profiled, with what is to be looked at', async () => {
  const profile = value(await (await withTwoMonths()).profile())
  expect(profile).toMatchObject({ day: day('2026-02-28'), since: day('2026-01-31') })
  expect(profile?.columns.find(({ id }) => id === 'logins')).toMatchObject({
    type: 'number',
    rows: 40,
    present: 30,
    unreadable: 1,
    examples: [{ line: 2, text: 'many' }],
    findings: [
      { code: 'unreadable', count: 1 },
      { code: 'shift-coverage', from: 1, to: 0.75 },
    ],
  })
  expect(profile?.columns.find(({ id }) => id === 'plan')?.findings).toEqual([{ code: 'constant' }])
})

test('every factor of the model says what it rests on', async () => {
  const profile = value(await (await withTwoMonths()).profile())
  expect(profile?.factors).toEqual([
    {
      id: 'logins',
      name: 'Logins',
      input: 'logins',
      model: { id: 'main', name: 'main' },
      trust: 'care',
      accounts: 40,
      measured: 30,
      carried: 0,
      unreadable: 1 / 40,
      age: 0,
      shift: {
        column: 'Logins',
        type: 'number',
        what: { code: 'shift-coverage', from: 1, to: 0.75 },
      },
    },
  ])
})

test('what is said of a column is what the list of accounts has', async () => {
  const engine = await withTwoMonths()
  const listed = value(
    await engine.accounts({
      day: day('2026-02-28'),
      since: null,
      seen: 'restated',
      search: '',
      filter: 'is_missing(logins)',
      sort: [],
      columns: [],
      from: 0,
      count: 5,
    }),
  )
  expect(listed.matched).toBe(10)
})

test('without a snapshot there is nothing to profile', async () => {
  const { engine } = await openEngine()
  const answer = await engine.profile()
  expect(answer.ok && answer.value).toBeFalsy()
})
