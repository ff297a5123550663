import { beforeEach, expect, test } from 'vitest'
import type { EventColumn } from '../../src/core/source/event-plan.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import { engineThread } from './support/threads.ts'
import { question } from './support/two-models.ts'
import {
  changeStored,
  csv,
  day,
  emptyDatabase,
  importFile,
  look,
  value,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

const DAYS = ['2026-01-31', '2026-02-28'] as const
const KEYS = Array.from({ length: 40 }, (_, n) => `a${n}`)

/** By account, day of 2026-01-01 on, and whether it is urgent: the same on every machine. */
const TICKETS = Array.from({ length: 600 }, (_, n) => ({
  id: `t${n}`,
  key: `a${(n * 17) % 37}`,
  day: (n * 29) % 58,
  isUrgent: n % 5 === 0,
}))

const dated = (after: number) => new Date(Date.UTC(2026, 0, 1 + after)).toISOString().slice(0, 10)

const ticketFile = (name: string, rows: typeof TICKETS) =>
  csv(
    name,
    'Ticket ID,Account ID,Created,Priority',
    ...rows.map(({ id, key, day, isUrgent }) =>
      [id, key, dated(day), isUrgent ? 'Urgent' : 'Low'].join(','),
    ),
  )

/** A build of its own name keeps its answers, so that an old one would be found. */
async function withEngine<T>(ask: (engine: Engine) => Promise<T>): Promise<T> {
  const { remote, close } = engineThread('one')
  value(await remote.open(null))
  return ask(remote as unknown as Engine).finally(close)
}

const workspace = async () => {
  const { remote, close } = engineThread()
  const { workspace } = value(await remote.open(null))
  close()
  return workspace
}

/** Accounts of two months, and tickets in two files, the first of which is scored with the first month. */
async function imported() {
  await importFile(accountFile(DAYS[0]), await workspace())
  await importFile(ticketFile('tickets 2026-01-31.csv', TICKETS.slice(0, 300)), await workspace())
  await withEngine((engine) => scoresOf(engine, [DAYS[0]]))
  await importFile(accountFile(DAYS[1]), await workspace())
  await importFile(ticketFile('tickets 2026-02-28.csv', TICKETS.slice(300)), await workspace())
}

const accountFile = (iso: string) =>
  csv(`accounts ${iso}.csv`, 'Account ID,Logins', ...KEYS.map((key, n) => `${key},${n}`))

/** A plain count over the last `days`. */
function counted(iso: string, days: number, is: (ticket: (typeof TICKETS)[number]) => boolean) {
  const last = (day(iso) - day('2026-01-01')) as number
  const hit = TICKETS.filter(
    (ticket) => ticket.day <= last && ticket.day > last - days && is(ticket),
  )
  return new Map(KEYS.map((key) => [key, hit.filter((ticket) => ticket.key === key).length]))
}

async function column(engine: Engine, iso: string, id: string) {
  const list = { search: '', sort: [], filter: '', columns: [id], from: 0, count: 200 }
  const { rows } = value(await engine.accounts({ ...look(iso), ...list }))
  return new Map(
    rows.map(({ key, cells: [cell] }) => [key, cell && 'value' in cell ? cell.value : null]),
  )
}

const WEEK: EventColumn = {
  id: 'tickets_7d',
  label: 'Tickets in 7 days',
  aggregate: 'count',
  from: null,
  windowDays: 7,
  where: null,
  empty: 0,
}
const URGENT = { ...WEEK, id: 'urgent_30d', label: 'Urgent in 30 days', windowDays: 30 }
const SUMS = [WEEK, { ...URGENT, where: "priority == 'Urgent'" }]

test('kept rows are added up anew on every day, as a plain count of them says', async () => {
  await imported()
  await withEngine(async (engine) => {
    value(await engine.resum('tickets', SUMS))
    for (const iso of DAYS) {
      expect(await column(engine, iso, 'tickets_7d')).toEqual(counted(iso, 7, () => true))
      expect(await column(engine, iso, 'urgent_30d')).toEqual(
        counted(iso, 30, ({ isUrgent }) => isUrgent),
      )
    }
    const { events } = value(await engine.data())
    expect(events).toMatchObject([
      { source: 'tickets', name: 'tickets', files: 2, rows: 600, noun: 'tickets', sums: SUMS },
    ])
  })
})

/** Everything that is kept of scores is asked for, as a page does. */
const scoresOf = (engine: Engine, days: readonly string[] = DAYS) =>
  Promise.all(
    days.flatMap((iso) => [
      engine.overview(look(iso)).then(value),
      engine.overview(look(iso, null, 'restated')).then(value),
      engine.trends(question('recorded')).then((one) => value(one).points[0]),
    ]),
  )

test('what a model reads of it scores anew, as recorded and restated, and undo takes all of it back', async () => {
  await imported()
  const before = await withEngine(scoresOf)
  const sums = await withEngine(async (engine) => value(await engine.data()).events[0]?.sums ?? [])
  const narrow = sums.map((sum) => (sum.windowDays === 90 ? { ...sum, windowDays: 3 } : sum))
  const after = await withEngine(async (engine) => {
    const opened = value(await engine.resum('tickets', narrow))
    expect(opened.undo).toEqual({ act: 'resum', name: 'tickets' })
    return scoresOf(engine)
  })
  after.forEach((one, place) => expect(one).not.toEqual(before[place]))
  await withEngine(async (engine) => {
    expect(value(await engine.undo()).undone).toEqual({ act: 'resum', name: 'tickets' })
    expect(await scoresOf(engine)).toEqual(before)
    expect(value(await engine.data()).events[0]?.sums).toEqual(sums)
  })
})

test('the next file of the source, and the configuration, come to the same', async () => {
  await imported()
  await withEngine(async (engine) => value(await engine.resum('tickets', SUMS)))
  const { inspection } = await importFile(
    ticketFile('tickets 2026-03-31.csv', TICKETS.slice(0, 3)),
    await workspace(),
  )
  expect(inspection.plan.events?.columns).toEqual(SUMS)
  await withEngine(async (engine) => {
    const text = await value(await engine.exportConfiguration()).blob.text()
    const { sources } = value(await engine.readConfiguration(text)).configuration
    expect(sources?.[0]?.columns?.flatMap(({ id, aggregate }) => (aggregate ? id : []))).toEqual(
      SUMS.map(({ id }) => id),
    )
  })
})

test('a backup brings the sums as they were changed, and what is stored of the rows is not touched', async () => {
  await imported()
  const before = await changeStored('buffers', (one) => one)
  const file = await withEngine(async (engine) => {
    value(await engine.resum('tickets', SUMS))
    const { blob, fileName } = value(await engine.backUp())
    return new File([blob], fileName)
  })
  expect(await changeStored('buffers', (one) => one)).toEqual(before)
  await emptyDatabase()
  await withEngine(async (engine) => {
    value(await engine.restore(file))
    expect(value(await engine.data()).events[0]?.sums).toEqual(SUMS)
    expect(await column(engine, DAYS[1], 'tickets_7d')).toEqual(counted(DAYS[1], 7, () => true))
  })
})
