import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseIsoDay } from '../../../src/core/table/day.ts'
import { edgesByCounts, edgesByWidth } from '../../../src/core/view/bucket-edges.ts'
import { NO_SEGMENT, placesIn } from '../../../src/core/view/segment.ts'
import { days, numbers, split, written } from '../../support/split-columns.ts'

describe('the buckets of a number', () => {
  test('hold about as many accounts each, between round edges', () => {
    const column = numbers(...Array.from({ length: 1000 }, (_, i) => 17 + i * 3.1))
    expect(written(column)).toEqual(['..600', '600..1200', '1200..2000', '2000..2500', '2500..'])
  })

  test('a value that many share has a bucket of its own', () => {
    const column = numbers(...Array.from({ length: 60 }, () => 0), 1, 2, 3, 3, 4, 5, 7, 9, 30, 80)
    expect(written(column)).toEqual(['..1', '1..'])
    const few = numbers(0, 0, 0, 1, 1, 1, 1, 2, 5, 9)
    const cut = { way: 'counts', buckets: 5 } as const
    expect(written(few, 'x', cut)).toEqual(['..1', '1..2', '2..5', '5..'])
  })

  test('of a rating are its steps', () => {
    const column = numbers(...Array.from({ length: 100 }, (_, i) => 1 + (i % 5)))
    expect(written(column)).toEqual(['..2', '2..3', '3..4', '4..5', '5..'])
  })

  test('are as many as asked for, about', () => {
    const column = numbers(...Array.from({ length: 1000 }, (_, i) => i))
    const into = (buckets: number) => written(column, 'x', { way: 'counts', buckets })
    expect(into(2)).toEqual(['..500', '500..'])
    expect(into(10)).toHaveLength(10)
    expect(written(column, 'score', { way: 'width', buckets: 4 })).toEqual([
      '..200',
      '200..400',
      '400..600',
      '600..800',
      '800..',
    ])
    expect(split(column, 'x', { way: 'counts', buckets: 10 }).cut).toEqual({
      way: 'counts',
      buckets: 10,
    })
  })

  test('unless it is said, are five, fewer of few accounts, and one for each step of a rating however it lies', () => {
    const buckets = (...values: number[]) => split(numbers(...values)).cut
    expect(buckets(...Array.from({ length: 90 }, (_, i) => i * 7))).toEqual({
      way: 'counts',
      buckets: 5,
    })
    expect(buckets(...Array.from({ length: 16 }, (_, i) => i * 7))).toEqual({
      way: 'counts',
      buckets: 3,
    })
    const ratings = [...Array.from({ length: 90 }, () => 5), 1, 2, 4]
    expect(written(numbers(...ratings))).toEqual(['..2', '2..4', '4..5', '5..'])
    expect(buckets(...ratings)).toEqual({ way: 'counts', buckets: 4 })
  })

  test('of equal steps have a round width, and a few extreme accounts do not stretch it', () => {
    const column = numbers(...Array.from({ length: 500 }, (_, i) => i), 1e6)
    expect(written(column, 'x', { way: 'width', buckets: null })).toEqual([
      '..100',
      '100..200',
      '200..300',
      '300..400',
      '400..',
    ])
  })

  test('lie between the edges that were typed, and those beyond all values are left out', () => {
    expect(written(numbers(5, 15, NaN), 'x', [10, 20, 30, 10])).toEqual([
      '..10',
      '10..20',
      'missing',
    ])
    expect(written(numbers(5, 25), 'x', [10, 20])).toEqual(['..10', '10..20', '20..'])
    expect([
      ...placesIn(numbers(9.99, 10, 20, NaN), split(numbers(1, 10, 20), 'x', [10, 20]).segments),
    ]).toEqual([0, 1, 2, NO_SEGMENT])
  })

  test('of scores, shares of coverage, days and changes are those people think in', () => {
    expect(written(numbers(3, 55, 99.9), 'score')).toEqual([
      '..20',
      '20..40',
      '40..60',
      '60..80',
      '80..',
    ])
    expect(written(numbers(30), "factor('use')")).toEqual(['20..40'])
    expect(written(numbers(0.3, 1), 'coverage')).toEqual([
      '0.25..0.5',
      '0.5..0.75',
      '0.75..1',
      '1..',
    ])
    expect(written(numbers(-4, 95), 'days_until(renewal)')).toEqual([
      '..0',
      '0..30',
      '30..60',
      '60..90',
      '90..180',
    ])
    expect(written(numbers(-12, 0), 'change(score, 30)')).toEqual([
      '..-10',
      '-10..-5',
      '-5..0',
      '0..5',
    ])
  })

  test('of one value, of none and of nobody are there too', () => {
    expect(written(numbers(7, 7))).toEqual(['..'])
    expect(written(numbers(NaN))).toEqual(['missing'])
    expect(written(numbers())).toEqual([])
    expect(edgesByWidth(Float64Array.of(3, 3), 5)).toEqual([])
  })

  test('are never empty, ascend, and hold no more than their share and a little, but for values that many have', () => {
    const some = fc.array(
      fc.oneof(
        fc.integer({ min: -50, max: 50 }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.constant(0),
      ),
      { minLength: 1, maxLength: 300 },
    )
    fc.assert(
      fc.property(some, (values) => {
        const sorted = Float64Array.from(values).sort()
        const edges = edgesByCounts(sorted, 5)
        const bounds = [-Infinity, ...edges, Infinity]
        const held = bounds
          .slice(0, -1)
          .map((from, i) => values.filter((one) => one >= from && one < (bounds[i + 1] as number)))
        expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b))
        for (const inside of held) {
          expect(inside.length).toBeGreaterThan(0)
          const most = Math.max(...inside.map((one) => inside.filter((x) => x === one).length))
          expect(inside.length - most).toBeLessThanOrEqual(values.length * 0.4 + 2)
        }
      }),
    )
  })
})

describe('the periods of a date', () => {
  test('are months, quarters or years, whatever can be overlooked', () => {
    expect(written(days('2026-01-31', '2026-02-01', '', '2026-03-31'))).toEqual([
      '2026-01-01..2026-02-01',
      '2026-02-01..2026-03-01',
      '2026-03-01..2026-04-01',
      'missing',
    ])
    expect(split(days('2024-01-31', '2026-02-01')).cut).toEqual({ way: 'quarter', buckets: null })
    expect(split(days('2014-01-31', '2026-02-01')).cut).toEqual({ way: 'year', buckets: null })
  })

  test('as asked: a quarter goes from its first day to the first of the next', () => {
    expect(
      written(days('2025-12-31', '2026-02-01'), 'x', { way: 'quarter', buckets: null }),
    ).toEqual(['2025-10-01..2026-01-01', '2026-01-01..2026-04-01'])
  })

  test('are the newest of them where so many are asked for, and what was before', () => {
    const column = days('2025-01-05', '2025-06-30', '2026-01-01', '2026-02-01')
    expect(written(column, 'x', { way: 'month', buckets: 2 })).toEqual([
      '..2026-01-01',
      '2026-01-01..2026-02-01',
      '2026-02-01..2026-03-01',
    ])
  })

  test('lie between the days that were typed', () => {
    const edges = ['2026-01-01', '2025-07-01'].map((iso) => parseIsoDay(iso) as number)
    expect(written(days('2025-01-05', '2025-08-30', '', '2026-01-01'), 'x', edges)).toEqual([
      '..2025-07-01',
      '2025-07-01..2026-01-01',
      '2026-01-01..',
      'missing',
    ])
  })

  test('beyond the most are one open stretch', () => {
    expect(
      written(
        days('2019-05-05', '2020-12-31', '2021-01-01'),
        'x',
        { way: 'year', buckets: null },
        2,
      ),
    ).toEqual(['..2020-01-01', '2020-01-01..2021-01-01', '2021-01-01..2022-01-01'])
  })
})
