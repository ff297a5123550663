import { beforeEach, expect, test } from 'vitest'
import type { AccountIndex } from '../../src/core/brand.ts'
import { JANUARY, withAccounts } from './support/drafts.ts'
import { configuration, emptyDatabase, value } from './support/workspace.ts'

beforeEach(emptyDatabase)

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

test('the texts of a column are those of all accounts, the most frequent first; derived ones too', async () => {
  const { engine } = await withAccounts()
  const texts = async (column: string, include: string) =>
    value(
      await engine.draft('texts', {
        day: JANUARY,
        configuration: {
          ...configuration,
          account: { ...configuration.account, include },
          derived: [{ id: 'size', expression: "if(logins > 50, 'Busy', 'Quiet')" }],
        },
        column,
      }),
    )
  expect(await texts('plan', "plan == 'Pro'")).toEqual(['Pro', 'Team'])
  expect(await texts('size', 'true')).toEqual(['Busy', 'Quiet'])
  expect(await texts('logins', 'true')).toEqual([])
  expect(await texts('nothing', 'true')).toEqual([])
})

test('every example is scored again under the draft; those that differ say by what', async () => {
  const { engine } = await withAccounts()
  const example = { values: { logins: 80, overdue: 0 }, model: 'main', score: 80, band: 'green' }
  const examples = [
    { name: 'Busy', ...example },
    { name: 'Late', ...example, values: { logins: 80, overdue: 2 } },
  ]
  const parts = value(
    await engine.draft('parts', { day: JANUARY, configuration: { ...configuration, examples } }),
  )
  const differs = { code: 'example-differs', severity: 'warning', example: 'Late' }
  expect(parts.examples).toEqual([
    { ...differs, place: 'examples[1].score', expected: '80', found: '39' },
    { ...differs, place: 'examples[1].band', expected: 'green', found: 'red' },
  ])
})
