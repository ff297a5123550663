import { expect, test } from 'vitest'
import { createEvaluator } from '../../../src/core/formula/evaluate.ts'
import { booleans, derivedOf, formula, numbers, over, snapshot, texts, valuesOf } from './build.ts'

const evaluatorOf = (history: Parameters<typeof createEvaluator>[0]['history'], derived = {}) =>
  createEvaluator({ history, derived: derivedOf(derived) })

test('a bare name costs nothing: it is the stored column itself', () => {
  const n = numbers(1, 2)
  const evaluator = evaluatorOf([snapshot('2026-01-31', { n })])
  expect(evaluator.evaluate(formula('n'), 0)).toBe(n)
  expect(evaluator.evaluate(formula('(n)'), 0)).toBe(n)
  expect(evaluator.column('n', 0)).toBe(n)
})

test('a derived column is evaluated once for a snapshot', () => {
  const evaluator = evaluatorOf([snapshot('2026-01-31', { n: numbers(1, 2) })], { twice: '2 * n' })
  const twice = evaluator.column('twice', 0)
  expect(twice && valuesOf(twice)).toEqual([2, 4])
  expect(evaluator.evaluate(formula('twice'), 0)).toBe(twice)
})

test('a name that is neither stored nor derived has no column, and is missing in an expression', () => {
  const evaluator = evaluatorOf([snapshot('2026-01-31', { n: numbers(1, 2) })])
  expect(evaluator.column('absent', 0)).toBeNull()
  expect(valuesOf(evaluator.evaluate(formula('absent'), 0))).toEqual([null, null])
})

test('derived columns may be built upon one another, in any order', () => {
  const derived = { c: 'b + a', b: 'a * 10', a: 'n + 1' }
  expect(over([snapshot('2026-01-31', { n: numbers(1, null) })], 'c', { derived })).toEqual([
    22,
    null,
  ])
})

test('a derived column whose column is absent takes the type of what it stands beside', () => {
  const history = [snapshot('2026-01-31', { x: booleans(true, false) })]
  const derived = { plan: 'absent' }
  expect(over(history, "if(x, 'Pro', plan)", { derived })).toEqual(['Pro', null])
})

test('columns that reach themselves are missing, should they get this far', () => {
  const history = [
    snapshot('2026-01-01', { n: numbers(1) }),
    snapshot('2026-01-31', { n: numbers(1) }),
  ]
  expect(over(history, 'a', { derived: { a: 'b + 1', b: 'a + 1' } })).toEqual([null])
  expect(over(history, 'a', { derived: { a: 'coalesce(a, 3)' } })).toEqual([3])
})

test('accounts are found in an earlier snapshot by who they are, not by their row', () => {
  const evaluator = evaluatorOf([
    snapshot('2026-01-01', { n: numbers(1, 2, 3) }, [2, 4, 9]),
    snapshot('2026-01-31', { n: numbers(1, 2, 3) }, [1, 2, 9]),
  ])
  expect(evaluator.positions(1, 0)).toEqual(Int32Array.of(-1, 0, 2))
  expect(evaluator.positions(1, 0)).toBe(evaluator.positions(1, 0))
})

test('stored columns are left as they were', () => {
  const columns = { n: numbers(1, null), t: texts('a', null) }
  const before = structuredClone(columns)
  const history = [snapshot('2026-01-01', columns), snapshot('2026-01-31', columns)]
  over(history, "if(contains(t, 'A'), -n, median(n, 40)) + average(n, 40)")
  over(history, "coalesce(t, previous(t), 'x')")
  expect(columns).toEqual(before)
})
