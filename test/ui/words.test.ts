import { expect, test } from 'vitest'
import type { Configuration, Scale } from '../../src/core/model/configuration.ts'
import type { Driver } from '../../workers/protocol/accounts.ts'
import { driverWords } from '../../src/ui/words/driver.ts'
import { distributionWords, renewalWords } from '../../src/ui/words/overview.ts'
import { whyWords } from '../../src/ui/words/why.ts'
import { accountDetail, notScoredDetail } from '../support/account-detail.ts'
import { accountRow, configuration, NEWEST } from '../support/portfolio.ts'

const number = (value: number) => ({ type: 'number', value }) as const
const missing = { type: 'missing' } as const
const say = (driver: Driver | null) => driverWords(driver, 0, configuration)
const withScale = (scale: Scale): Configuration => ({
  ...configuration,
  models: configuration.models.map((model) => ({
    ...model,
    groups: model.groups.map((group) => ({
      ...group,
      factors: group.factors.map((factor) => ({ ...factor, scale })),
    })),
  })),
})
const changed = (before: number, now: number): Driver => ({
  kind: 'factor-change',
  factor: 'logins',
  points: -4,
  before: number(before),
  now: number(now),
})

test('large numbers and shares change in per cent, others are shown as they were and are', () => {
  expect(say(changed(365, 212))).toBe('Logins, 30 days −42\u202f%')
  expect(say(changed(0.5, 0.6))).toBe('Logins, 30 days +20\u202f%')
  expect(say(changed(8, 4))).toBe('Logins, 30 days 8 → 4')
  expect(say(changed(0, 4))).toBe('Logins, 30 days 0 → 4')
  expect(say(changed(-30, 10))).toBe('Logins, 30 days −30 → 10')
})

test('a factor whose scale is written in shares shows shares, and three digits are enough for other numbers', () => {
  const asShare = (input: Driver) =>
    driverWords(input, 0, withScale({ type: 'linear', from: 0.25, to: 0.8 }))
  expect(asShare(changed(0.52, 0.36))).toBe('Logins, 30 days 52\u202f% → 36\u202f%')
  expect(asShare({ kind: 'factor-loss', factor: 'logins', points: 18, now: number(0.0512) })).toBe(
    'Logins, 30 days 5.1\u202f%: −18.0 points',
  )
  expect(say(changed(10.392, 9.3821))).toBe('Logins, 30 days 10.4 → 9.38')
})

test('data that went away says so, and a factor that is not known keeps its id', () => {
  const gone: Driver = {
    kind: 'factor-change',
    factor: 'x1',
    points: -4,
    before: number(8),
    now: missing,
  }
  expect(say(gone)).toBe('x1 8 → no data')
})

test('an exception says what it does, with its reason as it was written', () => {
  const reason = 'NPS below 0'
  expect(say({ kind: 'exception', reason, points: -1, effect: 'cap', amount: 39 })).toBe(
    'Capped at 39: NPS below 0',
  )
  expect(say({ kind: 'exception', reason, points: 5, effect: 'add', amount: 5 })).toBe(
    '5 points added: NPS below 0',
  )
  expect(say({ kind: 'exception', reason, points: -5, effect: 'add', amount: -5 })).toBe(
    '5 points taken: NPS below 0',
  )
  expect(say({ kind: 'exception', reason, points: -5 })).toBe(reason)
})

test('too little data is a share of the weight, no driver is nothing', () => {
  expect(say({ kind: 'no-data', coverage: 0.4 })).toBe('No data for 60\u202f% of the weight')
  expect(say(null)).toBe('')
})

test('the points of an account in one sentence', () => {
  expect(whyWords(accountDetail(accountRow(0)))).toBe(
    '52.9 of 100 points earned, 13.9 taken by an exception. Most is lost on Logins, 30 days, Seats in use, and Overdue invoices.',
  )
  expect(whyWords(notScoredDetail(accountRow(0)))).toMatch(/^Nothing adds up to a score/)
})

const counts = (step: number, count: number) =>
  Array.from({ length: 20 }, (_, place) => [0, place === step ? count : 0, 0])

test('the distribution says who is one step away from the risk', () => {
  const { bands } = configuration
  expect(distributionWords({ step: 5, counts: counts(8, 1) }, bands)).toBe(
    '1 account sits within 5 points above At risk.',
  )
  expect(distributionWords({ step: 5, counts: counts(9, 3) }, bands)).toBe(
    'No accounts sit within 5 points above At risk.',
  )
  expect(distributionWords({ step: 5, counts: counts(0, 0) }, bands)).toBe('No account is scored.')
})

test('renewals at risk are counted where no value is known', () => {
  const months = [{ month: NEWEST, values: [0, 0, 0, 0], counts: [1, 5, 5, 0] }]
  expect(renewalWords(months, configuration.bands, false)).toBe(
    '1 account at risk renews by the end of Oct 2026.',
  )
  expect(renewalWords([], configuration.bands, true)).toBe('No renewals ahead.')
})
