import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionsIn } from '../../../../src/core/history/positions.ts'
import type { ChangeExplanation } from '../../../../src/core/score/explain/change-explanation.ts'
import { behindAverage, nameOfRow } from '../../../../src/core/score/explain/average-behind.ts'
import { explainAverage } from '../../../../src/core/score/explain/explain-average.ts'
import { explainChange } from '../../../../src/core/score/explain/explain-change.ts'
import { createScorer, type Scorer } from '../../../../src/core/score/scorer.ts'
import { byDefinition, idOf, partsOf, type Pair } from '../change-by-definition.ts'
import { configuration, history } from '../random-history.ts'

const scenario = fc.record({
  then: configuration,
  now: fc.option(configuration, { freq: 2 }),
  history,
  at: fc.constantFrom<readonly [number, number]>([0, 1], [1, 2], [0, 2]),
})
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never

function pairOf({ then, now, history, at }: Scenario): Pair {
  const before = createScorer(then, history)
  const after = now ? createScorer(now, history) : before
  return { before: { scorer: before, at: at[0] }, after: { scorer: after, at: at[1] } }
}

/** By row after; -1 is not there before. */
const rowsBefore = ({ before, after }: Pair): Int32Array =>
  positionsIn(after.scorer.sheet(after.at).accounts, before.scorer.sheet(before.at).accounts)

const allChanges = (pair: Pair): ChangeExplanation[] =>
  Array.from(rowsBefore(pair), (row, i) =>
    explainChange({ ...pair.before, row }, { ...pair.after, row: i }),
  )

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const rows = fc.array(fc.nat(9), { maxLength: 10 })
const segment = fc.option(fc.tuple(rows, rows), { freq: 2 })
const overrides = fc.option(
  fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 2 }), {
    minLength: 10,
    maxLength: 10,
  }),
  { freq: 2 },
)

/** Each run scores whole histories. */
const runs = { numRuns: 40 }

describe('a change, whatever comes and goes', () => {
  it('is the sum of its rows, as exact as it is and as printed', () => {
    fc.assert(
      fc.property(scenario, (made) => {
        for (const { change, rows, unsplit } of allChanges(pairOf(made))) {
          if (unsplit || !change) continue
          expect(sum(rows.map(({ points }) => points.exact))).toBeCloseTo(change.exact, 9)
          expect(sum(rows.map(({ points }) => points.printed))).toBeCloseTo(change.printed, 6)
        }
      }),
      runs,
    )
  })

  it('says why where it has no rows, and has a split wherever a model has both sides', () => {
    fc.assert(
      fc.property(scenario, (made) => {
        for (const { before, after, rows, unsplit, change } of allChanges(pairOf(made))) {
          expect(rows.length > 0).toBe(unsplit === null)
          expect(change !== null).toBe(before.final !== null && after.final !== null)
          if (before.final === null || after.final === null) expect(unsplit).not.toBeNull()
        }
      }),
      runs,
    )
  })

  it('has the parts that a second method gives', () => {
    fc.assert(
      fc.property(scenario, (made) => {
        const pair = pairOf(made)
        rowsBefore(pair).forEach((row, i) => {
          const found = explainChange({ ...pair.before, row }, { ...pair.after, row: i })
          expect(partsOf(found)).toEqual(byDefinition(pair, row, i))
        })
      }),
      runs,
    )
  })

  it('is the same backwards with the other sign', () => {
    fc.assert(
      fc.property(scenario, (made) => {
        const { before, after } = pairOf(made)
        rowsBefore({ before, after }).forEach((row, i) => {
          if (row < 0) return
          const there = partsOf(explainChange({ ...before, row }, { ...after, row: i }))
          const back = partsOf(explainChange({ ...after, row: i }, { ...before, row }))
          expect(back && [...back].map(([id, points]) => [id, points]).sort()).toEqual(
            there && [...there].map(([id, points]) => [id, 0 - points]).sort(),
          )
        })
      }),
      runs,
    )
  })

  it('splits a rank into moves that add up, exactly and as printed', () => {
    fc.assert(
      fc.property(scenario, (made) => {
        for (const { rows } of allChanges(pairOf(made)))
          for (const row of rows) {
            if (row.kind !== 'factor' || !row.split) continue
            const { own, cohort } = row.split
            expect(own.exact + cohort.exact).toBeCloseTo(row.points.exact, 9)
            expect(own.printed + cohort.printed).toBeCloseTo(row.points.printed, 6)
          }
      }),
      runs,
    )
  })
})

describe('a change of the average, whoever comes and goes', () => {
  it('is the sum of its rows, as exact as it is and as printed', () => {
    fc.assert(
      fc.property(scenario, segment, overrides, (made, segments, overridden) => {
        const pair = pairOf(made)
        const { change, rows } = explainAverage(
          { ...pair.before, ...within(pair.before, segments?.[0], null) },
          { ...pair.after, ...within(pair.after, segments?.[1], overridden) },
        )
        if (!change || rows.some(({ points }) => points === null)) return
        expect(sum(rows.map(({ points }) => points!.exact))).toBeCloseTo(change.exact, 9)
        expect(sum(rows.map(({ points }) => points!.printed))).toBeCloseTo(change.printed, 6)
      }),
      runs,
    )
  })

  it('of those who stayed is the mean of their changes, part by part', () => {
    fc.assert(
      fc.property(scenario, (made) => {
        const pair = pairOf(made)
        const { rows, stayed } = explainAverage(
          { ...pair.before, rows: null },
          { ...pair.after, rows: null },
        )
        const totals = new Map<string, number>()
        for (const found of allChanges(pair))
          for (const row of found.rows) {
            const id = idOf(row)
            totals.set(id, (totals.get(id) ?? 0) + row.points.exact)
          }
        for (const row of rows) {
          if (!('points' in row) || !row.points || !PARTS.includes(row.kind)) continue
          expect(row.points.exact).toBeCloseTo((totals.get(idOf(row)) ?? 0) / stayed, 9)
        }
      }),
      runs,
    )
  })
})

describe('the accounts behind a row of an average', () => {
  it('add up to it, whatever comes and goes', () => {
    fc.assert(
      fc.property(scenario, segment, overrides, (made, segments, overridden) => {
        const pair = pairOf(made)
        const before = { ...pair.before, ...within(pair.before, segments?.[0], null) }
        const after = { ...pair.after, ...within(pair.after, segments?.[1], overridden) }
        const explained = explainAverage(before, after)
        for (const row of explained.rows) {
          if (!row.points) continue
          const behind = behindAverage(before, after, nameOfRow(row))
          const all = { came: 'after', 'moved-in': 'after', scored: 'after' }[row.kind as string]
          const left = ['left', 'moved-out', 'unscored'].includes(row.kind)
          const share = all
            ? explained.after.accounts
            : left
              ? explained.before.accounts
              : explained.stayed
          expect(sum(behind.map(({ points }) => points)) / share).toBeCloseTo(row.points.exact, 9)
          expect(behind.length).toBeLessThanOrEqual(row.accounts)
        }
      }),
      runs,
    )
  })
})

const PARTS = ['factor', 'missing', 'exceptions', 'model']

function within(
  { scorer, at }: { readonly scorer: Scorer; readonly at: number },
  rows: readonly number[] | undefined,
  overridden: readonly (number | null)[] | null,
) {
  const { length } = scorer.sheet(at).accounts
  return {
    rows: rows ? Uint32Array.from(new Set(rows.filter((row) => row < length))) : null,
    overrides: overridden && Float64Array.from(overridden.slice(0, length), (one) => one ?? NaN),
  }
}
