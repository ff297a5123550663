import { beforeEach, expect, test } from 'vitest'
import type { EventColumn } from '../../src/core/source/event-plan.ts'
import type { Inspection } from '../../workers/protocol/review.ts'
import { csv, emptyDatabase, importFile, openEngine, value } from './support/workspace.ts'

beforeEach(emptyDatabase)

const accounts = csv(
  'accounts 2026-02-28.csv',
  'Account ID,Account Name',
  'a,Aldergrove',
  'b,Brontë',
)
const HEADERS = 'Ticket ID,Account ID,Created,Status,Satisfaction Score'
const tickets = (name: string) =>
  csv(name, HEADERS, 't1,a,2026-01-05,solved,5', 't2,a,2026-02-20,open,1', 't3,b,2026-02-21,open,2')

async function bring(file: File, correct?: (inspection: Inspection) => Inspection) {
  const { opened, close } = await openEngine()
  const imported = await importFile(file, opened.workspace, correct)
  close()
  return imported
}

async function exported() {
  const { engine, opened, close } = await openEngine()
  const text = await value(await engine.exportConfiguration()).blob.text()
  const read = value(await engine.readConfiguration(text))
  close()
  return { text, read, opened }
}

async function apply(text: string) {
  const { engine, close } = await openEngine()
  const { configuration } = value(await engine.readConfiguration(text))
  value(await engine.applyConfiguration(configuration, 'From a colleague'))
  close()
}

const month = (column: EventColumn): EventColumn =>
  column.windowDays === 90 ? { ...column, windowDays: 30 } : column

/** The counts of 90 days, of 30. */
function shortened(inspection: Inspection): Inspection {
  const { events } = inspection.plan
  if (!events) return inspection
  return {
    ...inspection,
    plan: { ...inspection.plan, events: { ...events, columns: events.columns.map(month) } },
  }
}

test('the exported configuration holds how events are added up, and says so of itself', async () => {
  await bring(accounts)
  const { review } = await bring(tickets('tickets 2026-02-28.csv'), shortened)
  const { text, read, opened } = await exported()
  expect(read.configuration.sources).toMatchObject([
    { id: 'tickets', grain: 'event', key: 'Account ID', id_column: 'Ticket ID', date: 'Created' },
  ])
  expect(read.configuration.sources?.[0]?.columns?.map(({ id }) => id)).toEqual(
    expect.arrayContaining(review.plan.events!.columns.map(({ id }) => id)),
  )
  expect(read.problems).toEqual([])
  expect(read.hash).toBe(opened.configurationHash)
  expect(text).toContain('"windowDays": 30')
})

test('elsewhere it proposes the same for such a file, and taking it changes nothing', async () => {
  await bring(accounts)
  const here = await bring(tickets('tickets 2026-02-28.csv'), shortened)
  const { text } = await exported()

  await emptyDatabase()
  await apply(text)
  await bring(accounts)
  const there = await bring(tickets('Zendesk export.csv'))
  expect(there.inspection.plan).toMatchObject({ source: 'tickets', sourceName: 'tickets' })
  expect(there.review.plan.events).toEqual(here.review.plan.events)
  expect((await exported()).text).toBe(text)
})

test('applied where such files came, it is how the next one is added up', async () => {
  await bring(accounts)
  await bring(tickets('tickets 2026-02-28.csv'))
  const { text } = await exported()
  await apply(text.replaceAll('"windowDays": 90', '"windowDays": 45'))
  const { inspection } = await bring(tickets('tickets 2026-03-31.csv'))
  expect(inspection.plan.events?.columns.map(({ windowDays }) => windowDays)).toContain(45)
})

test('a choice made while importing is a version of its own, and goes with the import', async () => {
  await bring(accounts)
  await bring(tickets('tickets 2026-02-28.csv'))
  const before = await exported()
  await bring(tickets('tickets 2026-03-31.csv'), shortened)
  expect((await exported()).text).not.toBe(before.text)

  const { engine } = await openEngine()
  value(await engine.undo())
  expect((await exported()).text).toBe(before.text)
})

test('as last time makes no version', async () => {
  await bring(accounts)
  await bring(tickets('tickets 2026-02-28.csv'))
  const { text, opened } = await exported()
  await bring(tickets('tickets 2026-03-31.csv'))
  const after = await exported()
  expect(after.text).toBe(text)
  expect(after.opened.configurationHash).toBe(opened.configurationHash)
})
