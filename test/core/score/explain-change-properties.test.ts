import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionsIn } from '../../../src/core/history/positions.ts'
import type { Configuration, ScoringModel } from '../../../src/core/model/configuration.ts'
import type { ChangeExplanation } from '../../../src/core/score/change-explanation.ts'
import { contributionOf } from '../../../src/core/score/contribution.ts'
import { explainAverage } from '../../../src/core/score/explain-average.ts'
import { explainChange } from '../../../src/core/score/explain-change.ts'
import { createScorer, type Scorer } from '../../../src/core/score/scorer.ts'
import { configuration, history } from './random-history.ts'

const scenario = fc.record({
  then: configuration,
  now: fc.option(configuration, { freq: 2 }),
  history,
  at: fc.constantFrom<readonly [number, number]>([0, 1], [1, 2], [0, 2]),
})
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never

interface Pair {
  readonly before: { readonly scorer: Scorer; readonly at: number }
  readonly after: { readonly scorer: Scorer; readonly at: number }
}

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
/** Each run scores whole histories. */
const runs = { numRuns: 60 }

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
  const rows = fc.array(fc.nat(9), { maxLength: 10 })
  const segment = fc.option(fc.tuple(rows, rows), { freq: 2 })
  const overrides = fc.option(
    fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 2 }), {
      minLength: 10,
      maxLength: 10,
    }),
    { freq: 2 },
  )

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

const PARTS = ['factor', 'missing', 'exceptions', 'model']

interface Named {
  readonly kind: string
  readonly model?: { readonly id: string }
  readonly factor?: { readonly id: string }
}
const idOf = ({ kind, model, factor }: Named): string =>
  factor ? `${model?.id} ${factor.id}` : kind

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

/** To 1e-7, without what is nothing; null where there is no split. */
function partsOf({ rows, unsplit }: ChangeExplanation): Map<string, number> | null {
  if (unsplit) return null
  return tidy(new Map(rows.map((row) => [idOf(row), row.points.exact])))
}

function tidy(parts: Map<string, number>): Map<string, number> {
  const rounded = [...parts].map(
    ([id, points]) => [id, Math.round(points * 1e7) / 1e7 + 0] as const,
  )
  return new Map(rounded.filter(([, points]) => points !== 0).sort())
}

// The definitions of the parts, taken word for word, by another road: what is not in P is taken out of the scores, and the
// contributions of what is left are subtracted.

type Parts = Map<string, number>

function byDefinition({ before, after }: Pair, rowBefore: number, rowAfter: number): Parts | null {
  const under = [before.scorer, after.scorer].map((scorer) =>
    partsUnder(scorer, { at: before.at, row: rowBefore }, { at: after.at, row: rowAfter }),
  )
  const [first, second] = under
  if (!first || !second) return null
  const parts: Parts = new Map()
  for (const one of [first, second])
    for (const [id, points] of one) parts.set(id, (parts.get(id) ?? 0) + points / 2)
  const final = (scorer: Scorer, { at }: { at: number }, row: number) =>
    scorer.sheet(at).final[row] as number
  const [c1, c2] = [before.scorer, after.scorer]
  parts.set(
    'model',
    (final(c2, before, rowBefore) -
      final(c1, before, rowBefore) +
      final(c2, after, rowAfter) -
      final(c1, after, rowAfter)) /
      2,
  )
  return tidy(parts)
}

interface Row {
  readonly at: number
  readonly row: number
}

function partsUnder(scorer: Scorer, before: Row, after: Row): Parts | null {
  const [x1, x2] = [sideOf(scorer, before), sideOf(scorer, after)]
  if (!x1 || !x2 || x1.model !== x2.model) return null
  const { model } = x1
  const common = (own: readonly number[][], other: readonly number[][]) =>
    own.map((scores, g) => scores.map((score, f) => (Number.isNaN(other[g]?.[f]) ? NaN : score)))
  const g1 = contributionOf(model, common(x1.scores, x2.scores))
  const g2 = contributionOf(model, common(x2.scores, x1.scores))
  if (Number.isNaN(g1.raw)) return null
  const parts: Parts = new Map()
  model.groups.forEach(({ factors }, g) =>
    factors.forEach(({ id }, f) => {
      const points = (side: typeof g1, scores: readonly number[][]) => {
        const share = side.groups[g]?.shares[f] ?? 0
        return share === 0 ? 0 : share * (scores[g]?.[f] as number)
      }
      parts.set(`${model.id} ${id}`, points(g2, x2.scores) - points(g1, x1.scores))
    }),
  )
  parts.set('missing', g1.raw - x1.raw + (x2.raw - g2.raw))
  parts.set('exceptions', x2.final - x2.raw - (x1.final - x1.raw))
  return parts
}

function sideOf(
  scorer: Scorer,
  { at, row }: Row,
): {
  readonly model: ScoringModel
  readonly scores: number[][]
  readonly raw: number
  readonly final: number
} | null {
  const sheet = scorer.sheet(at)
  const { models }: Configuration = scorer.configuration
  const place = sheet.models[row]
  const model = place === undefined ? undefined : models[place]
  const raw = sheet.raw[row]
  if (!model || raw === undefined || Number.isNaN(raw)) return null
  const scores = model.groups.map((_, g) =>
    sheet.factors
      .filter((factor) => factor.model === place && factor.group === g)
      .map((factor) => factor.scores[row] as number),
  )
  return { model, scores, raw, final: sheet.final[row] as number }
}
