import { describe, expect, test } from 'vitest'
import { toDay } from '../../../../src/core/brand.ts'
import type { Configuration } from '../../../../src/core/model/configuration.ts'
import { knownSources, withEventSources } from '../../../../src/core/model/sources/event-sources.ts'
import { restoreConfiguration } from '../../../../src/core/model/read/restore.ts'
import type { EventColumn, EventPlan } from '../../../../src/core/source/event-plan.ts'
import type { ColumnPlan, ReadingPlan } from '../../../../src/core/source/plan.ts'
import { suggestPlan } from '../../../../src/core/source/suggest-plan.ts'
import { configurationOf, toText } from '../build.ts'

const dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', headerLine: 1, skippedLines: 0 }

const column = (index: number, header: string, more: Partial<ColumnPlan> = {}): ColumnPlan => ({
  index,
  header,
  id: header.toLowerCase().replace(/ /g, '_'),
  ignore: false,
  type: 'text',
  format: {},
  missing: null,
  ...more,
})

const sum = (more: Partial<EventColumn> = {}): EventColumn => ({
  id: 'tickets_90d',
  label: 'Tickets in 90 days',
  aggregate: 'count',
  from: null,
  windowDays: 90,
  where: null,
  empty: 0,
  ...more,
})

const CSAT = sum({
  id: 'csat',
  label: 'CSAT, mean',
  aggregate: 'mean',
  from: 'rating',
  windowDays: 180,
  empty: null,
})
const OPEN = sum({
  id: 'open',
  label: 'Open',
  windowDays: null,
  where: "status not in ['solved'] and not escalated",
})

function plan(events: Partial<EventPlan> = {}, more: Partial<ReadingPlan> = {}): ReadingPlan {
  return {
    source: 'tickets',
    sourceName: 'Support tickets',
    day: toDay(20_000),
    dialect,
    key: { by: 'column', index: 1, rule: 'trim-case' },
    columns: [
      column(0, 'Ticket'),
      column(1, 'Org'),
      column(2, 'Created', { type: 'date', format: { date: 'dmy' } }),
      column(3, 'Status', { missing: ['?'] }),
      column(4, 'Rating', { type: 'number', format: { decimal: ',' } }),
      column(5, 'Escalated', { type: 'boolean' }),
      column(6, 'Notes', { ignore: true }),
    ],
    events: {
      date: 'created',
      id: 'ticket',
      through: null,
      columns: [sum(), CSAT, OPEN],
      ...events,
    },
    ...more,
  }
}

const EMPTY = configurationOf() as unknown as Configuration

/** What the next file of these headers would be read as. */
function proposed(configuration: Configuration, headers: readonly string[], plans: ReadingPlan[]) {
  const sources = knownSources(plans, configuration.sources ?? [])
  const sample = [headers.map((_, place) => `${place}`)]
  const memory = { day: toDay(20_030), sources, keyColumn: null, types: new Map() }
  return suggestPlan({ fileName: 'next.csv', dialect, headers, sample }, memory).plan
}

const HEADERS = plan().columns.map(({ header }) => header)

describe('what a file of events comes to', () => {
  test('is told in the words of the configuration file', () => {
    expect(withEventSources(EMPTY, [plan()]).sources).toEqual([
      {
        id: 'tickets',
        name: 'Support tickets',
        grain: 'event',
        key: 'Org',
        keyRule: 'trim-case',
        headers: HEADERS,
        id_column: 'Ticket',
        date: 'Created',
        columns: [
          { id: 'created', from: 'Created', type: 'date', format: { date: 'dmy' } },
          { id: 'status', from: 'Status', type: 'text', missing: ['?'] },
          { id: 'escalated', from: 'Escalated', type: 'boolean' },
          { id: 'notes', from: 'Notes', ignore: true },
          { id: 'tickets_90d', aggregate: 'count', windowDays: 90, empty: 0 },
          {
            id: 'csat',
            name: 'CSAT, mean',
            aggregate: 'mean',
            from: 'Rating',
            type: 'number',
            format: { decimal: ',' },
            windowDays: 180,
          },
          { id: 'open', aggregate: 'count', where: OPEN.where, empty: 0 },
        ],
      },
    ])
  })

  test('is read the same from there, where no such file came before', () => {
    const told = withEventSources(EMPTY, [plan()])
    const next = proposed(told, HEADERS, [])
    expect(next.events).toEqual(plan().events)
    expect(next.key).toEqual(plan().key)
    expect(next.columns.filter(({ ignore }) => ignore).map(({ id }) => id)).toEqual(['notes'])
    expect(next.columns[2]).toEqual(plan().columns[2])
    expect(withEventSources(told, [next])).toBe(told)
  })

  test('loads as it is told, without a word to say against it', () => {
    const text = toText(withEventSources(EMPTY, [plan()]))
    expect(restoreConfiguration(text)).toMatchObject({ ok: true, value: { warnings: [] } })
  })

  test('is changed where it was read otherwise, and keeps what nobody knows', () => {
    const told = withEventSources(EMPTY, [plan()])
    const own = { ...told, sources: told.sources!.map((source) => ({ ...source, team: 'EMEA' })) }
    const month = plan({ columns: [sum({ id: 'tickets_30d', windowDays: 30 })] })
    const [changed] = withEventSources(own, [month]).sources!
    expect(changed).toMatchObject({ team: 'EMEA' })
    expect(changed!.columns!.at(-1)).toMatchObject({ id: 'tickets_30d', windowDays: 30 })
  })

  test('stays out where it would make a column that something else makes', () => {
    const derived = [{ id: 'tickets_90d', expression: '1' }]
    expect(withEventSources({ ...EMPTY, derived }, [plan()]).sources).toBe(undefined)
  })
})

describe('a source that a person wrote', () => {
  const written = (more: object = {}): Configuration => ({
    ...EMPTY,
    sources: [
      {
        id: 'zendesk',
        grain: 'event',
        key: 'Org',
        keyRule: 'trim-case',
        date: 'Created',
        columns: [
          { id: 'tickets_7d', aggregate: 'count', windowDays: 7, empty: 0 },
          { id: 'plan', aggregate: 'last', from: 'Status', type: 'text', empty: 'none' },
        ],
        ...more,
      },
    ],
  })

  test('is known by the headers it names, whatever others there are', () => {
    const next = proposed(written(), HEADERS, [])
    expect(next.source).toBe('zendesk')
    expect(next.events?.columns).toMatchObject([
      { id: 'tickets_7d', label: 'Tickets in 7 days', windowDays: 7, empty: 0 },
      { id: 'plan', from: 'status', empty: 'none' },
    ])
    expect(withEventSources(written(), [next])).toEqual(written())
  })

  test('is not taken for a file that lacks one of them', () => {
    expect(proposed(written(), ['Org', 'Opened', 'Status'], []).source).toBe('next')
  })

  test('stands before how such a file was read until now, under the name it has here', () => {
    const next = proposed(written({ headers: HEADERS }), HEADERS, [plan()])
    expect(next.source).toBe('tickets')
    expect(next.events?.columns.map(({ id }) => id)).toEqual(['tickets_7d', 'plan'])
  })
})

describe('rows that name those of another file', () => {
  const usage = plan(
    { date: 'day', id: null, through: '*', columns: [sum({ id: 'use', label: 'Use' })] },
    {
      source: 'usage',
      sourceName: 'usage',
      key: { by: 'column', index: 0, rule: 'exact' },
      columns: [column(0, 'Ticket'), column(1, 'Day', { type: 'date' })],
    },
  )

  test('are told by way of which source they find their accounts, as soon as that came', () => {
    expect(withEventSources(EMPTY, [usage]).sources).toBe(undefined)
    const told = withEventSources(EMPTY, [usage, plan()])
    expect(told.sources!.map(({ id, through }) => [id, through])).toEqual([
      ['usage', 'tickets'],
      ['tickets', undefined],
    ])
    expect(proposed(told, ['Ticket', 'Day'], []).events?.through).toBe('tickets')
  })

  test('find it also where it has another name here', () => {
    const told = withEventSources(EMPTY, [usage, plan()])
    const here = plan({}, { source: 'helpdesk' })
    expect(proposed(told, ['Ticket', 'Day'], [here]).events?.through).toBe('helpdesk')
    expect(withEventSources(told, [here, usage])).toBe(told)
  })
})
