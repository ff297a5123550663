import { beforeEach, expect, test } from 'vitest'
import type { Configuration } from '../../src/core/model/configuration.ts'
import {
  configuration,
  emptyDatabase,
  importFile,
  january,
  look,
  value,
  withConfiguration,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

const LOOK = look('2026-01-31')

async function outlookOf(search: string, changes: Partial<Configuration> = {}) {
  const { engine, opened } = await withConfiguration()
  await importFile(january, opened.workspace)
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
    { column: 'plan', segment: 'Pro', place: 2, of: 2, average: 50 },
  ])
  // The other one of its plan is not scored.
  expect((await outlookOf('Castell')).standings).toEqual([])
})
