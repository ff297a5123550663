import { expect, test } from 'vitest'
import { histogramOf } from '../../../src/core/view/histogram.ts'

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

test('every value is counted once, in a bin or beyond them', () => {
  const values = Float64Array.from({ length: 1000 }, (_, i) => Math.sqrt(i) * 3.7).sort()
  const { counts, below, above, from, step } = histogramOf(values)
  expect(sum(counts) + below + above).toBe(1000)
  expect([from, step, counts.length]).toEqual([0, 5, 24])
})

test('small whole numbers stand in the middle of bins of their own', () => {
  expect(histogramOf(Float64Array.of(1, 2, 2, 5))).toEqual({
    from: 0.5,
    step: 1,
    counts: [1, 2, 0, 0, 1],
    below: 0,
    above: 0,
  })
})

test('a few extreme accounts stay outside, and are counted there', () => {
  const values = [...Array.from({ length: 300 }, (_, i) => i / 3), 90_000, 120_000]
  const { counts, above, step } = histogramOf(Float64Array.from(values))
  expect(above).toBe(2)
  expect(step * counts.length).toBeLessThan(140)
})

test('one value, or none, is drawn too', () => {
  expect(histogramOf(Float64Array.of(0.25))).toMatchObject({ counts: [1] })
  expect(histogramOf(new Float64Array(0)).counts).toEqual([])
})
