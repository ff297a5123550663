import { describe, expect, test } from 'vitest'
import { NO_SEGMENT, placesIn, type Segment } from '../../../src/core/view/segment.ts'
import { valueSegments } from '../../../src/core/view/segment-values.ts'
import { texts, write, written } from '../../support/split-columns.ts'

describe('the values of a text', () => {
  const portfolio = (atRisk: number[], values: number[] | null = null) => ({
    sheet: {
      included: new Uint8Array(atRisk.length).fill(1),
      bands: Uint8Array.from(atRisk, (is) => (is ? 0 : 1)),
    },
    riskBands: [true, false],
    values: values && Float64Array.from(values),
  })

  test('are gathered without regard to case, the greatest value at risk first, missing last', () => {
    const column = texts('SMB', 'smb', '', 'Pro', 'Free', 'Free')
    const found = valueSegments(column, portfolio([1, 0, 1, 1, 0, 0], [5, 1, 90, 9, 2, 2]), 10)
    expect(found.map((one) => write(one))).toEqual(['Pro', 'SMB', 'Free', 'missing'])
  })

  test('beyond the most are one segment of others, which says how many values it holds', () => {
    const column = texts('a', 'b', 'b', 'c', 'd', 'e')
    expect(
      valueSegments(column, portfolio([0, 0, 0, 0, 0, 0]), 2).map((one) => write(one)),
    ).toEqual(['b', 'a', '3 others'])
    expect(valueSegments(column, portfolio(new Array(6).fill(0)), 4)).toHaveLength(5)
  })

  test('of accounts that are left out are none', () => {
    const out = portfolio([0, 0])
    out.sheet.included[1] = 0
    expect(valueSegments(texts('a', 'b'), out, 5)).toEqual([{ kind: 'value', value: 'a' }])
    expect(valueSegments(texts(), portfolio([]), 5)).toEqual([])
  })

  test('of yes and no are two', () => {
    expect(written({ type: 'boolean', values: Uint8Array.of(1, 0, 2, 0) })).toEqual([
      'false',
      'true',
      'missing',
    ])
  })

  test('of another day fall into the same segments, and new ones among the others', () => {
    const segments: Segment[] = [
      { kind: 'value', value: 'Café' },
      { kind: 'other', values: 2 },
      { kind: 'missing' },
    ]
    const column = texts('CAFE\u0301', 'new', '', '__proto__')
    expect([...placesIn(column, segments)]).toEqual([0, 1, 2, 1])
    const alone = [...placesIn(column, segments.slice(0, 1))]
    expect(alone).toEqual([0, NO_SEGMENT, NO_SEGMENT, NO_SEGMENT])
  })
})
