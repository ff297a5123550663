import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scale } from '../../../../src/core/model/configuration.ts'
import { argsort } from '../../../../src/core/table/argsort.ts'
import {
  factorOf,
  list,
  modelOf,
  groupOf,
  configurationOf,
  numbers,
  scored,
  scoresOn,
  texts,
} from '../build.ts'

const ranked = (parts: object = {}): Scale => ({
  type: 'percentile',
  better: 'higher',
  top: 0,
  ...parts,
})

describe('a percentile', () => {
  it('anchors the least at 0 and the greatest at 100, ties sharing the mean of their places', () => {
    expect(scoresOn(ranked(), { x: numbers(10, 40, 20, 20, 30, null) })).toEqual([
      0,
      100,
      37.5,
      37.5,
      75,
      null,
    ])
  })

  it('anchors ties at the ends too', () => {
    // Mean places 0.5, 0.5, 2, 3.5, 3.5.
    expect(scoresOn(ranked(), { x: numbers(1, 1, 2, 3, 3) })).toEqual([0, 0, 50, 100, 100])
  })

  it('mirrors where lower is better', () => {
    expect(scoresOn(ranked({ better: 'lower' }), { x: numbers(1, 2, 3, 4, 5) })).toEqual([
      100, 75, 50, 25, 0,
    ])
  })

  it('gives the best share 100, so that one extreme user does not push all others down', () => {
    expect(scoresOn(ranked({ top: 0.5 }), { x: numbers(0, 1, 2, 3, 1e9) })).toEqual([
      0, 50, 100, 100, 100,
    ])
  })

  it.each([
    ['all are equal', numbers(3, 3, 3), [50, 50, 50]],
    ['there is one account', numbers(3), [50]],
    ['only one has a value', numbers(null, 3), [null, 50]],
    ['zero has a sign', numbers(0, -0), [50, 50]],
  ])('gives 50 where %s', (_, x, expected) => {
    expect(scoresOn(ranked({ top: 0.05 }), { x })).toEqual(expected)
  })

  it('within a column ranks those that share its value, missing being a value of its own', () => {
    const columns = {
      x: numbers(1, 2, 3, 10, 20, 5, 6),
      region: texts('EMEA', 'emea', 'Emea', 'APAC', 'APAC', null, null),
    }
    expect(scoresOn(ranked({ within: 'region' }), columns)).toEqual([0, 50, 100, 0, 100, 0, 100])
  })

  it('within a number column ranks those with the same number', () => {
    const columns = { x: numbers(1, 2, 3, 4, 5), tier: numbers(1, 1, 2, 2, null) }
    expect(scoresOn(ranked({ within: 'tier' }), columns)).toEqual([0, 100, 0, 100, 50])
  })

  it('within a column that is not there ranks all', () => {
    expect(scoresOn(ranked({ within: 'nowhere' }), { x: numbers(1, 2, 3) })).toEqual([0, 50, 100])
  })

  it('ranks only those whom its model scores', () => {
    const factor = factorOf('x', { scale: ranked() })
    const configuration = configurationOf([
      modelOf([groupOf([factor])], { id: 'large', appliesTo: 'arr >= 100' }),
      modelOf([groupOf([factor])], { id: 'rest' }),
    ])
    const sheet = scored(configuration, { x: numbers(1, 2, 3, 4), arr: numbers(100, 5, 200, 5) })
    expect(sheet.factors.map(({ scores }) => list(scores))).toEqual([
      [0, null, 100, null],
      [null, 0, null, 100],
    ])
  })
})

describe('a frozen percentile', () => {
  const upTo100 = Array.from({ length: 101 }, (_, i) => i)

  it('is the place in the kept list, whoever else is in the file', () => {
    const scale = ranked({ reference: upTo100 })
    expect(scoresOn(scale, { x: numbers(25.5) })).toEqual([25.5])
    expect(scoresOn(scale, { x: numbers(25.5, 26, 99) })).toEqual([25.5, 26, 99])
  })

  it('takes the nearest end beyond the list', () => {
    expect(scoresOn(ranked({ reference: upTo100 }), { x: numbers(-5, 0, 100, 1e6, null) })).toEqual(
      [0, 0, 100, 100, null],
    )
  })

  it('mirrors, gives the best share 100, and does not look within', () => {
    const columns = { x: numbers(0, 80, 100), region: texts('a', 'b', 'a') }
    const scale = ranked({ reference: upTo100, better: 'lower', top: 0.2, within: 'region' })
    expect(scoresOn(scale, columns)).toEqual([100, 25, 0].map((score) => expect.closeTo(score, 9)))
  })

  it('takes the mean place of equals, and the straight line between entries', () => {
    // Ten zeros at 0..9, mean place 4.5; then 1, 2 … 91 at 10..100.
    const reference = [
      ...new Array<number>(10).fill(0),
      ...Array.from({ length: 91 }, (_, i) => i + 1),
    ]
    const place = (mid: number) => expect.closeTo((100 * (mid - 4.5)) / (100 - 4.5), 9)
    expect(scoresOn(ranked({ reference }), { x: numbers(0, 0.5, 1, 1.5) })).toEqual([
      place(4.5),
      place(9.5),
      place(10),
      place(10.5),
    ])
  })

  it('gives 50 where all entries are equal', () => {
    expect(
      scoresOn(ranked({ reference: new Array<number>(101).fill(7) }), { x: numbers(1, 7, 9) }),
    ).toEqual([50, 50, 50])
  })
})

describe('the order of values', () => {
  it('is that of a comparator, equal values as they stand', () => {
    const doubles = fc.double({ noNaN: true, noDefaultInfinity: true })
    const decimals = (most: number) =>
      fc.integer({ min: -300, max: 5_000_000 }).map((x) => x / 10 ** most)
    const lists = [doubles, fc.constantFrom(-0, 0, -3, 3), ...[0, 1, 2, 3].map(decimals)]
    fc.assert(
      fc.property(
        fc.oneof(...[...lists, fc.oneof(...lists)].map((one) => fc.array(one))),
        (values) => {
          const byComparator = values
            .map((_, i) => i)
            .sort((a, b) => values[a]! - values[b]! || a - b)
          expect([...argsort(Float64Array.from(values))]).toEqual(byComparator)
        },
      ),
    )
  })

  it('of no values is empty', () => {
    expect(argsort(new Float64Array(0))).toHaveLength(0)
  })
})
