import { expect, test } from 'vitest'
import { outcomesIn, separationOf } from '../../../src/core/view/separation.ts'
import { booleans, numbers, texts } from '../formula/build.ts'

const { NaN: none } = Number
const of = (scores: readonly number[], outcomes: readonly number[]) =>
  separationOf(Float64Array.from(scores), Float64Array.from(outcomes))

test('where everybody who stayed scores higher, all pairs say so', () => {
  expect(of([90, 80, 70, 60, 55, 10, 9, 8, 7, 6], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])).toEqual({
    yes: 5,
    no: 5,
    higher: 1,
  })
})

test('a score that all share says nothing: half of the pairs', () => {
  expect(
    of(
      Array.from({ length: 12 }, () => 50),
      [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1],
    ).higher,
  ).toBe(0.5)
})

test('pairs are counted as by hand, ties by half', () => {
  const [stayed, left] = [
    [10, 20, 20, 40, 50],
    [5, 20, 30, 40, 60],
  ]
  let sum = 0
  for (const a of stayed) for (const b of left) sum += a > b ? 1 : a === b ? 0.5 : 0
  const outcomes = [...stayed.map(() => 0), ...left.map(() => 1)]
  expect(of([...stayed, ...left], outcomes).higher).toBe(sum / 25)
})

test('who has no score or no known outcome is in no pair; too few of one kind say nothing', () => {
  expect(of([1, none, 3, 4, 5], [0, 0, none, 1, 1])).toEqual({ yes: 2, no: 1, higher: null })
  expect(of([], [])).toEqual({ yes: 0, no: 0, higher: null })
})

test('yes and no, and 1 and 0, are outcomes; other numbers and texts are none', () => {
  expect(outcomesIn(booleans(true, false, null))).toEqual(Float64Array.from([1, 0, none]))
  expect(outcomesIn(numbers(1, 0, null))).toEqual(Float64Array.from([1, 0, none]))
  expect(outcomesIn(numbers(1, 2))).toBeNull()
  expect([outcomesIn(texts('Left')), outcomesIn(null)]).toEqual([null, null])
})
