import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../../src/core/history/snapshot.ts'
import type { Configuration } from '../../../../src/core/model/configuration.ts'
import type { AverageExplanation } from '../../../../src/core/score/explain/average-explanation.ts'
import { explainAverage } from '../../../../src/core/score/explain/explain-average.ts'
import { createScorer } from '../../../../src/core/score/scorer.ts'
import type { Columns } from '../../formula/build.ts'
import {
  configurationOf,
  DAY,
  factorOf,
  groupOf,
  modelOf,
  numbers,
  simply,
  snapshot,
  texts,
} from '../build.ts'

const THEN = '2025-12-31'

interface Sides {
  readonly rows?: readonly [number[], number[]]
  readonly overrides?: readonly [number[], number[]]
}

function explained(
  configurations: Configuration | readonly [Configuration, Configuration],
  history: Snapshot[],
  { rows, overrides }: Sides = {},
): AverageExplanation {
  const [then, now] = 'models' in configurations ? [configurations, configurations] : configurations
  const before = createScorer(then, history)
  const after = then === now ? before : createScorer(now, history)
  const side = (i: 0 | 1) => ({
    at: i,
    scorer: i === 0 ? before : after,
    rows: rows ? Uint32Array.from(rows[i]) : null,
    overrides: overrides ? Float64Array.from(overrides[i]) : null,
  })
  return explainAverage(side(0), side(1))
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

/** `label accounts exact printed` of every row. */
const rowsOf = ({ rows }: AverageExplanation) =>
  rows.map((row) => [
    row.kind === 'factor' ? row.factor.id : row.kind === 'unsplit' ? row.why : row.kind,
    row.accounts,
    row.points && round(row.points.exact),
    row.points?.printed ?? null,
  ])

const a = simply([factorOf('a')])
const ab = simply([factorOf('a'), factorOf('b')])

describe('a change of the average', () => {
  it('is the mean of what moved each account', () => {
    const history = [
      snapshot(THEN, { a: numbers(80, 40, 60), b: numbers(20, 60, 60) }),
      snapshot(DAY, { a: numbers(60, 46, 60), b: numbers(20, 60, null) }),
    ]
    // a: -10 and +3, and of the third nothing is gone but what said the same.
    expect(rowsOf(explained(ab, history))).toEqual([
      ['a', 3, round(-7 / 3), -2.3],
      ['b', 2, 0, 0],
    ])
    expect(explained(ab, history)).toMatchObject({
      before: { accounts: 3, average: { exact: expect.closeTo(160 / 3, 9), printed: 53.3 } },
      after: { accounts: 3, average: { printed: 51 } },
      change: { exact: expect.closeTo(-7 / 3, 9), printed: -2.3 },
      stayed: 3,
    })
  })

  it('tells who came and who left from what moved those who stayed', () => {
    const history = [
      snapshot(THEN, { a: numbers(50, 70, 20) }, [0, 1, 2]),
      snapshot(DAY, { a: numbers(60, 80, 90, 100) }, [0, 1, 3, 4]),
    ]
    // Stayed: 60 to 70. With those who came the average is 82.5, with the one who left it was 46.67.
    const explanation = explained(a, history)
    expect(rowsOf(explanation)).toEqual([
      ['a', 2, 10, 10],
      ['came', 2, 12.5, 12.5],
      ['left', 1, round(60 - 140 / 3), 13.3],
    ])
    expect([explanation.stayed, explanation.change?.printed]).toEqual([2, 35.8])
  })

  it('tells who got a score, or lost it, from who came and left', () => {
    const history = [
      snapshot(THEN, { a: numbers(50, null, 80) }),
      snapshot(DAY, { a: numbers(50, 90, null) }),
    ]
    // Stayed: 50. Now (50 + 90)/2, then (50 + 80)/2.
    expect(rowsOf(explained(a, history))).toEqual([
      ['a', 1, 0, 0],
      ['scored', 1, 20, 20],
      ['unscored', 1, -15, -15],
    ])
  })

  it('counts who is left out as not there', () => {
    const customers = { ...a, account: { key: 'id', include: "type == 'Customer'" } }
    const history = [
      snapshot(THEN, { a: numbers(50, 90), type: texts('Customer', 'Prospect') }),
      snapshot(DAY, { a: numbers(50, 90), type: texts('Customer', 'Customer') }),
    ]
    expect(rowsOf(explained(customers, history))).toEqual([
      ['a', 1, 0, 0],
      ['came', 1, 20, 20],
    ])
  })

  it('of a segment tells who moved in and who moved out', () => {
    const history = [
      snapshot(THEN, { a: numbers(50, 60, 90) }),
      snapshot(DAY, { a: numbers(52, 60, 90) }),
    ]
    expect(
      rowsOf(
        explained(a, history, {
          rows: [
            [0, 1],
            [0, 2],
          ],
        }),
      ),
    ).toEqual([
      ['a', 1, 2, 2],
      ['moved-in', 1, 19, 19],
      ['moved-out', 1, -5, -5],
    ])
  })

  it('keeps accounts without a split in rows of their own, by what they are without one for', () => {
    const configuration = configurationOf([
      modelOf([groupOf([factorOf('a')])], { id: 'small', appliesTo: 'size < 10' }),
      modelOf([groupOf([factorOf('a')])], { id: 'large' }),
    ])
    const history = [
      snapshot(THEN, { a: numbers(50, 50), size: numbers(5, 5) }),
      snapshot(DAY, { a: numbers(40, 70), size: numbers(5, 50) }),
    ]
    expect(rowsOf(explained(configuration, history))).toEqual([
      ['a', 1, -5, -5],
      ['other-model', 1, 10, 10],
    ])
  })

  it('has a part for a changed model, and one for exceptions', () => {
    const capped = simply([factorOf('a', { weight: 3 }), factorOf('b')], {
      exceptions: [{ id: 'low', when: 'b < 30', then: { cap: 20 }, reason: 'Low' }],
    })
    const history = [
      snapshot(THEN, { a: numbers(80, 80), b: numbers(40, 40) }),
      snapshot(DAY, { a: numbers(80, 80), b: numbers(40, 20) }),
    ]
    // Raw under C1 60 and 60, 60 and 50; under C2 70 and 70, 70 and 65, and 65 is capped at 20.
    // For the second: b is the mean of -10 and -5, the exception of 0 and -45, the model of +10 and -30.
    expect(rowsOf(explained([ab, capped], history))).toEqual([
      ['a', 2, 0, 0],
      ['b', 2, -3.75, -3.7],
      ['exceptions', 1, -11.25, -11.3],
      ['model', 2, 0, 0],
    ])
  })

  it('takes overrides as they are read, and says what they did', () => {
    const history = [
      snapshot(THEN, { a: numbers(50, null) }),
      snapshot(DAY, { a: numbers(60, null) }),
    ]
    const overrides: Sides['overrides'] = [
      [NaN, 30],
      [20, 50],
    ]
    // The first: 50 to 60, overridden with 20. The second has no score to split, and was raised by 20.
    const explanation = explained(a, history, { overrides })
    expect(rowsOf(explanation)).toEqual([
      ['a', 1, 5, 5],
      ['override', 1, -20, -20],
      ['not-scored', 1, 10, 10],
    ])
    expect(explanation.after.average?.printed).toBe(35)
  })

  it('splits a rank into own moves and those of the cohort, which cancel out', () => {
    const ranked = simply([
      factorOf('a', { scale: { type: 'percentile', better: 'higher', top: 0 } }),
    ])
    const columns = (by: number): Columns => ({
      a: numbers(10 - by, 20 - by, 30 - by, 40 - by, 50 - by),
    })
    const history = [snapshot(THEN, columns(0)), snapshot(DAY, columns(10))]
    // All fell by ten: each lost a rank of five but the last, and nobody lost a place.
    const [row] = explained(ranked, history).rows
    if (row?.kind !== 'factor') throw new Error('no row')
    expect(row).toMatchObject({
      points: { exact: 0, printed: 0 },
      split: { own: { exact: -20, printed: -20 }, cohort: { exact: 20, printed: 20 } },
    })
  })

  it('has no effects of coming and going where nobody stayed', () => {
    const history = [
      snapshot(THEN, { a: numbers(50) }, [0]),
      snapshot(DAY, { a: numbers(80) }, [1]),
    ]
    const explanation = explained(a, history)
    expect(rowsOf(explanation)).toEqual([
      ['came', 1, null, null],
      ['left', 1, null, null],
    ])
    expect(explanation.change?.printed).toBe(30)
  })

  it('is none where a side has nobody with a score', () => {
    const history = [snapshot(THEN, { a: numbers(null) }), snapshot(DAY, { a: numbers(80) })]
    expect(explained(a, history)).toEqual({
      before: { accounts: 0, average: null },
      after: { accounts: 1, average: { exact: 80, printed: 80 } },
      change: null,
      stayed: 0,
      rows: [],
    })
    expect(explained(a, history, { rows: [[], []] }).change).toBeNull()
  })
})
