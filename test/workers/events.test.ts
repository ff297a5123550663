import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { withWay } from '../../src/state/event-choices.ts'
import type { Inspection } from '../../workers/protocol/review.ts'
import { hasShared, sharedPath, withoutShared } from '../shared.ts'
import {
  csv,
  day,
  emptyDatabase,
  importFile,
  look,
  openEngine,
  value,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

const accounts = csv(
  'accounts 2026-02-28.csv',
  'Account ID,Account Name,Plan',
  'a,Aldergrove,Pro',
  'b,Brontë,Team',
  'c,Castell,Pro',
)
const TICKETS = [
  'Ticket ID,Account ID,Created,Status,Satisfaction Score',
  't1,a,2026-01-05,solved,5',
  't2,a,2026-02-20,open,1',
  't3,a,2026-02-21,open,2',
  't4,b,2026-01-20,solved,4',
  't5,b,2026-03-09,open,3',
  't6,,2026-02-01,open,3',
]
const tickets = csv('tickets 2026-02-28.csv', ...TICKETS)

const asGuessed = ({ plan, roles }: Inspection) => ({ plan, roles })

async function importAll(files: readonly File[], correct = asGuessed) {
  let last = null
  for (const file of files) {
    const { opened } = await openEngine()
    last = await importFile(file, opened.workspace, correct)
  }
  return last!
}

const COLUMNS = ['tickets_90d', 'open_tickets']

async function listed(iso: string, filter = '') {
  const { engine } = await openEngine()
  const list = { search: '', sort: [], columns: COLUMNS, from: 0, count: 200 }
  const page = value(await engine.accounts({ ...look(iso), ...list, filter }))
  return page.rows.map(({ key, name, cells }) => ({
    key,
    name,
    values: cells.map((cell) => ('value' in cell ? cell.value : null)),
  }))
}

/** By name: tickets of 90 days and open ones, on a day. */
async function inputs(iso: string) {
  const rows = await listed(iso)
  return Object.fromEntries(rows.map(({ name, values }) => [name, values]))
}

describe('a file of tickets', () => {
  test('alone is added up by the account that each names, and rows that name none are rejected', async () => {
    const { review } = await importAll([tickets])
    expect(review.rows).toEqual({ rows: 6, accepted: 5, merged: 0, rejected: 1 })
    expect(review.events).toMatchObject({ accounts: 2, strayRows: 0, isRoster: true })
    expect(await inputs('2026-02-28')).toEqual({ a: [3, 2], b: [1, 0] })
  })

  test('gets its names from a list of accounts that comes later, and accounts without tickets too', async () => {
    const { review } = await importAll([tickets, accounts])
    expect(review.configuration?.value.account).toMatchObject({
      key: 'account_id',
      name: 'account_name',
    })
    expect(await inputs('2026-02-28')).toEqual({
      Aldergrove: [3, 2],
      Brontë: [1, 0],
      Castell: [0, 0],
    })
  })

  test('fills the snapshots before it, each with what had happened by then', async () => {
    const january = csv(
      'accounts 2026-01-31.csv',
      'Account ID,Account Name,Plan',
      'a,Aldergrove,Pro',
    )
    await importAll([january, accounts, tickets])
    expect(await inputs('2026-01-31')).toEqual({ Aldergrove: [1, 0] })
    expect(await inputs('2026-02-28')).toMatchObject({ Aldergrove: [3, 2] })
  })

  test('delivered again is united with the one before by the ids of its rows', async () => {
    const march = csv(
      'tickets 2026-03-31.csv',
      TICKETS[0]!,
      't3,a,2026-02-21,solved,2',
      't7,c,2026-03-02,open,5',
    )
    await importAll([accounts, tickets, march])
    expect(await inputs('2026-03-31')).toEqual({
      Aldergrove: [3, 1],
      Brontë: [2, 1],
      Castell: [1, 1],
    })
  })

  test('names keys that no list has: they wait, and are no accounts', async () => {
    const more = csv('tickets 2026-02-28.csv', ...TICKETS, 't8,zz,2026-02-02,open,1')
    const { review } = await importAll([accounts, more])
    expect(review.events).toMatchObject({ accounts: 2, strayRows: 1, isRoster: false })
    expect(Object.keys(await inputs('2026-02-28'))).toEqual(['Aldergrove', 'Brontë', 'Castell'])
  })

  test('joins the proposal, as long as nobody but Hale has touched the model', async () => {
    const { review } = await importAll([accounts, tickets])
    expect(review.configuration?.origin).toBe('proposed')
    const { engine, opened } = await openEngine()
    value(await engine.applyConfiguration(opened.configuration!, 'Mine'))
    const logins = csv('logins 2026-02-28.csv', 'Account ID,Logins', 'a,5', 'b,9', 'c,7')
    const next = await importAll([logins])
    expect(next.review.configuration?.origin).toBe('in-force')
  })

  test('is taken back as a whole', async () => {
    await importAll([accounts, tickets])
    const { engine } = await openEngine()
    value(await engine.undo())
    expect(await inputs('2026-02-28')).toEqual({
      Aldergrove: [null, null],
      Brontë: [null, null],
      Castell: [null, null],
    })
  })
})

describe('a file whose rows name those of another', () => {
  const usage = csv(
    'usage 2026-02-28.csv',
    'usage_id,subscription_id,usage_date,usage_count',
    'u1,s1,2026-02-20,5',
    'u2,s1,2026-02-21,7',
    'u3,s2,2026-02-22,1',
  )
  const subscriptions = csv(
    'subscriptions 2026-02-28.csv',
    'subscription_id,account_id,start_date,arr_amount',
    's1,a,2025-01-01,1000',
    's2,b,2025-01-01,2000',
  )
  const wait = (inspection: Inspection) =>
    inspection.plan.events?.through === '?'
      ? { ...inspection, plan: withWay(inspection.plan, 'later') }
      : inspection

  test.each([
    ['after it', [accounts, subscriptions, usage]],
    ['before it', [accounts, usage, subscriptions]],
  ])('finds its accounts where it comes %s', async (_, files) => {
    const { review } = await importAll(files, wait)
    const used = review.configuration?.value.models[0]?.groups.flatMap(({ factors }) =>
      factors.map(({ input }) => input),
    )
    expect(used).toContain('usage_count_30d')
    expect(review.configuration?.value.account.value).toBe('arr_amount')
  })

  test('that name one another belong to nobody, and are waited for by nobody', async () => {
    const orders = csv('orders 2026-02-28.csv', 'Order ID,Shipment ID', 'o1,s1', 'o2,s1', 'o3,s2')
    const shipments = csv('shipments.csv', 'Shipment ID,Order ID', 's1,o1', 's2,o1', 's3,o2')
    const { review } = await importAll([accounts, orders, shipments], wait)
    expect(review.events).toMatchObject({ accounts: 0, strayRows: 3 })
  })

  test('is asked about where no file says whose they are', async () => {
    const { inspection, review } = await importAll([usage])
    expect(inspection.plan.events?.through).toBe('?')
    expect(review.events).toMatchObject({ accounts: 0, strayRows: 3 })
  })
})

const rows = hasShared
  ? readFileSync(sharedPath('data/ravenstack_dmy_support_tickets.csv'), 'utf8').split('\r\n')
  : []

describe.skipIf(!hasShared)(`RavenStack${hasShared ? '' : ` (${withoutShared})`}`, () => {
  const file = (name: string) => {
    const full = `ravenstack_dmy_${name}.csv`
    const written = Date.parse('2026-06-14T12:00:00Z')
    return new File([readFileSync(sharedPath(`data/${full}`))], full, { lastModified: written })
  }
  const wait = (inspection: Inspection) =>
    inspection.plan.events?.through === '?'
      ? { ...inspection, plan: withWay(inspection.plan, 'later') }
      : inspection

  test.each([
    [
      'as they join',
      ['accounts', 'churn_events', 'subscriptions', 'support_tickets', 'feature_usage'],
    ],
    [
      'by their names',
      ['accounts', 'churn_events', 'feature_usage', 'subscriptions', 'support_tickets'],
    ],
  ])('its five files, %s, are 500 accounts with one model of all', async (_, names) => {
    const { review } = await importAll(names.map(file), wait)
    const { opened } = await openEngine()
    expect(opened.snapshots).toEqual([{ day: day('2024-12-31'), accounts: 500 }])
    const { account, models } = review.configuration!.value
    expect(account).toMatchObject({
      key: 'account_id',
      name: 'account_name',
      value: 'arr_amount',
      outcome: 'churn_flag',
    })
    const factors = models[0]!.groups.map(({ id, factors }) => [id, factors.map(({ id }) => id)])
    expect(factors).toEqual([
      ['usage', ['last_usage', 'usage_count_30d', 'usage_duration_secs_30d']],
      ['satisfaction', ['satisfaction_score_180d']],
      [
        'support',
        expect.arrayContaining(['tickets_90d', 'resolution_time_hours_180d', 'error_count_90d']),
      ],
      ['financial', ['upgrade_flag_365d', 'downgrade_flag_365d', 'auto_renew_flag']],
      ['relationship', ['billing_frequency']],
    ])
  })

  test('tickets of the last 90 days are as many as a plain count says', async () => {
    await importAll(['accounts', 'support_tickets'].map(file))
    const counted = new Map<string, number>()
    for (const row of rows.slice(1)) {
      const [, account = '', at = ''] = row.split(',')
      const iso = at.slice(0, 10).split('-').reverse().join('-')
      if (iso > '2024-10-02' && iso <= '2024-12-31')
        counted.set(account, (counted.get(account) ?? 0) + 1)
    }
    const found = await listed('2024-12-31', 'tickets_90d > 1')
    const many = [...counted].filter(([, count]) => count > 1)
    expect(Object.fromEntries(found.map(({ key, values }) => [key, values[0]]))).toEqual(
      Object.fromEntries(many),
    )
  })
})
