import { beforeEach, expect, test } from 'vitest'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { CompareQuestion, Comparison } from '../../workers/protocol/compare.ts'
import { PAGE_ROWS } from '../../workers/protocol/figures.ts'
import { JANUARY, withAccounts, withBand } from './support/drafts.ts'
import {
  configuration,
  csv,
  emptyDatabase,
  importFile,
  value,
  withConfiguration,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

const [model] = configuration.models
const uncapped: Configuration = { ...configuration, models: [{ ...model!, exceptions: [] }] }
const turned: Configuration = {
  ...configuration,
  models: [
    {
      ...model!,
      exceptions: [],
      groups: [
        {
          ...model!.groups[0]!,
          factors: [
            { ...model!.groups[0]!.factors[0]!, scale: { type: 'linear', from: 100, to: 0 } },
          ],
        },
      ],
    },
  ],
}

async function comparing(change: Partial<CompareQuestion> = {}): Promise<Comparison> {
  const { engine } = await withAccounts()
  const asked = { day: JANUARY, configurations: [configuration, uncapped], from: 0, count: 200 }
  return value(await engine.draft('compare', { ...asked, ...change }))
}

test('who is judged differently is named, with the reason on each side', async () => {
  const { differing, rows, accounts } = await comparing()
  expect([accounts, differing]).toEqual([4, 1])
  expect(rows).toEqual([
    {
      account: 1,
      key: '00418',
      name: 'Castell & Moor',
      value: 2000,
      sides: [
        {
          score: 39,
          band: 0,
          included: true,
          model: 0,
          driver: {
            kind: 'exception',
            reason: 'Two overdue invoices',
            points: -51,
            effect: 'cap',
            amount: 39,
          },
        },
        {
          score: 90,
          band: 1,
          included: true,
          model: 0,
          driver: {
            kind: 'factor-loss',
            factor: 'logins',
            points: -10,
            now: { type: 'number', value: 90 },
          },
        },
      ],
    },
  ])
})

test('each side has its bands, its average, its value at risk and its histogram', async () => {
  const { sides } = await comparing()
  expect(
    sides.map(({ counts, leftOut, average, valueAtRisk }) => [
      counts,
      leftOut,
      average,
      valueAtRisk,
    ]),
  ).toEqual([
    [[2, 1, 1], 0, (80 + 39 + 20) / 3, 5000],
    [[1, 2, 1], 0, (80 + 90 + 20) / 3, 3000],
  ])
  const histogram = sides.map(({ distribution: { step, counts } }) =>
    counts.flatMap((perBand, i) => (perBand.some(Boolean) ? [[i * step, perBand]] : [])),
  )
  expect(histogram).toEqual([
    [
      [20, [1, 0]],
      [35, [1, 0]],
      [80, [0, 1]],
    ],
    [
      [20, [1, 0]],
      [80, [0, 1]],
      [90, [0, 1]],
    ],
  ])
})

test('of four configurations each two have their agreement in ranks', async () => {
  const configurations = [configuration, uncapped, turned, withBand(20)]
  const { agreements } = await comparing({ configurations })
  expect(agreements.map(({ a, b, tau, accounts }) => [a, b, tau, accounts])).toEqual([
    // Of 80, 39, 20 and 80, 90, 20 two pairs of three agree.
    [0, 1, expect.closeTo(1 / 3, 12), 3],
    [0, 2, expect.closeTo(-1 / 3, 12), 3],
    [0, 3, 1, 3],
    [1, 2, -1, 3],
    [1, 3, expect.closeTo(1 / 3, 12), 3],
    [2, 3, expect.closeTo(-1 / 3, 12), 3],
  ])
})

test('an answer does not grow with the accounts: a page of rows, and whatever is asked for no more', async () => {
  const { engine, opened } = await withConfiguration()
  const lines = Array.from({ length: 500 }, (_, i) => `A${i},N${i},Pro,10,${i % 100},0`)
  const many = csv('2026-01-31.csv', 'Account ID,Name,Plan,ARR,Logins,Overdue', ...lines)
  await importFile(many, opened.workspace)
  await engine.open(null)
  const asked = { day: JANUARY, configurations: [configuration, turned], from: 0, count: 10_000 }
  const { rows, differing } = value(await engine.draft('compare', asked)) as Comparison
  expect([rows.length, differing > PAGE_ROWS]).toEqual([PAGE_ROWS, true])
  const last = value(await engine.draft('compare', { ...asked, from: differing - 3 })) as Comparison
  expect(last.rows).toHaveLength(3)
})
