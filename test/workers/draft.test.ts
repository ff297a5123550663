import { beforeEach, expect, test } from 'vitest'
import type { AccountIndex } from '../../src/core/brand.ts'
import { JANUARY, withAccounts, withBand } from './support/drafts.ts'
import { configuration, emptyDatabase, value, withConfiguration } from './support/workspace.ts'

beforeEach(emptyDatabase)

test('the configuration in force changes nothing', async () => {
  const { effect } = await withAccounts()
  const same = await effect({})
  expect(same.moved).toEqual({ accounts: 0, up: 0, down: 0 })
  expect([same.changed, same.rows, same.after]).toEqual([0, [], same.before])
})

test('a draft says who moves, with names and values, and stores nothing', async () => {
  const { effect, engine, opened } = await withAccounts()
  // 80 logins, capped at 39, 20 logins, no logins: all at risk but the first.
  const draft = await effect({ after: withBand(20) })
  expect(draft.before).toEqual({
    accounts: 4,
    average: (80 + 39 + 20) / 3,
    valueAtRisk: 5000,
    counts: [2, 1, 1],
    values: [5000, 1000, 0],
  })
  expect(draft.after).toMatchObject({ valueAtRisk: 0, counts: [0, 3, 1] })
  expect(draft.moves).toEqual([
    [0, 2, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 0],
  ])
  expect(
    draft.rows.map(({ name, value: worth, before, after }) => [name, worth, before, after]),
  ).toEqual([
    ['Delph', 3000, { score: 20, band: 0 }, { score: 20, band: 1 }],
    ['Castell & Moor', 2000, { score: 39, band: 0 }, { score: 39, band: 1 }],
  ])
  expect(value(await engine.open(null)).configurationHash).toBe(opened.configurationHash)
})

test('where no band changes, those whose score changes most are named', async () => {
  const { effect } = await withAccounts()
  const [model] = configuration.models
  const uncapped = {
    ...configuration,
    models: [{ ...model!, exceptions: [] }],
    bands: [{ id: 'red', from: 0 }],
  }
  const draft = await effect({ before: { ...uncapped, models: [model!] }, after: uncapped })
  expect([draft.moved.accounts, draft.changed]).toEqual([0, 1])
  expect(draft.rows.map(({ name, after }) => [name, after.score])).toEqual([['Castell & Moor', 90]])
})

test('the watched account has the rows of both sides, which add up to both scores', async () => {
  const { effect } = await withAccounts()
  const [model] = configuration.models
  const draft = await effect({
    after: { ...configuration, models: [{ ...model!, exceptions: [] }] },
    watched: 1 as AccountIndex,
  })
  expect(draft.watched).toEqual({
    account: 1,
    name: 'Castell & Moor',
    before: { score: 39, band: 0 },
    after: { score: 90, band: 1 },
    rows: [
      { kind: 'factor', id: 'logins', label: 'Logins', before: 90, after: 90 },
      { kind: 'raw', id: '', label: '', before: 90, after: 90 },
      { kind: 'exception', id: 'late', label: 'Two overdue invoices', before: -51, after: null },
    ],
  })
})

test('segments have their mean on both sides', async () => {
  const { effect } = await withAccounts()
  const draft = await effect({
    after: { ...configuration, models: [{ ...configuration.models[0]!, exceptions: [] }] },
  })
  expect(draft.segments).toEqual({
    by: { subject: 'plan', type: 'text', isWhole: false, cut: null },
    lines: [
      {
        segment: { kind: 'value', value: 'Pro' },
        count: 2,
        average: { now: 50, before: 50 },
      },
      {
        segment: { kind: 'value', value: 'Team' },
        count: 2,
        average: { now: 90, before: 39 },
      },
    ],
  })
})

test('a draft that does not load names its places, and nothing is scored', async () => {
  const { ask } = await withAccounts()
  const [model] = configuration.models
  const broken = { ...configuration, models: [{ ...model!, appliesTo: 'logins >' }] }
  expect(await ask({ after: broken })).toMatchObject({
    loads: false,
    problems: [{ code: 'bad-formula', place: 'models[0].appliesTo', severity: 'error' }],
  })
})

test('a name that no snapshot has is a warning with its place', async () => {
  const { ask } = await withAccounts()
  const [model] = configuration.models
  const misspelt = { ...configuration, models: [{ ...model!, appliesTo: 'login > 3' }] }
  expect(await ask({ after: misspelt })).toMatchObject({
    loads: true,
    warnings: [
      {
        code: 'bad-formula',
        place: 'models[0].appliesTo',
        problem: { code: 'unknown-name', suggestion: 'logins', from: 0, to: 5 },
      },
    ],
  })
})

test('those that move come page by page, the greatest value first', async () => {
  const { engine } = await withAccounts()
  const asked = { day: JANUARY, before: null, after: withBand(20), count: 1 }
  const pages = [0, 1].map(async (from) => value(await engine.draft('moves', { ...asked, from })))
  expect(
    (await Promise.all(pages)).map(({ total, rows }) => [total, rows.map(({ name }) => name)]),
  ).toEqual([
    [2, ['Delph']],
    [2, ['Castell & Moor']],
  ])
})

test('the whole history is judged under the draft', async () => {
  const { engine } = await withAccounts()
  const { points } = value(await engine.draft('history', { before: null, after: withBand(20) }))
  expect(points.map(({ before, after }) => [before?.counts, after.counts])).toEqual([
    [
      [2, 1, 1],
      [0, 3, 1],
    ],
    [
      [2, 2, 0],
      [0, 4, 0],
    ],
  ])
})

test('a draft is kept with its workspace until there is none any more', async () => {
  const { engine } = await withConfiguration()
  expect(value(await engine.keptDraft())).toBeNull()
  const draft = { steps: [configuration, withBand(20)], at: 1 }
  value(await engine.keepDraft(draft))
  expect(value(await engine.keptDraft())).toEqual(draft)
  value(await engine.keepDraft(null))
  expect(value(await engine.keptDraft())).toBeNull()
})
