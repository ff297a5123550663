import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf } from '../../../src/core/view/agreement.ts'

const tau = (a: readonly number[], b: readonly number[]) =>
  agreementOf(Float64Array.from(a), Float64Array.from(b))

/** Straight from the definition: every pair is looked at. */
function byDefinition(a: readonly number[], b: readonly number[]): number | null {
  let [same, turned, onlyA, onlyB] = [0, 0, 0, 0]
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) {
      const [x, y] = [Math.sign(a[i]! - a[j]!), Math.sign(b[i]! - b[j]!)]
      if (x * y > 0) same++
      if (x * y < 0) turned++
      if (x === 0 && y !== 0) onlyA++
      if (x !== 0 && y === 0) onlyB++
    }
  const apart = (same + turned + onlyA) * (same + turned + onlyB)
  return apart > 0 ? (same - turned) / Math.sqrt(apart) : null
}

describe('agreement of two rankings', () => {
  it('is 1 in the same order, −1 in the turned one, whatever the distances', () => {
    expect(tau([1, 2, 3, 4], [10, 11, 50, 99])).toEqual({ tau: 1, accounts: 4 })
    expect(tau([1, 2, 3, 4], [4, 3, 2, 1])).toEqual({ tau: -1, accounts: 4 })
  })

  it('counts ties as Kendall did: of six pairs four agree, and each side ties one by itself', () => {
    // 4 / √((4 + 1) (4 + 1))
    const found = tau([1, 1, 2, 3], [1, 2, 2, 3]).tau
    expect(found).toBeCloseTo(4 / 5, 12)
  })

  it('leaves out who has a score on one side alone', () => {
    expect(tau([1, NaN, 2, 3], [1, 5, NaN, 3])).toEqual({ tau: 1, accounts: 2 })
  })

  it('says nothing where one side says the same of all, or there is nobody', () => {
    expect(tau([5, 5, 5], [1, 2, 3])).toEqual({ tau: null, accounts: 3 })
    expect(tau([], [])).toEqual({ tau: null, accounts: 0 })
    expect(tau([1], [1])).toEqual({ tau: null, accounts: 1 })
  })

  it('is what the definition gives, pair by pair', () => {
    const score = fc.integer({ min: 0, max: 12 }).map((tenths) => tenths / 10)
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { maxLength: 60 }), (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
        const [found, wanted] = [tau(a, b).tau, byDefinition(a, b)]
        if (wanted === null) expect(found).toBe(null)
        else expect(found).toBeCloseTo(wanted, 12)
      }),
      { seed: 20261122 },
    )
  })
})
