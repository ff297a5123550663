import { expect, test } from 'vitest'
import type { Results } from '../../../src/core/formula/evaluate.ts'
import type { Column } from '../../../src/core/table/column.ts'
import { booleans, dates, numbers, over, snapshot, texts } from './build.ts'

// Account 0 is always there, 1 came in December, 2 was not there in December, 3 left after October.
const history = [
  snapshot('2025-10-31', { n: numbers(10, 40, 5), plan: texts('Pro', 'Team', 'Pro') }, [0, 2, 3]),
  snapshot('2025-12-01', { n: numbers(20, 8), plan: texts('Team', null) }, [0, 1]),
  snapshot(
    '2025-12-31',
    { n: numbers(0, null, 60), plan: texts('Team', 'Pro', 'Team') },
    [0, 1, 2],
  ),
  snapshot('2026-01-31', { n: numbers(30, 4, 50), plan: texts('Team', 'Pro', 'Pro') }, [0, 1, 2]),
]

test.each([
  ['previous(n)', [0, null, 60]],
  ['previous(plan)', ['Team', 'Pro', 'Team']],
  ['previous(plan) != plan', [false, false, true]],
  ['change(n, 1)', [30, null, -10]],
  ['change(n, 31)', [30, null, -10]],
  ['change(n, 32)', [10, -4, null]],
  ['change(n, 61)', [10, -4, null]],
  ['change(n, 62)', [20, null, 10]],
  ['change(n, 92)', [20, null, 10]],
  ['change(n, 93)', [null, null, null]],
  ['pct_change(n, 31)', [null, null, -10 / 60]],
  ['pct_change(n, 61)', [0.5, -0.5, null]],
  ['average(n, 30)', [null, null, null]],
  ['average(n, 31)', [0, null, 60]],
  ['average(n, 61)', [10, 8, 60]],
  ['average(n, 92)', [10, 8, 50]],
  ['median(n, 61)', [10, 8, 60]],
  ['median(n, 92)', [10, 8, 50]],
  ['median(n, 5000)', [10, 8, 50]],
  ['previous(absent)', [null, null, null]],
  ['average(plan, 92)', [null, null, null]],
  ['change(plan, 31)', [null, null, null]],
])('%s is %j', (text, expected) => {
  expect(over(history, text)).toEqual(expected)
})

test('one spike does not move the median', () => {
  const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04']
  const spike = days.map((day, i) => snapshot(day, { n: numbers([3, 1000, 5, 4][i] as number) }))
  expect(over(spike, 'median(n, 10)')).toEqual([5])
  expect(over(spike, 'average(n, 10)')).toEqual([336])
})

test('an average adds the oldest value first, so that it is the same to the last digit everywhere', () => {
  const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04']
  const tenths = days.map((day, i) => snapshot(day, { n: numbers((i + 1) / 10) }))
  expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1)
  expect(over(tenths, 'average(n, 10)')).toEqual([(0.1 + 0.2 + 0.3) / 3])
})

test('every type has a previous value', () => {
  const days = [
    snapshot('2026-01-01', { d: dates('2025-12-24'), x: booleans(true), t: texts(null) }),
    snapshot('2026-01-02', { d: dates(null, null), x: booleans(null, null), t: texts('a', 'b') }),
  ]
  expect(over(days, 'previous(d)')).toEqual(['2025-12-24', null])
  expect(over(days, 'previous(x)')).toEqual([true, null])
  expect(over(days, 'previous(t)')).toEqual([null, null])
})

test('the first snapshot has no past', () => {
  const first = [snapshot('2026-01-01', { n: numbers(1) })]
  for (const text of [
    'previous(n)',
    'change(n, 1)',
    'pct_change(n, 1)',
    'average(n, 9)',
    'median(n, 9)',
  ])
    expect(over(first, text)).toEqual([null])
})

test("a derived column is evaluated in the older snapshot, with that snapshot's own history and date", () => {
  const days = [
    snapshot('2026-01-01', { n: numbers(1), d: dates('2026-01-01') }),
    snapshot('2026-01-11', { n: numbers(4), d: dates('2026-01-01') }),
    snapshot('2026-01-31', { n: numbers(9), d: dates('2026-01-01') }),
  ]
  const derived = { growth: 'n - previous(n)', age: 'days_since(d)', one: '1' }
  expect(over(days, 'growth', { derived })).toEqual([5])
  expect(over(days, 'previous(growth)', { derived })).toEqual([3])
  expect(over(days, 'change(growth, 20)', { derived })).toEqual([2])
  expect(over(days, 'change(growth, 30)', { derived })).toEqual([null])
  expect(over(days, 'change(age, 20)', { derived })).toEqual([20])
  expect(over(days, 'average(one, 30)', { derived })).toEqual([1])
})

test('an account that was not there has no value of a derived column that is the same for all', () => {
  const days = [
    snapshot('2026-01-01', { n: numbers(1) }, [5]),
    snapshot('2026-01-02', { n: numbers(1, 1) }, [4, 5]),
  ]
  expect(over(days, 'previous(one)', { derived: { one: '1' } })).toEqual([null, 1])
})

test('a name that has become a derived column, and was stored before, is read as it was stored', () => {
  const days = [
    snapshot('2026-01-01', { n: numbers(1), x: numbers(7) }),
    snapshot('2026-01-02', { n: numbers(1) }),
  ]
  expect(over(days, 'x - previous(x)', { derived: { x: 'n + 1' } })).toEqual([-5])
})

const none: Column = numbers(null)
const scored = (score: Column, earlier: readonly Column[]): Results => ({
  score,
  raw: numbers(61.25),
  band: texts('green'),
  coverage: numbers(0.5),
  model: texts('main'),
  overridden: booleans(true),
  factor: (id) => (id === 'x' ? numbers(12) : null),
  group: (id) => (id === 'x' ? numbers(13) : null),
  hasFlag: (id) => (id === 'x' ? booleans(true) : null),
  scoreAt: (at) => earlier[at] ?? none,
  bandAt: () => texts('yellow'),
})

const two = [snapshot('2026-01-01', { n: numbers(1) }), snapshot('2026-01-31', { n: numbers(1) })]

test('the change of a score is the difference of what is shown, to one decimal', () => {
  const results = scored(numbers(70.1), [numbers(70)])
  expect(70.1 - 70).not.toBe(0.1)
  expect(over(two, 'change(score, 30)', { results })).toEqual([0.1])
  expect(over(two, 'change(score, 30) >= 0.1', { results })).toEqual([true])
  expect(over(two, 'change(score, 31)', { results })).toEqual([null])
  expect(over(two, 'pct_change(score, 30)', { results })).toEqual([0.1 / 70])
  expect(over(two, 'previous(score)', { results })).toEqual([70])
  expect(over(two, 'average(score, 30) + median(score, 30)', { results })).toEqual([140])
})

test('flags and filters read what scoring gave', () => {
  const results = scored(numbers(70), [numbers(60)])
  const read = (text: string) => over(two, text, { results })[0]
  expect(
    [
      'score',
      'raw',
      'band',
      'coverage',
      'model',
      'overridden',
      "factor('x')",
      "group('x')",
      "has_flag('x')",
    ].map(read),
  ).toEqual([70, 61.25, 'green', 0.5, 'main', true, 12, 13, true])
  expect(["factor('y')", "group('__proto__')", "has_flag('')"].map(read)).toEqual([
    null,
    null,
    null,
  ])
  expect(["previous(band) == 'yellow'", 'previous(model)'].map(read)).toEqual([true, null])
})

test('before scoring there is no score', () => {
  for (const text of ['score', 'previous(score)', 'change(score, 30)', "factor('x')", 'band'])
    expect(over(two, text)).toEqual([null])
})
