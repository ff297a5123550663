import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_BAND } from '../../../src/core/score/sheet.ts'
import { averagesOf, combined, measureSegments } from '../../../src/core/view/segment-measures.ts'
import { changeOf, measureOf, orderOf } from '../../../src/core/view/segment-order.ts'
import { crossed, NO_SEGMENT } from '../../../src/core/view/segment.ts'

describe('what is measured', () => {
  const rows = fc.array(
    fc.record({
      by: fc.integer({ min: 0, max: 3 }),
      across: fc.integer({ min: 0, max: 2 }),
      score: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null }),
      value: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
      included: fc.boolean(),
      flags: fc.tuple(fc.boolean(), fc.boolean()),
      coverage: fc.integer({ min: 0, max: 4 }),
    }),
  )
  type Row = typeof rows extends fc.Arbitrary<(infer One)[]> ? One : never
  const bandOf = (score: number | null) =>
    score === null ? null : score < 400 ? 0 : score < 700 ? 1 : 2

  /** By definition, one account after the other. */
  function byHand(accounts: readonly Row[]) {
    const inside = accounts.filter(({ included }) => included)
    const scored = inside.filter(({ score }) => score !== null)
    const valued = inside.filter(({ value }) => value !== null)
    const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
    const worth = (list: readonly Row[]) => sum(list.map(({ value }) => value ?? 0))
    return {
      accounts: inside.length,
      value: valued.length > 0 ? worth(valued) : null,
      valueAtRisk:
        valued.length > 0 ? worth(valued.filter(({ score }) => bandOf(score) === 0)) : null,
      average:
        scored.length > 0 ? sum(scored.map(({ score }) => score as number)) / scored.length : null,
      bands: [0, 1, 2].map((band) => scored.filter(({ score }) => bandOf(score) === band).length),
      notScored: inside.length - scored.length,
      coverage:
        inside.length > 0 ? sum(inside.map(({ coverage }) => coverage)) / inside.length : null,
      flagged: inside.filter(({ flags }) => flags[1]).length,
      flags: [0, 1].map((flag) => inside.filter(({ flags }) => flags[flag]).length),
    }
  }

  /** Without the last bits of sums in another order. */
  const tidy = (measures: unknown) =>
    JSON.stringify(measures, (_, one: unknown) =>
      typeof one === 'number' ? Math.round(one * 1e6) / 1e6 : one,
    )

  test('in each cell of two that cross is what counting one account after the other gives', () => {
    fc.assert(
      fc.property(rows, (accounts) => {
        const sheet = {
          included: Uint8Array.from(accounts, ({ included }) => Number(included)),
          shown: Float64Array.from(accounts, ({ score }) => score ?? NaN),
          bands: Uint8Array.from(accounts, ({ score }) => bandOf(score) ?? NO_BAND),
          coverage: Float64Array.from(accounts, ({ coverage }) => coverage),
          flags: [0, 1].map((flag) =>
            Uint8Array.from(accounts, ({ flags }) => Number(flags[flag])),
          ),
        }
        const values = Float64Array.from(accounts, ({ value }) => value ?? NaN)
        const by = { riskBands: [true, false, false], riskFlags: [false, true], values }
        const place = (name: 'by' | 'across') => Uint16Array.from(accounts, (one) => one[name])
        const cells = measureSegments(crossed(place('by'), place('across'), 3), 12, sheet, by)
        const [all] = measureSegments(new Uint16Array(accounts.length), 1, sheet, by)
        expect(tidy(combined(cells))).toEqual(tidy(all))
        const averages = averagesOf(place('by'), 4, sheet)
        const lines = measureSegments(place('by'), 4, sheet, by)
        expect(averages).toEqual(lines.map(({ average }) => average))
        cells.forEach((cell, i) =>
          expect(cell).toEqual(
            byHand(accounts.filter((one) => one.by === Math.floor(i / 3) && one.across === i % 3)),
          ),
        )
      }),
    )
  })

  test('a row that is in no segment of one dimension is in no cell', () => {
    expect([
      ...crossed(Uint16Array.of(0, NO_SEGMENT, 1), Uint16Array.of(1, 0, NO_SEGMENT), 2),
    ]).toEqual([1, NO_SEGMENT, NO_SEGMENT])
  })

  test('the change of an average is that of the averages as they are read', () => {
    const cell = {
      ...byHand([]),
      bands: [1, 1, 2],
      average: 64.26,
      averageBefore: 64.34,
    }
    expect(changeOf(cell)).toBe(0)
    expect(changeOf({ ...cell, averageBefore: 64.36 })).toBe(-0.1)
    expect(changeOf({ ...cell, averageBefore: null })).toBeNull()
    expect(measureOf(cell, 'atRisk', [true, true, false])).toBe(0.5)
    expect(measureOf({ ...cell, bands: [0, 0, 0] }, 'atRisk', [true, false, false])).toBeNull()
  })

  test('what has no number comes last in both directions, equals stay as they are', () => {
    expect(orderOf([3, null, 1, 3], 'asc')).toEqual([2, 0, 3, 1])
    expect(orderOf([3, null, 1, 3], 'desc')).toEqual([0, 3, 2, 1])
  })
})
