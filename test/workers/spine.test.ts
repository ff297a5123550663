import { readdir, readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { PAGE_ROWS } from '../../workers/protocol/figures.ts'
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

beforeEach(emptyDatabase)

const scoresOf = async (blob: Blob) => (await blob.text()).trimEnd().split('\n')

describe('from a file to scores', () => {
  test('an import under a configuration is scored, and exported by key', async () => {
    const { engine, opened } = await withConfiguration()
    await importFile(january, opened.workspace)
    value(await engine.open(null))
    const { blob, fileName } = value(await engine.exportScores(day('2026-01-31')))
    expect(fileName).toMatch(/^my-accounts-scores-2026-01-31-[0-9a-f]{8}\.csv$/)
    expect(await scoresOf(blob)).toEqual([
      'account_id,name,score,score_exact,score_raw,band,coverage,model,flags,factor:logins',
      '00417,Brontë Foods,80,80,80,green,1,main,,80',
      '00418,Castell & Moor,39,39,90,red,1,main,,90',
      '1E5,Eastwick,,,,,0,main,,',
      '__proto__,Delph,20,20,20,red,1,main,,20',
    ])
  })

  test('the next month is compared with the one before, account by account', async () => {
    const { engine, opened } = await withConfiguration()
    await importFile(january, opened.workspace)
    const { review } = await importFile(february, opened.workspace)
    expect(review.comparison).toEqual({
      against: day('2026-01-31'),
      known: 3,
      added: 1,
      updated: 2,
      unchanged: 1,
      gone: 1,
      corrects: false,
      examples: {
        added: ['00500'],
        updated: ['00417', '1E5'],
        unchanged: ['00418'],
        gone: ['__proto__'],
      },
    })
    value(await engine.open(null))
    const overview = value(await engine.overview(look('2026-02-28', '2026-01-31')))
    expect(overview.accounts).toEqual({ now: 4, before: 4 })
    expect(overview.notScored).toEqual({ now: 0, before: 1 })
    expect(overview.valueAtRisk).toEqual({ now: 3000, before: 5000 })
    expect(overview.triage.map(({ key, change }) => [key, change])).toEqual([
      ['00418', 0],
      ['00417', -40],
      ['00500', null],
      ['1E5', null],
    ])
    expect(overview.triage[0]?.driver).toMatchObject({
      kind: 'exception',
      reason: 'Two overdue invoices',
      points: -51,
    })
    expect(overview.triage[1]?.driver).toEqual({
      kind: 'factor-change',
      factor: 'logins',
      points: -40,
      before: { type: 'number', value: 80 },
      now: { type: 'number', value: 40 },
    })
    expect(overview.triage[1]?.history).toEqual([80, 40])
  })

  test('an account’s rows add up to its score', async () => {
    const { engine, opened } = await withConfiguration()
    await importFile(january, opened.workspace)
    value(await engine.open(null))
    const { rows } = value(
      await engine.accounts(accountsQuestion('2026-01-31', { search: 'moor' })),
    )
    const detail = value(await engine.account(rows[0]!.account, look('2026-01-31')))
    expect(detail.groups.map(({ points }) => points)).toEqual([90])
    expect(detail.rawPrinted).toBe(90)
    expect(detail.exceptions).toEqual([
      { id: 'late', reason: 'Two overdue invoices', effect: 'cap', amount: 39, points: -51 },
    ])
    expect(detail.row.score).toBe(39)
    expect(detail.inputs.find(({ id }) => id === 'plan')?.now).toEqual({
      type: 'text',
      value: 'Team',
    })
  })
})

const accountsQuestion = (
  iso: string,
  more: { search?: string; sort?: string; from?: number; filter?: string } = {},
) => ({
  day: day(iso),
  since: null,
  seen: 'recorded' as const,
  search: more.search ?? '',
  filter: more.filter ?? '',
  sort: [{ by: more.sort ?? 'triage', direction: 'desc' as const }],
  columns: [],
  from: more.from ?? 0,
  count: PAGE_ROWS,
})

describe('no account disappears', () => {
  test.each([
    'triage',
    'key',
    'name',
    'score',
    'band',
    'change',
    'coverage',
    'value',
    'plan',
    'nothing_like_it',
  ])('sorted by %s the list holds every account once', async (sort) => {
    const { engine, opened } = await withConfiguration()
    await importFile(january, opened.workspace)
    value(await engine.open(null))
    const page = value(await engine.accounts(accountsQuestion('2026-01-31', { sort })))
    expect(page.rows.map(({ key }) => key).sort()).toEqual(['00417', '00418', '1E5', '__proto__'])
    expect([page.total, page.matched]).toEqual([4, 4])
  })
})

describe('what crosses from the workers', () => {
  test('no answer grows with the number of accounts', async () => {
    const { engine, opened, answers } = await withConfiguration()
    const lines = Array.from(
      { length: 5_000 },
      (_, i) => `a${i},Account ${i},Pro,${i},${i % 100},0`,
    )
    await importFile(
      csv('2026-01-31.csv', 'Account ID,Name,Plan,ARR,Logins,Overdue', ...lines),
      opened.workspace,
    )
    value(await engine.open(null))
    const at = day('2026-01-31')
    value(await engine.overview(look('2026-01-31')))
    const [by, across] = [
      { subject: 'account_id', cut: null },
      { subject: 'arr', cut: null },
    ]
    const asked = look('2026-01-31')
    const { by: split } = value(await engine.segments({ ...asked, by, across: null }))
    value(await engine.drift({ ...asked, ...split, across: null, most: 12 }))
    const crossed = value(await engine.segments({ ...asked, by, across }))
    value(await engine.drift({ ...asked, ...crossed.by, across: crossed.across, most: 12 }))
    value(await engine.model(at))
    value(await engine.trends({ seen: 'recorded', by: null, picked: [] }))
    value(await engine.data())
    value(await engine.exportScores(at))
    const page = value(await engine.accounts({ ...accountsQuestion('2026-01-31'), count: 100_000 }))
    expect(page.rows).toHaveLength(PAGE_ROWS)
    expect(Math.max(...answers.map(({ longestList }) => longestList))).toBeLessThanOrEqual(
      PAGE_ROWS,
    )
    expect(Math.max(...answers.map(({ bytes }) => bytes))).toBeLessThan(200_000)
  })
})

test('the page never imports what only workers may', async () => {
  const folder = new URL('../../workers/protocol/', import.meta.url)
  const files = await readdir(folder)
  expect(files).toContain('engine.ts')
  for (const file of files)
    expect(await readFile(new URL(file, folder), 'utf8')).not.toMatch(/^import (?!type)/m)
})

test('what changed since the month before adds up to the change', async () => {
  const { engine, opened } = await withConfiguration()
  await importFile(january, opened.workspace)
  await importFile(february, opened.workspace)
  value(await engine.open(null))
  const question = accountsQuestion('2026-02-28', { search: '00417' })
  const [row] = value(await engine.accounts(question)).rows
  const detail = value(await engine.account(row!.account, look('2026-02-28', '2026-01-31')))
  expect(detail.change).toEqual({
    since: day('2026-01-31'),
    before: 80,
    after: 40,
    versions: { before: 1, after: 1 },
    rows: [
      {
        kind: 'factor',
        points: -40,
        name: 'Logins',
        before: { type: 'number', value: 80 },
        after: { type: 'number', value: 40 },
        scores: {
          before: { score: 80, origin: 'data' },
          after: { score: 40, origin: 'data' },
        },
        split: null,
      },
    ],
    unsplit: null,
  })
})
