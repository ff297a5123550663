import { beforeEach, expect, test } from 'vitest'
import type { AccountIndex } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { differingExamples } from '../../src/core/score/examples.ts'
import type { RecordQuestion, RecordTrace } from '../../workers/protocol/record.ts'
import { JANUARY, withAccounts } from './support/drafts.ts'
import { configuration, emptyDatabase, value } from './support/workspace.ts'

beforeEach(emptyDatabase)

async function tracing(change: Partial<RecordQuestion>): Promise<RecordTrace> {
  const { engine } = await withAccounts()
  const record = { kind: 'account', account: 1 as AccountIndex } as const
  return value(await engine.draft('record', { day: JANUARY, configuration, record, ...change }))
}

test('an account is seen from its values to its band, exceptions that do not hold too', async () => {
  const [model] = configuration.models
  const kind = { id: 'kind', when: 'logins > 95', then: { add: 5 }, reason: 'Many logins' }
  const trace = await tracing({
    configuration: {
      ...configuration,
      models: [{ ...model!, exceptions: [kind, ...model!.exceptions!] }],
    },
  })
  expect(trace.columns.map(({ id, label, type }) => [id, label, type])).toEqual([
    ['logins', 'Logins', 'number'],
    ['overdue', 'Overdue', 'number'],
  ])
  expect(trace).toMatchObject({
    values: { logins: 90, overdue: 2 },
    included: true,
    model: 0,
    coverage: 1,
    raw: 90,
    rawPrinted: 90,
    final: 39,
    shown: 39,
    band: 0,
    groups: [{ id: 'usage', score: 90, factors: [{ id: 'logins', score: 90, origin: 'data' }] }],
    exceptions: [
      { id: 'kind', holds: false, before: 90, after: 90, effect: 'add', amount: 5 },
      { id: 'late', holds: true, before: 90, after: 39, effect: 'cap', amount: 39 },
    ],
  })
})

test('typed values go the same way, on the day that is looked at', async () => {
  const [model] = configuration.models
  const [group] = model!.groups
  const since = { ...group!.factors[0]!, id: 'since', input: 'days_since(seen)' }
  const dated: Configuration = {
    ...configuration,
    types: { seen: 'date' },
    models: [
      {
        ...model!,
        groups: [{ ...group!, factors: [...group!.factors, since] }],
      },
    ],
  }
  const values = { logins: 60, overdue: 0, seen: '2025-12-22' }
  const trace = await tracing({
    configuration: dated,
    record: { kind: 'values', values, model: null },
  })
  // 60 logins, and 40 days of 100.
  expect([trace.raw, trace.shown, trace.band]).toEqual([50, 50, 1])
  // By itself an example has no day to count from.
  expect(trace.asExample).toEqual({ score: 60, band: 'green' })
})

test('kept as an example, a record says of itself what the next reading finds', async () => {
  const trace = await tracing({})
  const { score, band } = trace.asExample
  const example = { name: 'Late', values: trace.values, model: 'main', score, band }
  expect([score, band]).toEqual([39, 'red'])
  expect(differingExamples({ ...configuration, examples: [example] })).toEqual([])
  const [wrong] = differingExamples({ ...configuration, examples: [{ ...example, score: 40 }] })
  expect(wrong).toMatchObject({ code: 'example-differs', expected: '40', found: '39' })
})

test('whom no model applies to, and who is left out, is said so', async () => {
  const [model] = configuration.models
  const nobody = { ...configuration, models: [{ ...model!, appliesTo: 'logins > 1000' }] }
  expect(await tracing({ configuration: nobody })).toMatchObject({ model: null, shown: null })
  const without = {
    ...configuration,
    account: { ...configuration.account, include: 'overdue == 0' },
  }
  expect(await tracing({ configuration: without })).toMatchObject({ included: false, shown: null })
})
