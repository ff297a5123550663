import { expect, test } from 'vitest'
import { bandOf, riskBands } from '../../../../src/core/model/bands.ts'
import type { Configuration } from '../../../../src/core/model/configuration.ts'
import { factorsInOrder } from '../../../../src/core/model/factors.ts'
import { labelOf } from '../../../../src/core/model/label.ts'
import { configurationOf, factorOf, groupOf, modelOf } from '../build.ts'

const bands = [
  { id: 'red', from: 0 },
  { id: 'yellow', from: 40 },
  { id: 'green', from: 70 },
]

test('the first band is the risk where no band says so', () => {
  expect(riskBands({ bands })).toEqual([true, false, false])
})

test('the bands that say so are the risk', () => {
  const marked = bands.map((band, i) => (i < 2 ? { ...band, risk: true } : band))
  expect(riskBands({ bands: marked })).toEqual([true, true, false])
})

test('a configuration may say that no band is a risk', () => {
  expect(riskBands({ bands: [{ id: 'red', from: 0, risk: false }] })).toEqual([false])
})

test('a score has the last band that starts at or below it, and none if it is missing', () => {
  expect([0, 39.9, 40, 70, 100, NaN].map((score) => bandOf(score, bands))).toEqual([
    0, 0, 1, 2, 2, -1,
  ])
})

test('a factor of two models is listed once, where it first appears', () => {
  const models = [
    modelOf({ groups: [groupOf({ factors: [factorOf({ id: 'b' }), factorOf({ id: 'a' })] })] }),
    modelOf({
      id: 'two',
      groups: [groupOf({ factors: [factorOf({ id: 'a' }), factorOf({ id: 'c' })] })],
    }),
  ]
  const configuration = configurationOf({ models }) as unknown as Configuration
  const columns = factorsInOrder(configuration).map(({ id, model }) => [id, model])
  expect(columns).toEqual([
    ['b', 0],
    ['a', 0],
    ['c', 1],
  ])
})

test('what has no name is called by its id', () => {
  expect([labelOf({ id: 'a' }), labelOf({ id: 'a', name: 'A' })]).toEqual(['a', 'A'])
})
