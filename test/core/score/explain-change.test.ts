import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../src/core/history/snapshot.ts'
import type { Configuration, Scale } from '../../../src/core/model/configuration.ts'
import type { ChangeExplanation, ChangeRow } from '../../../src/core/score/change-explanation.ts'
import { explainChange } from '../../../src/core/score/explain-change.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import type { Columns } from '../formula/build.ts'
import {
  configurationOf,
  DAY,
  factorOf,
  groupOf,
  modelOf,
  numbers,
  simply,
  snapshot,
  texts,
} from './build.ts'

const THEN = '2025-12-31'

/** Account 0, unless others are given by key. */
const twice = (then: Columns, now: Columns): Snapshot[] => [
  snapshot(THEN, then),
  snapshot(DAY, now),
]

interface Sides {
  readonly rows?: readonly [number, number]
  readonly overrides?: readonly [number | null, number | null]
}

function explained(
  configurations: Configuration | readonly [Configuration, Configuration],
  history: Snapshot[],
  { rows = [0, 0], overrides = [null, null] }: Sides = {},
): ChangeExplanation {
  const [then, now] = 'models' in configurations ? [configurations, configurations] : configurations
  const before = createScorer(then, history)
  const after = then === now ? before : createScorer(now, history)
  return explainChange(
    { scorer: before, at: 0, row: rows[0], override: overrides[0] },
    { scorer: after, at: 1, row: rows[1], override: overrides[1] },
  )
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0
const labelOf = (row: ChangeRow): string => (row.kind === 'factor' ? row.factor.id : row.kind)

/** `label exact printed` of every row. */
const rowsOf = ({ rows }: ChangeExplanation) =>
  rows.map((row) => [labelOf(row), round(row.points.exact), row.points.printed])

const components = configurationOf([
  modelOf(
    [
      groupOf([factorOf('usage')], { id: 'usage', weight: 0.5 }),
      groupOf([factorOf('satisfaction')], { id: 'satisfaction', weight: 0.3 }),
      groupOf([factorOf('financial')], { id: 'financial', weight: 0.2 }),
    ],
    {
      exceptions: [
        { id: 'low', when: 'usage < 50', then: { cap: 39 }, reason: 'Hardly used' },
        { id: 'paid', when: 'financial == 100', then: { add: 5 }, reason: 'Paid ahead' },
      ],
    },
  ),
])

const components81: Columns = {
  usage: numbers(80),
  satisfaction: numbers(90),
  financial: numbers(70),
}

describe('a change of the score', () => {
  it('is what the data moved, factor by factor', () => {
    const now = { ...components81, usage: numbers(60), financial: numbers(75) }
    const explanation = explained(components, twice(components81, now))
    expect(rowsOf(explanation)).toEqual([
      ['usage', -10, -10],
      ['satisfaction', 0, 0],
      ['financial', 1, 1],
    ])
    expect([explanation.change?.printed, explanation.unsplit]).toEqual([-9, null])
  })

  it('shows the input of each factor before and after', () => {
    const now = { ...components81, usage: numbers(60) }
    const [usage] = explained(components, twice(components81, now)).rows
    expect(usage).toMatchObject({
      before: { input: numbers(80), row: 0, score: 80, origin: 'data' },
      after: { input: numbers(60), row: 0, score: 60, origin: 'data' },
      split: null,
    })
  })

  it('keeps apart what went missing from what the data that stayed moved', () => {
    // In common: usage and financial. 54/0.7 - 81 went away with satisfaction; usage took 0.5/0.7 of 20.
    const now = { ...components81, usage: numbers(60), satisfaction: numbers(null) }
    const explanation = explained(components, twice(components81, now))
    expect(rowsOf(explanation)).toEqual([
      ['usage', -14.285714, -14.3],
      ['financial', 0, 0],
      ['missing', -3.857143, -3.8],
    ])
    expect(explanation.change).toEqual({ exact: expect.closeTo(-18.142857, 6), printed: -18.1 })
    expect(explanation.rows.at(-1)).toMatchObject({
      gone: { points: { printed: -3.8 }, factors: [{ factor: { id: 'satisfaction' } }] },
      arrived: { points: { exact: 0, printed: 0 }, factors: [] },
    })
  })

  it('counts what arrived and what went away as one part, and says how much is which', () => {
    const then = { ...components81, financial: numbers(null) }
    const now = { ...components81, satisfaction: numbers(null) }
    // In common: usage alone, 80. Before 67/0.8 = 83.75... = (40 + 27)/0.8; after (40 + 14)/0.7.
    const [usage, missing] = explained(components, twice(then, now)).rows
    expect(usage?.points.exact).toBe(0)
    expect(missing).toMatchObject({
      kind: 'missing',
      points: { exact: expect.closeTo(54 / 0.7 - 67 / 0.8, 9), printed: -6.7 },
      gone: {
        points: { exact: expect.closeTo(80 - 67 / 0.8, 9) },
        factors: [{ factor: { id: 'satisfaction' }, cell: { score: 90 } }],
      },
      arrived: {
        points: { exact: expect.closeTo(54 / 0.7 - 80, 9) },
        factors: [{ factor: { id: 'financial' }, cell: { score: 70 } }],
      },
    })
  })

  it('keeps apart what exceptions did, and names those that held', () => {
    const now = { ...components81, usage: numbers(40) }
    const explanation = explained(components, twice(components81, now))
    // Raw 81 to 61, of which the cap takes 22.
    expect(rowsOf(explanation)).toEqual([
      ['usage', -20, -20],
      ['satisfaction', 0, 0],
      ['financial', 0, 0],
      ['exceptions', -22, -22],
    ])
    expect(explanation.rows.at(-1)).toMatchObject({ before: [], after: [{ id: 'low' }] })
  })

  it('has a row for exceptions that held on both sides, even where they did the same', () => {
    const paid = { ...components81, financial: numbers(100) }
    expect(rowsOf(explained(components, twice(paid, paid))).at(-1)).toEqual(['exceptions', 0, 0])
  })

  it('gives a changed configuration the mean of what it does before and after', () => {
    const a3 = simply([factorOf('a', { weight: 3 }), factorOf('b')])
    const history = twice({ a: numbers(80), b: numbers(40) }, { a: numbers(60), b: numbers(40) })
    // F(C1, X1) 60, F(C2, X1) 70, F(C1, X2) 50, F(C2, X2) 55.
    const explanation = explained([simply([factorOf('a'), factorOf('b')]), a3], history)
    expect(rowsOf(explanation)).toEqual([
      ['a', -12.5, -12.5],
      ['b', 0, 0],
      ['model', 7.5, 7.5],
    ])
    expect(explanation.change).toEqual({ exact: -5, printed: -5 })
  })

  it('counts a factor that one configuration does not have as 0 there', () => {
    const history = twice({ a: numbers(80), b: numbers(40) }, { a: numbers(80), b: numbers(60) })
    // Without b: 80 and 80. With b: 60 and 70.
    const explanation = explained(
      [simply([factorOf('a')]), simply([factorOf('a'), factorOf('b')])],
      history,
    )
    expect(rowsOf(explanation)).toEqual([
      ['a', 0, 0],
      ['b', 5, 5],
      ['model', -15, -15],
    ])
    expect(explanation.change?.exact).toBe(-10)
  })

  it('has no model part where two configurations say the same', () => {
    const history = twice({ a: numbers(80) }, { a: numbers(60) })
    const explanation = explained([simply([factorOf('a')]), simply([factorOf('a')])], history)
    expect(rowsOf(explanation)).toEqual([['a', -20, -20]])
  })

  it('counts a filled factor as present', () => {
    const filled = simply([factorOf('a', { missing: { score: 20 } }), factorOf('b')])
    const explanation = explained(
      filled,
      twice({ a: numbers(80), b: numbers(50) }, { a: numbers(null), b: numbers(50) }),
    )
    expect(rowsOf(explanation)).toEqual([
      ['a', -30, -30],
      ['b', 0, 0],
    ])
    expect(explanation.rows[0]).toMatchObject({ after: { score: 20, origin: 'filled' } })
  })

  it('moves a group from one factor to the other where lowest takes another', () => {
    const lowest = configurationOf([
      modelOf([groupOf([factorOf('a'), factorOf('b')], { rollup: 'lowest' })]),
    ])
    const explanation = explained(
      lowest,
      twice({ a: numbers(30), b: numbers(70) }, { a: numbers(80), b: numbers(50) }),
    )
    expect(rowsOf(explanation)).toEqual([
      ['a', -30, -30],
      ['b', 50, 50],
    ])
  })

  it('prints rows that add up to the difference of what was shown', () => {
    const history = twice(
      { a: numbers(50.04), b: numbers(0), c: numbers(0) },
      { a: numbers(60.08), b: numbers(10.04), c: numbers(10.04) },
    )
    const thirds = simply(['a', 'b', 'c'].map((id) => factorOf(id)))
    const explanation = explained(thirds, history)
    expect([explanation.before.shown, explanation.after.shown]).toEqual([16.7, 26.7])
    expect(rowsOf(explanation).map((row) => row[2])).toEqual([3.4, 3.3, 3.3])
  })

  it('is nothing, row by row, where nothing changed', () => {
    const explanation = explained(components, twice(components81, components81))
    expect(rowsOf(explanation).map((row) => row[2])).toEqual([0, 0, 0])
    expect(explanation.change).toEqual({ exact: 0, printed: 0 })
  })
})

describe('of a factor that is ranked anew', () => {
  const rank: Scale = { type: 'percentile', better: 'higher', top: 0 }
  const quantiles: Scale = { type: 'quantiles', low: 0, high: 1, better: 'higher' }
  const then = { x: numbers(10, 20, 30, 40, 50) }

  const splitOf = (scale: Scale, now: Columns, before: Columns = then) => {
    const [row] = explained(simply([factorOf('x', { scale })]), twice(before, now)).rows
    if (row?.kind !== 'factor') throw new Error('no row')
    return row.split && [row.split.own.exact, row.split.cohort.exact].map(round)
  }

  it('what the account did itself stands apart from what the others did around it', () => {
    // 10 to 30 is the middle of the old cohort; all others rose by 20 too, so it is the least again.
    expect(splitOf(rank, { x: numbers(30, 40, 50, 60, 70) })).toEqual([50, -50])
    expect(splitOf(quantiles, { x: numbers(30, 40, 50, 60, 70) })).toEqual([50, -50])
  })

  it('an account that stood still was moved by the others alone', () => {
    expect(splitOf(rank, { x: numbers(10, 1, 2, 3, 50) })).toEqual([0, 75])
  })

  it('a value that nobody had stands between its neighbours', () => {
    expect(splitOf(rank, { x: numbers(25, 20, 30, 40, 50) })).toEqual([37.5, -12.5])
  })

  it('the old cohort is the one that the account belonged to', () => {
    const within: Scale = { ...rank, within: 'plan' }
    const plan = texts('A', 'a', 'A', 'B', 'B')
    // Among 10, 20, 30 a 30 is the best; then the account is the better of two in plan B.
    const now = { x: numbers(30, 20, 30, 20, 50), plan: texts('B', 'A', 'A', 'B', 'C') }
    expect(splitOf(within, now, { ...then, plan })).toEqual([100, 0])
  })

  it('an account without a value in the old cohort takes its place there by the new one', () => {
    const filled = simply([factorOf('x', { scale: rank, missing: { score: 0 } })])
    const before = { x: numbers(null, 20, 30, 40), y: numbers(1) }
    const history = twice(before, { x: numbers(30, 20, 35, 40), y: numbers(1) })
    // Not scored on what is filled alone: y keeps it scored.
    const both = simply([...filled.models[0]!.groups[0]!.factors, factorOf('y')])
    const row = explained(both, history).rows[0]
    if (row?.kind !== 'factor') throw new Error('no row')
    expect(row.split && [row.split.own.exact, row.split.cohort.exact].map(round)).toEqual([
      25,
      round(100 / 6 - 25),
    ])
  })

  it('what is printed of both adds up to what is printed of the factor', () => {
    const now = { x: numbers(23, 21, 31, 40, 50) }
    const [row] = explained(simply([factorOf('x', { scale: rank })]), twice(then, now)).rows
    if (row?.kind !== 'factor' || !row.split) throw new Error('no row')
    expect(round(row.split.own.printed + row.split.cohort.printed)).toBe(row.points.printed)
  })

  it.each<[string, Scale]>([
    ['a frozen rank', { ...rank, reference: Array.from({ length: 101 }, (_, i) => i) }],
    ['a line', { type: 'linear', from: 0, to: 100 }],
  ])('%s is not split: nobody else moves it', (_, scale) => {
    expect(splitOf(scale, { x: numbers(30, 40, 50, 60, 70) })).toBeNull()
  })
})

describe('an override', () => {
  const history = twice({ a: numbers(80) }, { a: numbers(60) })
  const a = simply([factorOf('a')])

  it('adds what it stands for beyond the computed score', () => {
    const explanation = explained(a, history, { overrides: [null, 25] })
    expect(rowsOf(explanation)).toEqual([
      ['a', -20, -20],
      ['override', -35, -35],
    ])
    expect(explanation.change).toEqual({ exact: -55, printed: -55 })
  })

  it('that is lifted gives back what it took', () => {
    expect(rowsOf(explained(a, history, { overrides: [25, null] }))).toEqual([
      ['a', -20, -20],
      ['override', 55, 55],
    ])
  })

  it('of an account that is not scored is a change in one lump', () => {
    const unscored = twice({ a: numbers(80) }, { a: numbers(null) })
    const explanation = explained(a, unscored, { overrides: [null, 70] })
    expect(explanation).toMatchObject({
      change: { exact: -10, printed: -10 },
      rows: [],
      unsplit: { why: 'not-scored', side: 'after' },
    })
  })
})

describe('there is no split', () => {
  const two = configurationOf(
    [
      modelOf([groupOf([factorOf('a')])], { id: 'small', appliesTo: 'size < 10' }),
      modelOf([groupOf([factorOf('a'), factorOf('b', { weight: 0 })])], {
        id: 'large',
        appliesTo: 'size >= 10',
      }),
    ],
    { account: { key: 'id', include: 'size > 0' } },
  )
  const then: Columns = { size: numbers(5), a: numbers(80), b: numbers(10) }
  const whyOf = (now: Columns, rows: readonly [number, number] = [0, 0]) =>
    explained(two, twice(then, now), { rows }).unsplit

  it.each<[string, Columns, ChangeExplanation['unsplit']]>([
    [
      'an account is not scored',
      { ...then, a: numbers(null) },
      { why: 'not-scored', side: 'after', under: 'after' },
    ],
    [
      'it is no customer any more',
      { ...then, size: numbers(0) },
      { why: 'left-out', side: 'after', under: 'after' },
    ],
    [
      'another model applies to it',
      { ...then, size: numbers(10), a: numbers(80) },
      { why: 'other-model', under: 'after' },
    ],
  ])('where %s', (_, now, unsplit) => {
    expect(whyOf(now)).toEqual(unsplit)
  })

  it('where the account was not there, or is there no more', () => {
    expect([whyOf(then, [-1, 0]), whyOf(then, [0, -1])]).toEqual([
      { why: 'absent', side: 'before', under: 'after' },
      { why: 'absent', side: 'after', under: 'after' },
    ])
    expect(explained(two, twice(then, then), { rows: [-1, 0] }).before).toEqual({
      model: null,
      final: null,
      shown: null,
      override: null,
    })
  })

  it('where no model applies to it', () => {
    const only = configurationOf([modelOf([groupOf([factorOf('a')])], { appliesTo: 'a > 50' })])
    const history = twice({ a: numbers(40) }, { a: numbers(80) })
    expect(explained(only, history).unsplit).toEqual({
      why: 'no-model',
      side: 'before',
      under: 'after',
    })
  })

  it('where nothing that weighs anything is present on both sides', () => {
    const configuration = simply([factorOf('a'), factorOf('b'), factorOf('c', { weight: 0 })])
    const history = twice(
      { a: numbers(80), b: numbers(null), c: numbers(1) },
      { a: numbers(null), b: numbers(60), c: numbers(1) },
    )
    expect(explained(configuration, history)).toMatchObject({
      change: { exact: -20, printed: -20 },
      rows: [],
      unsplit: { why: 'nothing-in-common', under: 'after' },
    })
  })

  it('where the other configuration does not score a side', () => {
    const history = twice({ a: numbers(80), b: numbers(null) }, { a: numbers(60), b: numbers(50) })
    const [a, b] = [simply([factorOf('a')]), simply([factorOf('b')])]
    expect(explained([a, b], history)).toMatchObject({
      change: { exact: -30 },
      unsplit: { why: 'not-scored', side: 'before', under: 'after' },
    })
  })
})
