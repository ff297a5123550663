import { expect, test } from 'vitest'
import { namesReached, namesUsed } from '../../../src/core/formula/names.ts'
import { formula } from './build.ts'

test('an expression says which columns it reads now, and which how far back', () => {
  const text =
    "if(plan in ['Pro'], pct_change(logins, 30), previous(seats)) + median(seats, 90) + score"
  expect(namesUsed(formula(text))).toEqual({
    names: new Set(['plan', 'logins', 'score']),
    overTime: [
      { function: 'pct_change', name: 'logins', days: 30 },
      { function: 'previous', name: 'seats', days: null },
      { function: 'median', name: 'seats', days: 90 },
    ],
    functions: new Set(['if', 'pct_change', 'previous', 'median']),
  })
})

test('a use that is repeated is told once, and literals use nothing', () => {
  expect(namesUsed(formula('change(a, 7) > 0 and change(a, 7) < 9')).overTime).toHaveLength(1)
  expect(namesUsed(formula("1 + 2 == 3 and 'a' != 'b'"))).toEqual({
    names: new Set(),
    overTime: [],
    functions: new Set(),
  })
})

test('what is reached is what is read now or was read before', () => {
  expect(namesReached(formula("a + previous(b) + factor('c')"))).toEqual(new Set(['a', 'b']))
})
