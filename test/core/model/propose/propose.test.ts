import { describe, expect, test } from 'vitest'
import { proposeConfiguration } from '../../../../src/core/model/propose/propose.ts'
import { factorIn, factorsOf, reasonIn, rolesOf } from '../build.ts'
import { foundColumns, foundTable } from '../found.ts'
import { constant, ids, oneOf, rows, spread } from '../made-columns.ts'

const logins = spread(0, 400, 7)
const tickets = spread(0, 12, 9)
const churned = rows.map((i) => (i % 4 === 0 ? 'Yes' : 'No'))

test('every column has one reason, in the file’s order, those of derived columns behind them', () => {
  const proposal = proposeConfiguration(
    foundColumns({
      id: ids('A'),
      users: spread(1, 9, 3),
      seats: spread(9, 20, 7),
      colour: oneOf('red', 'blue'),
    }),
  )
  expect(proposal.reasons.map(({ column, factor }) => [column, factor])).toEqual([
    ['id', null],
    ['users', 'seat_use'],
    ['seats', 'seat_use'],
    ['colour', null],
    ['seat_use', 'seat_use'],
  ])
})

test('no rows, no columns: nothing is proposed', () => {
  const nothing = {
    configuration: null,
    roles: { key: 'id' },
    reasons: [],
    signals: 0,
    advice: 'too-few-signals',
  }
  expect(proposeConfiguration(foundTable([], [], { key: 'id' }))).toEqual(nothing)
  const proposal = proposeConfiguration(foundTable(['id', 'Logins', 'Churned'], []))
  expect({ ...proposal, reasons: [] }).toEqual(nothing)
})

test('one account has nothing to be compared with', () => {
  expect(proposeConfiguration(foundTable(['id', 'Logins'], [['A', '5']])).configuration).toBe(null)
})

test('one account has a name and an owner all the same, where a constant in a longer list is neither', () => {
  const header = ['id', 'Account Name', 'Owner']
  const one = ['A-1', 'Brontë Foods', 'M. Okafor']
  const roles = (list: string[][]) => proposeConfiguration(foundTable(header, list)).roles
  expect(roles([one])).toEqual({ key: 'id', name: 'account_name', owner: 'owner' })
  expect(roles([one, ['A-2', 'Brontë Foods', 'M. Okafor']])).toEqual({ key: 'id' })
})

test('headers named like the workings of objects, empty and in other scripts are only names', () => {
  const headers = [
    'id',
    '__proto__',
    'constructor',
    'toString',
    '',
    'Größe',
    'ログイン',
    'Logins',
    'Logins',
  ]
  const table = foundTable(
    headers,
    rows.map((i) => headers.map((_, j) => String((i * (2 * j + 1)) % 37))),
  )
  const proposal = proposeConfiguration(table)
  expect(rolesOf(proposal)).toEqual({ key: 'id' })
  expect(factorsOf(proposal)).toEqual(['usage logins higher', 'usage logins_2 higher'])
})

describe('a column is no factor', () => {
  const propose = (columns: Parameters<typeof foundColumns>[0]) =>
    proposeConfiguration(foundColumns({ id: ids('A'), logins, ...columns }))

  test.each([
    [
      'that is constant',
      { tickets: constant('3') },
      'tickets',
      'It is the same for every customer.',
    ],
    ['that is empty', { tickets: constant('') }, 'tickets', 'It has no values.'],
    [
      'that repeats another',
      { sessions: logins.map((n) => n * 2 + 1) },
      'sessions',
      'It says the same as Logins.',
    ],
    [
      'that repeats another upside down',
      { tickets: logins.map((n) => -n) },
      'tickets',
      'It says the same as Logins.',
    ],
    [
      'that is a score of another tool',
      { 'Health Score': tickets },
      'health_score',
      'It is a score of another tool: to compare with, not to build on.',
    ],
    [
      'that is the outcome',
      { Churned: churned },
      'churned',
      'It is the outcome to test the score against; a score that reads it would prove nothing.',
    ],
    [
      'that is known once a customer has gone',
      { 'Churn reason': oneOf('price', 'gone') },
      'churn_reason',
      'It is known only once a customer has gone.',
    ],
    [
      'that describes a person',
      { Gender: oneOf('f', 'm') },
      'gender',
      'It describes the person, not how the account is doing.',
    ],
    [
      'that is nearly unique text',
      { motto: ids('we are ') },
      'motto',
      'Nearly every account has another value.',
    ],
    [
      'whose name says nothing of better and worse',
      { xyz: tickets },
      'xyz',
      'Its name does not tell whether more of it is better.',
    ],
    [
      'that is the revenue of the customer’s own company',
      { 'Annual Revenue': tickets },
      'annual_revenue',
      'It is the size or revenue of the customer’s own company, not what they pay.',
    ],
    [
      'whose values are not what its name promises',
      { tickets: oneOf('many', 'few') },
      'tickets',
      'Its values are not what its name promises.',
    ],
    [
      'that should be the value, but whose amounts are in two currencies',
      { ARR: oneOf('100 €', '200 $') },
      'arr',
      'Its values are not what its name promises.',
    ],
  ])('%s', (_, columns, id, reason) => {
    const proposal = propose(columns)
    expect(factorsOf(proposal)).toEqual(['usage logins higher'])
    expect(reasonIn(proposal, id)).toMatchObject({ column: id, factor: null, reason })
  })

  const leaks: readonly [string, readonly (string | number)[]][] = [
    ['by its values', rows.map((i) => (i % 4 === 0 ? 20 + i : i / 10))],
    ['by being there for those who left alone', rows.map((i) => (i % 4 === 0 ? i : ''))],
  ]
  test.each(leaks)('that tells the outcome apart, %s', (_, refunds) => {
    const proposal = propose({ churned, refunds })
    expect(factorsOf(proposal)).toEqual(['usage logins higher'])
    expect(reasonIn(proposal, 'refunds')?.reason).toBe(
      'It tells the outcome apart almost without a mistake, so it was probably recorded afterwards.',
    )
  })
})

test('roles that a person chose stand, and what plays one is no factor', () => {
  const table = foundColumns({
    id: ids('A'),
    logins,
    tickets,
    plan: oneOf('a', 'b', 'c'),
    left: churned,
  })
  const roles = { value: 'tickets', outcome: 'left', include: "plan != 'a'" }
  const proposal = proposeConfiguration({ ...table, roles: { ...roles, segments: ['plan'] } })
  expect(rolesOf(proposal)).toEqual({ key: 'id', ...roles, segments: ['plan'] })
  expect(factorsOf(proposal)).toEqual(['usage logins higher'])
  const without = proposeConfiguration({ ...table, roles: {} })
  expect(without.roles).toEqual({ key: 'id' })
})

test('how long somebody has been a customer counts beside other signs, never alone', () => {
  const tenure = spread(1, 60, 11)
  const alone = proposeConfiguration(foundColumns({ id: ids('A'), tenure }))
  expect([alone.configuration, alone.signals]).toEqual([null, 0])
  const beside = proposeConfiguration(foundColumns({ id: ids('A'), tenure, logins, tickets }))
  expect([factorIn(beside, 'tenure')?.weight, beside.signals, beside.advice]).toEqual([
    0.5,
    2,
    null,
  ])
})
