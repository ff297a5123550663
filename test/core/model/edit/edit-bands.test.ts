import { expect, test } from 'vitest'
import {
  addBand,
  removeBand,
  setBandRisk,
  startBandAt,
} from '../../../../src/core/model/edit/edit-bands.ts'
import { riskBands } from '../../../../src/core/model/bands.ts'
import { configurationOf } from '../../score/build.ts'

const configuration = configurationOf([])
const starts = (edited: typeof configuration) => edited.bands.map(({ from }) => from)

test('a band starts where it is put, between its neighbours', () => {
  expect(starts(startBandAt(configuration, 1, 35))).toEqual([0, 35, 70])
  expect(starts(startBandAt(configuration, 1, 90))).toEqual([0, 69, 70])
  expect(starts(startBandAt(configuration, 2, 10))).toEqual([0, 41, 70].with(2, 41).with(1, 40))
  expect(starts(startBandAt(configuration, 2, 100))).toEqual([0, 40, 100])
})

test('the first band starts at 0, whatever is asked', () => {
  expect(startBandAt(configuration, 0, 5)).toBe(configuration)
})

test('a new band takes the upper half of the widest, and gives it back when it goes', () => {
  const more = addBand(configuration, 'Critical')
  expect(more.bands.map(({ id, from }) => [id, from])).toEqual([
    ['red', 0],
    ['critical', 20],
    ['yellow', 40],
    ['green', 70],
  ])
  expect(removeBand(more, 1)).toEqual(configuration)
})

test('without its first band a model still starts at 0; the last band stays', () => {
  expect(starts(removeBand(configuration, 0))).toEqual([0, 70])
  const one = removeBand(removeBand(configuration, 0), 0)
  expect(starts(removeBand(one, 0))).toEqual([0])
})

test('saying of one band that it is a risk leaves the others what they were', () => {
  const two = setBandRisk(configuration, riskBands(configuration), 1)
  expect(riskBands(two)).toEqual([true, true, false])
  const none = setBandRisk(setBandRisk(two, riskBands(two), 1), [true, false, false], 0)
  expect(riskBands(none)).toEqual([false, false, false])
})
