import { expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import { arrangeFiles } from '../../../src/core/source/arrange-files.ts'
import { OPEN_WAY, type EventPlan } from '../../../src/core/source/event-plan.ts'
import { aPlan, aColumnPlan } from '../../support/import-data.ts'

const file = (
  name: string,
  headers: readonly string[],
  events: Partial<EventPlan> | null = null,
  day = 100,
) => {
  const columns = headers.map((header, index) => aColumnPlan(index, header, { id: header }))
  const key = { by: 'column', index: 0, rule: 'exact' } as const
  const none = { date: null, id: null, through: null, columns: [] }
  const plan = aPlan({ columns, key, day: toDay(day), source: name })
  return {
    name,
    plan: events ? { ...plan, events: { ...none, ...events } } : plan,
    isDayOfRows: events !== null,
  }
}

const crm = file('z_crm.csv', ['account_id'])
const subscriptions = file('subs.csv', ['account_id', 'sub_id'], { id: 'sub_id' }, 90)
const usage = file('a_usage.csv', ['sub_id'], { through: OPEN_WAY }, 95)

test('lists of accounts come first, then what names them, then what goes by way of another file', () => {
  expect(arrangeFiles([usage, subscriptions, crm])).toEqual({
    files: [
      { name: 'z_crm.csv', relation: { kind: 'accounts', by: 'account_id' } },
      { name: 'subs.csv', relation: { kind: 'events', by: 'account_id' } },
      { name: 'a_usage.csv', relation: { kind: 'through', by: 'sub_id', via: 'subs.csv' } },
    ],
    day: 95,
  })
})

test('a file whose rows name those of none of the others stands last, and says so', () => {
  expect(arrangeFiles([usage, crm])?.files.at(-1)).toEqual({
    name: 'a_usage.csv',
    relation: { kind: 'open', by: 'sub_id' },
  })
})

test('one file, or files of accounts alone, are each by itself', () => {
  expect(arrangeFiles([usage])).toBe(null)
  expect(arrangeFiles([crm, file('2026-02.csv', ['account_id'])])).toBe(null)
})
