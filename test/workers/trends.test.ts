import { beforeEach, expect, test } from 'vitest'
import { twoModels } from './support/two-models.ts'
import { emptyDatabase, look, value } from './support/workspace.ts'

beforeEach(emptyDatabase)

test('a page of accounts and the overview say which models gave the scores', async () => {
  const { engine } = await twoModels()
  for (const [seen, before] of [
    ['recorded', 1],
    ['restated', 2],
  ] as const) {
    const between = look('2026-02-28', '2026-01-31', seen)
    const page = { search: '', filter: '', sort: [], columns: [], from: 0, count: 10 }
    const models = { versions: { before, after: 2 }, historyVersions: [before, 2] }
    expect(value(await engine.accounts({ ...between, ...page }))).toMatchObject(models)
    expect(value(await engine.overview(between))).toMatchObject(models)
    const { versions } = value(
      await engine.segments({ ...between, by: { subject: 'plan', cut: null }, across: null }),
    )
    expect(versions).toEqual(models.versions)
  }
  const earlier = value(await engine.overview(look('2026-01-31')))
  expect(earlier.versions).toEqual({ before: null, after: 1 })
})

test('each snapshot says its bands in accounts and value, its coverage, and the picked segments', async () => {
  const { engine } = await twoModels()
  const { points, attributes, choices } = value(
    await engine.trends({ seen: 'restated', by: 'plan', picked: ['pro', 'Nobody'] }),
  )
  expect(points.map(({ bands, notScored, values }) => [bands, notScored, values])).toEqual([
    [[2, 1], 1, [5000, 1000, 0]],
    [[4, 0], 0, [3900, 0, 0]],
  ])
  expect(points.map(({ coverage }) => coverage)).toEqual([0.75, 1])
  expect(points.map(({ segments }) => segments)).toEqual([
    [
      { average: 25, coverage: 1 },
      { average: null, coverage: null },
    ],
    [
      { average: 25, coverage: 1 },
      { average: null, coverage: null },
    ],
  ])
  const team = value(
    await engine.trends({
      seen: 'restated',
      segment: [{ by: 'plan', label: 'team' }],
      by: null,
      picked: [],
    }),
  )
  expect(team.points.map(({ bands, notScored, values }) => [bands, notScored, values])).toEqual([
    [[1, 0], 1, [2000, 0, 0]],
    [[2, 0], 0, [2500, 0, 0]],
  ])
  expect(team.points.map(({ coverage }) => coverage)).toEqual([0.5, 1])
  expect(team.filters).toEqual([
    {
      attribute: { id: 'plan', label: 'Plan', type: 'text' },
      choices: [
        { label: 'Pro', accounts: 2 },
        { label: 'Team', accounts: 2 },
      ],
    },
  ])
  expect(attributes.map(({ id }) => id)).toContain('plan')
  expect(choices).toEqual([
    { label: 'Team', accounts: 2 },
    { label: 'Pro', accounts: 2 },
  ])
})
