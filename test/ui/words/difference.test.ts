import { expect, test } from 'vitest'
import type { Configuration, Factor, ScoringModel } from '../../../src/core/model/configuration.ts'
import { differenceOf } from '../../../src/core/model/difference.ts'
import { differenceWriter } from '../../../src/ui/words/difference.ts'
import { aConfiguration } from '../../support/a-configuration.ts'

const before = aConfiguration()
const [model] = before.models as [ScoringModel]
const [usage, support] = model.groups as [ScoringModel['groups'][0], ScoringModel['groups'][0]]

const say = (after: Configuration, from = before) =>
  differenceOf(from, after)
    .map(differenceWriter(from, after))
    .map((text) => text.replace(/[\u202f\u00a0]/g, ' '))
const withModel = (parts: Partial<ScoringModel>) => ({
  ...before,
  models: [{ ...model, ...parts }],
})
const withTickets = (parts: Partial<Factor>) => {
  const [tickets, ...rest] = support.factors as [Factor, ...Factor[]]
  return withModel({
    groups: [usage, { ...support, factors: [{ ...tickets, ...parts }, ...rest] }],
  })
}

test('weights, scales and what happens where data is missing', () => {
  expect(say(withTickets({ weight: 30 }))).toEqual(['Open tickets: weight 1 → 30'])
  expect(say(withTickets({ scale: { type: 'steps', at: [2], scores: [100, 0] } }))).toEqual([
    'Open tickets: scale 100 below 1, 70 from 1, 40 from 4, 0 from 8 → 100 below 2, 0 from 2',
  ])
  expect(say(withTickets({ missing: { carry: 30 } }))).toEqual([
    'Open tickets: where missing counts as 50 → the latest value of 30 days back, else left out',
  ])
  expect(say(withTickets({ input: 'open_tickets / seats' }))).toEqual([
    'Open tickets: input Open tickets → Open tickets divided by seats',
  ])
  expect(say(withModel({ minCoverage: 0.125 }))).toEqual([
    'All accounts: least coverage 30 % → 12.5 %',
  ])
})

test('a frozen cohort that differs is a scale that changed', () => {
  const scale = (from: number) => ({
    type: 'percentile' as const,
    better: 'higher' as const,
    top: 0,
    reference: Array.from({ length: 101 }, (_, i) => from + i),
  })
  const [old, fresh] = [withTickets({ scale: scale(0) }), withTickets({ scale: scale(1) })]
  expect(say(fresh, old)).toEqual(['Open tickets: scale changed'])
})

test('exceptions and flags come, go and change', () => {
  expect(say(withModel({ exceptions: [] }))).toEqual(['Exception Overdue removed'])
  const [overdue] = model.exceptions!
  expect(
    say(
      withModel({
        exceptions: [{ ...overdue!, when: 'overdue_invoices >= 3', then: { cap: 20 } }],
      }),
    ),
  ).toEqual([
    'Overdue: rule overdue invoices are at least 2 → overdue invoices are at least 3',
    'Overdue: effect at most 39 → at most 20',
  ])
  const flags = [...before.flags!, { id: 'loud', kind: 'advocate' as const, when: 'nps > 8' }]
  expect(say({ ...before, flags })).toEqual(['Flag Loud added'])
})

test('a band starts elsewhere', () => {
  const bands = before.bands.map((band) => (band.id === 'yellow' ? { ...band, from: 45 } : band))
  expect(say({ ...before, bands })).toEqual(['Watch starts at 45 instead of 40'])
})

test('what moves is told with where from and where to', () => {
  const [logins, ...rest] = usage.factors as [Factor, ...Factor[]]
  const groups = [
    { ...usage, factors: rest },
    { ...support, factors: [...support.factors, logins] },
  ]
  expect(say(withModel({ groups }))).toEqual(['Logins moved from Usage to Support'])
  const second = { ...model, id: 'trial', name: 'Trials' }
  const two = { ...before, models: [model, second] }
  expect(say({ ...before, models: [second, model] }, two)).toEqual([
    'Model Trials moved from place 2 to 1',
  ])
})

test('with several models a factor is told with its model', () => {
  const second = { ...model, id: 'trial', name: 'Trials' }
  const changed = withTickets({ weight: 30 }).models[0]!
  expect(
    say({ ...before, models: [changed, second] }, { ...before, models: [model, second] }),
  ).toEqual(['All accounts › Open tickets: weight 1 → 30'])
})

test('what the configuration says of itself', () => {
  expect(say({ ...before, name: 'Team' })).toEqual(['Name “Accounts” → “Team”'])
  const account = { ...before.account, include: "type == 'Customer'", segments: ['type', 'plan'] }
  expect(say({ ...before, account })).toEqual([
    'Account segments type → type, plan',
    'Customers are accounts where type is “Customer”',
  ])
  expect(say({ ...before, attention: { renewalDays: 60 } })).toEqual([
    'Attention renewal days set to 60',
  ])
  expect(say({ ...before, types: { arr: 'number' } })).toEqual(['Type of arr set to “number”'])
})

test('nothing is said where nothing differs', () => {
  expect(say(before)).toEqual([])
})

test('windows, and what is made of events', () => {
  const column = { id: 'tickets_90d', aggregate: 'count', windowDays: 90, empty: 0 } as const
  const source = { id: 'tickets', grain: 'event', key: 'Org', date: 'Created' } as const
  const csat = { id: 'csat', aggregate: 'mean', from: 'Rating', type: 'number' } as const
  const old = { ...before, sources: [{ ...source, columns: [column, csat] }] }
  const changed = (parts: object, own: object = {}) =>
    say({ ...old, sources: [{ ...source, ...own, columns: [{ ...column, ...parts }, csat] }] }, old)
  expect(say(old)).toEqual(['Source Tickets added'])
  expect(changed({ windowDays: 30 })).toEqual(['Tickets in 90 days: window 90 days → 30 days'])
  expect(changed({ windowDays: undefined })).toEqual(['Tickets in 90 days: window 90 days removed'])
  expect(changed({ aggregate: 'distinct', from: 'Topic' })).toEqual([
    'Tickets in 90 days: made as how many rows → how many different',
    'Tickets in 90 days: made of set to “Topic”',
  ])
  expect(changed({ where: "status == 'open'" })).toEqual([
    'Tickets in 90 days: only rows where status is “open”',
  ])
  expect(changed({}, { date: 'Closed', through: 'orders', keyRule: 'domain' })).toEqual([
    'Tickets: keys compared by domain',
    'Tickets: by way of set to “orders”',
    'Tickets: day of each row “Created” → “Closed”',
  ])
})
