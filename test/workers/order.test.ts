import { beforeEach, describe, expect, test } from 'vitest'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { csv, day, emptyDatabase, importFile, openEngine, value } from './support/workspace.ts'

beforeEach(emptyDatabase)

/** Ranks, carried values, changes of inputs and of the score itself: all that other rows and other months have a part in. */
const configuration: Configuration = {
  format: 'hale-config',
  version: 1,
  name: 'In any order',
  account: { key: 'id', value: 'arr', segments: ['plan'] },
  derived: [{ id: 'trend', expression: 'coalesce(pct_change(logins, 28), 0)' }],
  models: [
    {
      id: 'main',
      groups: [
        {
          id: 'use',
          weight: 3,
          factors: [
            {
              id: 'logins',
              input: 'logins',
              weight: 2,
              scale: { type: 'percentile', better: 'higher', top: 0.1, within: 'plan' },
            },
            {
              id: 'trend',
              input: 'trend',
              weight: 1,
              scale: { type: 'linear', from: -0.5, to: 0.5 },
            },
          ],
        },
        {
          id: 'word',
          weight: 1,
          factors: [
            {
              id: 'nps',
              input: 'nps',
              weight: 1,
              scale: { type: 'linear', from: 0, to: 10 },
              missing: { carry: 62 },
            },
          ],
        },
      ],
    },
  ],
  bands: [
    { id: 'red', from: 0 },
    { id: 'green', from: 50 },
  ],
  flags: [{ id: 'falling', kind: 'risk', when: 'change(score, 28) < -5' }],
}

const HEADER = ['id', 'plan', 'arr', 'logins', 'nps']
const MONTHS = new Map([
  ['2026-01-31', ['a,Pro,10,80,9', 'b,Pro,20,40,2', 'c,Free,,5,', 'd,Free,7,9,4', 'e,Pro,1,,6']],
  ['2026-02-28', ['a,Pro,10,60,', 'b,Pro,20,45,3', 'c,Free,3,6,8', 'e,Pro,1,70,']],
  ['2026-03-31', ['a,Pro,10,20,', 'b,Free,20,50,', 'd,Free,7,1,5', 'e,Pro,1,75,', 'f,Pro,2,3,1']],
])

type Arrange = <T>(list: readonly T[]) => T[]
const asTheyAre: Arrange = (list) => [...list]
const reversed: Arrange = (list) => list.toReversed()
const turned: Arrange = (list) => [...list.slice(2), ...list.slice(0, 2)]

/** The export of each month by account and column, whatever stands where in the files. */
async function scoresAfter(days: readonly string[], rows: Arrange, columns: Arrange) {
  await emptyDatabase()
  const { engine, close } = await openEngine()
  let { workspace } = value(await engine.applyConfiguration(configuration, ''))
  for (const iso of days) {
    const cells = (MONTHS.get(iso) as string[]).map((row) => columns(row.split(',')).join(','))
    const file = csv(`${iso}.csv`, columns(HEADER).join(','), ...rows(cells))
    await importFile(file, workspace)
    workspace = value(await engine.open(workspace?.id ?? null)).workspace
  }
  const found: Record<string, string> = {}
  for (const iso of MONTHS.keys()) {
    const { blob } = value(await engine.exportScores(day(iso)))
    const [head = [], ...lines] = (await blob.text())
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','))
    for (const line of lines)
      line.forEach((cell, i) => (found[`${iso} ${line[0]} ${head[i]}`] = cell))
  }
  close()
  return found
}

describe('scores are the same', async () => {
  const inOrder = [...MONTHS.keys()]
  const expected = await scoresAfter(inOrder, asTheyAre, asTheyAre)

  test('as what they are compared with, which are no empty files', () => {
    expect(expected['2026-03-31 a flags']).toBe('falling')
    expect(Object.keys(expected).length).toBeGreaterThan(100)
    expect(new Set(Object.values(expected)).size).toBeGreaterThan(25)
  })

  test.each([[[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])(
    'when months arrive in the order %j',
    async (order) => {
      const days = order.map((place) => inOrder[place] as string)
      expect(await scoresAfter(days, asTheyAre, asTheyAre)).toEqual(expected)
    },
  )

  test('when rows stand in another order', async () => {
    expect(await scoresAfter(inOrder, reversed, asTheyAre)).toEqual(expected)
  })

  test('when columns stand in another order, and all else as well', async () => {
    expect(await scoresAfter(inOrder, asTheyAre, turned)).toEqual(expected)
    expect(await scoresAfter(inOrder.toReversed(), turned, reversed)).toEqual(expected)
  })
})
