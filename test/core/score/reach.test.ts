import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../../src/core/model/configuration.ts'
import { scoreRange } from '../../../src/core/score/reach.ts'
import type { Columns } from '../formula/build.ts'
import { configurationOf, factorOf, groupOf, modelOf, numbers, simply } from './build.ts'
import { ab, scorerOf } from './reached.ts'

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
