import { beforeEach, describe, expect, test } from 'vitest'
import type { Seen } from '../../workers/protocol/look.ts'
import { twoModels } from './support/two-models.ts'
import {
  csv,
  emptyDatabase,
  importFile,
  look,
  value,
  type openEngine,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

type Engine = Awaited<ReturnType<typeof openEngine>>['engine']

describe('why the average moved', () => {
  const between = (seen: Seen) => look('2026-02-28', '2026-01-31', seen)
  const sum = (points: readonly (number | null)[]) =>
    Math.round(points.reduce<number>((total, one) => total + (one ?? 0), 0) * 10) / 10

  test.each(['recorded', 'restated'] as const)(
    'printed lines add up for the portfolio and for a segment, %s',
    async (seen) => {
      const { engine } = await twoModels()
      for (const segment of [[], [{ by: 'plan', label: 'pro' }]]) {
        const change = value(await engine.averageChange(between(seen), segment))!
        expect(sum(change.lines.map(({ points }) => points))).toBe(change.change)
        expect(change.versions).toEqual({ before: seen === 'recorded' ? 1 : 2, after: 2 })
      }
    },
  )

  test('a line opens the accounts behind it, those that left by the names they had', async () => {
    const { engine } = await twoModels()
    const behind = async (name: Parameters<Engine['behindAverage']>[2]) =>
      value(await engine.behindAverage(between('restated'), [], name)).rows.map(
        ({ name, before, after, points }) => [name, before, after, points],
      )
    // 00417 fell from 40 to 20; 00418 is capped on both days.
    expect(await behind({ kind: 'factor', model: 'main', factor: 'logins' })).toEqual([
      ['Brontë Foods', 40, 20, -20],
    ])
    // The mean of those who stayed was 39.5, is 29.5.
    expect(await behind({ kind: 'left' })).toEqual([['Delph', 10, null, 29.5]])
    expect(await behind({ kind: 'came' })).toEqual([['Iveston', null, 30, 0.5]])
    expect(await behind({ kind: 'scored' })).toEqual([['Eastwick', null, 35, 5.5]])
  })

  test('there is none where there is nothing to compare with', async () => {
    const { engine } = await twoModels()
    expect(value(await engine.averageChange(look('2026-01-31'), []))).toBeNull()
  })
})

describe('who went where', () => {
  const moved = async (engine: Engine, seen: Seen) =>
    value(await engine.movement(look('2026-02-28', '2026-01-31', seen)))!

  test('counts everybody once, as it is seen, and lists who is behind a cell', async () => {
    const { engine } = await twoModels()
    // As recorded January has 80, 39, 20 and one not scored under the old bands (50), restated 40, 39, 10 under the new (40).
    const recorded = await moved(engine, 'recorded')
    expect(recorded.counts).toEqual([
      [1, 0, 0, 1],
      [1, 0, 0, 0],
      [1, 0, 0, 0],
      [1, 0, 0, 0],
    ])
    expect(recorded.versions).toEqual({ before: 1, after: 2 })
    expect((await moved(engine, 'restated')).versions).toEqual({ before: 2, after: 2 })
    const fell = value(
      await engine.movers(look('2026-02-28', '2026-01-31'), { list: 'cell', from: 1, to: 0 }),
    )
    expect(fell.rows.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['Brontë Foods', 80, 20],
    ])
  })

  test('lists movers, who is new and who left, by the name they had', async () => {
    const { engine } = await twoModels()
    const { down, up, arrived, gone, returned } = await moved(engine, 'restated')
    const names = ({ rows }: typeof down) => rows.map(({ name }) => name)
    expect([down, up, arrived, gone, returned].map(names)).toEqual([
      ['Brontë Foods'],
      [],
      ['Iveston'],
      ['Delph'],
      [],
    ])
    expect(gone.value).toBe(3000)
  })

  test('an account that was away for a while has come back', async () => {
    const { engine, opened } = await twoModels()
    const back = csv(
      '2026-03-31.csv',
      'Account ID,Name,Plan,ARR,Logins,Overdue',
      '00417,Brontë Foods,Pro,1000,60,0',
      '__proto__,Delph,Pro,3000,20,0',
    )
    await importFile(back, opened.workspace)
    value(await engine.open(null))
    const { arrived, returned } = value(
      await engine.movement(look('2026-03-31', '2026-02-28', 'restated')),
    )!
    expect(arrived.rows.map(({ name }) => name)).toEqual(['Delph'])
    expect(returned.rows.map(({ name }) => name)).toEqual(['Delph'])
  })
})

describe('over time', () => {
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
      [25, null],
      [25, null],
    ])
    expect(attributes.map(({ id }) => id)).toContain('plan')
    expect(choices).toEqual([
      { label: 'Team', accounts: 2 },
      { label: 'Pro', accounts: 2 },
    ])
  })
})
