import { expect, it } from 'vitest'
import { NO_BAND } from '../../../src/core/score/sheet.ts'
import { disagreeingRows, type JudgedSide } from '../../../src/core/view/disagreement.ts'

const side = (
  scores: readonly number[],
  bands: readonly number[],
  bandNames: readonly string[] = ['At risk', 'Healthy'],
  included: readonly number[] = scores.map(() => 1),
): JudgedSide => ({
  sheet: {
    shown: Float64Array.from(scores),
    bands: Uint8Array.from(bands),
    included: Uint8Array.from(included),
  },
  bandNames,
})

const rows = (...sides: JudgedSide[]) => [
  ...disagreeingRows(sides, Uint32Array.from(sides[0]!.sheet.shown.keys())),
]

it('who has another band is judged differently, those farthest apart first', () => {
  const a = side([10, 80, 45, 90], [0, 1, 0, 1])
  const b = side([60, 20, 55, 95], [1, 0, 1, 1])
  expect(rows(a, b)).toEqual([1, 0, 2])
})

it('bands are the same by their names, whatever their places and cases', () => {
  const a = side([80, 20], [1, 0])
  const b = side([80, 20], [2, 0], ['at risk', 'Watch', 'healthy'])
  expect(rows(a, b)).toEqual([])
})

it('not scored and left out are judgements too, and come last', () => {
  const a = side([80, 20, 50, 70], [1, 0, 0, 1])
  const b = side([NaN, 90, 50, NaN], [NO_BAND, 1, 0, NO_BAND], undefined, [1, 1, 1, 0])
  expect(rows(a, b)).toEqual([1, 0, 3])
})

it('one of four that judges otherwise is enough', () => {
  const same = side([80], [1])
  expect(rows(same, same, same, side([30], [0]))).toEqual([0])
})
