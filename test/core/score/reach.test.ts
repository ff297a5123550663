import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Configuration, Exception, Scale } from '../../../src/core/model/configuration.ts'
import { nextBand, scoreRange, type NextBand } from '../../../src/core/score/reach.ts'
import type { Move } from '../../../src/core/score/scale-move.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import type { Columns } from '../formula/build.ts'
import {
  booleans,
  configurationOf,
  DAY,
  factorOf,
  groupOf,
  modelOf,
  numbers,
  scored,
  simply,
  snapshot,
  texts,
} from './build.ts'

const scorerOf = (configuration: Configuration, columns: Columns) =>
  createScorer(configuration, [snapshot(DAY, columns)])

const rangeIn = (configuration: Configuration, columns: Columns, row = 0) => {
  const range = scoreRange(scorerOf(configuration, columns), 0, row)
  return (
    range && [
      range.least.shown,
      range.least.band.id,
      range.greatest.shown,
      range.greatest.band.id,
      range.open.map(({ id }) => id),
    ]
  )
}

const quantiles: Scale = { type: 'quantiles', low: 0, high: 1, better: 'higher' }
type Percentile = Extract<Scale, { type: 'percentile' }>

const ab = simply([factorOf('a', { weight: 3 }), factorOf('b')])

describe('the range of a score', () => {
  it('is what it would be with the worst and the best in place of what is missing', () => {
    // 80 counts three quarters.
    expect(rangeIn(ab, { a: numbers(80), b: numbers(null) })).toEqual([
      60,
      'yellow',
      85,
      'green',
      ['b'],
    ])
  })

  it('of an account without gaps is its score', () => {
    expect(rangeIn(ab, { a: numbers(80), b: numbers(40) })).toEqual([70, 'green', 70, 'green', []])
  })

  it('counts a filled factor as open, and one of weight 0 not', () => {
    const configuration = simply([
      factorOf('a'),
      factorOf('b', { missing: { score: 50 } }),
      factorOf('c', { weight: 0 }),
    ])
    const columns = { a: numbers(80), b: numbers(null), c: numbers(null) }
    expect(rangeIn(configuration, columns)).toEqual([40, 'yellow', 90, 'green', ['b']])
  })

  it('ends where exceptions end it', () => {
    const capped = simply([factorOf('a'), factorOf('b')], {
      exceptions: [{ id: 'low', when: 'a > 0', then: { cap: 50 }, reason: 'Low' }],
    })
    expect(rangeIn(capped, { a: numbers(80), b: numbers(null) })).toEqual([
      40,
      'yellow',
      50,
      'yellow',
      ['b'],
    ])
  })

  it('is there for an account that is not scored', () => {
    const strict = simply([factorOf('a'), factorOf('b')], { minCoverage: 0.9 })
    expect(rangeIn(strict, { a: numbers(80), b: numbers(null) })).toEqual([
      40,
      'yellow',
      90,
      'green',
      ['b'],
    ])
    expect(rangeIn(strict, { a: numbers(null), b: numbers(null) })).toEqual([
      0,
      'red',
      100,
      'green',
      ['a', 'b'],
    ])
  })

  it('is not there where no model applies', () => {
    const some = simply([factorOf('a')], { appliesTo: 'a > 50' })
    expect(rangeIn(some, { a: numbers(10) })).toBeNull()
  })

  it('holds the score, whatever is missing', () => {
    const value = fc.option(fc.integer({ min: 0, max: 100 }))
    const rollup = fc.constantFrom('mean' as const, 'lowest' as const, 'highest' as const)
    fc.assert(
      fc.property(rollup, fc.tuple(value, value, value, value), (rollup, [a, b, c, d]) => {
        const configuration = configurationOf([
          modelOf([
            groupOf([factorOf('a'), factorOf('b', { weight: 2 })], { id: 'g', rollup, weight: 2 }),
            groupOf([factorOf('c'), factorOf('d')], { id: 'h' }),
          ]),
        ])
        const columns = { a: numbers(a), b: numbers(b), c: numbers(c), d: numbers(d) }
        const scorer = scorerOf(configuration, columns)
        const { least, greatest } = scoreRange(scorer, 0, 0)!
        const final = scorer.sheet(0).final[0]!
        if (Number.isNaN(final)) return
        expect(final).toBeGreaterThanOrEqual(least.final - 1e-9)
        expect(final).toBeLessThanOrEqual(greatest.final + 1e-9)
      }),
    )
  })
})

const nextIn = (configuration: Configuration, columns: Columns, row = 0): NextBand =>
  nextBand(scorerOf(configuration, columns), 0, row)

const pathsIn = (next: NextBand) => (next.kind === 'open' ? next.paths : [])

/** `factor needed to` of each way. */
const pathsOf = (next: NextBand) =>
  next.kind === 'open'
    ? next.paths.map(({ factor, needed, move }) => [factor.id, round(needed), targetOf(move)])
    : next.kind
const targetOf = (move: Move) =>
  move.kind === 'value' && move.beyond === null ? round(move.to) : move
const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

const to = (value: number, parts: Partial<Extract<Move, { kind: 'value' }>> = {}): Move => ({
  kind: 'value',
  to: expect.closeTo(value, 9) as number,
  beyond: null,
  isEstimate: false,
  ...parts,
})

describe('the way to the next band', () => {
  it('says of each factor which score and which input it needs, the least rise first', () => {
    // 3/4 · 20 + 1/4 · 60 = 30. Watch is shown from 39.95: 9.95 more.
    expect(pathsOf(nextIn(ab, { a: numbers(20), b: numbers(60) }))).toEqual([
      ['a', round(20 + (9.95 * 4) / 3), round(20 + (9.95 * 4) / 3)],
      ['b', 99.8, 99.8],
    ])
  })

  it('leaves out factors that cannot do it alone, and those that are missing', () => {
    const three = simply([...ab.models[0]!.groups[0]!.factors, factorOf('c', { weight: 4 })])
    const next = nextIn(three, { a: numbers(20), b: numbers(80), c: numbers(null) })
    expect(next).toMatchObject({
      kind: 'open',
      band: { id: 'yellow' },
      points: expect.closeTo(4.95, 9),
    })
    expect(pathsOf(next)).toEqual([
      ['a', 26.6, 26.6],
      ['b', 99.8, 99.8],
    ])
    expect(pathsOf(nextIn(ab, { a: numbers(10), b: numbers(90) }))).toEqual([
      ['a', 23.266667, 23.266667],
    ])
  })

  it('is none where the account is in the best band, or not scored', () => {
    expect(nextIn(ab, { a: numbers(90), b: numbers(90) })).toEqual({ kind: 'best-band' })
    expect(nextIn(ab, { a: numbers(null), b: numbers(null) })).toEqual({ kind: 'not-scored' })
    const some = simply([factorOf('a')], { appliesTo: 'a > 50' })
    expect(nextIn(some, { a: numbers(10) })).toEqual({ kind: 'not-scored' })
  })

  it('is through the lowest factor alone where the lowest counts', () => {
    const lowest = configurationOf([
      modelOf([groupOf([factorOf('a'), factorOf('b')], { rollup: 'lowest' })]),
    ])
    expect(pathsOf(nextIn(lowest, { a: numbers(20), b: numbers(60) }))).toEqual([
      ['a', 39.95, 39.95],
    ])
    expect(pathsOf(nextIn(lowest, { a: numbers(20), b: numbers(30) }))).toEqual([])
  })

  it('is through any factor where the highest counts', () => {
    const highest = configurationOf([
      modelOf([groupOf([factorOf('a'), factorOf('b')], { rollup: 'highest' })]),
    ])
    expect(pathsOf(nextIn(highest, { a: numbers(20), b: numbers(30) }))).toEqual([
      ['b', 39.95, 39.95],
      ['a', 39.95, 39.95],
    ])
  })

  it.each<[string, Exception['then'][], NextBand['kind'], string | number | null]>([
    ['a cap below the band', [{ cap: 39 }], 'held', 'e0'],
    ['a cap at the band', [{ cap: 40 }], 'open', 39.95],
    ['a deduction', [{ add: -10 }], 'open', 49.95],
    ['a deduction that leaves too little', [{ add: -70 }], 'held', 'e0'],
    ['a cap, raised afterwards', [{ cap: 39 }, { add: 5 }], 'open', 34.95],
    ['a cap, raised by too little', [{ cap: 30 }, { add: 5 }], 'held', 'e0'],
    ['a score that is set', [{ set: 10 }], 'held', 'e0'],
    ['a floor below the band', [{ floor: 30 }], 'open', 39.95],
    ['a raise, then a cap', [{ add: 5 }, { cap: 20 }], 'held', 'e1'],
  ])('knows what exceptions do: %s', (_, effects, kind, expected) => {
    const exceptions = effects.map((then, i) => ({
      id: `e${i}`,
      when: 'a < 50',
      then,
      reason: 'R',
    }))
    const next = nextIn(simply([factorOf('a')], { exceptions }), { a: numbers(10) })
    expect(next.kind).toBe(kind)
    if (next.kind === 'held') expect(next.exception.id).toBe(expected)
    if (next.kind === 'open') expect(next.paths[0]?.needed).toBeCloseTo(expected as number, 9)
  })

  it('is not held by an exception that does not hold', () => {
    const exceptions = [{ id: 'e', when: 'a > 50', then: { cap: 0 }, reason: 'R' }]
    expect(nextIn(simply([factorOf('a')], { exceptions }), { a: numbers(10) }).kind).toBe('open')
  })
})

describe('the input that a score needs', () => {
  const line = (from: number, to: number): Scale => ({ type: 'linear', from, to })
  const target = (
    zeroBelow: number,
    fullFrom: number,
    fullTo: number,
    zeroAbove: number,
  ): Scale => ({
    type: 'target',
    zeroBelow,
    fullFrom,
    fullTo,
    zeroAbove,
  })
  const steps: Scale = { type: 'steps', at: [10, 20, 30], scores: [60, 0, 30, 80] }
  const frozen = (reference: number[], parts: Partial<Percentile> = {}): Scale => ({
    ...{ type: 'percentile', better: 'higher', top: 0, reference },
    ...parts,
  })
  const upTo100 = Array.from({ length: 101 }, (_, i) => i)
  /** 51 zeros, then 10, 20 … 500. */
  const manyZeros = [...Array<number>(50).fill(0), ...Array.from({ length: 51 }, (_, i) => i * 10)]
  const twoValues = upTo100.map((i) => (i < 50 ? 0 : 100))

  // Watch begins at 40, and 39.95 is shown as that.
  it.each<[string, Scale, number, Move | null]>([
    ['on a line', line(0, 200), 10, to(79.9)],
    ['on a line downwards', line(200, 0), 190, to(120.1)],
    ['below a target', target(0, 50, 60, 100), 5, to(19.975)],
    ['above a target', target(0, 50, 60, 100), 95, to(100 - 0.3995 * 40)],
    ['at a target without a slope', target(50, 50, 60, 100), 5, to(50)],
    ['on steps upwards', steps, 25, to(30)],
    ['on steps downwards, where that is nearer', steps, 12, to(10, { beyond: 'below' })],
    ['on steps that nowhere reach so far', { ...steps, scores: [0, 1, 2, 3] }, 12, null],
    ['of a decay', { type: 'decay', halfLife: 30 }, 90, to(30 * Math.log2(100 / 39.95))],
    ['in a frozen rank', frozen(upTo100), 3, to(39.95)],
    ['in a frozen rank whose best share is full', frozen(upTo100, { top: 0.5 }), 3, to(19.975)],
    ['in a frozen rank downwards', frozen(upTo100, { better: 'lower' }), 90, to(60.05)],
    // The zeros share place 25: 25 + 0.3995 · 75 lies 0.9625 behind the entry 40.
    ['in a frozen rank with ties', frozen(manyZeros), 0, to(49.625)],
    // Place 24.5 + 0.3995 · 50.5 is below that of the last zero: anything more than 0 is above it.
    ['right above a tie', frozen(twoValues), 0, to(0, { beyond: 'above' })],
    [
      'right below a tie',
      frozen(twoValues, { better: 'lower' }),
      100,
      to(100, { beyond: 'below' }),
    ],
    ['in a frozen rank where all are equal', frozen(upTo100.map(() => 7)), 7, null],
  ])('is found %s', (_, scale, value, move) => {
    // Where all are equal the score is 50: another factor keeps it below the band.
    const others = value === 7 ? 3 : 0
    const configuration = simply([factorOf('x', { scale }), factorOf('y', { weight: others })])
    const paths = pathsIn(nextIn(configuration, { x: numbers(value), y: numbers(0) }))
    expect(paths.find(({ factor }) => factor.id === 'x')?.move ?? null).toEqual(move)
  })

  it.each<[string, Columns[string], Record<string, number>, string | null]>([
    ['of text', texts('poor'), { Poor: 0, Fair: 30, Good: 60, Great: 100 }, 'Good'],
    ['of yes and no', booleans(false), { yes: 100, no: 0 }, 'yes'],
    ['of a rating', numbers(1), { 1: 0, 2: 45, 3: 60 }, '2'],
    ['of equal score, the first', texts('c'), { b: 50, a: 50, c: 0 }, 'b'],
    ['that suffices: there is none', texts('poor'), { Poor: 0, Fair: 30 }, null],
  ])('is the next better value %s', (_, x, map, to) => {
    const scale: Scale = { type: 'categories', map, otherwise: null }
    const [path] = pathsIn(nextIn(simply([factorOf('x', { scale })]), { x }))
    expect(path?.move ?? null).toEqual(to === null ? null : { kind: 'category', to })
  })

  it.each<[string, Scale, Move]>([
    ['between quantiles', quantiles, to(20 + 0.3995 * 40, { isEstimate: true })],
    [
      'between quantiles downwards',
      { ...quantiles, better: 'lower' },
      to(60 - 0.3995 * 40, { isEstimate: true }),
    ],
    [
      'among the others',
      { type: 'percentile', better: 'higher', top: 0 },
      to(20 + 0.3995 * 40, { isEstimate: true }),
    ],
  ])('is an estimate where it is ranked anew: %s', (_, scale, move) => {
    const x = numbers(20, 30, 40, 50, 60)
    const row = scale.type !== 'percentile' && 'better' in scale && scale.better === 'lower' ? 4 : 0
    const [path] = pathsIn(nextIn(simply([factorOf('x', { scale })]), { x }, row))
    expect(path?.move).toEqual(move)
  })

  it('is beyond the value that all have, where quantiles are equal', () => {
    const configuration = simply([factorOf('x', { scale: quantiles })], {
      exceptions: [{ id: 'e', when: 'x > 0', then: { add: -20 }, reason: 'R' }],
    })
    const [path] = pathsIn(nextIn(configuration, { x: numbers(5, 5, 5) }))
    expect(path?.move).toEqual(to(5, { beyond: 'above', isEstimate: true }))
  })

  it('from a filled factor is the first that suffices', () => {
    const filled = simply([
      factorOf('x', {
        scale: { ...steps, scores: [0, 20, 60, 80] } as Scale,
        missing: { score: 10 },
      }),
      factorOf('y'),
    ])
    const paths = pathsIn(nextIn(filled, { x: numbers(null), y: numbers(20) }))
    expect(paths.map(({ factor, move }) => [factor.id, move])).toEqual([
      ['x', to(20)],
      ['y', to(69.9)],
    ])
  })

  it('brings the account to the band, and one that is nearer does not', () => {
    const scale = fc.oneof(
      fc.constantFrom<Scale>(
        line(0, 100),
        line(90, 20),
        target(0, 40, 60, 90),
        { type: 'steps', at: [10, 25, 60, 80], scores: [70, 0, 20, 66, 100] },
        { type: 'steps', at: [10, 25, 60, 80], scores: [100, 66, 20, 60, 10] },
        { type: 'decay', halfLife: 20 },
        frozen(upTo100),
        frozen(upTo100, { better: 'lower', top: 0.2 }),
        frozen(manyZeros, { top: 0.1 }),
        frozen(manyZeros, { better: 'lower' }),
        frozen(twoValues),
        frozen(twoValues, { better: 'lower' }),
      ),
      fc
        .array(fc.integer({ min: 0, max: 12 }), { minLength: 101, maxLength: 101 })
        .map((list) => frozen(list.map((one) => one * 8).sort((a, b) => a - b))),
    )
    const rollup = fc.constantFrom('mean' as const, 'lowest' as const, 'highest' as const)
    const value = fc.integer({ min: 0, max: 100 })
    let reached = 0
    fc.assert(
      fc.property(scale, rollup, value, value, value, (scale, rollup, x, y, z) => {
        const configuration = configurationOf([
          modelOf(
            [
              groupOf([factorOf('x', { scale, weight: 2 }), factorOf('y')], {
                id: 'g',
                rollup,
                weight: 3,
              }),
              groupOf([factorOf('z')], { id: 'h' }),
            ],
            { exceptions: [{ id: 'e', when: 'z > 50', then: { add: -5 }, reason: 'R' }] },
          ),
        ])
        const columns = { y: numbers(y), z: numbers(z) }
        const bandWith = (x: number) =>
          scored(configuration, { ...columns, x: numbers(x) }).bands[0]!
        const now = bandWith(x)
        const path = pathsIn(nextIn(configuration, { ...columns, x: numbers(x) })).find(
          ({ factor }) => factor.id === 'x',
        )
        if (path?.move.kind !== 'value') return
        reached++
        const { to, beyond } = path.move
        const nudge = beyond === null ? 0 : beyond === 'above' ? 1e-9 : -1e-9
        expect(bandWith(to + nudge)).toBeGreaterThan(now)
        if (beyond === null) expect(to).not.toBe(x)
        if (Math.abs(to - x) > 1e-3) expect(bandWith(to + (x - to) * 1e-3)).toBe(now)
      }),
      { numRuns: 120 },
    )
    expect(reached).toBeGreaterThan(20)
  })
})
