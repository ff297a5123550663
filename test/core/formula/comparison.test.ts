import { expect, test } from 'vitest'
import { booleans, dates, names, numbers, texts, value, values } from './build.ts'

test.each([
  ['n == 2', [false, true, false, null]],
  ['n != 2', [true, false, true, null]],
  ['n < 2', [true, false, false, null]],
  ['n <= 2', [true, true, false, null]],
  ['n > 2', [false, false, true, null]],
  ['n >= 2', [false, true, true, null]],
  ['2 > n', [true, false, false, null]],
  ['n == missing', [null, null, null, null]],
  ['n == absent', [null, null, null, null]],
  ['n in [1, 3]', [true, false, true, null]],
  ['n not in [1, 3]', [false, true, false, null]],
  ['n in [1, missing]', [true, null, null, null]],
  ['n not in [1, missing]', [false, null, null, null]],
  ["n in [1, 'x']", [true, null, null, null]],
  ['n + 1 in [3]', [false, true, false, null]],
])('%s is %j for 1, 2, 3 and missing', (text, expected) => {
  expect(values(text, { n: numbers(1, 2, 3, null) })).toEqual(expected)
})

test('text compares without regard to case, in dictionaries and in nearly unique columns alike', () => {
  for (const column of [texts, names]) {
    const t = column('Pro', 'PRO', 'team', null)
    expect(values("t == 'pro'", { t })).toEqual([true, true, false, null])
    expect(values("'TEAM' == t", { t })).toEqual([false, false, true, null])
    expect(values("t in ['Team', 'x']", { t })).toEqual([false, false, true, null])
    expect(values("t != 'pro'", { t })).toEqual([false, false, true, null])
    expect(values("t < 'Q'", { t })).toEqual([true, true, false, null])
    expect(values("contains(t, 'R')", { t })).toEqual([true, true, false, null])
  }
})

test('two text columns compare row by row', () => {
  const columns = { t: texts('Pro', 'b', null, 'x'), u: names('PRO', 'a', 'a', null) }
  expect(values('t == u', columns)).toEqual([true, false, null, null])
  expect(values('t > u', columns)).toEqual([false, true, null, null])
  expect(values('contains(t, u)', columns)).toEqual([true, false, null, null])
})

test('accents compare however they are composed', () => {
  const t = texts('Zoe\u0308', 'ZOË', 'Zoe')
  expect(values("t == 'zoë'", { t })).toEqual([true, true, false])
  expect(values("contains(t, 'Ë')", { t })).toEqual([true, true, false])
  expect(values("t in ['ZOE\u0308']", { t })).toEqual([true, true, false])
})

test('lower-casing knows no locale, and keeps letters apart that a language does not', () => {
  expect(value("'I' == 'i'")).toBe(true)
  expect(value("'İ' == 'i'")).toBe(false)
  expect(value("'Straße' == 'STRASSE'")).toBe(false)
  expect(value("'Σ' == 'σ'")).toBe(true)
})

test('text is ordered by code point: what lies beyond U+FFFF comes after U+FF5E', () => {
  expect(value("'😀' > '～'")).toBe(true)
  expect(value("'a' < 'b'")).toBe(true)
  expect(value("'a' < 'ab'")).toBe(true)
  expect(value("'Z' < 'é'")).toBe(true)
  expect(value("'10' < '9'")).toBe(true)
})

test('an empty text is a text, an empty cell is missing', () => {
  const t = texts('x', null)
  expect(values("t != ''", { t })).toEqual([true, null])
  expect(values("contains(t, '')", { t })).toEqual([true, null])
  expect(values("coalesce(t, '') == ''", { t })).toEqual([false, true])
  expect(values("coalesce(t, '')", { t })).toEqual(['x', null])
})

test('dates compare with dates, and with texts that are read as ISO dates', () => {
  const columns = {
    d: dates('2026-01-01', '2026-02-28', null, '2026-01-01'),
    e: dates('2026-01-02', '2026-02-28', '2026-01-01', null),
    t: texts('2026-01-01', '2026-02-30', '2026-01-01', 'x'),
  }
  expect(values('d < e', columns)).toEqual([true, false, null, null])
  expect(values("d < '2026-01-02'", columns)).toEqual([true, false, null, true])
  expect(values("'2026-01-02T10:00' > d", columns)).toEqual([true, false, null, true])
  expect(values('d == t', columns)).toEqual([true, null, null, null])
  expect(values("d == 'soon'", columns)).toEqual([null, null, null, null])
  expect(values("d in ['2026-02-28']", columns)).toEqual([false, true, null, false])
  expect(values("d in ['2026-02-28', 'soon']", columns)).toEqual([null, true, null, null])
})

test('conditions are equal or not, and have no order', () => {
  const columns = { x: booleans(true, false, null), y: booleans(true, true, true) }
  expect(values('x == y', columns)).toEqual([true, false, null])
  expect(values('x != false', columns)).toEqual([true, false, null])
  expect(values('x in [true]', columns)).toEqual([true, false, null])
  expect(values('x < y', columns)).toEqual([null, null, null])
})

test('different types do not compare', () => {
  const columns = { n: numbers(1), t: texts('1'), d: dates('2026-01-01'), x: booleans(true) }
  for (const text of [
    'n == t',
    'n == d',
    'n == x',
    't == x',
    'd == x',
    "n != '1'",
    'n < t',
    "x in ['true']",
  ])
    expect(values(text, columns)).toEqual([null])
})
