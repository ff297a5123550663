import { describe, expect, it } from 'vitest'
import type { Scale } from '../../../src/core/model/configuration.ts'
import {
  configurationOf,
  factorOf,
  groupOf,
  list,
  modelOf,
  numbers,
  scored,
  scoresOn,
  texts,
} from './build.ts'

/** Groups of one factor each, with weights and scores as a vendor's page prints them. */
function overall(weighed: readonly (readonly [weight: number, score: number])[]): number {
  const groups = weighed.map(([weight], i) => groupOf([factorOf(`c${i}`)], { id: `c${i}`, weight }))
  const columns = Object.fromEntries(weighed.map(([, score], i) => [`c${i}`, numbers(score)]))
  return scored(configurationOf([modelOf(groups)]), columns).raw[0]!
}

// Printed worked examples, recomputed by hand; the sum behind each is in the comment.
describe('methods that others publish come out as on their pages', () => {
  it('usage 0.5, satisfaction 0.3, financial 0.2 with 80, 90, 70 is 81', () => {
    // 0.5 · 80 + 0.3 · 90 + 0.2 · 70
    expect(
      overall([
        [0.5, 80],
        [0.3, 90],
        [0.2, 70],
      ]),
    ).toBeCloseTo(81, 9)
  })

  it('Gainsight, a weighted group (support.gainsight.com, Calculation of Group Scores and Overall Scores): 40.12', () => {
    // (20 · 47 + 15 · 59 + 22 · 21) / 57
    expect(
      overall([
        [20, 47],
        [15, 59],
        [22, 21],
      ]),
    ).toBeCloseTo(40.12, 2)
  })

  it('Natero, a metric between 7 and 30 at 18 (support.natero.com 204446145): 48', () => {
    // (18 − 7) / (30 − 7) · 100 = 47.83
    const [score] = scoresOn({ type: 'linear', from: 7, to: 30 }, { x: numbers(18) })
    expect(score).toBeCloseTo(47.83, 2)
  })

  it('Natero, components weighted 7, 5, 8 and 3 (support.natero.com 204446145): 74.87', () => {
    // (83 · 7 + 71 · 5 + 78 · 8 + 54 · 3) / 23
    expect(
      overall([
        [7, 83],
        [5, 71],
        [8, 78],
        [3, 54],
      ]),
    ).toBeCloseTo(74.87, 2)
  })

  it('Vitally, healthy, healthy, poor (docs.vitally.io, health-scores): 6.67 of 10', () => {
    // (10 + 10 + 0) / 3, on 0..100 here
    const scale: Scale = {
      type: 'categories',
      map: { poor: 0, concerning: 50, healthy: 100 },
      otherwise: null,
    }
    const factors = ['a', 'b', 'c'].map((id) => factorOf(id, { scale }))
    const columns = { a: texts('healthy'), b: texts('healthy'), c: texts('poor') }
    expect(scored(configurationOf([modelOf([groupOf(factors)])]), columns).raw[0]).toBeCloseTo(
      66.67,
      2,
    )
  })

  it('Vitally, 20 % 7.5, 40 % 9, 20 % 5, 20 % 5 (docs.vitally.io, health-scores): 7.1 of 10', () => {
    // 0.2 · 7.5 + 0.4 · 9 + 0.2 · 5 + 0.2 · 5, on 0..100 here
    expect(
      overall([
        [20, 75],
        [40, 90],
        [20, 50],
        [20, 50],
      ]),
    ).toBeCloseTo(71, 9)
  })

  it('Catalyst, the mean of 9.8, 9.4 and 7 (help.catalyst.io 28924687994260): 8.7 of 10', () => {
    // 26.2 / 3, on 0..100 here
    expect(
      overall([
        [1, 98],
        [1, 94],
        [1, 70],
      ]),
    ).toBeCloseTo(87.33, 2)
  })

  it('Certinia, 12 between 10 and 20 (help.certinia.com, Metrics Intermediate Processing Fields): 20', () => {
    expect(scoresOn({ type: 'linear', from: 10, to: 20 }, { x: numbers(12) })).toEqual([20])
  })

  it('Planhat, NPS 7 from 0 to 10 as minus 5 to plus 5 (support.planhat.com 1608909): plus 2', () => {
    // 70 of 100 is 2 above the middle of ten.
    const [score] = scoresOn({ type: 'linear', from: 0, to: 10 }, { x: numbers(7) })
    expect((score as number) / 10 - 5).toBeCloseTo(2, 9)
  })

  it('Sourcegraph, seats used below 50, 50 to 80, from 80 (sourcegraph.notion.site, Customer Health Score): poor, concerning, healthy', () => {
    const scale: Scale = { type: 'steps', at: [50, 80], scores: [0, 50, 100] }
    expect(scoresOn(scale, { x: numbers(49.9, 50, 79.9, 80) })).toEqual([0, 50, 50, 100])
  })

  it('Zudo, a factor that is gone gives its weight to the others in proportion (docs.zudo.so, health-score-config): 82', () => {
    // (0.3 · 90 + 0.2 · 70) / 0.5
    const groups = [0.5, 0.3, 0.2].map((weight, i) =>
      groupOf([factorOf(`c${i}`)], { id: `c${i}`, weight }),
    )
    const sheet = scored(configurationOf([modelOf(groups)]), {
      c0: numbers(null),
      c1: numbers(90),
      c2: numbers(70),
    })
    expect(list(sheet.shown)).toEqual([82])
  })
})
