import { describe, expect, it } from 'vitest'
import type { Exception } from '../../../src/core/model/configuration.ts'
import type { NextBand } from '../../../src/core/score/reach.ts'
import type { Move } from '../../../src/core/score/scale/scale-move.ts'
import { configurationOf, factorOf, groupOf, modelOf, numbers, simply } from './build.ts'
import { ab, nextIn } from './reached.ts'

/** `factor needed to` of each way. */
const pathsOf = (next: NextBand) =>
  next.kind === 'open'
    ? next.paths.map(({ factor, needed, move }) => [factor.id, round(needed), targetOf(move)])
    : next.kind
const targetOf = (move: Move) =>
  move.kind === 'value' && move.beyond === null ? round(move.to) : move
const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

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
