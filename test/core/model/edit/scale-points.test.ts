import { expect, test } from 'vitest'
import type { Scale } from '../../../../src/core/model/configuration.ts'
import { betterOf, toScaleType, turnScale } from '../../../../src/core/model/edit/edit-scale.ts'
import { moveScalePoint, scalePoints } from '../../../../src/core/model/edit/scale-points.ts'
import { restoreConfiguration } from '../../../../src/core/model/read/restore.ts'
import { toText, withScale } from '../build.ts'

/** Values 0 to 200, evenly. */
const quantiles = {
  valueAt: (share: number) => share * 200,
  shareAt: (value: number) => value / 200,
}
const move = (scale: Scale, key: string, x: number, score = 0) =>
  moveScalePoint(scale, key, { x, score }, quantiles)
const data = { quantiles: Array.from({ length: 101 }, (_, i) => i * 2), words: ['Pro', 'Team'] }

const SCALES: readonly Scale[] = [
  { type: 'linear', from: 10, to: 80 },
  { type: 'target', zeroBelow: 0, fullFrom: 10, fullTo: 20, zeroAbove: 40 },
  { type: 'steps', at: [10, 20], scores: [0, 50, 100] },
  { type: 'decay', halfLife: 30 },
  { type: 'quantiles', low: 0.1, high: 0.9, better: 'lower' },
  { type: 'percentile', better: 'higher', top: 0.05 },
  { type: 'categories', map: { Pro: 100 }, otherwise: null },
]

test('every scale is drawn by its points, ranks by where the accounts are', () => {
  expect(
    SCALES.map((scale) => scalePoints(scale, quantiles).map(({ x, score }) => [x, score])),
  ).toEqual([
    [
      [10, 0],
      [80, 100],
    ],
    [
      [0, 0],
      [10, 100],
      [20, 100],
      [40, 0],
    ],
    [
      [10, 0],
      [10, 50],
      [20, 100],
    ],
    [[30, 50]],
    [
      [20, 100],
      [180, 0],
    ],
    [[190, 100]],
    [],
  ])
})

test('a point stays between its neighbours, and the ends of a line apart', () => {
  expect(move(SCALES[0]!, 'to', 10)).toBe(SCALES[0])
  expect(move(SCALES[0]!, 'from', 90)).toEqual({ type: 'linear', from: 90, to: 80 })
  expect(move(SCALES[1]!, 'fullFrom', 90)).toMatchObject({ fullFrom: 20 })
  expect(move(SCALES[1]!, 'zeroBelow', 15)).toMatchObject({ zeroBelow: 10 })
  expect(move(SCALES[2]!, 'at.0', 25, 70)).toMatchObject({ at: [10, 20], scores: [0, 70, 100] })
  expect(move(SCALES[3]!, 'halfLife', -1)).toBe(SCALES[3])
})

test('points of ranks move by the share of accounts below them', () => {
  expect(move(SCALES[4]!, 'low', 60)).toMatchObject({ low: 0.3 })
  expect(move(SCALES[4]!, 'low', 190)).toBe(SCALES[4])
  expect(move(SCALES[5]!, 'top', 160)).toMatchObject({ top: 0.2 })
  expect(move(SCALES[5]!, 'top', 0)).toMatchObject({ top: 0.5 })
})

test('whatever is dragged wherever, the scale still loads', () => {
  for (const scale of SCALES)
    for (const { key } of scalePoints(scale, quantiles))
      for (const x of [-50, 0, 10, 15, 20, 55.5, 200, 400]) {
        const restored = restoreConfiguration(toText(withScale(move(scale, key, x, 250))))
        expect({ scale, key, x, ok: restored.ok }).toEqual({ scale, key, x, ok: true })
      }
})

test('a scale of another type begins where the accounts are, healthier the same way', () => {
  for (const scale of SCALES)
    for (const { type } of SCALES) {
      const made = toScaleType(scale, type, data)
      expect(made.type).toBe(type)
      expect(restoreConfiguration(toText(withScale(made))).ok).toBe(true)
    }
  expect(toScaleType(SCALES[5]!, 'linear', data)).toEqual({ type: 'linear', from: 20, to: 180 })
  expect(toScaleType(SCALES[4]!, 'linear', data)).toEqual({ type: 'linear', from: 180, to: 20 })
  expect(toScaleType(SCALES[0]!, 'categories', data)).toEqual({
    type: 'categories',
    map: { Pro: 50, Team: 50 },
    otherwise: null,
  })
})

test('where all accounts have one value, a scale of another type still loads', () => {
  const same = { quantiles: Array.from({ length: 101 }, () => 3), words: [] }
  for (const { type } of SCALES) {
    const made = toScaleType({ type: 'percentile', better: 'higher', top: 0 }, type, same)
    expect([type, restoreConfiguration(toText(withScale(made))).ok]).toEqual([type, true])
  }
})

test('turning a scale round twice gives it back', () => {
  for (const scale of SCALES) {
    expect(turnScale(turnScale(scale))).toEqual(scale)
    if (turnScale(scale) !== scale) expect(betterOf(turnScale(scale))).not.toBe(betterOf(scale))
  }
})
