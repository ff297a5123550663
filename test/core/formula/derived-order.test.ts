import { expect, test } from 'vitest'
import { orderDerived } from '../../../src/core/formula/cycle.ts'
import { derivedOf } from './build.ts'

const order = (texts: Readonly<Record<string, string>>) => orderDerived(derivedOf(texts))

test('a derived column comes after those it is built upon', () => {
  expect(order({ c: 'b + a', b: 'a * 2', a: 'n' })).toEqual({ ok: true, value: ['a', 'b', 'c'] })
  expect(order({})).toEqual({ ok: true, value: [] })
})

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['by its own name', { a: 'a + 1' }, ['a', 'a']],
  ['by way of others', { x: 'a', a: 'b', b: '1 + c', c: 'if(a > 1, 1, 2)' }, ['a', 'b', 'c', 'a']],
  ['by way of its own past', { a: 'previous(a) + 1' }, ['a', 'a']],
  ['by way of the past of another', { a: 'median(b, 30)', b: 'a' }, ['a', 'b', 'a']],
  [
    'under a name that every object has',
    { constructor: '__proto__', ['__proto__']: 'constructor' },
    ['constructor', '__proto__', 'constructor'],
  ],
])('one that reaches itself %s is refused with the path', (_, texts, path) => {
  expect(order(texts)).toEqual({ ok: false, problems: [{ code: 'cycle', path }] })
})

test('a chain of columns that would be too deep to evaluate is refused at once', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, i) => [`d${i}`, `d${i + 1} + 1`]),
  )
  expect(order(chain)).toEqual({
    ok: false,
    problems: [{ code: 'too-deep', id: 'd4499', found: 1002, limit: 1000 }],
  })
})

test('a column that many others are built upon is no chain', () => {
  const wide = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`d${i}`, `base + ${i}`]))
  expect(order({ ...wide, base: 'n' }).ok).toBe(true)
})
