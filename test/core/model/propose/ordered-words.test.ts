import { describe, expect, test } from 'vitest'
import { proposeConfiguration } from '../../../../src/core/model/propose/propose.ts'
import { scoresByOrder } from '../../../../src/core/model/propose/ordered-words.ts'
import { factorIn, reasonIn } from '../build.ts'
import { foundColumns } from '../found.ts'
import { ids, oneOf, spread } from '../made-columns.ts'

describe('words that have an order by themselves', () => {
  test.each<[string, Record<string, number>]>([
    ['plans', { Free: 0, Starter: 33, Pro: 67, Enterprise: 100 }],
    ['metals', { Bronze: 0, Silver: 33, Gold: 67, Platinum: 100 }],
    ['sizes', { S: 0, M: 33, L: 67, XL: 100 }],
    ['grades', { C: 0, B: 25, 'B+': 50, 'A-': 75, A: 100 }],
    ['numbers in words', { 'Tier 1': 0, 'Tier 2': 50, 'Tier 3': 100 }],
    ['bands of size', { '1-10': 0, '11-50': 50, '1,001+ employees': 100 }],
  ])('%s score evenly, the greatest best', (_, scores) => {
    expect(Object.fromEntries(scoresByOrder(Object.keys(scores).toReversed()) ?? [])).toEqual(
      scores,
    )
  })

  test('one odd word among many is left out', () => {
    const words = ['Free', 'Basic', 'Standard', 'Pro', 'Premium', 'Legacy']
    expect(scoresByOrder(words)?.has('Legacy')).toBe(false)
  })

  test.each([[['North', 'South', 'West']], [['Pro', 'North', 'South']], [['Pro']], [[]]])(
    '%j have none',
    (words) => {
      expect(scoresByOrder(words)).toBeNull()
    },
  )

  test('so many that they are names with numbers in them have none', () => {
    const sites = Array.from({ length: 31 }, (_, i) => `Site ${i}`)
    expect(scoresByOrder(sites)).toBeNull()
    expect(scoresByOrder(sites.slice(1))?.get('Site 30')).toBe(100)
  })
})

test('a column of such words can be let count, one of words without an order cannot', () => {
  const found = foundColumns({
    id: ids('A'),
    logins: spread(0, 400, 7),
    tickets: spread(0, 12, 9),
    plan: oneOf('Free', 'Pro', 'Enterprise'),
    region: oneOf('North', 'South', 'West'),
  })
  const open = proposeConfiguration(found)
  expect(reasonIn(open, 'plan')?.mayCount).toBe(true)
  expect(reasonIn(open, 'region')?.mayCount).toBeUndefined()
  const taken = proposeConfiguration({ ...found, takenIn: ['plan'] })
  expect(factorIn(taken, 'plan')?.scale).toEqual({
    type: 'categories',
    map: { Free: 0, Pro: 50, Enterprise: 100 },
    otherwise: null,
  })
})
