import { expect, test } from 'vitest'
import { dates, numbers, texts, value, values } from './build.ts'

const a = numbers(7, -7, 0, null)
const b = numbers(2, 2, 0, 2)

test.each([
  ['a + b', [9, -5, 0, null]],
  ['a - b', [5, -9, 0, null]],
  ['a * b', [14, -14, 0, null]],
  ['a / b', [3.5, -3.5, null, null]],
  ['a % b', [1, -1, null, null]],
  ['-a', [-7, 7, 0, null]],
  ['abs(a)', [7, 7, 0, null]],
  ['min(a, b)', [2, -7, 0, null]],
  ['max(a, b, 3)', [7, 3, 3, null]],
  ['a * 0 + 1', [1, 1, 1, null]],
])('%s is %j', (text, expected) => {
  expect(values(text, { a, b })).toEqual(expected)
})

test.each([
  ['2 + 3 * 4 - 10 / 5', 12],
  ['2 - 3 - 4', -5],
  ['0.1 + 0.2', 0.1 + 0.2],
  ['-7 % 3', -1],
  ['7 % -3', 1],
  ['5.5 % 2', 1.5],
])('%s is %d', (text, expected) => {
  expect(value(text)).toBe(expected)
})

test.each([
  '1 / 0',
  '0 / 0',
  '1 % 0',
  '1e308 * 10',
  '-1e308 - 1e308',
  'round(1e308, 10)',
  '1 + missing',
  'round(1, missing)',
])('%s is missing: it has no finite result', (text) => {
  expect(value(text)).toBeNull()
})

test.each([
  ['round(2.5)', 3],
  ['round(-2.5)', -3],
  ['round(0.4)', 0],
  ['round(1.005, 2)', 1],
  ['round(2.675, 2)', 2.68],
  ['round(-1.25, 1)', -1.3],
  ['round(1250, -2)', 1300],
  ['round(10 / 3, 3)', 3.333],
])('%s is %d: half goes away from zero', (text, expected) => {
  expect(value(text)).toBe(expected)
})

test('the number of digits may differ from account to account', () => {
  expect(
    values('round(x, n)', { x: numbers(1.234, 1.234, 1.234), n: numbers(0, 2, null) }),
  ).toEqual([1, 1.23, null])
})

test('the least and the greatest are found among dates too', () => {
  const d = dates('2026-01-01', '2026-03-01', null)
  const e = dates('2026-02-01', '2026-02-01', '2026-02-01')
  expect(values('min(d, e)', { d, e })).toEqual(['2026-01-01', '2026-02-01', null])
  expect(values('max(d, e)', { d, e })).toEqual(['2026-02-01', '2026-03-01', null])
  expect(values('min(d, 1)', { d, e })).toEqual([null, null, null])
})

test('arithmetic with what is no number is missing', () => {
  const columns = { t: texts('1', 'x'), d: dates('2026-01-01', null), n: numbers(1, 2) }
  for (const text of [
    't + 1',
    '-t',
    'd - d',
    'abs(d)',
    'true + 1',
    "n * '2'",
    'round(t)',
    'absent + n',
    'min(t, t)',
  ])
    expect(values(text, columns)).toEqual([null, null])
})

test('a snapshot without accounts has no values', () => {
  expect(values('a + 1', { a: numbers() })).toEqual([])
  expect(values('1 + 1', { a: numbers() })).toEqual([])
  expect(values('absent', { a: numbers() })).toEqual([])
})
