import { expect, test } from 'vitest'
import { booleans, dates, names, numbers, texts, value, values } from './build.ts'

test('a condition that is not true takes the third argument', () => {
  const columns = { x: booleans(true, false, null), n: numbers(1, 2, 3) }
  expect(values('if(x, n, -n)', columns)).toEqual([1, -2, -3])
  expect(values("if(x, 'yes', 'no')", columns)).toEqual(['yes', 'no', 'no'])
  expect(values('if(x, missing, n)', columns)).toEqual([null, 2, 3])
  expect(values('if(n, 1, 2)', columns)).toEqual([2, 2, 2])
  expect(values('if(absent > 1, 1, 2)', columns)).toEqual([2, 2, 2])
})

test('every type can be chosen, from literals and from columns of both codings', () => {
  const columns = {
    x: booleans(true, false),
    d: dates('2026-01-01', '2026-01-02'),
    e: dates(null, '2026-01-03'),
    t: texts('a', 'b'),
    u: names('c', 'd'),
    y: booleans(false, null),
  }
  expect(values('if(x, d, e)', columns)).toEqual(['2026-01-01', '2026-01-03'])
  expect(values('if(x, t, u)', columns)).toEqual(['a', 'd'])
  expect(values("if(x, 'z', u)", columns)).toEqual(['z', 'd'])
  expect(values('if(x, x, y)', columns)).toEqual([true, null])
})

test('values of two types cannot be chosen between: missing for all', () => {
  const columns = { x: booleans(true, false), n: numbers(1, 2), t: texts('a', 'b') }
  expect(values('if(x, n, t)', columns)).toEqual([null, null])
  expect(values("coalesce(n, 'none')", columns)).toEqual([null, null])
})

test('the first value that is there is taken', () => {
  const columns = { n: numbers(1, null, null), m: numbers(5, 6, null), t: texts('a', null, 'c') }
  expect(values('coalesce(n, m)', columns)).toEqual([1, 6, null])
  expect(values('coalesce(n, m, 7)', columns)).toEqual([1, 6, 7])
  expect(values("coalesce(t, 'none')", columns)).toEqual(['a', 'none', 'c'])
  expect(values('coalesce(absent, n)', columns)).toEqual([1, null, null])
  expect(values('coalesce(absent, missing)', columns)).toEqual([null, null, null])
})

test('what is missing is known of every type', () => {
  const columns = {
    n: numbers(1, null),
    t: texts('a', null),
    d: dates('2026-01-01', null),
    x: booleans(false, null),
  }
  for (const id of ['n', 't', 'd', 'x', 'n / n', 'x and true'])
    expect(values(`is_missing(${id})`, columns)).toEqual([false, true])
  expect(values('is_missing(absent)', columns)).toEqual([true, true])
  expect(value('is_missing(missing)')).toBe(true)
  expect(value("is_missing('')")).toBe(false)
})

test('a text contains itself and each part of it, whatever the case', () => {
  expect(value("contains('Renewal at risk', 'AT R')")).toBe(true)
  expect(value("contains('risk', 'at risk')")).toBe(false)
  expect(value("contains('risk', missing)")).toBeNull()
  expect(values("contains(n, '1')", { n: numbers(1) })).toEqual([null])
})

test("days count from the snapshot's date to the date, and never from today", () => {
  const columns = {
    d: dates('2026-01-01', '2026-01-31', '2026-02-28', null),
    t: texts('2026-01-01', 'x', null, 'y'),
  }
  expect(values('days_since(d)', columns)).toEqual([30, 0, -28, null])
  expect(values('days_until(d)', columns)).toEqual([-30, 0, 28, null])
  expect(values('days_since(t)', columns)).toEqual([null, null, null, null])
})
