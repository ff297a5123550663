import { beforeEach, expect, test } from 'vitest'
import type { Configuration } from '../../src/core/model/configuration.ts'
import {
  configuration,
  csv,
  emptyDatabase,
  importFile,
  january,
  look,
  value,
  withConfiguration,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

const LOOK = look('2026-01-31')

async function outlookOf(
  search: string,
  changes: Partial<Configuration> = {},
  file: File = january,
) {
  const { engine, opened } = await withConfiguration()
  await importFile(file, opened.workspace)
  value(await engine.applyConfiguration({ ...configuration, ...changes }, ''))
  const question = { ...LOOK, search, filter: '', sort: [], columns: [], from: 0, count: 1 }
  const [row] = value(await engine.accounts(question)).rows
  return value(await engine.account(row!.account, LOOK)).outlook
}

test('an account is told what one factor has to become for the next band', async () => {
  const { next } = await outlookOf('Delph')
  expect(next).toMatchObject({ kind: 'open', band: 1, paths: [{ factor: 'logins', score: 20 }] })
  if (next?.kind !== 'open') throw new Error('not open')
  expect(next.paths[0]?.to).toBeCloseTo(49.95, 6)
  expect(next.points).toBeCloseTo(29.95, 6)
})

test('an exception that holds the score is named, and the best band has no next', async () => {
  expect((await outlookOf('Castell')).next).toEqual({
    kind: 'held',
    band: 1,
    reason: 'Two overdue invoices',
  })
  expect((await outlookOf('Brontë')).next).toEqual({ kind: 'best-band' })
})

test('what is missing could still make it the worst or the best', async () => {
  const { range, next } = await outlookOf('Eastwick')
  expect(next).toEqual({ kind: 'not-scored' })
  expect(range).toEqual({
    least: { shown: 0, band: 0 },
    greatest: { shown: 100, band: 1 },
    open: ['Logins'],
  })
})

test('an account stands among the scored ones of its segment', async () => {
  expect((await outlookOf('Delph')).standings).toEqual([
    {
      by: { subject: 'plan', type: 'text', cut: null, isWhole: false },
      segment: { kind: 'value', value: 'Pro' },
      place: 2,
      of: 2,
      average: 50,
    },
  ])
  // The other one of its plan is not scored.
  expect((await outlookOf('Castell')).standings).toEqual([])
})

const seats = csv(
  '2026-01-31.csv',
  'Account ID,Name,Plan,ARR,Logins,Seats',
  ...[1, 1, 1, 9, 9, 9].map((count, i) => `s${i},Seated ${i},Pro,10,${i * 3},${count}`),
)

test('a number that tells segments apart is cut into buckets, of which it stands in one', async () => {
  const account = { ...configuration.account, segments: ['seats'] }
  expect((await outlookOf('Seated 4', { account }, seats)).standings).toEqual([
    {
      by: { subject: 'seats', type: 'number', cut: { way: 'counts', buckets: 2 }, isWhole: true },
      segment: { kind: 'range', least: 5, below: null },
      place: 2,
      of: 3,
      average: 12,
    },
  ])
})

test('of a ratio the upper column is told too, and of whole numbers that they are', async () => {
  const [model] = configuration.models
  const [group] = model!.groups
  const [factor] = group!.factors
  const scale = { type: 'linear', from: 0, to: 10 } as const
  const models = (input: string) => [
    { ...model!, exceptions: [], groups: [{ ...group!, factors: [{ ...factor!, input, scale }] }] },
  ]
  const derived = [{ id: 'per_seat', expression: 'logins / seats' }]
  const pathOf = async (input: string) => {
    const { next } = await outlookOf('Seated 3', { derived, models: models(input) }, seats)
    if (next?.kind !== 'open') throw new Error('not open')
    return next.paths[0]
  }
  const ratio = await pathOf('per_seat')
  expect(ratio).toMatchObject({ isWhole: false, above: { column: 'logins', now: 9 } })
  // 9 logins on 9 seats; the band wants 4.995 a seat.
  expect(ratio?.above?.to).toBeCloseTo(44.955, 6)
  expect(await pathOf('seats - 7')).toMatchObject({ isWhole: true, above: null })
})
