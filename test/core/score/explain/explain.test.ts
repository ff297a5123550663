import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../../../src/core/model/configuration.ts'
import { explainScore } from '../../../../src/core/score/explain/explain.ts'
import type { ScoreExplanation } from '../../../../src/core/score/explain/explanation.ts'
import { createScorer } from '../../../../src/core/score/scorer.ts'
import { type Columns } from '../../formula/build.ts'
import {
  configurationOf,
  DAY,
  factorOf,
  groupOf,
  modelOf,
  numbers,
  simply,
  snapshot,
} from '../build.ts'

const explained = (configuration: Configuration, columns: Columns, row = 0): ScoreExplanation =>
  explainScore(createScorer(configuration, [snapshot(DAY, columns)]), 0, row)

/** `id score share points lost` of every factor, as printed. */
const rows = ({ groups }: ScoreExplanation) =>
  groups.flatMap(({ factors }) =>
    factors.map(({ factor, score, share, points, lost, origin }) => [
      factor.id,
      score,
      Math.round(share * 1e6) / 1e6,
      points?.printed ?? null,
      lost?.printed ?? null,
      origin,
    ]),
  )
const printed = ({ groups, raw, exceptions, shown }: ScoreExplanation) => ({
  groups: groups.map(({ points }) => points?.printed ?? null),
  raw: raw?.printed ?? null,
  exceptions: exceptions.map(({ points }) => points.printed),
  shown,
})

const components = configurationOf([
  modelOf([
    groupOf([factorOf('usage')], { id: 'usage', weight: 0.5 }),
    groupOf([factorOf('satisfaction')], { id: 'satisfaction', weight: 0.3 }),
    groupOf([factorOf('financial')], { id: 'financial', weight: 0.2 }),
  ]),
])

describe('an explanation', () => {
  it('splits 81 into 40, 27 and 14 points, and what is lost', () => {
    const columns = { usage: numbers(80), satisfaction: numbers(90), financial: numbers(70) }
    const explanation = explained(components, columns)
    expect(rows(explanation)).toEqual([
      ['usage', 80, 0.5, 40, 10, 'data'],
      ['satisfaction', 90, 0.3, 27, 3, 'data'],
      ['financial', 70, 0.2, 14, 6, 'data'],
    ])
    expect(printed(explanation)).toEqual({
      groups: [40, 27, 14],
      raw: 81,
      exceptions: [],
      shown: 81,
    })
  })

  it('shares out the weight of what is missing', () => {
    const columns = { usage: numbers(null), satisfaction: numbers(90), financial: numbers(70) }
    const explanation = explained(components, columns)
    expect(rows(explanation)).toEqual([
      ['usage', null, 0, null, null, 'missing'],
      ['satisfaction', 90, 0.6, 54, 6, 'data'],
      ['financial', 70, 0.4, 28, 12, 'data'],
    ])
    expect([explanation.groups[0]?.points, explanation.coverage]).toEqual([null, 0.5])
  })

  it('gives a third each to three equal factors, so that what is printed adds up', () => {
    const explanation = explained(simply(['a', 'b', 'c'].map((id) => factorOf(id))), {
      a: numbers(100),
      b: numbers(100),
      c: numbers(100),
    })
    expect(rows(explanation).map((row) => row[3])).toEqual([33.4, 33.3, 33.3])
    expect(printed(explanation)).toEqual({ groups: [100], raw: 100, exceptions: [], shown: 100 })
  })

  it('puts each exception that holds in a row of its own, as clamped', () => {
    const configuration = simply([factorOf('usage')], {
      exceptions: [
        { id: 'up', when: 'usage > 0', then: { add: 90 }, reason: 'Up' },
        { id: 'not', when: 'usage > 90', then: { set: 0 }, reason: 'Not' },
        { id: 'cap', when: 'usage > 0', then: { cap: 40 }, reason: 'Cap' },
        { id: 'idle', when: 'usage > 0', then: { floor: 10 }, reason: 'Idle' },
      ],
    })
    const explanation = explained(configuration, { usage: numbers(54.25) })
    expect(
      explanation.exceptions.map(({ exception, points }) => [exception.id, points.exact]),
    ).toEqual([
      ['up', 45.75],
      ['cap', -60],
      ['idle', 0],
    ])
    expect(printed(explanation)).toEqual({
      groups: [54.3],
      raw: 54.3,
      exceptions: [45.7, -60, 0],
      shown: 40,
    })
  })

  it('gives the whole group to the one factor that lowest takes', () => {
    const lowest = groupOf([factorOf('a'), factorOf('b'), factorOf('c')], {
      rollup: 'lowest',
      weight: 3,
    })
    const other = groupOf([factorOf('d')], { id: 'other' })
    const explanation = explained(configurationOf([modelOf([lowest, other])]), {
      a: numbers(80),
      b: numbers(40),
      c: numbers(40),
      d: numbers(100),
    })
    expect(rows(explanation)).toEqual([
      ['a', 80, 0, 0, 0, 'data'],
      ['b', 40, 0.75, 30, 45, 'data'],
      ['c', 40, 0, 0, 0, 'data'],
      ['d', 100, 0.25, 25, 0, 'data'],
    ])
  })

  it('shows a factor of weight 0 with no points, and counts a filled one as present', () => {
    const configuration = simply([
      factorOf('a', { weight: 0 }),
      factorOf('b', { missing: { score: 20 } }),
      factorOf('c'),
    ])
    expect(
      rows(explained(configuration, { a: numbers(90), b: numbers(null), c: numbers(60) })),
    ).toEqual([
      ['a', 90, 0, 0, 0, 'data'],
      ['b', 20, 0.5, 10, 40, 'filled'],
      ['c', 60, 0.5, 30, 20, 'data'],
    ])
  })

  it('of an account that is not scored shows its factors without points', () => {
    const configuration = simply([factorOf('a'), factorOf('b')], { minCoverage: 0.9 })
    const explanation = explained(configuration, { a: numbers(90), b: numbers(null) })
    expect(rows(explanation)).toEqual([
      ['a', 90, 1, null, null, 'data'],
      ['b', null, 0, null, null, 'missing'],
    ])
    expect(printed(explanation)).toEqual({ groups: [null], raw: null, exceptions: [], shown: null })
    expect([explanation.final, explanation.coverage, explanation.groups[0]?.score]).toEqual([
      null,
      0.5,
      90,
    ])
  })

  it('of an account without a model says that there is none', () => {
    const configuration = simply([factorOf('a')], { appliesTo: 'a > 50' })
    expect(explained(configuration, { a: numbers(10) })).toEqual({
      model: null,
      coverage: 0,
      groups: [],
      raw: null,
      exceptions: [],
      final: null,
      shown: null,
    })
  })

  it('is that of the row that was asked for', () => {
    const explanation = explained(simply([factorOf('a')]), { a: numbers(10, 20, 30) }, 2)
    expect([explanation.shown, explanation.groups[0]?.factors[0]?.input]).toEqual([
      30,
      numbers(10, 20, 30),
    ])
  })
})
