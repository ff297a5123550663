import { expect, test } from 'vitest'
import { proposeConfiguration } from '../../../src/core/model/propose/propose.ts'
import { factorIn, factorsOf, reasonIn } from './build.ts'
import { foundColumns } from './found.ts'
import { constant, days, ids, names, oneOf, rows, spread } from './made-columns.ts'

const columns = {
  id: ids('A'),
  logins: spread(0, 400, 7),
  logins_again: spread(0, 400, 7),
  colour: oneOf('red', 'blue'),
  'Kg shipped': spread(3, 900, 11),
  Insured: oneOf(true, false),
  'Fair day': days(3),
  Grade: oneOf('happy', 'neutral', 'unhappy'),
  Note: names,
  Same: constant('7'),
  Churned: rows.map((i) => (i % 4 === 0 ? 'Yes' : 'No')),
}

const propose = (...takenIn: string[]) =>
  proposeConfiguration({ ...foundColumns(columns), takenIn })

test('a number that no header explains is taken in by rank, more of it healthier, in a group of its own', () => {
  const proposal = propose('kg_shipped')
  expect(factorsOf(proposal)).toEqual(['usage logins higher', 'other kg_shipped higher'])
  expect(factorIn(proposal, 'kg_shipped')).toMatchObject({
    input: 'kg_shipped',
    weight: 1,
    scale: { type: 'percentile', better: 'higher', top: 0.05 },
  })
  expect(reasonIn(proposal, 'kg_shipped')).toEqual({
    column: 'kg_shipped',
    factor: 'kg_shipped',
    reason: 'You let it count.',
  })
})

test('what is taken in counts though it says the same as another column', () => {
  expect(factorsOf(propose('logins_again'))).toEqual([
    'usage logins higher',
    'usage logins_again higher',
  ])
})

test('a fact is taken in as good, a date as the better the nearer', () => {
  const proposal = propose('insured', 'fair_day')
  expect(factorIn(proposal, 'insured')?.scale).toEqual({
    type: 'categories',
    map: { true: 100, false: 0 },
    otherwise: null,
  })
  expect(factorIn(proposal, 'fair_day')).toMatchObject({
    input: 'days_since(fair_day)',
    scale: { type: 'linear' },
  })
})

test('words without an order, a constant and the key can not be taken in', () => {
  expect(factorsOf(propose('colour', 'note', 'same', 'id'))).toEqual(['usage logins higher'])
})

test('every column says whether it may be taken in; the outcome, which a score that reads it could not be tested against, may not', () => {
  const open = propose().reasons.flatMap(({ column, mayCount }) => (mayCount ? [column] : []))
  expect(open).toEqual(['logins_again', 'kg_shipped', 'insured', 'fair_day', 'grade'])
})

test('what a person takes in makes a first model where nothing else does', () => {
  const { colour, id, 'Kg shipped': shipped } = columns
  const found = foundColumns({ id, colour, 'Kg shipped': shipped })
  expect(proposeConfiguration(found).configuration).toBe(null)
  const proposal = proposeConfiguration({ ...found, takenIn: ['kg_shipped'] })
  expect(factorsOf(proposal)).toEqual(['other kg_shipped higher'])
  expect(proposal.advice).toBe('too-few-signals')
})
