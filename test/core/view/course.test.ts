import { expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import { courseOf } from '../../../src/core/view/course.ts'

const points = (...all: [number, number | null][]) =>
  all.map(([day, score]) => ({ day: toDay(20_000 + day), score }))

test('a steady fall has its slope per 30 days, and no volatility', () => {
  const course = courseOf(points([0, 80], [30, 75], [90, 65]))
  expect(course).toMatchObject({ slope: -5, from: toDay(20_000), scores: 3 })
  expect(course?.volatility).toBeCloseTo(0, 12)
})

test('scores around a level have no slope, and the distance to it', () => {
  // By hand: squares 25 four times, two degrees of freedom less; the line is flat.
  const course = courseOf(points([0, 55], [10, 45], [20, 45], [30, 55]))!
  expect(course.slope).toBeCloseTo(0, 12)
  expect(course.volatility).toBeCloseTo(Math.sqrt(100 / 2), 12)
})

test('gaps are no scores, irregular days count as they are, and only half a year is looked at', () => {
  expect(courseOf(points([0, 10], [100, null], [200, 60], [260, 70]))).toEqual({
    slope: 5,
    volatility: 0,
    from: toDay(20_200),
    scores: 2,
  })
})

test('one score has no course', () => {
  expect(courseOf(points([0, 50]))).toBeNull()
  expect(courseOf(points([0, null]))).toBeNull()
  expect(courseOf(points([0, 50], [365, 60]))).toBeNull()
})
