import { expect, test } from 'vitest'
import { flowOf } from '../../../src/ui/trends/movement-flow.ts'

test('a flow is as high as it may be, and each ribbon as wide as its count', () => {
  const { left, right, ribbons } = flowOf(
    [
      [3, 1, 0, 0],
      [0, 4, 0, 1],
      [0, 0, 0, 0],
      [1, 0, 0, 0],
    ],
    120,
  )
  expect(left.map(({ place, count }) => [place, count])).toEqual([
    [0, 4],
    [1, 5],
    [3, 1],
  ])
  expect(right.map(({ place, count }) => [place, count])).toEqual([
    [0, 4],
    [1, 5],
    [3, 1],
  ])
  expect(left.map(({ height }) => height)).toEqual([40, 50, 10])
  expect(left.map(({ top }) => top)).toEqual([0, 50, 110])
  expect(ribbons.map(({ from, to, way }) => [from, to, way])).toEqual([
    [0, 0, 'stayed'],
    [1, 1, 'stayed'],
    [1, 3, 'passing'],
    [3, 0, 'passing'],
    [0, 1, 'rose'],
  ])
  expect(
    flowOf(
      [
        [0, 0],
        [0, 0],
      ],
      100,
    ).ribbons,
  ).toEqual([])
})
