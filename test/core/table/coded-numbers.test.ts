import { expect, test } from 'vitest'
import { codedNumbers, plainNumbers } from '../../../src/core/table/coded-numbers.ts'

test('numbers of which many are alike take a byte a row, and come back as they were', () => {
  const numbers = Float64Array.of(1, 0.5, NaN, 0.5, 1, NaN)
  const coded = codedNumbers(numbers)
  expect(coded).toEqual({
    values: Float64Array.of(1, 0.5, NaN),
    codes: Uint8Array.of(0, 1, 2, 1, 0, 2),
  })
  expect(plainNumbers(coded)).toEqual(numbers)
  expect(plainNumbers(codedNumbers(new Float64Array(0)))).toHaveLength(0)
})

test('where more are different the codes are as wide as it takes', () => {
  for (const [count, bytes] of [
    [256, 1],
    [257, 2],
    [65_536, 2],
    [65_537, 4],
  ] as const) {
    const numbers = Float64Array.from({ length: count }, (_, row) => row / 7)
    const coded = codedNumbers(numbers)
    expect(coded.codes.BYTES_PER_ELEMENT).toBe(bytes)
    expect(plainNumbers(coded)).toEqual(numbers)
  }
})
