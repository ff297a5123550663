import { beforeAll, describe, expect, test } from 'vitest'
import { changeOf, type SegmentCell } from '../../src/core/view/segment-order.ts'
import type { Cut } from '../../src/core/view/dimension.ts'
import { allOf } from '../../src/state/filter-links.ts'
import { filterOfSegment } from '../../src/state/segment-filter.ts'
import type { Look } from '../../workers/protocol/look.ts'
import type { SegmentsTable, SplitBy } from '../../workers/protocol/segments.ts'
import { configuration, DAYS, month } from './support/segmented.ts'
import { emptyDatabase, importFile, look, openEngine, value } from './support/workspace.ts'

type Engine = Awaited<ReturnType<typeof openEngine>>['engine']
let engine: Engine

beforeAll(async () => {
  await emptyDatabase()
  engine = (await openEngine()).engine
  let { workspace } = value(await engine.applyConfiguration(configuration, ''))
  for (const place of DAYS.keys()) {
    await importFile(month(place), workspace)
    workspace = value(await engine.open(workspace?.id ?? null)).workspace
  }
})

const NOW: Look = look('2026-03-31', '2026-02-28')
const by = (subject: string, cut: Cut | null = null): SplitBy => ({ subject, cut })
const split = async (first: SplitBy, across: SplitBy | null = null, at = NOW) =>
  value(await engine.segments({ ...at, by: first, across }))

/** What the list of accounts says of a filter: another way to the same numbers. */
async function listed(at: Look, filter: string) {
  const page = value(
    await engine.accounts({
      ...at,
      search: '',
      filter,
      sort: [],
      columns: [],
      from: 0,
      count: 200,
    }),
  )
  const { rows, matched, matchedValue, averageScore } = page
  const mean = (numbers: number[]) =>
    numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  return {
    accounts: matched,
    value: matchedValue,
    average: averageScore,
    bands: [0, 1, 2].map((band) => rows.filter((row) => row.band === band).length),
    notScored: rows.filter((row) => row.score === null).length,
    valueAtRisk:
      matchedValue === null
        ? null
        : rows.reduce((sum, row) => sum + (row.band === 0 ? (row.value ?? 0) : 0), 0),
    coverage: mean(rows.map((row) => row.coverage)),
    flagged: rows.filter((row) => row.flags.includes(0)).length,
    flags: [0, 1].map((flag) => rows.filter((row) => row.flags.includes(flag)).length),
  }
}

const rounded = <T extends object>(measures: T): T =>
  JSON.parse(
    JSON.stringify(measures, (_, one: unknown) =>
      typeof one === 'number' ? Math.round(one * 1e7) / 1e7 : one,
    ),
  ) as T

function cellsOf({ by: rows, across, lines, cells }: SegmentsTable) {
  return rows.segments.flatMap((segment, i) => {
    const filter = filterOfSegment(rows, segment)
    const alone = [{ filter, cell: lines[i] as SegmentCell }]
    if (!across) return alone
    return across.segments.map((other, j) => ({
      filter: allOf(filter, filterOfSegment(across, other)),
      cell: cells[i]?.[j] as SegmentCell,
    }))
  })
}

async function expectCells(table: SegmentsTable) {
  for (const { filter, cell } of cellsOf(table)) {
    const { averageBefore, ...now } = cell
    expect(rounded(now), filter).toEqual(rounded(await listed(NOW, filter)))
    const before = await listed(look('2026-02-28'), filter)
    expect(averageBefore ?? -1, filter).toBeCloseTo(before.average ?? -1, 9)
  }
  const accounts = cellsOf(table).reduce((sum, { cell }) => sum + cell.accounts, 0)
  expect(accounts).toBe(table.all.accounts)
}

describe('a segment holds whom its filter finds in the list, and says of them what the list says', () => {
  test.each<[string, Cut | null]>([
    ['plan', null],
    ['owner', null],
    ['trial', null],
    ['arr', null],
    ['arr', { way: 'width', buckets: null }],
    ['arr', { way: 'counts', buckets: 9 }],
    ['arr', [500, 2000.5]],
    ['per_seat', null],
    ['renewal', null],
    ['renewal', { way: 'quarter', buckets: null }],
    ['renewal', { way: 'month', buckets: 2 }],
    ['renewal', [20_600, 20_700]],
    ['days_until(renewal)', null],
    ['days_since(renewal)', { way: 'counts', buckets: null }],
    ['score', null],
    ['band', null],
    ['coverage', null],
    ['change(score, 28)', null],
    ["factor('logins')", null],
    ["group('word')", { way: 'counts', buckets: 3 }],
    ["has_flag('quiet')", null],
    ['previous(band)', null],
  ])('split by %s, %j', async (subject, cut) => {
    await expectCells(await split(by(subject, cut)))
  })

  test.each<[SplitBy, SplitBy]>([
    [by('plan'), by('arr')],
    [by('renewal', { way: 'quarter', buckets: null }), by('band')],
    [by("has_flag('fan')"), by('owner')],
  ])('crossed: %o with %o', async (first, second) => {
    const table = await split(first, second)
    await expectCells(table)
    const sum = (cells: readonly SegmentCell[]) =>
      cells.reduce((total, { accounts }) => total + accounts, 0)
    expect(table.cells.map(sum)).toEqual(table.lines.map(({ accounts }) => accounts))
    expect(sum(table.heads)).toBe(table.all.accounts)
  })

  test('accounts that the configuration leaves out are in none', async () => {
    const { all, by: rows } = await split(by('type'))
    expect(rows.segments).toEqual([{ kind: 'value', value: 'Customer' }])
    expect(all.accounts).toBe((await listed(NOW, '')).accounts)
  })
})

test('bands stand in their order, whatever is at risk, and who is not scored comes last', async () => {
  const { by: rows } = await split(by('band'))
  expect(rows.segments).toEqual([
    { kind: 'value', value: 'red' },
    { kind: 'value', value: 'yellow' },
    { kind: 'value', value: 'green' },
    { kind: 'missing' },
  ])
})

test('many values that cross are the worst twenty and the others, which their filter finds', async () => {
  const table = await split(by('id'), by('band'))
  expect(table.by.segments).toHaveLength(21)
  expect(table.by.segments.at(-1)).toEqual({ kind: 'other', values: table.all.accounts - 20 })
  await expectCells(table)
})

test('a segment drifts as the list of each day says, whoever was in it then', async () => {
  for (const [subject, cut] of [
    ['plan', null],
    ['arr', null],
    ['per_seat', null],
    ['band', null],
    ["factor('logins')", null],
    ["has_flag('quiet')", null],
  ] as const) {
    const { by: rows } = await split(by(subject, cut))
    const { segments } = rows
    const { points } = value(
      await engine.drift({ ...NOW, subject, segments, across: null, most: 12 }),
    )
    expect(points).toHaveLength(3)
    for (const [place, point] of points.entries())
      for (const [i, segment] of segments.entries()) {
        const filter = filterOfSegment(rows, segment)
        const day = await listed(look(DAYS[place] as string), filter)
        const { accounts, average, bands, notScored } = day
        expect(rounded(point.segments[i] as object), `${filter} ${DAYS[place]}`).toEqual(
          rounded({ accounts, average, bands, notScored }),
        )
      }
  }
})

test('where two cross, each cell drifts as the list of each day says', async () => {
  const table = await split(by('plan'), by('arr'))
  const across = table.across!
  const asked = { ...NOW, ...table.by, across, most: 12 }
  const { points } = value(await engine.drift(asked))
  const width = across.segments.length
  for (const [place, point] of points.entries())
    for (const [i, row] of table.by.segments.entries())
      for (const [j, column] of across.segments.entries()) {
        const filter = allOf(filterOfSegment(table.by, row), filterOfSegment(across, column))
        const { accounts, average } = await listed(look(DAYS[place] as string), filter)
        expect(
          rounded(point.segments[i * width + j] as object),
          `${filter} ${DAYS[place]}`,
        ).toMatchObject(rounded({ accounts, average }))
      }
})

test('a drift is of the latest snapshots up to the one that is looked at', async () => {
  const { by: rows } = await split(by('plan'))
  const asked = { ...look('2026-02-28'), subject: 'plan', segments: rows.segments, across: null }
  const days = async (most: number) =>
    value(await engine.drift({ ...asked, most })).points.map(({ day }) => day)
  expect(await days(12)).toEqual([look('2026-01-31').day, look('2026-02-28').day])
  expect(await days(1)).toEqual([look('2026-02-28').day])
})

test('why a segment moved adds up to the change that stands beside it', async () => {
  for (const table of [await split(by('arr')), await split(by('plan'), by('band'))])
    for (const { filter, cell } of cellsOf(table)) {
      const change = value(await engine.averageChange(NOW, filter))
      expect(change?.change, filter).toBe(changeOf(cell))
      const sum = (change?.lines ?? []).reduce((total, { points }) => total + (points ?? 0), 0)
      if (change?.lines.every(({ points }) => points !== null) && change.change !== null)
        expect(sum, filter).toBeCloseTo(change.change, 9)
    }
})

test('what is no expression is refused, and a column that is not there is missing for all', async () => {
  const refused = await engine.segments({ ...NOW, by: by('plan =='), across: null })
  expect(refused.ok).toBe(false)
  const { by: rows, lines, all } = await split(by('no_such_column'))
  expect(rows.segments).toEqual([{ kind: 'missing' }])
  expect(lines[0]?.accounts).toBe(all.accounts)
})
