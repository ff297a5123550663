import { describe, expect, test } from 'vitest'
import { NO_ACCOUNT, presentAccounts, rowsOf } from '../../../src/core/history/presence.ts'

const accounts = (...list: number[]) => Uint32Array.from(list)

describe('presentAccounts', () => {
  test('no deliveries show no accounts', () => {
    expect(presentAccounts([{ seen: [], rosters: [] }])).toEqual([accounts()])
  })

  test('accounts of all seen deliveries are there once, ascending; merged and rejected rows are nobody', () => {
    const seen = [accounts(4, NO_ACCOUNT, 0), accounts(4, 2)]
    expect(presentAccounts([{ seen, rosters: [] }])).toEqual([accounts(0, 2, 4)])
    const alone = [accounts(4, 4, NO_ACCOUNT, 0)]
    expect(presentAccounts([{ seen: alone, rosters: [] }])).toEqual([accounts(0, 4)])
  })

  test('an account that the roster no longer lists has left, even if an old survey still has it', () => {
    const newest = accounts(0, 1)
    const survey = accounts(1, 2, 7)
    const rosters = [accounts(0, 1, 2)]
    expect(presentAccounts([{ seen: [newest, survey], rosters }])).toEqual([accounts(0, 1, 7)])
  })

  test('an account that left is there again once the roster lists it again, and gone when it does not', () => {
    const [all, two, survey] = [accounts(0, 1, 2), accounts(0, 1), accounts(2, 7)]
    const [back, last] = [accounts(0, 2), accounts(0)]
    expect(
      presentAccounts([
        { seen: [all], rosters: [] },
        { seen: [two, survey], rosters: [all] },
        { seen: [back, survey], rosters: [two, all] },
        { seen: [last, survey], rosters: [two, back, all] },
      ]),
    ).toEqual([all, accounts(0, 1, 7), accounts(0, 2, 7), accounts(0, 7)])
  })
})

describe('rowsOf', () => {
  test('a delivery in the snapshot’s own order needs no rows', () => {
    expect(rowsOf(accounts(0, 1, 2), accounts(0, 1, 2))).toBeNull()
  })

  test('an account that the delivery does not have is at -1', () => {
    expect(rowsOf(accounts(0, 2, 5), accounts(5, NO_ACCOUNT, 0))).toEqual(Int32Array.of(2, -1, 0))
  })
})
