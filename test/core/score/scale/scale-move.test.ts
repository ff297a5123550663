import { describe, expect, it } from 'vitest'
import type { Scale } from '../../../../src/core/model/configuration.ts'
import type { Move } from '../../../../src/core/score/scale/scale-move.ts'
import type { Columns } from '../../formula/build.ts'
import { booleans, factorOf, numbers, simply, texts } from '../build.ts'
import { frozen, line, manyZeros, target, twoValues, upTo100 } from './made-scales.ts'
import { nextIn, pathsIn } from '../reached.ts'

const quantiles: Scale = { type: 'quantiles', low: 0, high: 1, better: 'higher' }
const steps: Scale = { type: 'steps', at: [10, 20, 30], scores: [60, 0, 30, 80] }

const to = (value: number, parts: Partial<Extract<Move, { kind: 'value' }>> = {}): Move => ({
  kind: 'value',
  to: expect.closeTo(value, 9) as number,
  beyond: null,
  isEstimate: false,
  ...parts,
})

describe('the input that a score needs', () => {
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
})
