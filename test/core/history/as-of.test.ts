import { expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import { asOf, within } from '../../../src/core/history/as-of.ts'
import { positionsIn } from '../../../src/core/history/positions.ts'

const history = [0, 30, 61, 92].map((day) => ({
  day: toDay(day),
  accounts: new Uint32Array(),
  columns: new Map(),
}))

test('the as-of snapshot is the newest that is old enough, and exactly old enough counts', () => {
  expect([1, 31, 32, 62, 63, 92].map((days) => asOf(history, 3, days))).toEqual([2, 2, 1, 1, 0, 0])
})

test('there is no as-of snapshot before the first', () => {
  expect(asOf(history, 3, 93)).toBeNull()
  expect(asOf(history, 0, 1)).toBeNull()
})

test('the snapshots within some days are the earlier ones, the oldest first, exactly that old included', () => {
  expect([30, 31, 62, 92, 1000].map((days) => within(history, 3, days))).toEqual([
    [],
    [2],
    [1, 2],
    [0, 1, 2],
    [0, 1, 2],
  ])
  expect(within(history, 0, 1000)).toEqual([])
})

test('an account is found in another snapshot by its index, however the rows lie', () => {
  const here = Uint32Array.of(1, 3, 4, 9)
  expect(positionsIn(here, Uint32Array.of(0, 3, 9))).toEqual(Int32Array.of(-1, 1, -1, 2))
  expect(positionsIn(here, new Uint32Array())).toEqual(Int32Array.of(-1, -1, -1, -1))
  expect(positionsIn(new Uint32Array(), here)).toEqual(new Int32Array())
})
