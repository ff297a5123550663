import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Configuration, Factor } from '../../../src/core/model/configuration.ts'
import { explainScore } from '../../../src/core/score/explain/explain.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import {
  configurationOf,
  DAY,
  factorOf,
  groupOf,
  list,
  modelOf,
  numbers,
  scored,
  snapshot,
} from './build.ts'

const points = fc.integer({ min: 0, max: 100 })
const weight = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 0.3, 33.3))
const rollup = fc.constantFrom(
  'mean' as const,
  'mean' as const,
  'lowest' as const,
  'highest' as const,
)

/** Groups whose factors have weights and, for one account, scores; null is missing. */
const shape = fc.array(
  fc.record({
    weight,
    rollup,
    factors: fc.array(
      fc.record({ weight, score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  }),
  { minLength: 1, maxLength: 4 },
)
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

const cap = { id: 'cap', when: 'f0_0 > 50', then: { cap: 45.55 }, reason: 'Cap' }
const add = { id: 'add', when: 'f0_0 > 30', then: { add: -7.35 }, reason: 'Add' }

function configured(
  groups: Shape,
  change: (factor: Factor) => Factor = (factor) => factor,
): Configuration {
  return configurationOf([
    modelOf(
      groups.map(({ weight, rollup, factors }, g) =>
        groupOf(
          factors.map(({ weight }, f) => change(factorOf(`f${g}_${f}`, { weight }))),
          { id: `g${g}`, weight, rollup },
        ),
      ),
      { exceptions: [cap, add] },
    ),
  ])
}

const columnsOf = (groups: Shape) =>
  Object.fromEntries(
    groups.flatMap(({ factors }, g) =>
      factors.map(({ score }, f) => [`f${g}_${f}`, numbers(score)]),
    ),
  )

const rawOf = (configuration: Configuration, groups: Shape) =>
  list(scored(configuration, columnsOf(groups)).raw)[0]

const near = (score: unknown): unknown =>
  typeof score === 'number' ? expect.closeTo(score, 9) : score

describe('a score', () => {
  it('stays within 0 and 100, and so do its coverage and its groups', () => {
    fc.assert(
      fc.property(shape, (groups) => {
        const sheet = scored(configured(groups), columnsOf(groups))
        const all = [
          ...sheet.raw,
          ...sheet.final,
          ...sheet.shown,
          sheet.coverage[0]! * 100,
          ...sheet.groups[0]!.map((group) => group[0]!),
        ]
        for (const score of all.filter((score) => !Number.isNaN(score)))
          expect(score).toSatisfy((x: number) => x >= 0 && x <= 100)
      }),
    )
  })

  it('does not change when all weights of a group are scaled', () => {
    fc.assert(
      fc.property(shape, fc.constantFrom(0.01, 3, 1000), (groups, by) => {
        const scaled = configured(groups, (factor) => ({ ...factor, weight: factor.weight * by }))
        expect(rawOf(scaled, groups)).toEqual(near(rawOf(configured(groups), groups)))
      }),
    )
  })

  it('does not change with a factor of weight 0', () => {
    fc.assert(
      fc.property(shape, points, (groups, score) => {
        const more = groups.map((group) => ({
          ...group,
          factors: [...group.factors, { weight: 0, score }],
        }))
        expect(rawOf(configured(more), more)).toEqual(near(rawOf(configured(groups), groups)))
      }),
    )
  })

  it('does not fall when one input gets healthier', () => {
    fc.assert(
      fc.property(shape, (groups) => {
        const [first, ...rest] = groups as [Shape[number], ...Shape]
        const [factor, ...others] = first.factors as [
          Shape[number]['factors'][number],
          ...Shape[number]['factors'],
        ]
        fc.pre(factor.score !== null)
        const better = [
          {
            ...first,
            factors: [{ ...factor, score: Math.min(100, factor.score! + 10) }, ...others],
          },
          ...rest,
        ]
        const [before, after] = [
          rawOf(configured(groups), groups),
          rawOf(configured(better), better),
        ]
        if (before === null) expect(after).toBeNull()
        else expect(after as number).toBeGreaterThanOrEqual((before as number) - 1e-9)
      }),
    )
  })
})

describe('an explanation', () => {
  const explained = (groups: Shape) =>
    explainScore(createScorer(configured(groups), [snapshot(DAY, columnsOf(groups))]), 0, 0)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

  it('adds up: factors to groups, groups to raw, raw and exceptions to the final score', () => {
    fc.assert(
      fc.property(shape, (groups) => {
        const { groups: explainedGroups, raw, exceptions, final } = explained(groups)
        fc.pre(raw !== null && final !== null)
        const sheetRaw = scored(configured(groups), columnsOf(groups)).raw[0]!
        expect(sum(explainedGroups.map(({ points }) => points?.exact ?? 0))).toBeCloseTo(
          sheetRaw,
          9,
        )
        expect(raw!.exact + sum(exceptions.map(({ points }) => points.exact))).toBeCloseTo(
          final!,
          9,
        )
        expect(sum(explainedGroups.map(({ lost }) => lost?.exact ?? 0))).toBeCloseTo(
          100 - sheetRaw,
          9,
        )
        expect(sum(explainedGroups.map(({ share }) => share))).toBeCloseTo(1, 9)
      }),
    )
  })

  it('adds up as it is printed, to the shown score', () => {
    fc.assert(
      fc.property(shape, (groups) => {
        const { groups: explainedGroups, raw, exceptions, shown } = explained(groups)
        fc.pre(raw !== null && shown !== null)
        for (const { points, factors } of explainedGroups)
          expect(sum(factors.map((factor) => factor.points?.printed ?? 0))).toBeCloseTo(
            points?.printed ?? 0,
            6,
          )
        expect(sum(explainedGroups.map(({ points }) => points?.printed ?? 0))).toBeCloseTo(
          raw!.printed,
          6,
        )
        expect(raw!.printed + sum(exceptions.map(({ points }) => points.printed))).toBeCloseTo(
          shown!,
          6,
        )
        expect(
          raw!.printed + sum(explainedGroups.map(({ lost }) => lost?.printed ?? 0)),
        ).toBeCloseTo(100, 6)
      }),
    )
  })

  it('prints no points where there are none to give', () => {
    fc.assert(
      fc.property(shape, (groups) => {
        for (const { factors } of explained(groups).groups)
          for (const { points } of factors) if (points?.exact === 0) expect(points.printed).toBe(0)
      }),
    )
  })
})
