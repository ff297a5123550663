import { describe, expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import { NO_ACCOUNT } from '../../../src/core/history/presence.ts'
import { aggregate, type EventRows } from '../../../src/core/source/aggregate.ts'
import type { EventColumn } from '../../../src/core/source/event-plan.ts'
import { liveRows } from '../../../src/core/source/live-events.ts'
import { MISSING_DAY, type Column } from '../../../src/core/table/column.ts'
import { packText } from '../../../src/core/table/packed-text.ts'
import { textsOf } from '../../../src/core/table/texts.ts'

const number = (...values: number[]): Column => ({
  type: 'number',
  values: Float64Array.from(values),
})
const text = (...words: string[]): Column => ({ type: 'text', words: packText(words), codes: null })

/** Rows of accounts 3, 5 and nobody; day 100 is the snapshot's. */
const rows = (change: Partial<EventRows> = {}): EventRows => ({
  accounts: Uint32Array.of(3, 3, 5, 5, NO_ACCOUNT),
  days: Int32Array.of(70, 100, 71, 101, 100),
  live: new Uint8Array(5).fill(1),
  columns: new Map([
    ['hours', number(4, NaN, 2, 9, 9)],
    ['status', text('solved', 'open', 'open', 'open', 'open')],
  ]),
  ...change,
})

/** For the accounts 3, 5 and 8, of which the last has no rows. */
function made(
  change: Partial<EventColumn>,
  deliveries = [rows()],
  type: Column['type'] = 'number',
) {
  const column = { id: 'made', label: '', from: null, windowDays: null, where: null, empty: null }
  const accounts = Uint32Array.of(3, 5, 8)
  const asked = { ...column, aggregate: 'count', ...change } as EventColumn
  return textsOf(aggregate(asked, deliveries, { day: toDay(100), accounts, type }))
}

describe('what the rows of an account come to', () => {
  test('rows later than the snapshot and rows of nobody do not count', () => {
    expect(made({})).toEqual(['2', '1', ''])
  })

  test('a window of 30 days begins the day after the thirtieth day before', () => {
    expect(made({ windowDays: 30 })).toEqual(['1', '1', ''])
  })

  test('an account with no row left gets what stands for empty', () => {
    expect(made({ windowDays: 29, empty: 0 })).toEqual(['1', '0', '0'])
  })

  test('what stands for empty may be of any type that the column is', () => {
    const windowDays = 29
    const last = { aggregate: 'last', windowDays } as const
    expect(made({ ...last, from: 'status', empty: 'none' }, [rows()], 'text')).toEqual([
      'open',
      'none',
      'none',
    ])
    const none = [rows({ live: new Uint8Array(5) })]
    expect(made({ ...last, from: 'x', empty: '2026-01-31' }, none, 'date')).toEqual(
      Array(3).fill('2026-01-31'),
    )
    expect(made({ ...last, from: 'x', empty: false }, none, 'boolean')).toEqual(
      Array(3).fill('false'),
    )
    expect(made({ ...last, from: 'x', empty: 'none' }, none, 'number')).toEqual(['', '', ''])
  })

  test('rows without any value make every aggregate missing but the count', () => {
    const hours = { from: 'hours', windowDays: 10, empty: 0 } as const
    expect(made({ ...hours, aggregate: 'sum' })).toEqual(['', '0', '0'])
    expect(made({ ...hours, aggregate: 'distinct' })).toEqual(['', '0', '0'])
    expect(made({ ...hours, aggregate: 'count' })).toEqual(['1', '0', '0'])
  })

  test('only rows for which the condition is true count', () => {
    expect(made({ where: "status != 'solved'", empty: 0 })).toEqual(['1', '1', '0'])
    expect(made({ where: 'hours > 3', empty: 0 })).toEqual(['1', '0', '0'])
  })

  test('rows without a day count nowhere where rows have days, and everywhere where none has', () => {
    const days = Int32Array.of(MISSING_DAY, 100, 71, 101, 100)
    expect(made({}, [rows({ days })])).toEqual(['1', '1', ''])
    expect(made({}, [rows({ days: null })])).toEqual(['2', '2', ''])
  })

  test.each([
    ['sum', ['6', '2', '']],
    ['mean', ['3', '2', '']],
    ['min', ['2', '2', '']],
    ['max', ['4', '2', '']],
    ['distinct', ['2', '1', '']],
  ] as const)('%s of a number', (aggregate, expected) => {
    const columns = new Map([['hours', number(4, 2, 2, 9, 9)]])
    expect(made({ aggregate, from: 'hours' }, [rows({ columns })])).toEqual(expected)
  })

  test('first and last go by the day, then by the order of the rows, over all deliveries', () => {
    const older = rows({ days: Int32Array.of(50, 50, 50, 50, 50) })
    const status = { from: 'status' } as const
    expect(made({ ...status, aggregate: 'last' }, [older, rows()], 'text')).toEqual([
      'open',
      'open',
      '',
    ])
    expect(made({ ...status, aggregate: 'first' }, [rows(), older], 'text')).toEqual([
      'solved',
      'open',
      '',
    ])
  })
})

describe('deliveries of one source are united', () => {
  const dated = (ids: string[] | null, ...days: number[]) => ({
    rows: days.length,
    ids,
    days: Int32Array.from(days),
  })

  test('by an id the newest row wins, in one file and over files', () => {
    expect(liveRows([dated(['a', 'b', 'b'], 1, 2, 3), dated(['b', 'c', ''], 2, 9, 9)])).toEqual([
      Uint8Array.of(1, 0, 0),
      Uint8Array.of(1, 1, 1),
    ])
  })

  test('without one a delivery takes the place of the rows between its first and last day', () => {
    expect(liveRows([dated(null, 1, 2, 3, 4), dated(null, 3, 2)])).toEqual([
      Uint8Array.of(1, 0, 0, 1),
      Uint8Array.of(1, 1),
    ])
  })

  test('rows without days take the place of all before', () => {
    const undated = { rows: 1, ids: null, days: null }
    expect(liveRows([undated, undated])).toEqual([Uint8Array.of(0), Uint8Array.of(1)])
  })
})
