import { beforeEach, describe, expect, test } from 'vitest'
import type { Seen } from '../../workers/protocol/look.ts'
import type { MoverQuestion } from '../../workers/protocol/movement.ts'
import { strict, twoModels } from './support/two-models.ts'
import {
  csv,
  day,
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
      for (const filter of ['', "plan == 'pro'"]) {
        const change = value(await engine.averageChange(between(seen), filter))!
        expect(sum(change.lines.map(({ points }) => points))).toBe(change.change)
        expect(change.versions).toEqual({ before: seen === 'recorded' ? 1 : 2, after: 2 })
      }
    },
  )

  test('a line opens the accounts behind it, those that left by the names they had', async () => {
    const { engine } = await twoModels()
    const behind = async (name: Parameters<Engine['behindAverage']>[2]) =>
      value(await engine.behindAverage(between('restated'), '', name)).rows.map(
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

  test('factors of one name say which model they belong to', async () => {
    const { engine } = await twoModels()
    const [main] = strict.models
    const both = [
      { ...main!, id: 'pro', name: 'Pro customers', appliesTo: "plan == 'Pro'" },
      { ...main!, id: 'rest', name: 'The rest' },
    ]
    value(await engine.applyConfiguration({ ...strict, models: both }, 'Two models'))
    const { lines } = value(await engine.averageChange(between('restated'), ''))!
    expect(lines.flatMap(({ name, label }) => (name.kind === 'factor' ? label : []))).toEqual([
      'Logins, Pro customers',
      'Logins, The rest',
    ])
  })

  test('there is none where there is nothing to compare with', async () => {
    const { engine } = await twoModels()
    expect(value(await engine.averageChange(look('2026-01-31'), ''))).toBeNull()
  })
})

describe('who went where', () => {
  const listed = async (
    engine: Engine,
    iso: string,
    movers: MoverQuestion,
    seen: Seen = 'recorded',
  ) => {
    const { rows } = value(
      await engine.accounts({
        ...look(iso, iso === '2026-02-28' ? '2026-01-31' : null, seen),
        moved: { since: day('2026-01-31'), day: day('2026-02-28'), movers },
        search: '',
        filter: '',
        sort: [],
        columns: [],
        from: 0,
        count: 50,
      }),
    )
    return rows.map(({ name, score, change }) => [name, score, change])
  }
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
    const fell = { list: 'cell', from: 1, to: 0 } as const
    expect(await listed(engine, '2026-02-28', fell)).toEqual([['Brontë Foods', 20, -60]])
  })

  test('the accounts behind each cell are as many as it says, also of who left, as recorded and restated', async () => {
    const { engine } = await twoModels()
    for (const seen of ['recorded', 'restated'] as const) {
      const { counts } = await moved(engine, seen)
      const absent = counts.length - 1
      const found = counts.map((row, from) =>
        Promise.all(
          row.map(async (_, to) => {
            const iso = to === absent ? '2026-01-31' : '2026-02-28'
            return (await listed(engine, iso, { list: 'cell', from, to }, seen)).length
          }),
        ),
      )
      expect(await Promise.all(found)).toEqual(counts)
    }
    expect(await listed(engine, '2026-01-31', { list: 'gone' })).toEqual([['Delph', 20, null]])
  })

  test('a list of who moved is searched, filtered, counted and exported like any other', async () => {
    const { engine } = await twoModels()
    const question = {
      ...look('2026-02-28', '2026-01-31', 'restated'),
      moved: { since: day('2026-01-31'), day: day('2026-02-28'), movers: { list: 'down' } },
      search: '',
      filter: '',
    } as const
    const facets = value(
      await engine.facets({
        ...question,
        facets: [{ subject: 'band', filter: '' }],
        counts: ["band == 'red'"],
      }),
    )
    expect(facets.facets[0]).toMatchObject({ values: [{ value: 'red', count: 1 }] })
    const file = value(
      await engine.accountsFile({
        ...question,
        sort: [],
        columns: [{ id: 'name', heading: 'Account' }],
        selection: null,
        format: 'csv',
      }),
    )
    expect(await file.blob.text()).toBe('Account\r\nBrontë Foods\r\n')
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

  test('of a segment those count who are in it on the later day, and who left from it', async () => {
    const { engine } = await twoModels()
    const between = look('2026-02-28', '2026-01-31', 'restated')
    const pro = value(await engine.movement(between, [{ by: 'plan', label: 'Pro' }]))!
    const team = value(await engine.movement(between, [{ by: 'plan', label: 'Team' }]))!
    const whole = await moved(engine, 'restated')
    expect(pro.counts.map((row, from) => row.map((n, to) => n + team.counts[from]![to]!))).toEqual(
      whole.counts,
    )
    expect([pro, team].map(({ before, after }) => [before.accounts, after.accounts])).toEqual([
      [2, 2],
      [2, 2],
    ])
    expect([pro, team].map(({ gone, down }) => [gone.total, down.total])).toEqual([
      [1, 1],
      [0, 0],
    ])
  })

  test('an account that was away for a while has come back, however long ago that was', async () => {
    const { engine, opened } = await twoModels()
    const head = 'Account ID,Name,Plan,ARR,Logins,Overdue'
    const stayed = '00417,Brontë Foods,Pro,1000,60,0'
    const back = [stayed, '__proto__,Delph,Pro,3000,20,0', '00999,Newcomer,Pro,1,20,0']
    for (let month = 3; month <= 12; month++) {
      const name = `2026-${String(month).padStart(2, '0')}-28.csv`
      await importFile(csv(name, head, ...(month === 12 ? back : [stayed])), opened.workspace)
    }
    value(await engine.open(null))
    for (const seen of ['recorded', 'restated'] as const) {
      const { arrived, returned } = value(
        await engine.movement(look('2026-12-28', '2026-11-28', seen)),
      )!
      expect(arrived.rows.map(({ name }) => name)).toEqual(['Delph', 'Newcomer'])
      expect(returned.rows.map(({ name }) => name)).toEqual(['Delph'])
    }
  })
})
