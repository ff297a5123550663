import { beforeEach, expect, test } from 'vitest'
import type { AccountIndex } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import type { Effect, EffectAnswer, EffectQuestion } from '../../workers/protocol/draft.ts'
import {
  configuration,
  day,
  emptyDatabase,
  february,
  importFile,
  january,
  value,
  withConfiguration,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

const JANUARY = day('2026-01-31')

const withBand = (from: number): Configuration => ({
  ...configuration,
  bands: [configuration.bands[0]!, { ...configuration.bands[1]!, from }],
})

async function withAccounts() {
  const open = await withConfiguration()
  await importFile(january, open.opened.workspace)
  await importFile(february, open.opened.workspace)
  await open.engine.open(null)
  const engine = open.engine as unknown as Engine
  const ask = async (change: Partial<EffectQuestion>): Promise<EffectAnswer> =>
    value(
      await engine.draft('effect', {
        day: JANUARY,
        before: null,
        after: configuration,
        watched: null,
        focus: null,
        attribute: null,
        ...change,
      }),
    )
  const effect = async (change: Partial<EffectQuestion>): Promise<Effect> => {
    const answer = await ask(change)
    if (!answer.loads || !answer.effect) throw new Error(JSON.stringify(answer))
    return answer.effect
  }
  return { ...open, engine, ask, effect }
}

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
    attribute: 'plan',
    lines: [
      { label: 'Pro', count: 2, average: { now: 50, before: 50 } },
      { label: 'Team', count: 2, average: { now: 90, before: 39 } },
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

test('how many accounts each part of a draft concerns', async () => {
  const { engine } = await withAccounts()
  const [model] = configuration.models
  const parts = value(
    await engine.draft('parts', {
      day: JANUARY,
      configuration: {
        ...configuration,
        account: { ...configuration.account, include: "plan == 'Pro'" },
        models: [{ ...model!, appliesTo: 'logins > 50' }],
        flags: [{ id: 'low', kind: 'risk', when: 'score < 50 or is_missing(score)' }],
      },
    }),
  )
  expect(parts).toMatchObject({
    models: [{ accounts: 1 }],
    none: 1,
    leftOut: 2,
    bands: [{ accounts: 0 }, { accounts: 1 }],
    factors: [[{ present: 1, average: 80 }]],
    exceptions: [[0]],
    flags: [1],
  })
})

test('a factor is pictured by the values of its model, with where they come from', async () => {
  const { engine } = await withAccounts()
  const [model] = configuration.models
  const [group] = model!.groups
  const filled = { ...group!.factors[0]!, missing: { score: 0 } }
  const picture = value(
    await engine.draft('factor', {
      day: JANUARY,
      configuration: {
        ...configuration,
        models: [{ ...model!, groups: [{ ...group!, factors: [filled] }] }],
      },
      at: { model: 'main', factor: 'logins' },
      watched: 0 as AccountIndex,
    }),
  )
  expect(picture).toMatchObject({
    type: 'number',
    origins: { data: 3, missing: 0, filled: 1, carried: 0 },
    words: [],
    ranks: [],
    watched: { name: 'Brontë Foods', input: { type: 'number', value: 80 } },
  })
  expect([picture.quantiles[0], picture.quantiles[50], picture.quantiles[100]]).toEqual([
    20, 80, 90,
  ])
  expect(picture.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(3)
})

test('a factor of words has their counts, one of ranks the line that its cohort makes', async () => {
  const { engine } = await withAccounts()
  const [model] = configuration.models
  const [group] = model!.groups
  const ofFactor = async (change: object) => {
    const factors = [{ ...group!.factors[0]!, ...change }]
    return value(
      await engine.draft('factor', {
        day: JANUARY,
        configuration: {
          ...configuration,
          models: [{ ...model!, groups: [{ ...group!, factors }] }],
        },
        at: { model: 'main', factor: 'logins' },
        watched: null,
      }),
    )
  }
  const words = await ofFactor({
    input: 'plan',
    scale: { type: 'categories', map: {}, otherwise: 0 },
  })
  expect(words.words).toEqual([
    { text: 'Pro', accounts: 2 },
    { text: 'Team', accounts: 2 },
  ])
  const ranks = await ofFactor({ scale: { type: 'percentile', better: 'lower', top: 0 } })
  expect(ranks.ranks).toEqual([
    [20, 100],
    [80, 50],
    [90, 0],
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
