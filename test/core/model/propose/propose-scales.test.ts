import { describe, expect, test } from 'vitest'
import { proposeConfiguration } from '../../../../src/core/model/propose/propose.ts'
import { factorIn, rolesOf } from '../build.ts'
import { foundColumns } from '../found.ts'
import { ids, oneOf, rows } from '../made-columns.ts'

describe('scales come from the values that are there', () => {
  const scaleOf = (header: string, cells: readonly (string | number | boolean)[]) => {
    const table = foundColumns({ id: ids('A'), [header]: cells }, { day: '2026-01-31' })
    const proposal = proposeConfiguration(table)
    expect(rolesOf(proposal)).not.toBe(null)
    return factorIn(proposal, table.columns[1]!.id)?.scale
  }

  test('a count is ranked against the quantiles of this file, which are kept', () => {
    const cells = rows.map((i) => i * 10)
    expect(scaleOf('Logins (30d)', cells)).toEqual({
      type: 'percentile',
      better: 'higher',
      top: 0.05,
      reference: Array.from({ length: 101 }, (_, percent) => expect.closeTo(percent * 3.9, 9)),
    })
  })

  test('trouble goes from none to a round number that 5 % exceed', () => {
    expect(scaleOf('Open tickets', rows)).toEqual({ type: 'linear', from: 38, to: 0 })
  })

  test('a share goes between what is usual', () => {
    expect(
      scaleOf(
        'Feature adoption',
        rows.map((i) => i / 40),
      ),
    ).toEqual({ type: 'linear', from: 0, to: 0.95 })
  })

  test.each([
    ['NPS', [-40, 0, 70], { type: 'linear', from: -100, to: 100 }],
    ['NPS', [0, 7, 10], { type: 'linear', from: 0, to: 10 }],
    ['CSAT', [2, 3, 5], { type: 'linear', from: 1, to: 5 }],
    ['CSAT', [40, 70, 95], { type: 'linear', from: 0, to: 100 }],
    ['CSAT', [0.2, 0.5, 0.9], { type: 'linear', from: 0, to: 1 }],
    ['Customer effort score', [2, 6, 7], { type: 'linear', from: 1, to: 7 }],
    ['CSM pulse', [1, 3, 5], { type: 'linear', from: 1, to: 5 }],
    [
      'Account health',
      ['Green', 'red', 'Yellow'],
      { type: 'categories', map: { Green: 100, red: 0, Yellow: 50 }, otherwise: null },
    ],
    [
      'Contract',
      ['Annual', 'Monthly', 'Two year'],
      { type: 'categories', map: { Annual: 75, Monthly: 20, 'Two year': 100 }, otherwise: null },
    ],
    [
      'Delinquent',
      ['true', 'false', 'false'],
      { type: 'categories', map: { true: 0, false: 100 }, otherwise: null },
    ],
    [
      'Auto renew',
      ['yes', 'no', 'yes'],
      { type: 'categories', map: { true: 100, false: 0 }, otherwise: null },
    ],
  ])('%s of %j has its own ends', (header, values, scale) => {
    expect(scaleOf(header, oneOf(...values))).toEqual(scale)
  })

  test('a date counts back from the snapshot', () => {
    const cells = rows.map((i) => `2026-01-${String(1 + (i % 30)).padStart(2, '0')}`)
    const proposal = proposeConfiguration(
      foundColumns({ id: ids('A'), last_login: cells }, { day: '2026-01-31' }),
    )
    expect(factorIn(proposal, 'last_login')).toEqual({
      id: 'last_login',
      name: 'Days since last login',
      input: 'days_since(last_login)',
      weight: 1,
      scale: { type: 'linear', from: 30, to: 2 },
    })
  })
})
