import { describe, expect, it } from 'vitest'
import type { Configuration, Effect } from '../../../src/core/model/configuration.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import { NO_BAND, NO_MODEL, originAt, type FactorScores } from '../../../src/core/score/sheet.ts'
import {
  configurationOf,
  factorOf,
  groupOf,
  list,
  modelOf,
  numbers,
  scored,
  simply,
  texts,
} from './build.ts'

const usage = factorOf('usage')
const nps = factorOf('nps')
const origins = (factor: FactorScores) =>
  Array.from(factor.scores, (_, row) => originAt(factor, row))

describe('an account', () => {
  it('without usage data is scored on the remaining factors', () => {
    const sheet = scored(simply([usage, nps]), { usage: numbers(80, null), nps: numbers(60, 60) })
    expect(list(sheet.shown)).toEqual([70, 60])
    expect([...sheet.coverage]).toEqual([1, 0.5])
    expect(origins(sheet.factors[0]!)).toEqual(['data', 'missing'])
  })

  it('without any data is not scored, and has no band', () => {
    const sheet = scored(simply([usage]), { usage: numbers(null) })
    expect([list(sheet.raw), list(sheet.final), list(sheet.shown)]).toEqual([
      [null],
      [null],
      [null],
    ])
    expect([sheet.bands[0], sheet.coverage[0], sheet.models[0]]).toEqual([NO_BAND, 0, 0])
  })

  it('with less data than its model wants is not scored, but its factors and groups are there', () => {
    const configuration = simply([usage, nps], { minCoverage: 0.6 })
    const sheet = scored(configuration, { usage: numbers(80), nps: numbers(null) })
    expect([list(sheet.shown), list(sheet.groups[0]![0]!), [...sheet.coverage]]).toEqual([
      [null],
      [80],
      [0.5],
    ])
  })

  it('with exactly the data its model wants is scored', () => {
    const thirds = simply([usage, nps, factorOf('csat')], { minCoverage: 0.333333333 })
    const sheet = scored(thirds, { usage: numbers(80), nps: numbers(null), csat: numbers(null) })
    expect([list(sheet.shown), [...sheet.coverage]]).toEqual([[80], [0.333333333]])
  })

  it('left out by include has no model, no score and no flag but stays in the table', () => {
    const configuration: Configuration = {
      ...simply([usage]),
      account: { key: 'id', include: "type == 'Customer'" },
    }
    const sheet = scored(configuration, {
      usage: numbers(10, 20, 30),
      type: texts('customer', 'Partner', null),
    })
    expect([...sheet.included]).toEqual([1, 0, 0])
    expect([...sheet.models]).toEqual([0, NO_MODEL, NO_MODEL])
    expect([list(sheet.shown), [...sheet.coverage]]).toEqual([
      [10, null, null],
      [1, 0, 0],
    ])
  })

  it('is scored by the first model that applies, and by none where none does', () => {
    const configuration = configurationOf([
      modelOf([groupOf([usage])], { id: 'large', appliesTo: 'arr > 100' }),
      modelOf([groupOf([nps])], { id: 'known', appliesTo: 'arr > 10' }),
    ])
    const columns = {
      arr: numbers(500, 50, 5, null),
      usage: numbers(1, 2, 3, 4),
      nps: numbers(10, 20, 30, 40),
    }
    const sheet = scored(configuration, columns)
    expect([...sheet.models]).toEqual([0, 1, NO_MODEL, NO_MODEL])
    expect([list(sheet.shown), [...sheet.included]]).toEqual([
      [1, 20, null, null],
      [1, 1, 1, 1],
    ])
  })
})

describe('a group', () => {
  const columns = { a: numbers(90, 90, null), b: numbers(30, null, null), c: numbers(0, 0, 0) }
  const rolledUp = (rollup: 'mean' | 'lowest' | 'highest') => {
    const factors = [factorOf('a', { weight: 2 }), factorOf('b'), factorOf('c', { weight: 0 })]
    return list(
      scored(configurationOf([modelOf([groupOf(factors, { rollup })])]), columns).groups[0]![0]!,
    )
  }

  it('is the weighted mean of what is present', () => {
    expect(rolledUp('mean')).toEqual([70, 90, null])
  })

  it('can be its lowest or its highest factor, those of weight 0 left out', () => {
    expect(rolledUp('lowest')).toEqual([30, 90, null])
    expect(rolledUp('highest')).toEqual([90, 90, null])
  })

  it('of weight 0 is shown and changes nothing', () => {
    const configuration = configurationOf([
      modelOf([groupOf([usage], { id: 'shown', weight: 0 }), groupOf([nps], { id: 'counts' })]),
    ])
    const sheet = scored(configuration, { usage: numbers(90, 90), nps: numbers(10, null) })
    expect(list(sheet.groups[0]![0]!)).toEqual([90, 90])
    expect([list(sheet.shown), [...sheet.coverage]]).toEqual([
      [10, null],
      [1, 0],
    ])
  })

  it('with more factors than are added up at a time counts them all', () => {
    const factors = Array.from({ length: 6 }, (_, i) => factorOf(`f${i}`))
    const columns = Object.fromEntries(
      factors.map(({ id }, i) => [id, numbers(i * 20, i < 5 ? null : 70)]),
    )
    expect(list(scored(simply(factors), columns).raw)).toEqual([50, 70])
  })
})

describe('exceptions', () => {
  const withExceptions = (...thens: Effect[]) =>
    simply([usage], {
      exceptions: thens.map((then, i) => ({
        id: `e${i}`,
        when: 'usage > 0',
        then,
        reason: 'Because',
      })),
    })
  const after = (configuration: Configuration, ...values: (number | null)[]) =>
    list(scored(configuration, { usage: numbers(...values) }).final)

  it('cap, lift, set and add', () => {
    expect(after(withExceptions({ cap: 40 }), 0, 30, 80)).toEqual([0, 30, 40])
    expect(after(withExceptions({ floor: 40 }), 0, 30, 80)).toEqual([0, 40, 80])
    expect(after(withExceptions({ set: 40 }), 0, 30, 80)).toEqual([0, 40, 40])
    expect(after(withExceptions({ add: -12.5 }), 0, 30, 80)).toEqual([0, 17.5, 67.5])
  })

  it('hold one after the other, within 0 and 100 after each', () => {
    expect(after(withExceptions({ add: 90 }, { add: -30 }), 50)).toEqual([70])
    expect(after(withExceptions({ add: -30 }, { add: 90 }), 50)).toEqual([100])
    expect(after(withExceptions({ add: -90 }, { cap: 50 }, { add: 5 }), 50)).toEqual([5])
  })

  it('leave an account alone that is not scored, or whose condition is missing', () => {
    const configuration = simply([usage], {
      exceptions: [{ id: 'overdue', when: 'overdue >= 2', then: { set: 1 }, reason: 'Overdue' }],
    })
    const sheet = scored(configuration, {
      usage: numbers(null, 50, 50),
      overdue: numbers(5, null, 2),
    })
    expect(list(sheet.final)).toEqual([null, 50, 1])
    expect(list(sheet.raw)).toEqual([null, 50, 50])
  })

  it('belong to their model alone', () => {
    const exceptions = [{ id: 'e', when: 'usage > 0', then: { set: 1 }, reason: 'x' }]
    const configuration = configurationOf([
      modelOf([groupOf([usage])], { id: 'a', appliesTo: 'nps > 0', exceptions }),
      modelOf([groupOf([usage])], { id: 'b' }),
    ])
    expect(
      list(scored(configuration, { usage: numbers(50, 50), nps: numbers(1, 0) }).final),
    ).toEqual([1, 50])
  })
})

describe('the shown score', () => {
  it('rounds halves upwards, also those that binary fractions fall short of, and decides the band', () => {
    const sheet = scored(simply([usage]), {
      usage: numbers(39.949999, 39.95, 40.05, 69.94, 69.95, 99.95, 0.04),
    })
    expect(list(sheet.shown)).toEqual([39.9, 40, 40.1, 69.9, 70, 100, 0])
    expect([...sheet.bands]).toEqual([0, 1, 1, 1, 2, 2, 0])
  })
})

it('a snapshot without accounts has an empty sheet', () => {
  const sheet = scored(simply([usage]), { usage: numbers() })
  expect([
    sheet.shown.length,
    sheet.factors[0]!.scores.length,
    sheet.groups[0]![0]!.length,
  ]).toEqual([0, 0, 0])
})

it('a snapshot that is not there is a mistake of the caller', () => {
  expect(() => createScorer(simply([usage]), []).sheet(0)).toThrow('invalid snapshot: 0 of 0')
})
