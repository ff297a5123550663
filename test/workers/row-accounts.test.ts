import { openAsBlob, readdirSync } from 'node:fs'
import { proxy } from 'comlink'
import { beforeEach, describe, expect, test } from 'vitest'
import { hasShared, sharedPath, withoutShared } from '../shared.ts'
import { importThread } from './support/threads.ts'
import { csv, day, emptyDatabase, ignoreProgress, importFile, value } from './support/workspace.ts'

beforeEach(emptyDatabase)

const today = day('2026-06-15')

async function stagedOf(file: File) {
  const { remote, close } = importThread()
  const inspected = await remote.inspect(file, { workspace: null, today })
  const { plan, roles } = value(inspected)
  const review = value(await remote.stage(plan, roles, proxy(ignoreProgress)))
  const report = await value(await remote.rowProblems()).text()
  close()
  return { review, report: report.trim().split('\r\n') }
}

describe('every row of a file is accounted for', () => {
  const mixed = csv(
    '2026-01-31.csv',
    'Account ID,Name,ARR',
    'A-1,Aldgate,100',
    'A-2,Brixton',
    ',Camden,300',
    'A-1,Aldgate again,150',
    'A-3,Dalston,400,extra',
    'A-4,Euston,lots',
    ' ',
    'A-5,Finsbury,500',
  )

  test('accepted, merged and rejected add up, and to what a count by quotes makes of it', async () => {
    const { review } = await stagedOf(mixed)
    expect(review.rows).toEqual({ rows: 7, accepted: 4, merged: 1, rejected: 2 })
    expect(review.countedRows).toBe(7)
  })

  test('each with its line, column, value and reason in the report', async () => {
    const { report } = await stagedOf(mixed)
    expect(report).toEqual([
      'line,outcome,column,value,reason',
      '2,merged,,A-1,the same account stands again on line 5',
      '3,accepted,,,2 cells under 3 headers; the rest is missing',
      '4,rejected,Account ID,,no account key',
      '6,rejected,,A-3 | Dalston | 400 | extra,4 cells under 3 headers',
    ])
  })

  test('cells that cannot be read are listed page by page and reported to the last, however many', async () => {
    const lines = Array.from(
      { length: 3_000 },
      (_, row) => `A-${row},${row < 1_400 ? 'lots' : row}`,
    )
    const { remote, close } = importThread()
    const file = csv('2026-01-31.csv', 'Account ID,ARR', ...lines)
    const { plan, roles } = value(await remote.inspect(file, { workspace: null, today }))
    const asNumbers = {
      ...plan,
      columns: plan.columns.map((one) => ({
        ...one,
        type: one.index === 1 ? ('number' as const) : one.type,
      })),
    }
    value(await remote.stage(asNumbers, roles, proxy(ignoreProgress)))
    const page = value(await remote.problemPage({ codes: null, column: 1, from: 1_200 }))
    expect([page.total, page.problems.length, page.problems.at(-1)]).toEqual([
      1_400,
      200,
      { code: 'unreadable-cell', line: 1_401, column: 'ARR', type: 'number', text: 'lots' },
    ])
    const report = await value(await remote.rowProblems()).text()
    expect(report.trim().split('\r\n')).toHaveLength(1 + 1_400)
    close()
  })

  test('good rows are imported all the same', async () => {
    const { published } = await importFile(mixed)
    expect(published.rows).toEqual({ rows: 7, accepted: 4, merged: 1, rejected: 2 })
  })

  test('the report says how many it does not name', async () => {
    const good = Array.from({ length: 12_000 }, (_, row) => `B-${row},a name of some length`)
    const wide = Array.from({ length: 10_050 }, (_, row) => `A-${row},x,1,2`)
    const file = csv('2026-01-31.csv', 'Account ID,Name', ...good, ...wide)
    const { report } = await stagedOf(file)
    expect(report.length).toBe(1 + 10_000 + 1)
    expect(report.at(-1)).toBe(',,,,50 more of the same kinds were counted')
  })
})

describe.skipIf(!hasShared)(`real exports (${withoutShared})`, () => {
  const files = hasShared
    ? readdirSync(sharedPath('data')).filter((name) => name.endsWith('.csv'))
    : []

  test.each(files)('%s: no row is lost unsaid', async (name) => {
    const file = new File([await openAsBlob(sharedPath(`data/${name}`))], name)
    const { review } = await stagedOf(file)
    const { rows, accepted, merged, rejected } = review.rows
    expect([rows, review.countedRows]).toEqual([accepted + merged + rejected, rows])
  })
})

describe('ids that a spreadsheet has damaged', () => {
  test('are taken as they are and pointed out: shortened ones, in the key and in other ids', async () => {
    const lines = ['Account ID,Parent ID,Logins', '9.91214E+15,8.8E+14,1E+05', 'A-2,A-1,3']
    const { review } = await stagedOf(csv('2026-01-31.csv', ...lines))
    expect(review.sample[0]?.cells.slice(0, 2)).toEqual(['9.91214E+15', '8.8E+14'])
    expect(review.noted).toEqual([
      {
        code: 'mangled-key',
        count: 2,
        first: [
          { code: 'mangled-key', line: 2, column: 'Account ID', text: '9.91214E+15' },
          { code: 'mangled-key', line: 2, column: 'Parent ID', text: '8.8E+14' },
        ],
      },
    ])
  })

  test('keys that lost the noughts by which the workspace knows them', async () => {
    const january = csv('2026-01-31.csv', 'Account ID,ARR', '00417,1', '00418,2')
    const { published } = await importFile(january)
    const workspace = { id: published.workspace, name: '', kind: 'own' } as const
    const february = csv('2026-02-28.csv', 'Account ID,ARR', '417,1', '00418,3', '500,1')
    const { review } = await importFile(february, workspace)
    expect(review.comparison).toMatchObject({ added: 2, gone: 1 })
    expect(review.noted).toEqual([
      {
        code: 'lost-noughts',
        count: 1,
        first: [
          { code: 'lost-noughts', line: 2, column: 'Account ID', text: '417', before: '00417' },
        ],
      },
    ])
  })

  test('are not looked for where a column is no id', async () => {
    const lines = ['Account ID,Revenue', 'A-1,9.91E+15', 'A-2,1.5E+10']
    expect((await stagedOf(csv('2026-01-31.csv', ...lines))).review.noted).toEqual([])
  })
})
