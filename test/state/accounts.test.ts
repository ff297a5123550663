import { expect, test, vi } from 'vitest'
import { success } from '../../src/core/problem.ts'
import { nextSorts, readAccountsQuery, writeSorts } from '../../src/state/accounts-query.ts'
import { AccountState } from '../../src/state/account.svelte.ts'
import { AccountsState } from '../../src/state/accounts.svelte.ts'
import { choose, chosenBy, toggled } from '../../src/state/facet-choice.ts'
import { Preferences } from '../../src/state/preferences.svelte.ts'
import { createSession, nothingKept } from '../support/app.ts'
import type { AccountsQuestion } from '../../workers/protocol/accounts.ts'
import { pageOf } from '../support/fake-list.ts'
import { accountRows, configuration } from '../support/portfolio.ts'

const reading = (query: Record<string, string>, from = configuration) =>
  readAccountsQuery({ query: (name) => query[name] ?? '' }, from)

test('the address says what is searched, what is filtered and in what order', () => {
  const filter = "band == 'red' or is_missing(score)"
  expect(reading({ q: 'north', filter, sort: '-change(arr, 30),name' })).toEqual({
    search: 'north',
    filter,
    moved: null,
    sort: [
      { by: 'change(arr, 30)', direction: 'desc' },
      { by: 'name', direction: 'asc' },
    ],
  })
})

test('without an order the greatest value comes first, without a value it goes by name', () => {
  expect(reading({}).sort).toEqual([{ by: 'value', direction: 'desc' }])
  const { value: _, ...account } = configuration.account
  expect(reading({}, { ...configuration, account }).sort).toEqual([
    { by: 'name', direction: 'asc' },
  ])
})

test('an order is written as it is read', () => {
  const text = "-factor('logins'),name,-change(arr, 30)"
  expect(writeSorts(reading({ sort: text }).sort)).toBe(text)
})

test('numbers begin with the greatest, names with A; a second click turns the order around', () => {
  const byName = [{ by: 'name', direction: 'asc' }] as const
  const next = (by: string, isNumber: boolean, added = false) =>
    writeSorts(nextSorts(byName, by, { isNumber, added }))
  expect(next('value', true)).toBe('-value')
  expect(next('owner', false)).toBe('owner')
  expect(next('name', false)).toBe('-name')
  expect(next('value', true, true)).toBe('name,-value')
  expect(next('name', false, true)).toBe('-name')
})

test('every question for rows asks for at most 200', async () => {
  const counts: number[] = []
  const accounts = vi.fn((question: AccountsQuestion) => {
    counts.push(question.count)
    const rows = accountRows(200)
    const page = { ...pageOf(rows, question), total: 5000, matched: 5000 }
    return Promise.resolve(success({ ...page, rows }))
  })
  const session = createSession('#/accounts', { answers: { accounts } })
  await session.open()
  const list = new AccountsState(session, new Preferences(nothingKept))
  await list.load()
  await list.rows.need(900, 1300)
  expect(Math.max(...counts)).toBe(200)
  expect(list.rows.at(1299)).not.toBeNull()
})

test('a condition takes the place of the one on its subject, and leaves the others', async () => {
  const session = createSession('#/accounts?filter=score+%3E+5')
  await session.open()
  const { filter } = new AccountsState(session, new Preferences(nothingKept))
  filter.setOn('band', choose('band', ['red', null]))
  expect(filter.text).toBe("score > 5 and (band == 'red' or is_missing(band))")
  expect(filter.without('band')).toBe('score > 5')
  filter.setOn('band', choose('band', toggled(chosenBy(filter.conditions[1]), 'RED')))
  expect(filter.text).toBe('score > 5 and is_missing(band)')
  filter.setOn('band', null)
  expect(filter.text).toBe('score > 5')
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
