import { beforeEach, describe, expect, test } from 'vitest'
import { toDay } from '../../src/core/brand.ts'
import { GROUP_ITEMS } from '../../workers/protocol/attention.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import {
  configuration,
  csv,
  day,
  emptyDatabase,
  importFile,
  openEngine,
  value,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

const watched: Configuration = {
  ...configuration,
  account: { ...configuration.account, renewal: 'renewal' },
  flags: [{ id: 'late', name: 'Pays late', kind: 'risk', when: 'overdue >= 2' }],
  attention: { fall: { points: 20, days: 25 }, renewalDays: 60, staleDays: 20 },
}

const month = (name: string, ...lines: string[]) =>
  csv(name, 'Account ID,Name,ARR,Logins,Overdue,Renewal', ...lines)

const january = month(
  '2026-01-31.csv',
  'a,Steady,1000,80,0,2027-01-01',
  'b,Falling,2000,90,0,2027-01-01',
  'c,Late,3000,60,0,2027-01-01',
  'd,Silent,500,70,0,2027-01-01',
  'e,Renewing,700,20,0,2026-04-10',
  'f,Paid,100,60,2,2027-01-01',
)

const february = month(
  '2026-02-28.csv',
  'a,Steady,1000,79,0,2027-01-01',
  'b,Falling,2000,60,0,2027-01-01',
  'c,Late,3000,60,2,2027-01-01',
  'd,Silent,500,,0,2027-01-01',
  'e,Renewing,700,20,0,2026-04-10',
  'f,Paid,100,60,0,2027-01-01',
)

async function twoMonths(model: Configuration = watched) {
  const { engine } = await openEngine()
  const opened = value(await engine.applyConfiguration(model, 'Watched'))
  await importFile(january, opened.workspace)
  await importFile(february, opened.workspace)
  value(await engine.open(null))
  return engine
}

type Engine = Awaited<ReturnType<typeof twoMonths>>

const inboxOf = async (engine: Engine) => value(await engine.attention())!
const itemsOf = async (engine: Engine) =>
  (await inboxOf(engine)).groups.flatMap(({ items }) => items)
const told = async (engine: Engine) =>
  (await itemsOf(engine)).map(({ kind, name, flag, days }) => [kind, name, flag, days])

describe('attention', () => {
  test('is what is new since the last snapshot, by the thresholds of the configuration', async () => {
    expect(await told(await twoMonths())).toEqual([
      ['worse-band', 'Late', '', null],
      ['fell', 'Late', '', 25],
      ['fell', 'Falling', '', 25],
      ['flag-raised', 'Late', 'Pays late', null],
      ['renewal', 'Renewing', '', 41],
      ['missing', 'Silent', '', null],
      ['flag-cleared', 'Paid', 'Pays late', null],
    ])
    await emptyDatabase()
    const calm = { ...watched, attention: { fall: { points: 40, days: 25 }, renewalDays: 10 } }
    expect((await told(await twoMonths(calm))).map(([kind]) => kind)).not.toContain('fell')
  })

  test('what happened alike is one group: a raised flag by its name, all that were cleared, with their value', async () => {
    const idle = { id: 'idle', name: 'Idle', kind: 'risk', when: 'logins < 70' } as const
    const engine = await twoMonths({ ...watched, flags: [...watched.flags!, idle] })
    const groups = (await inboxOf(engine)).groups
    expect(groups.map(({ kind, flag, total, value }) => [kind, flag, total, value])).toEqual([
      ['worse-band', '', 1, 3000],
      ['fell', '', 2, 5000],
      ['flag-raised', 'Idle', 1, 2000],
      ['flag-raised', 'Pays late', 1, 3000],
      ['renewal', '', 1, 700],
      ['missing', '', 1, 500],
      ['flag-cleared', '', 1, 100],
    ])
  })

  test('of a long group the most valuable come to the page, and the count is of all', async () => {
    const lines = (logins: number) =>
      Array.from({ length: 30 }, (_, i) => `k${i},Name ${i},${i + 1},${logins},0,2027-01-01`)
    const { engine } = await openEngine()
    const opened = value(await engine.applyConfiguration(watched, 'Watched'))
    await importFile(month('2026-01-31.csv', ...lines(90)), opened.workspace)
    await importFile(month('2026-02-28.csv', ...lines(10)), opened.workspace)
    value(await engine.open(null))
    const [fell] = (await inboxOf(engine)).groups
    expect([fell!.total, fell!.value, fell!.items.length]).toEqual([30, 465, GROUP_ITEMS])
    expect(fell!.items[0]!.name).toBe('Name 29')
  })

  test('what was so before is not new: the next snapshot is quiet', async () => {
    const engine = await twoMonths()
    const { workspace } = value(await engine.open(null))
    await importFile(new File([await february.text()], '2026-03-05.csv'), workspace)
    value(await engine.open(null))
    expect(await told(engine)).toEqual([])
  })

  test('is not raised by another model', async () => {
    const { engine } = await openEngine()
    const opened = value(await engine.applyConfiguration(watched, 'Watched'))
    await importFile(january, opened.workspace)
    await importFile(new File([await january.text()], '2026-02-28.csv'), opened.workspace)
    value(await engine.open(null))
    const strict = { ...watched, bands: [watched.bands[0]!, { ...watched.bands[1]!, from: 70 }] }
    value(await engine.applyConfiguration(strict, 'Strict'))
    expect((await told(engine)).map(([kind]) => kind)).toEqual(['renewal'])
  })

  test('done and put off leave the inbox, also after a reload, and undo brings them back', async () => {
    const engine = await twoMonths()
    const { groups, total } = await inboxOf(engine)
    const [worse, fell] = await itemsOf(engine)
    const opened = value(await engine.attend([worse!], 'done', day('2026-02-28')))
    expect(opened.undo).toEqual({ act: 'attend', state: 'done', name: 'Late', items: 1 })
    value(await engine.attend([fell!], 'snoozed', toDay(99_999)))
    const later = await openEngine()
    const inbox = await inboxOf(later.engine)
    expect([inbox.total, inbox.done, inbox.snoozed]).toEqual([total - 2, 1, 1])
    value(await later.engine.undo())
    value(await later.engine.undo())
    expect((await inboxOf(later.engine)).groups).toEqual(groups)
  })

  test('what was put off comes back on its day, also when a newer snapshot has come', async () => {
    const engine = await twoMonths()
    const [worse] = await itemsOf(engine)
    value(await engine.attend([worse!], 'snoozed', day('2026-01-01')))
    const { workspace } = value(await engine.open(null))
    await importFile(new File([await february.text()], '2026-03-05.csv'), workspace)
    value(await engine.open(null))
    expect(await itemsOf(engine)).toEqual([worse])
  })

  test('a source that has not come for too long is said once', async () => {
    const engine = await twoMonths()
    const { workspace } = value(await engine.open(null))
    const survey = csv('2026-02-28.csv', 'Account ID,NPS', 'a,9', 'b,2')
    await importFile(survey, workspace)
    await importFile(month('2026-03-31.csv', 'a,Steady,1000,79,0,2027-01-01'), workspace)
    value(await engine.open(null))
    const stale = (await told(engine)).filter(([kind]) => kind === 'stale')
    expect(stale.map(([, , , days]) => days)).toEqual([31])
  })

  test('there is none without two snapshots', async () => {
    const { engine } = await openEngine()
    expect(await engine.attention()).toMatchObject({ ok: false })
    const opened = value(await engine.applyConfiguration(watched, 'Watched'))
    await importFile(january, opened.workspace)
    value(await engine.open(null))
    expect(value(await engine.attention())).toBeNull()
  })
})

test('thinning says what it would free, takes old snapshots away, and undo brings them back', async () => {
  const { engine } = await openEngine()
  const opened = value(await engine.applyConfiguration(watched, 'Watched'))
  for (const name of ['2024-06-03.csv', '2024-06-10.csv', '2024-07-01.csv', '2026-01-31.csv'])
    await importFile(new File([await january.text()], name), opened.workspace)
  const days = (snapshots: readonly { readonly day: number }[]) => snapshots.map((one) => one.day)
  const before = value(await engine.open(null)).snapshots
  const plan = value(await engine.thinning())
  expect(plan).toMatchObject({ snapshots: 1, of: 4, oldest: day('2024-06-03') })
  expect(plan.bytes).toBeGreaterThan(0)
  const thinned = value(await engine.thin())
  expect(days(thinned.snapshots)).toEqual(
    ['2024-06-10', '2024-07-01', '2026-01-31'].map((iso) => day(iso)),
  )
  expect(thinned.undo).toEqual({ act: 'thin', snapshots: 1 })
  expect(value(await engine.undo()).opened.snapshots).toEqual(before)
})
