import type { History } from '../../../src/core/history/snapshot.ts'
import type {
  Configuration,
  Factor,
  Group,
  Scale,
  ScoringModel,
} from '../../../src/core/model/configuration.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import type { ScoreSheet } from '../../../src/core/score/sheet.ts'
import { type Columns, snapshot, type Value, valuesOf } from '../formula/build.ts'

export { booleans, dates, names, numbers, snapshot, texts } from '../formula/build.ts'

/** 0..100 as it comes. */
export const asItIs: Scale = { type: 'linear', from: 0, to: 100 }

/** A column of that name, scored as it comes. */
export const factorOf = (id: string, parts: Partial<Factor> = {}): Factor => ({
  id,
  input: id,
  weight: 1,
  scale: asItIs,
  ...parts,
})

export const groupOf = (factors: readonly Factor[], parts: Partial<Group> = {}): Group => ({
  id: 'group',
  weight: 1,
  factors,
  ...parts,
})

export const modelOf = (
  groups: readonly Group[],
  parts: Partial<ScoringModel> = {},
): ScoringModel => ({
  id: 'main',
  groups,
  ...parts,
})

export const configurationOf = (
  models: readonly ScoringModel[],
  parts: Partial<Configuration> = {},
): Configuration => ({
  format: 'hale-config',
  version: 1,
  account: { key: 'account_id' },
  models,
  bands: [
    { id: 'red', from: 0 },
    { id: 'yellow', from: 40 },
    { id: 'green', from: 70 },
  ],
  ...parts,
})

/** One model of one group. */
export const simply = (
  factors: readonly Factor[],
  parts: Partial<ScoringModel> = {},
): Configuration => configurationOf([modelOf([groupOf(factors)], parts)])

export const DAY = '2026-01-31'

/** The sheet of the newest snapshot. */
export const sheetOf = (configuration: Configuration, history: History): ScoreSheet =>
  createScorer(configuration, history).sheet(history.length - 1)

export const scored = (configuration: Configuration, columns: Columns): ScoreSheet =>
  sheetOf(configuration, [snapshot(DAY, columns)])

/** Numbers as they are read; missing is null. */
export const list = (values: Float64Array): Value[] => valuesOf({ type: 'number', values })

/** What one scale makes of one column. */
export const scoresOn = (scale: Scale, columns: Columns, input = 'x'): Value[] =>
  list(scored(simply([factorOf('x', { input, scale })]), columns).factors[0]!.scores)
