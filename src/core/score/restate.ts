import type { Day } from '../brand.ts'
import { createEvaluator } from '../formula/evaluate.ts'
import type { History } from '../history/snapshot.ts'
import type { Configuration } from '../model/configuration.ts'
import { createScoreCache } from './cache.ts'
import { columnsNeededAt } from './needs.ts'
import { scoreSnapshot } from './score-snapshot.ts'
import { formulaOf, type Scoring } from './scoring.ts'

/** Column ids by snapshot. */
type ColumnsAt = ReadonlyMap<number, ReadonlySet<string>>

/** One snapshot that is about to be scored again. */
export interface RestateStep {
  readonly at: number
  readonly day: Day
  /** What must be readable before `score` is called. */
  readonly needed: ColumnsAt
  /** What no later step reads: it may be let go when this one is done. */
  readonly released: ColumnsAt
  score(): RestatedSnapshot
}

/** What a trend reads of a snapshot, aligned with `accounts`. */
export interface RestatedSnapshot {
  readonly at: number
  readonly day: Day
  readonly accounts: Uint32Array
  readonly included: Uint8Array
  /** One decimal; NaN where not scored. */
  readonly shown: Float64Array
  /** Index into the configuration's bands, NO_BAND where not scored. */
  readonly bands: Uint8Array
  /** 0..1 */
  readonly coverage: Float64Array
  /** `account.value`, NaN where missing; null without such a column. */
  readonly values: Float64Array | null
}

/**
 * Every snapshot of a history under any configuration, oldest first, one step a snapshot, so that the caller can report how far it is,
 * stop, and bring columns and let them go in between. Nothing of a step is kept for the next. Flags are not raised. An empty history
 * has no steps.
 */
export function* restate(
  configuration: Configuration,
  history: History,
): Generator<RestateStep, void, undefined> {
  const unflagged: Configuration = { ...configuration, flags: [] }
  const { value } = configuration.account
  const also = value === undefined ? [] : [value]
  const needs = history.map((_, at) => columnsNeededAt(unflagged, history, at, also))
  const lastUses = lastUsesOf(needs)
  for (const [at, { day }] of history.entries())
    yield {
      at,
      day,
      needed: needs[at] as ColumnsAt,
      released: releasedAfter(at, needs[at] as ColumnsAt, lastUses),
      score: () => score(unflagged, history, at),
    }
}

function score(configuration: Configuration, history: History, at: number): RestatedSnapshot {
  const scoring = newScoring(configuration, history)
  const { day, accounts, included, shown, bands, coverage } = scoreSnapshot(scoring, at)
  const { value } = configuration.account
  const values = value === undefined ? null : scoring.evaluator.column(value, at)
  return {
    at,
    day,
    accounts,
    included,
    shown,
    bands,
    coverage,
    values: values?.type === 'number' ? values.values : null,
  }
}

function newScoring(configuration: Configuration, history: History): Scoring {
  const derived = new Map(
    configuration.derived?.map(({ id, expression }) => [id, formulaOf(expression)]),
  )
  const evaluator = createEvaluator({ history, derived })
  return { configuration, history, evaluator, memory: createScoreCache().of(history) }
}

/** By snapshot and column, the last step that reads it. */
function lastUsesOf(needs: readonly ColumnsAt[]): Map<string, number> {
  const last = new Map<string, number>()
  needs.forEach((columns, step) => {
    for (const [at, ids] of columns) for (const id of ids) last.set(`${at} ${id}`, step)
  })
  return last
}

function releasedAfter(
  step: number,
  needed: ColumnsAt,
  lastUses: ReadonlyMap<string, number>,
): ColumnsAt {
  const released = [...needed].map(
    ([at, ids]) =>
      [at, new Set([...ids].filter((id) => lastUses.get(`${at} ${id}`) === step))] as const,
  )
  return new Map(released.filter(([, ids]) => ids.size > 0))
}
