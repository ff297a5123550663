import { beforeEach, describe, expect, test } from 'vitest'
import type { AccountsQuestion } from '../../workers/protocol/accounts.ts'
import type { Seen } from '../../workers/protocol/look.ts'
import {
  csv,
  day,
  emptyDatabase,
  february,
  importFile,
  january,
  look,
  value,
  withConfiguration,
} from './support/workspace.ts'
import { twoModels } from './support/two-models.ts'

beforeEach(emptyDatabase)

const list = (more: Partial<AccountsQuestion> = {}): AccountsQuestion => ({
  day: day('2026-02-28'),
  since: day('2026-01-31'),
  seen: 'restated',
  search: '',
  filter: '',
  sort: [{ by: 'key', direction: 'asc' }],
  columns: [],
  from: 0,
  count: 50,
  ...more,
})

async function twoMonths() {
  const open = await withConfiguration()
  await importFile(january, open.opened.workspace)
  await importFile(february, open.opened.workspace)
  value(await open.engine.open(null))
  return open.engine
}

describe('a filter', () => {
  test.each([
    ["band == 'red'", ['00417', '00418']],
    ["plan in ['pro'] and arr >= 400", ['00417', '00500']],
    ['is_missing(arr) or logins > 80', ['00418']],
    ["previous(band) == 'green' and band == 'red'", ['00417']],
    ['is_missing(previous(band))', ['00500', '1E5']],
    ['change(score, 28) < 0', ['00417']],
    ["factor('logins') >= 70 and coverage == 1", ['00418', '1E5']],
    ["contains(name, 'IVES')", ['00500']],
    ['nothing_like_it > 1', []],
  ])('%s lets through whom it is true for', async (filter, keys) => {
    const engine = await twoMonths()
    const page = value(await engine.accounts(list({ filter })))
    expect(page.rows.map(({ key }) => key)).toEqual(keys)
    expect([page.matched, page.total]).toEqual([keys.length, 4])
  })

  test('counts and sums what it lets through beside all there is', async () => {
    const engine = await twoMonths()
    const page = value(await engine.accounts(list({ filter: "plan == 'Team'" })))
    expect(page).toMatchObject({ matched: 2, total: 4, matchedValue: 2500, totalValue: 3900 })
  })

  test('that is no expression is refused with its place', async () => {
    const engine = await twoMonths()
    expect(await engine.accounts(list({ filter: 'arr >' }))).toMatchObject({
      ok: false,
      problems: [{ code: 'unexpected', from: 5 }],
    })
  })
})

test('equals of the first order follow the second', async () => {
  const engine = await twoMonths()
  const sort = [
    { by: 'plan', direction: 'asc' },
    { by: 'value', direction: 'desc' },
  ] as const
  const page = value(await engine.accounts(list({ sort })))
  expect(page.rows.map(({ key }) => key)).toEqual(['00417', '00500', '00418', '1E5'])
})

test('columns that a list asks for are expressions', async () => {
  const engine = await twoMonths()
  const columns = ["factor('logins')", 'arr / 1000', 'plan']
  const [first] = value(await engine.accounts(list({ columns }))).rows
  expect(first?.cells).toEqual([
    { type: 'number', value: 40 },
    { type: 'number', value: 1 },
    { type: 'text', value: 'Pro' },
  ])
})

test('facets filter each other: each is counted under the filter without its own condition', async () => {
  const engine = await twoMonths()
  const { facets, counts } = value(
    await engine.facets({
      day: day('2026-02-28'),
      since: null,
      seen: 'restated',
      search: '',
      facets: [
        { subject: 'plan', filter: "band == 'red'" },
        { subject: 'band', filter: "plan == 'Team'" },
        { subject: 'score', filter: '' },
        { subject: 'nothing_like_it', filter: '' },
      ],
      counts: ["plan == 'Team'", 'arr > 1e9', ''],
    }),
  )
  expect(facets[0]).toMatchObject({
    values: [
      { value: 'Pro', count: 1 },
      { value: 'Team', count: 1 },
    ],
    missing: 0,
  })
  expect(facets[1]).toMatchObject({
    values: [
      { value: 'green', count: 1 },
      { value: 'red', count: 1 },
    ],
  })
  expect(facets[2]).toMatchObject({ kind: 'histogram', from: 0, step: 5, missing: 0 })
  expect(facets[3]).toEqual({ kind: 'empty', missing: 4 })
  expect(counts).toEqual([2, 0, 4])
})

test('a list goes out as it stands, without anything a spreadsheet would run', async () => {
  const { engine, opened } = await withConfiguration()
  await importFile(
    csv(
      '2026-01-31.csv',
      'Account ID,Name,Plan,ARR,Logins,Overdue',
      'a,=1+1,Pro,-5,80,0',
      'b,"Tab\there",Pro,7,20,0',
      'c,Castell,Team,9,90,2',
    ),
    opened.workspace,
  )
  value(await engine.open(null))
  const { rows } = value(await engine.accounts(list({ day: day('2026-01-31'), since: null })))
  const file = async (format: 'csv' | 'tsv', base: 'none' | 'all') => {
    const question = {
      ...list({ day: day('2026-01-31'), since: null }),
      columns: [
        { id: 'name', heading: 'Account' },
        { id: 'band', heading: 'Band' },
        { id: 'value', heading: '=ARR' },
        { id: 'driver', heading: 'Top driver' },
        { id: "factor('logins')", heading: 'Logins' },
      ],
      selection: { base, except: [rows[2]!.account] },
      format,
    }
    const { blob, fileName } = value(await engine.accountsFile(question))
    return [fileName.split('.').at(-1), await blob.text()]
  }
  expect(await file('csv', 'all')).toEqual([
    'csv',
    "Account,Band,'=ARR,Top driver,Logins\r\n'=1+1,Healthy,-5,Logins,80\r\nTab\there,At risk,7,Logins,20\r\n",
  ])
  expect(await file('tsv', 'none')).toEqual([
    'tsv',
    "Account\tBand\t'=ARR\tTop driver\tLogins\nCastell\tAt risk\t9\tTwo overdue invoices\t90\n",
  ])
})

test('a filter is true for what is seen', async () => {
  const { engine } = await twoModels()
  const keys = async (seen: Seen, filter: string) => {
    const page = value(
      await engine.accounts({
        ...look('2026-01-31', null, seen),
        search: '',
        filter,
        sort: [{ by: 'key', direction: 'asc' }],
        columns: [],
        from: 0,
        count: 10,
      }),
    )
    return page.rows.map(({ key, band }) => [key, band])
  }
  for (const seen of ['recorded', 'restated'] as const) {
    const all = await keys(seen, '')
    const { bands } = value(await engine.open(null)).configuration!
    for (const [place, { id }] of bands.entries())
      expect(await keys(seen, `band == '${id}'`)).toEqual(all.filter(([, band]) => band === place))
  }
  expect(await keys('recorded', 'score == 80')).toHaveLength(1)
  expect(await keys('restated', 'score == 80')).toHaveLength(0)
})
