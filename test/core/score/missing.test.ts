import { describe, expect, it } from 'vitest'
import type { MissingPolicy } from '../../../src/core/model/configuration.ts'
import { originAt, type FactorScores } from '../../../src/core/score/sheet.ts'
import {
  booleans,
  factorOf,
  list,
  numbers,
  scored,
  sheetOf,
  simply,
  snapshot,
  texts,
} from './build.ts'

const nps = factorOf('nps')
const origins = (factor: FactorScores) =>
  Array.from(factor.scores, (_, row) => originAt(factor, row))

describe('what is missing', () => {
  const withPolicy = (missing: MissingPolicy) => simply([factorOf('usage', { missing }), nps])

  it('can be filled with a score, which is no data', () => {
    const sheet = scored(withPolicy({ score: 20 }), {
      usage: numbers(null, 80, null),
      nps: numbers(60, 60, null),
    })
    expect([list(sheet.shown), [...sheet.coverage]]).toEqual([
      [40, 70, null],
      [0.5, 1, 0],
    ])
    expect(origins(sheet.factors[0]!)).toEqual(['filled', 'data', 'filled'])
    expect(list(sheet.factors[0]!.scores)).toEqual([20, 80, 20])
  })

  it('is filled too where the scale has no score for the value', () => {
    const plan = factorOf('plan', {
      scale: { type: 'categories', map: { pro: 90 }, otherwise: null },
      missing: { score: 5 },
    })
    const sheet = scored(simply([plan, nps]), {
      plan: texts('Pro', 'Legacy'),
      nps: numbers(50, 50),
    })
    expect(list(sheet.factors[0]!.scores)).toEqual([90, 5])
  })

  it('can be carried from earlier snapshots, the newest value first, and counts as data', () => {
    const history = [
      snapshot('2025-12-01', { usage: numbers(10, 20, 30), nps: numbers(0, 0, 0) }),
      snapshot('2025-12-31', { usage: numbers(40, null, null), nps: numbers(0, 0, 0) }),
      snapshot('2026-01-31', { usage: numbers(null, null, 70), nps: numbers(0, 0, 0) }),
    ]
    const { factors, coverage } = sheetOf(withPolicy({ carry: 61 }), history)
    expect(list(factors[0]!.scores)).toEqual([40, 20, 70])
    expect(origins(factors[0]!)).toEqual(['carried', 'carried', 'data'])
    expect([...coverage]).toEqual([1, 1, 1])
    expect(list(sheetOf(withPolicy({ carry: 60 }), history).factors[0]!.scores)).toEqual([
      40,
      null,
      70,
    ])
  })

  it('is carried by account, whatever its row', () => {
    const history = [
      snapshot('2025-12-31', { usage: numbers(10, 20) }, [3, 9]),
      snapshot('2026-01-31', { usage: numbers(null, null, 5) }, [2, 9, 12]),
    ]
    const { factors } = sheetOf(simply([factorOf('usage', { missing: { carry: 31 } })]), history)
    expect(list(factors[0]!.scores)).toEqual([null, 20, 5])
  })

  it('is worked out on its own date when carried', () => {
    const age = factorOf('age', { input: 'usage + days_since(d)', missing: { carry: 90 } })
    const dated = (day: string, usage: number | null) =>
      snapshot(day, { usage: numbers(usage), d: { type: 'date', values: Int32Array.of(20_423) } })
    const history = [dated('2025-12-11', 1), dated('2026-01-31', null)]
    // 2025-12-01 is day 20423 since 1970: ten days before the older snapshot.
    expect(list(sheetOf(simply([age]), history).factors[0]!.scores)).toEqual([11])
  })

  it('carries texts into a snapshot that does not have the column', () => {
    const plan = factorOf('plan', {
      scale: { type: 'categories', map: { pro: 90, team: 30 }, otherwise: 0 },
      missing: { carry: 90 },
    })
    const history = [
      snapshot('2025-12-01', { plan: texts('pro', 'pro', null) }),
      snapshot('2025-12-31', { plan: texts('Team', null, null) }),
      snapshot('2026-01-31', { nps: numbers(1, 2, 3) }),
    ]
    const { factors } = sheetOf(simply([plan]), history)
    expect(list(factors[0]!.scores)).toEqual([30, 90, null])
  })

  it('carries booleans', () => {
    const paid = factorOf('paid', {
      scale: { type: 'categories', map: { yes: 100, no: 0 }, otherwise: null },
      missing: { carry: 31 },
    })
    const history = [
      snapshot('2025-12-31', { paid: booleans(true, false, null) }),
      snapshot('2026-01-31', { paid: booleans(null, true, null) }),
    ]
    expect(list(sheetOf(simply([paid]), history).factors[0]!.scores)).toEqual([100, 100, null])
  })

  it('puts carried inputs into the cohort', () => {
    const rank = factorOf('usage', {
      scale: { type: 'percentile', better: 'higher', top: 0 },
      missing: { carry: 31 },
    })
    const history = [
      snapshot('2025-12-31', { usage: numbers(7, 0, 0) }),
      snapshot('2026-01-31', { usage: numbers(null, 5, 9) }),
    ]
    expect(list(sheetOf(simply([rank]), history).factors[0]!.scores)).toEqual([50, 0, 100])
  })
})
