import { describe, expect, test } from 'vitest'
import { NO_ACCOUNT, presentAccounts, rowsOf } from '../../../src/core/history/presence.ts'

const accounts = (...list: number[]) => Uint32Array.from(list)

describe('presentAccounts', () => {
  test('no deliveries show no accounts', () => {
    expect(presentAccounts([], [])).toEqual(accounts())
  })

  test('accounts of all seen deliveries are there once, ascending; merged and rejected rows are nobody', () => {
    expect(presentAccounts([accounts(4, NO_ACCOUNT, 0), accounts(4, 2)], [])).toEqual(
      accounts(0, 2, 4),
    )
  })

  test('an account that the roster no longer lists has left, even if an old survey still has it', () => {
    const newest = accounts(0, 1)
    const survey = accounts(1, 2, 7)
    expect(presentAccounts([newest, survey], [accounts(0, 1, 2)])).toEqual(accounts(0, 1, 7))
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
