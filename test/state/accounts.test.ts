import { expect, test, vi } from 'vitest'
import { success } from '../../src/core/problem.ts'
import {
  nextSort,
  readAccountsQuery,
  writeBands,
  writeSort,
} from '../../src/state/accounts-query.ts'
import { AccountState } from '../../src/state/account.svelte.ts'
import { AccountsState } from '../../src/state/accounts.svelte.ts'
import { createSession } from '../support/app.ts'
import { accountRows, configuration } from '../support/portfolio.ts'

const reading = (query: Record<string, string>, from = configuration) =>
  readAccountsQuery({ query: (name) => query[name] ?? '' }, from)

test('the address says what is searched, which bands and in what order', () => {
  expect(reading({ q: 'north', band: 'red,not-scored', sort: '-change' })).toEqual({
    search: 'north',
    bands: [0, null],
    sort: { by: 'change', direction: 'desc' },
  })
})

test('without an order the greatest value comes first, without a value it goes by name', () => {
  expect(reading({}).sort).toEqual({ by: 'value', direction: 'desc' })
  const { value: _, ...account } = configuration.account
  expect(reading({}, { ...configuration, account }).sort).toEqual({ by: 'name', direction: 'asc' })
})

test('a band that the configuration does not have filters nothing', () => {
  expect(reading({ band: 'purple' }).bands).toEqual([])
})

test('bands and order are written as they are read', () => {
  expect(writeBands([2, null], configuration.bands)).toBe('green,not-scored')
  expect(writeSort({ by: 'name', direction: 'asc' })).toBe('name')
})

test('numbers begin with the greatest, names with A; a second click turns the order around', () => {
  const byName = { by: 'name', direction: 'asc' } as const
  expect(nextSort(byName, 'value', true)).toEqual({ by: 'value', direction: 'desc' })
  expect(nextSort(byName, 'owner', false)).toEqual({ by: 'owner', direction: 'asc' })
  expect(nextSort(byName, 'name', false)).toEqual({ by: 'name', direction: 'desc' })
})

test('every question for rows asks for at most 200', async () => {
  const counts: number[] = []
  const accounts = vi.fn((question: { count: number; from: number }) => {
    counts.push(question.count)
    const rows = accountRows(200)
    const page = { total: 5000, matched: 5000, matchedValue: 1, totalValue: 1, averageScore: 50 }
    return Promise.resolve(success({ ...page, from: question.from, rows }))
  })
  const session = createSession('#/accounts', { answers: { accounts } })
  await session.open()
  const list = new AccountsState(session)
  await list.load()
  await list.rows.need(900, 1300)
  expect(Math.max(...counts)).toBe(200)
  expect(list.rows.at(1299)).not.toBeNull()
})

test('a band pressed twice filters no more', async () => {
  const session = createSession('#/accounts')
  await session.open()
  const list = new AccountsState(session)
  list.toggleBand(0)
  list.toggleBand(null)
  expect(session.route.query('band')).toBe('red,not-scored')
  list.toggleBand(0)
  expect(session.route.query('band')).toBe('not-scored')
})

test('an account opened from a list knows its neighbours there', async () => {
  const session = createSession('#/account/0?sort=name&at=1')
  await session.open()
  const account = new AccountState(session)
  await account.loadNeighbours()
  expect(account.neighbours).toMatchObject({ place: 1, matched: 215 })
  account.step(1)
  expect(session.route.query('at')).toBe('2')
})

test('the first account of a list has none before it, and no list no neighbours', async () => {
  const first = createSession('#/account/0?sort=name&at=0')
  await first.open()
  const account = new AccountState(first)
  await account.loadNeighbours()
  expect(account.neighbours?.previous).toBeNull()
  const alone = createSession('#/account/0')
  await alone.open()
  const single = new AccountState(alone)
  await single.loadNeighbours()
  expect(single.neighbours).toBeNull()
})
