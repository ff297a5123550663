import { beforeEach, expect, test } from 'vitest'
import { parseIsoDay, toIsoDay } from '../../src/core/table/day.ts'
import { toDay } from '../../src/core/brand.ts'
import { csv, emptyDatabase, importFile, look, openEngine, value } from './support/workspace.ts'

beforeEach(emptyDatabase)

const DAY = '2026-01-31'
const [ACCOUNTS, ROWS] = [4_000, 40_000]
const COLUMNS = ['tickets_90d', 'open_tickets', 'satisfaction_score_180d']

/** The same on every machine: a linear congruence. */
function* numbers(): Generator<number> {
  for (let state = 7; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    yield state
  }
}

/** Tickets as lines, and what a plain count makes of them: by account how many of 90 days, how many open, which ratings of 180 days. */
function tickets() {
  const source = numbers()
  const below = (n: number) => (source.next().value as number) % n
  const [last, counts, open] = [
    parseIsoDay(DAY)!,
    new Map<string, number>(),
    new Map<string, number>(),
  ]
  const ratings = new Map<string, number[]>()
  const lines = Array.from({ length: ROWS }, (_, row) => {
    const [account, age, isOpen, rating] = [
      `a${below(ACCOUNTS + 50)}`,
      below(500),
      below(4) === 0,
      below(6),
    ]
    if (age < 90) counts.set(account, (counts.get(account) ?? 0) + 1)
    if (isOpen) open.set(account, (open.get(account) ?? 0) + 1)
    if (rating > 0 && age < 180) ratings.set(account, [...(ratings.get(account) ?? []), rating])
    const on = toIsoDay(toDay(last - age))
    return `t${row},${account},${on},${isOpen ? 'open' : 'solved'},${rating > 0 ? rating : ''}`
  })
  return { lines, counts, open, ratings }
}

test('tens of thousands of rows are added up as a plain count of them says', async () => {
  const { lines, counts, open, ratings } = tickets()
  const keys = Array.from({ length: ACCOUNTS }, (_, n) => `a${n}`)
  const files = [
    csv(`accounts ${DAY}.csv`, 'Account ID,Plan', ...keys.map((key) => `${key},Pro`)),
    csv(
      `tickets ${DAY}.csv`,
      'ticket_id,account_id,created_at,status,satisfaction_score',
      ...lines,
    ),
  ]
  for (const file of files) {
    const { opened, close } = await openEngine()
    await importFile(file, opened.workspace)
    close()
  }
  const { engine } = await openEngine()
  const found = new Map<string, unknown[]>()
  const list = { search: '', sort: [], filter: '', columns: COLUMNS, count: 200 }
  for (let from = 0; from < ACCOUNTS; from += 200)
    for (const { key, cells } of value(await engine.accounts({ ...look(DAY), ...list, from })).rows)
      found.set(
        key,
        cells.map((cell) => ('value' in cell ? cell.value : null)),
      )
  const meanOf = (rated: readonly number[] | undefined) =>
    rated ? rated.reduce((sum, one) => sum + one, 0) / rated.length : null
  const expected = keys.map(
    (key) => [key, [counts.get(key) ?? 0, open.get(key) ?? 0, meanOf(ratings.get(key))]] as const,
  )
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
})
