import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_BAND } from '../../../src/core/score/sheet.ts'
import { movementOf, rowsOfCell, type MovementSide } from '../../../src/core/view/movement.ts'

const BANDS = 2

const side = (
  bands: readonly (number | null)[],
  included: readonly number[] = bands.map(() => 1),
): MovementSide => ({
  included: Uint8Array.from(included),
  shown: Float64Array.from(bands, (band) => (band === null ? NaN : band * 50)),
  bands: Uint8Array.from(bands, (band) => band ?? NO_BAND),
  values: Float64Array.from(bands, (_, row) => row + 1),
})

test('every customer of either day is in one cell, with the value it has there', () => {
  // Before: red, green, not scored, green (left), green (left out). After: green, red, green, new.
  const before = side([0, 1, null, 1, 1], [1, 1, 1, 1, 0])
  const after = side([1, 0, 1, null, 1])
  const { counts, values } = movementOf(before, after, Int32Array.of(0, 1, 2, -1, 4), BANDS)
  expect(counts).toEqual([
    [0, 1, 0, 0],
    [1, 0, 0, 1],
    [0, 1, 0, 0],
    [0, 1, 1, 0],
  ])
  expect(values).toEqual([
    [0, 1, 0, 0],
    [2, 0, 0, 4],
    [0, 3, 0, 0],
    [0, 5, 4, 0],
  ])
})

const snapshot = fc.array(
  fc.record({ band: fc.constantFrom(0, 1, null), customer: fc.boolean() }),
  {
    minLength: 6,
    maxLength: 6,
  },
)

test('rows add up to the snapshot before, columns to the one after, and the cells list them all', () => {
  fc.assert(
    fc.property(snapshot, snapshot, fc.subarray([0, 1, 2, 3, 4, 5]), (then, now, both) => {
      const sides = {
        before: side(
          then.map(({ band }) => band),
          then.map(({ customer }) => Number(customer)),
        ),
        after: side(
          now.map(({ band }) => band),
          now.map(({ customer }) => Number(customer)),
        ),
      }
      const rows = Int32Array.from(now, (_, row) => (both.includes(row) ? row : -1))
      const movement = movementOf(sides.before, sides.after, rows, BANDS)
      const places = [0, 1, 2, 3]
      const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
      const inPlace = (all: typeof then, place: number) =>
        all.filter(({ band, customer }) => customer && (band ?? BANDS) === place).length
      for (const place of [0, 1, 2]) {
        expect(sum(movement.counts[place]!)).toBe(inPlace(then, place))
        expect(sum(movement.counts.map((row) => row[place]!))).toBe(inPlace(now, place))
      }
      for (const from of places)
        for (const to of places)
          expect(rowsOfCell(movement, sides, { from, to }).rows.length).toBe(
            movement.counts[from]![to],
          )
    }),
  )
})
