import { describe, expect, it } from 'vitest'
import type { Scale } from '../../../../src/core/model/configuration.ts'
import { booleans, dates, names, numbers, scoresOn, texts } from '../build.ts'

describe('linear', () => {
  it('goes from 0 to 100 and stays within', () => {
    const scale: Scale = { type: 'linear', from: 10, to: 20 }
    expect(scoresOn(scale, { x: numbers(0, 10, 12, 20, 99, null) })).toEqual([
      0,
      0,
      20,
      100,
      100,
      null,
    ])
  })

  it('with from above to, lower is better', () => {
    const scale: Scale = { type: 'linear', from: 3, to: 0 }
    expect(scoresOn(scale, { x: numbers(-1, 0, 1.5, 3, 4) })).toEqual([100, 100, 50, 0, 0])
  })
})

describe('target', () => {
  const scale: Scale = { type: 'target', zeroBelow: 0, fullFrom: 2, fullTo: 4, zeroAbove: 14 }

  it('is full inside, zero at and beyond the ends, and straight between', () => {
    const x = numbers(-1, 0, 1, 2, 3, 4, 9, 14, 15, null)
    expect(scoresOn(scale, { x })).toEqual([0, 0, 50, 100, 100, 100, 50, 0, 0, null])
  })

  it('is full where it is full and zero at once', () => {
    const cliff: Scale = { type: 'target', zeroBelow: 2, fullFrom: 2, fullTo: 4, zeroAbove: 4 }
    expect(scoresOn(cliff, { x: numbers(1.9, 2, 4, 4.1) })).toEqual([0, 100, 100, 0])
  })
})

describe('steps', () => {
  it('take the last step that is reached', () => {
    const scale: Scale = { type: 'steps', at: [2, 3, 4.5], scores: [0, 20, 50, 100] }
    expect(scoresOn(scale, { x: numbers(1, 2, 2.9, 3, 4.5, 9, null) })).toEqual([
      0,
      20,
      20,
      50,
      100,
      100,
      null,
    ])
  })
})

describe('decay', () => {
  it('halves with every half-life and never exceeds 100', () => {
    const scale: Scale = { type: 'decay', halfLife: 30 }
    expect(scoresOn(scale, { x: numbers(-5, 0, 30, 60, null) })).toEqual([100, 100, 50, 25, null])
  })
})

describe('categories', () => {
  const scale: Scale = { type: 'categories', map: { Pro: 60, team: 80, Élan: 90 }, otherwise: 10 }

  it('find texts without regard to case, dictionary-coded or not', () => {
    const cells = ['pro', 'TEAM', 'élan', 'E\u0301LAN', 'Legacy', null, '__proto__']
    const expected = [60, 80, 90, 90, 10, null, 10]
    expect(scoresOn(scale, { x: texts(...cells) })).toEqual(expected)
    expect(scoresOn(scale, { x: names(...cells) })).toEqual(expected)
  })

  it('otherwise null: a value without a key is missing', () => {
    expect(scoresOn({ ...scale, otherwise: null }, { x: texts('Legacy', 'Pro') })).toEqual([
      null,
      60,
    ])
  })

  it('name booleans true and false, or yes and no', () => {
    const x = booleans(true, false, null)
    const byName = (map: Record<string, number>) =>
      scoresOn({ type: 'categories', map, otherwise: null }, { x })
    expect(byName({ true: 100, false: 20 })).toEqual([100, 20, null])
    expect(byName({ Yes: 70, NO: 30 })).toEqual([70, 30, null])
    expect(byName({ maybe: 1 })).toEqual([null, null, null])
  })

  it('match numbers by what a key is worth', () => {
    const byNumber: Scale = {
      type: 'categories',
      map: { '1.0': 100, '2e1': 40, x: 5 },
      otherwise: 0,
    }
    expect(scoresOn(byNumber, { x: numbers(1, 20, 3, null) })).toEqual([100, 40, 0, null])
  })

  it('take a key named __proto__ for a key', () => {
    const map = JSON.parse('{"__proto__": 30}') as Record<string, number>
    expect(
      scoresOn({ type: 'categories', map, otherwise: 0 }, { x: texts('__proto__', 'a') }),
    ).toEqual([30, 0])
  })
})

describe('quantiles', () => {
  const scale: Scale = { type: 'quantiles', low: 0.25, high: 0.75, better: 'higher' }

  it('are linear between two quantiles of the cohort', () => {
    expect(scoresOn(scale, { x: numbers(0, 1, 2, 3, 4, null) })).toEqual([0, 0, 50, 100, 100, null])
    expect(scoresOn({ ...scale, better: 'lower' }, { x: numbers(0, 1, 2, 3, 4) })).toEqual([
      100, 100, 50, 0, 0,
    ])
  })

  it('where both are equal, give 50 at that value and the ends beyond it', () => {
    expect(scoresOn(scale, { x: numbers(1, 5, 5, 5, 5, 5, 9) })).toEqual([
      0, 50, 50, 50, 50, 50, 100,
    ])
  })

  it('give one account 50', () => {
    expect(scoresOn(scale, { x: numbers(7) })).toEqual([50])
  })
})

describe('an input of another type', () => {
  const numeric: Scale[] = [
    { type: 'linear', from: 0, to: 1 },
    { type: 'target', zeroBelow: 0, fullFrom: 0, fullTo: 1, zeroAbove: 1 },
    { type: 'steps', at: [1], scores: [0, 100] },
    { type: 'decay', halfLife: 1 },
    { type: 'quantiles', low: 0, high: 1, better: 'higher' },
    { type: 'percentile', better: 'higher', top: 0 },
  ]
  it.each(numeric)('is missing on $type', (scale) => {
    expect(scoresOn(scale, { x: texts('1') })).toEqual([null])
    expect(scoresOn(scale, { x: booleans(true) })).toEqual([null])
    expect(scoresOn(scale, { x: dates('2026-01-01') })).toEqual([null])
    expect(scoresOn(scale, { other: numbers(1) })).toEqual([null])
  })

  it('is missing on categories where it is a date', () => {
    const scale: Scale = { type: 'categories', map: { '2026-01-01': 5 }, otherwise: 50 }
    expect(scoresOn(scale, { x: dates('2026-01-01') })).toEqual([null])
  })
})

it('a snapshot without accounts has no scores', () => {
  expect(scoresOn({ type: 'percentile', better: 'higher', top: 0 }, { x: numbers() })).toEqual([])
})
