import 'fake-indexeddb/auto'
import { proxy } from 'comlink'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Seen } from '../../workers/protocol/look.ts'
import {
  changeStored,
  csv,
  emptyDatabase,
  emptyTable,
  importFile,
  look,
  openEngine,
  value,
} from './support/workspace.ts'
import { question, strict, twoModels } from './support/two-models.ts'

beforeEach(emptyDatabase)

const correctedJanuary = csv(
  '2026-01-31.csv',
  'Account ID,Name,Plan,ARR,Logins,Overdue',
  '00417,Brontë Foods,Pro,1000,60,0',
  '00418,Castell & Moor,Team,2000,90,2',
)

const march = csv(
  '2026-03-31.csv',
  'Account ID,Name,Plan,ARR,Logins,Overdue',
  '00417,Brontë Foods,Pro,1000,60,0',
)

type Engine = Awaited<ReturnType<typeof openEngine>>['engine']

const averagesOf = async (engine: Engine, seen: Seen) =>
  value(await engine.trends(question(seen))).points.map(({ average, configurationVersion }) => [
    average,
    configurationVersion,
  ])

describe('scores as recorded and restated', () => {
  test('as recorded an older snapshot keeps the model that was in force, restated it has the new one', async () => {
    const { engine } = await twoModels()
    // January: 80, 39 (capped), 20, one not scored. February: 20, 39, 35, 30 under the new model.
    expect(await averagesOf(engine, 'recorded')).toEqual([
      [139 / 3, 1],
      [31, 2],
    ])
    expect(await averagesOf(engine, 'restated')).toEqual([
      [(40 + 39 + 10) / 3, 2],
      [31, 2],
    ])
  })

  test('a view that was saved is no other model: nothing is marked, and nothing counts as another version', async () => {
    const { engine } = await twoModels()
    const view = { id: 'late', name: 'Late', filter: 'overdue > 0' }
    value(await engine.applyConfiguration({ ...strict, views: [view] }, 'A view'))
    value(await engine.open(null))
    expect((await averagesOf(engine, 'recorded')).map(([, version]) => version)).toEqual([1, 3])
    const seen = value(await engine.overview(look('2026-02-28', '2026-01-31', 'recorded')))
    expect(seen.versions).toEqual({ before: 1, after: 3 })
    expect(value(await engine.open(null)).configurationVersion).toBe(3)
    const { workspace } = value(await engine.open(null))
    await importFile(march, workspace)
    value(await engine.open(null))
    expect((await averagesOf(engine, 'recorded')).map(([, version]) => version)).toEqual([1, 3, 3])
  })

  test('a list that is exported is named by how it is seen, and by the model that scored it', async () => {
    const { engine } = await twoModels()
    const nameOf = async (seen: Seen) => {
      const list = { search: '', filter: '', sort: [], columns: [], selection: null } as const
      const question = { ...look('2026-01-31', null, seen), ...list, format: 'csv' } as const
      const file = await engine.accountsFile(question)
      return value(file).fileName
    }
    const [recorded, restated] = [await nameOf('recorded'), await nameOf('restated')]
    expect(recorded).toMatch(/^my-accounts-accounts-2026-01-31-recorded-[0-9a-f]{8}\.csv$/)
    const { configurationHash } = value(await engine.open(null))
    expect(restated).toBe(
      `my-accounts-accounts-2026-01-31-restated-${configurationHash.slice(0, 8)}.csv`,
    )
    expect(recorded).not.toContain(configurationHash.slice(0, 8))
  })

  test('a list looks back as it is seen, and no account is without a band', async () => {
    const { engine } = await twoModels()
    const changes = async (seen: Seen) => {
      const page = value(
        await engine.accounts({
          ...look('2026-02-28', '2026-01-31', seen),
          search: '00417',
          filter: '',
          sort: [{ by: 'key', direction: 'asc' }],
          columns: [],
          from: 0,
          count: 10,
        }),
      )
      return page.rows.map(({ score, change, history }) => [score, change, history])
    }
    expect(await changes('recorded')).toEqual([[20, -60, [80, 20]]])
    expect(await changes('restated')).toEqual([[20, -20, [40, 20]]])
    const old = value(await engine.overview(look('2026-01-31')))
    // `green` is not there any more: what was in it is read by its score.
    expect(old.bands.map(({ count }) => count.now)).toEqual([2, 1])
    expect(old.averageScore.now).toBe(139 / 3)
  })

  test('as recorded a part of a change is the model’s, restated none is; both add up', async () => {
    const { engine } = await twoModels()
    const changeOf = async (seen: Seen) => {
      const detail = value(await engine.account(account!, look('2026-02-28', '2026-01-31', seen)))
      return detail.change!.rows.map(({ kind, points }) => [kind, points])
    }
    const { rows: listed } = value(
      await engine.accounts({
        ...look('2026-02-28'),
        search: '00417',
        filter: '',
        sort: [{ by: 'key', direction: 'asc' }],
        columns: [],
        from: 0,
        count: 1,
      }),
    )
    const account = listed[0]?.account
    // Under the old model 80 → 40, under the new one 40 → 20.
    expect(await changeOf('recorded')).toEqual([
      ['factor', -30],
      ['model', -30],
    ])
    expect(await changeOf('restated')).toEqual([['factor', -20]])
  })

  test('a corrected snapshot is recorded again, by the model that it had, and restated again', async () => {
    const { engine, opened } = await twoModels()
    await averagesOf(engine, 'restated')
    await importFile(correctedJanuary, opened.workspace)
    value(await engine.open(null))
    expect(await averagesOf(engine, 'recorded')).toEqual([
      [(60 + 39) / 2, 1],
      [31, 2],
    ])
    expect(await averagesOf(engine, 'restated')).toEqual([
      [(30 + 39) / 2, 2],
      [31, 2],
    ])
  })

  test('a restated snapshot is scored once: the store keeps it until what it was made of changes', async () => {
    const { engine, opened } = await twoModels()
    await averagesOf(engine, 'restated')
    await expect.poll(() => changeStored('scores', (one) => one)).toHaveLength(2)
    await changeStored('scores', (one) => ({ ...one, shown: one.shown.fill(77) }))
    const first = async () => {
      // Kept figures would say it without the scores.
      await emptyTable('figures')
      return (await averagesOf((await openEngine()).engine, 'restated'))[0]![0]
    }
    expect(await first()).toBe(77)
    await importFile(march, opened.workspace)
    expect(await first()).toBe(77)
    await importFile(correctedJanuary, opened.workspace)
    expect(await first()).toBe((30 + 39) / 2)
  })

  test('while snapshots are restated another one comes: each answer holds to what was there', async () => {
    const { engine, opened } = await twoModels()
    const before = averagesOf(engine, 'restated')
    const arriving = importFile(march, opened.workspace)
    const during = averagesOf(engine, 'restated')
    await arriving
    const both = [
      [(40 + 39 + 10) / 3, 2],
      [31, 2],
    ]
    expect(await before).toEqual(both)
    expect(await during).toEqual(both)
    value(await engine.open(null))
    expect(await averagesOf(engine, 'restated')).toEqual([...both, [30, 2]])
    expect(await averagesOf((await openEngine()).engine, 'restated')).toEqual([...both, [30, 2]])
  })

  test('a snapshot that is corrected while it is restated is restated again', async () => {
    const { engine, opened } = await twoModels()
    const asked = averagesOf(engine, 'restated')
    await importFile(correctedJanuary, opened.workspace)
    expect((await asked)[1]).toEqual([31, 2])
    value(await engine.open(null))
    for (const one of [engine, (await openEngine()).engine])
      expect((await averagesOf(one, 'restated'))[0]).toEqual([(30 + 39) / 2, 2])
  })

  test('says how far it is', async () => {
    const { engine } = await twoModels()
    const shares: number[] = []
    value(
      await engine.trends(
        question('restated'),
        proxy((share: number) => shares.push(share)),
      ),
    )
    expect(shares).toEqual([0.5, 1])
  })
})
