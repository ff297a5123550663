import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { hasShared, sharedPath, withoutShared } from '../shared.ts'
import { day, emptyDatabase, importFile } from './support/workspace.ts'

beforeEach(emptyDatabase)

const file = (name: string) =>
  new File([readFileSync(sharedPath(`data/${name}`))], name, {
    lastModified: Date.parse('2026-06-14T12:00:00Z'),
  })

// What is expected was written down from reading the files.
describe.skipIf(!hasShared)(`one file alone${hasShared ? '' : ` (${withoutShared})`}`, () => {
  test.each([
    ['telco_churn_ibm.csv', 7_043],
    ['iranian_churn.csv', 3_150],
    ['cdnow_summary.csv', 2_357],
    ['ravenstack_dmy_accounts.csv', 500],
    ['adventureworks_dimreseller.csv', 701],
  ])('%s lists accounts', async (name, accounts) => {
    const { review } = await importFile(file(name))
    expect(review.plan.events).toBe(undefined)
    expect(review.rows.accepted).toBe(accounts)
  })

  test('CDNOW’s purchases are added up: how many of late, and how long ago the last', async () => {
    const { review } = await importFile(file('cdnow_example_transactions.csv'))
    expect(review.events).toMatchObject({ accounts: 5_000, strayRows: 0, isRoster: true })
    expect(review.plan.day).toBe(day('2014-12-30'))
    const [usage] = review.configuration?.value.models[0]?.groups ?? []
    expect(usage?.factors.map(({ input }) => input)).toEqual([
      'transactions_90d',
      'days_since(last_transaction)',
    ])
  })

  test('a help desk’s tickets are added up by the address of the customer, who keeps the name', async () => {
    const { review } = await importFile(file('customer_support_tickets.csv'))
    expect(review.events).toMatchObject({ accounts: 8_320, strayRows: 0 })
    expect(review.configuration?.value.account).toEqual({
      key: 'customer_email',
      name: 'customer_name',
    })
    const groups = review.configuration?.value.models[0]?.groups
    expect(groups?.map(({ id, factors }) => [id, factors.map(({ input }) => input)])).toEqual([
      ['satisfaction', ['customer_satisfaction_rating']],
      ['support', ['tickets', 'open_tickets', 'open_urgent_tickets']],
    ])
  })

  test.each([
    ['ravenstack_dmy_support_tickets.csv', 'account_id', 492],
    ['ravenstack_dmy_subscriptions.csv', 'account_id', 500],
    ['ravenstack_dmy_churn_events.csv', 'account_id', 352],
  ])('%s is added up by %s', async (name, key, accounts) => {
    const { review } = await importFile(file(name))
    const { key: by, columns } = review.plan
    expect(by.by === 'column' && columns[by.index]?.id).toBe(key)
    expect(review.events?.accounts).toBe(accounts)
  })
})
