import { beforeEach, expect, test } from 'vitest'
import type { Engine } from '../../workers/protocol/engine.ts'
import { configuration, csv, day, emptyDatabase, importFile, value } from './support/workspace.ts'
import { withConfiguration } from './support/workspace.ts'

beforeEach(emptyDatabase)

const judged = {
  ...configuration,
  account: { ...configuration.account, outcome: 'churned' },
}
const LOGINS = { model: 'main', factor: 'logins' }

interface Row {
  readonly logins: number
  readonly churned: boolean
}

/** Twelve accounts with these logins; those named have left. */
const month = (iso: string, logins: readonly number[], left: readonly number[]) =>
  csv(
    `${iso}.csv`,
    'Account ID,Name,Logins,Overdue,Churned',
    ...logins
      .map((count, i): Row => ({ logins: count, churned: left.includes(i) }))
      .map((row, i) => `A${i},Name ${i},${row.logins},0,${row.churned ? 'yes' : 'no'}`),
  )

const RISING = Array.from({ length: 12 }, (_, i) => i * 8)

async function evidenceAfter(...files: readonly File[]) {
  const { engine, opened } = await withConfiguration()
  for (const file of files) await importFile(file, opened.workspace)
  await engine.open(null)
  const asked = engine as unknown as Engine
  return (iso: string, model = judged) =>
    asked
      .draft('evidence', { day: day(iso), configuration: model, at: LOGINS })
      .then((answer) => value(answer))
}

test('with one snapshot a factor is held against the outcome of the same day', async () => {
  const evidence = await evidenceAfter(month('2026-01-31', RISING, [0, 1, 2, 3, 4]))
  expect(await evidence('2026-01-31')).toEqual({
    accounts: 12,
    present: 12,
    stale: [],
    outcome: { column: 'churned', since: null, days: 90, yes: 5, no: 7, higher: 1 },
  })
})

test('else against what became of the accounts three months later, whatever they score by then', async () => {
  const fallen = RISING.map((_, i) => (i >= 7 ? 0 : 90))
  const evidence = await evidenceAfter(
    month('2026-01-31', RISING, [0]),
    month('2026-05-31', fallen, [0, 7, 8, 9, 10, 11]),
  )
  // The first had left before. Of the others those with most logins leave.
  expect((await evidence('2026-05-31')).outcome).toEqual({
    column: 'churned',
    since: day('2026-01-31'),
    days: 90,
    yes: 5,
    no: 6,
    higher: 0,
  })
})

test('without a column of outcomes there is nothing to hold it against', async () => {
  const evidence = await evidenceAfter(month('2026-01-31', RISING, []))
  expect((await evidence('2026-01-31', configuration as typeof judged)).outcome).toBeNull()
  const named = { ...judged, account: { ...judged.account, outcome: 'name' } }
  expect((await evidence('2026-01-31', named)).outcome).toBeNull()
})

test('an input that was not delivered for long is named with its day', async () => {
  const usage = csv('usage 2026-01-31.csv', 'Account ID,Logins', 'A0,5', 'A1,6', 'A2,7')
  const roster = (iso: string) =>
    csv(`${iso}.csv`, 'Account ID,Name,Overdue', 'A0,One,0', 'A1,Two,1', 'A2,Three,0')
  const { engine, opened } = await withConfiguration()
  await importFile(roster('2026-01-31'), opened.workspace)
  await importFile(usage, opened.workspace)
  await importFile(roster('2026-04-30'), opened.workspace)
  await engine.open(null)
  const answer = await (engine as unknown as Engine).draft('evidence', {
    day: day('2026-04-30'),
    configuration,
    at: LOGINS,
  })
  expect(value(answer)).toEqual({
    accounts: 3,
    present: 3,
    stale: [{ label: 'Logins', asOf: day('2026-01-31') }],
    outcome: null,
  })
})
