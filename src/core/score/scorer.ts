import { createEvaluator, type Evaluator, type Results } from '../formula/evaluate.ts'
import type { History } from '../history/snapshot.ts'
import type { Configuration } from '../model/configuration.ts'
import type { NumberColumn } from '../table/column.ts'
import { createScoreCache, type ScoreCache } from './cache.ts'
import { flagsAt } from './flags.ts'
import { resultsOf } from './results.ts'
import { exceptionsAt, scoreSnapshot } from './score-snapshot.ts'
import { formulaOf, type Scoring } from './scoring.ts'
import type { ScoreSheet } from './sheet.ts'

/** Scores the snapshots of one history under one configuration. `at` is an index into the history, and throws beyond it. */
export interface Scorer {
  readonly configuration: Configuration
  readonly history: History
  readonly evaluator: Evaluator
  /** All scores of a snapshot. The last few are kept. */
  sheet(at: number): ScoreSheet
  /** The same without flags, which may look at the scores of other snapshots: the list of them is empty. */
  scored(at: number): ScoreSheet
  /** The shown scores alone, which are kept for all snapshots. */
  shown(at: number): NumberColumn
  /** [model][i][row] is 1 where the condition of the model's exception i is true, whatever model the account has. */
  exceptions(at: number): readonly (readonly Uint8Array[])[]
  /** What filters may use of a snapshot beside its columns. */
  results(at: number): Results
}

/** What is known beside the history. */
interface Known {
  /** 1 for each account of a snapshot whose score is overridden; null: none is. */
  readonly overriddenAt?: (at: number) => Uint8Array | null
  /** Sheets that were made already, by snapshot. They are not made again. */
  readonly sheets?: ReadonlyMap<number, ScoreSheet>
}

const KEPT_SHEETS = 4

/**
 * `configuration` is one that was restored. The cache may outlive the scorer: with it a configuration in which only weights, bands
 * or exceptions' effects differ is scored from factor scores that are there.
 */
export function createScorer(
  configuration: Configuration,
  history: History,
  cache: ScoreCache = createScoreCache(),
  { overriddenAt = () => null, sheets = new Map() }: Known = {},
): Scorer {
  const derived = new Map(
    configuration.derived?.map(({ id, expression }) => [id, formulaOf(expression)]),
  )
  const evaluator = createEvaluator({ history, derived })
  const scoring: Scoring = { configuration, history, evaluator, memory: cache.of(history) }
  const scored = remember(
    KEPT_SHEETS,
    (at) => unflagged(sheets.get(at)) ?? scoreSnapshot(scoring, at),
  )
  const shown = remember(history.length, (at) => numbers(scored(at).shown))
  const resultsFor = (sheet: ScoreSheet, at: number): Results =>
    resultsOf(configuration, sheet, {
      overridden: overriddenAt(at),
      scoreAt: shown,
      bandsAt: (before) => scored(before).bands,
    })
  const flagged = (sheet: ScoreSheet, at: number): ScoreSheet => ({
    ...sheet,
    flags: flagsAt(scoring, at, resultsFor(sheet, at)),
  })
  const sheet = remember(KEPT_SHEETS, (at) => sheets.get(at) ?? flagged(scored(at), at))
  return {
    configuration,
    history,
    evaluator,
    sheet,
    scored,
    shown,
    exceptions: (at) => exceptionsAt(scoring, at),
    results: (at) => resultsFor(sheet(at), at),
  }
}

const unflagged = (sheet: ScoreSheet | undefined) => sheet && { ...sheet, flags: [] }

/** What was made for the last so many snapshots is kept. */
function remember<T>(limit: number, make: (at: number) => T): (at: number) => T {
  const made = new Map<number, T>()
  return (at) => {
    const value = made.get(at) ?? make(at)
    made.delete(at)
    made.set(at, value)
    for (const [oldest] of made) if (made.size > limit) made.delete(oldest)
    return value
  }
}

const numbers = (values: Float64Array): NumberColumn => ({ type: 'number', values })
