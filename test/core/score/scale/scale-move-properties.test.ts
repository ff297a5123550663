import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scale } from '../../../../src/core/model/configuration.ts'
import { configurationOf, factorOf, groupOf, modelOf, numbers, scored } from '../build.ts'
import { frozen, line, manyZeros, target, twoValues, upTo100 } from './made-scales.ts'
import { nextIn, pathsIn } from '../reached.ts'

describe('the input that a score needs', () => {
  it('brings the account to a better band, and one that is nearer does not', () => {
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
      fc.property(scale, rollup, fc.tuple(value, value, value), (scale, rollup, [x, y, z]) => {
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
        if (Math.abs(to - x) > 1e-3) expect(bandWith(to + (x - to) * 1e-3)).toBeLessThanOrEqual(now)
      }),
      { numRuns: 120 },
    )
    expect(reached).toBeGreaterThan(20)
  })
})
