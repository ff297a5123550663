import { describe, expect, test } from 'vitest'
import { suggestEvents, type KnownKeys } from '../../../src/core/source/suggest-events.ts'

const NOTHING: KnownKeys = { accountKeys: [], ways: [] }

/** What a file of these rows, the first with its headers, is taken for. */
function taken(text: string, known: KnownKeys = NOTHING) {
  const [headers = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','))
  const found = suggestEvents(headers, rows, known)
  return (
    found && {
      key: headers[found.key],
      id: found.id === null ? null : headers[found.id],
      through: found.through,
    }
  )
}

describe('rows are events', () => {
  test('where each has an id of its own and accounts come again', () => {
    const tickets = `id,organization_id,created_at
      1,a,2026-01-01
      2,a,2026-01-02
      3,b,2026-01-03`
    expect(taken(tickets)).toEqual({ key: 'organization_id', id: 'id', through: null })
  })

  test('where their own id says so, though no account has two of them', () => {
    const invoices = `Invoice Number,Customer ID,Amount
      I1,a,10
      I2,b,20`
    expect(taken(invoices)).toMatchObject({ key: 'Customer ID', id: 'Invoice Number' })
  })

  test('where accounts come again and again on several days, without any id', () => {
    const purchases = `date,id
      2026-01-01,7
      2026-01-02,7
      2026-01-03,7
      2026-01-04,8`
    expect(taken(purchases)).toEqual({ key: 'id', id: null, through: null })
  })

  test('by an address where the help desk knows no accounts', () => {
    const tickets = `Ticket ID,Customer Name,Customer Email
      1,Ana,ana@a.example
      2,Bo,bo@b.example`
    expect(taken(tickets)).toMatchObject({ key: 'Customer Email', id: 'Ticket ID' })
  })

  test('by the key that an earlier list of accounts has, whatever it is called', () => {
    const usage = `usage_id,tenant,minutes
      u1,a,5
      u2,a,6
      u3,b,6`
    expect(taken(usage)).toBe(null)
    expect(taken(usage, { ...NOTHING, accountKeys: ['Tenant'] })).toMatchObject({ key: 'tenant' })
  })

  test('by way of a file that came before, where they name its rows', () => {
    const usage = `usage_id,subscription_id
      u1,s1
      u2,s1
      u3,s2`
    const ways = [{ source: 'subs', header: 'subscription_id' }]
    expect(taken(usage, { ...NOTHING, ways })).toMatchObject({
      key: 'subscription_id',
      through: 'subs',
    })
    expect(taken(usage)).toMatchObject({ key: 'subscription_id', through: '?' })
  })
})

describe('rows are accounts', () => {
  test.each([
    ['each has a key of its own', 'Account ID,Name,Created\na,Ana,2026-01-01\nb,Bo,2026-01-02'],
    ['a few keys are there twice', 'Account ID,Name\na,A\nb,B\nc,C\nd,D\ne,E\ne,E'],
    ['a parent comes again', 'Id,Name,ParentId\n1,A,9\n2,B,9\n3,C,9'],
    ['another number of them is the same for all', 'Id,AccountNumber\n1,0\n2,0\n3,0'],
    ['nothing names an account', 'Calls,Minutes\n1,2\n1,2\n3,4'],
    ['there are no rows', 'ticket_id,account_id'],
  ])('where %s', (_, text) => {
    expect(taken(text)).toBe(null)
  })
})
