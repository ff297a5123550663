import { describe, expect, test } from 'vitest'
import { proposeConfiguration } from '../../../../src/core/model/propose/propose.ts'
import { factorIn, reasonIn } from '../build.ts'
import { foundColumns } from '../found.ts'
import { ids, oneOf, rows, spread } from '../made-columns.ts'

const logins = spread(0, 400, 7)
const churned = rows.map((i) => (i % 4 === 0 ? 'Yes' : 'No'))

describe('who is no customer is left out', () => {
  const includeOf = (columns: Parameters<typeof foundColumns>[0]) =>
    proposeConfiguration(foundColumns({ id: ids('A'), logins, ...columns })).roles.include

  test.each([
    [
      'by the words of a type',
      { type: oneOf('Customer', 'Prospect', 'Partner') },
      "type == 'Customer'",
    ],
    [
      'where several words are customers',
      { type: oneOf('Customer - EU', 'Customer - US', 'Prospect') },
      "type in ['Customer - EU', 'Customer - US']",
    ],
    [
      'keeping words that are not understood',
      { stage: oneOf('Adoption', 'Churned', 'Renewal') },
      "stage not in ['Churned']",
    ],
    [
      'keeping those without one',
      { stage: oneOf('Adoption', 'Former customer', '') },
      "is_missing(stage) or stage not in ['Former customer']",
    ],
    [
      'with the words as they are written',
      { type: oneOf('Asiakas', "Prospect's \\ list") },
      "type not in ['Prospect\\'s \\\\ list']",
    ],
    ['by a fact', { 'Is active': oneOf('true', 'true', 'false') }, 'is_active'],
    [
      'by a fact that is not known of all',
      { active: oneOf('true', '', 'false') },
      'coalesce(active, true)',
    ],
    [
      'by two columns',
      { stage: oneOf('Adoption', '', 'Lead'), status: oneOf('active', 'inactive') },
      "(is_missing(stage) or stage not in ['Lead']) and status not in ['inactive']",
    ],
  ])('%s', (_, columns, include) => {
    expect(includeOf(columns)).toBe(include)
  })

  test.each([
    ['where all would go', { type: oneOf('Prospect', 'Partner') }],
    ['where nobody would', { type: oneOf('Customer', 'Other') }],
    [
      'where they are those whose outcome is known',
      { churned, status: rows.map((i) => (i % 4 === 0 ? 'Inactive' : 'Active')) },
    ],
  ])('not %s', (_, columns) => {
    expect(includeOf(columns)).toBe(undefined)
  })

  test('and is no part of what scales are made from', () => {
    const proposal = proposeConfiguration(
      foundColumns({
        id: ids('A'),
        type: rows.map((i) => (i < 20 ? 'Customer' : 'Lead')),
        tickets: rows,
      }),
    )
    expect(factorIn(proposal, 'tickets')?.scale).toEqual({ type: 'linear', from: 19, to: 0 })
    expect(reasonIn(proposal, 'type')?.reason).toBe(
      'It says who is a customer: 20 that are none (Lead) are left out.',
    )
  })
})
