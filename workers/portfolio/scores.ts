import type { Configuration } from '../../src/core/model/configuration.ts'
import { createEvaluator, type Results } from '../../src/core/formula/evaluate.ts'
import { parseFormula } from '../../src/core/formula/parse.ts'
import type { Formula } from '../../src/core/formula/tree.ts'
import type { Column } from '../../src/core/table/column.ts'
import type { ScoreCache } from '../../src/core/score/cache.ts'
import { columnsNeededAt, columnsReadBy } from '../../src/core/score/needs.ts'
import { createScorer, type Scorer } from '../../src/core/score/scorer.ts'
import { NO_BAND, NO_MODEL, type ScoreSheet } from '../../src/core/score/sheet.ts'
import type { Snapshot } from '../../src/core/history/snapshot.ts'
import type { Portfolio } from './portfolio.ts'

/** The score sheets of a portfolio under one configuration: the columns they need are loaded first, each sheet is made once. */
export class Scores {
  readonly #portfolio: Portfolio
  readonly #configuration: Configuration | null
  readonly #scorer: Scorer | null

  /** A cache that is given serves several configurations of one portfolio; a sheet that is given is not made again. */
  constructor(
    portfolio: Portfolio,
    configuration: Configuration | null,
    cache?: ScoreCache,
    known: ScoreSheet | null = null,
  ) {
    this.#portfolio = portfolio
    this.#configuration = configuration
    const sheets = new Map(known ? [[portfolio.at(known.day), known]] : [])
    this.#scorer =
      configuration && createScorer(configuration, portfolio.history, cache, { sheets })
  }

  /** Null where there is no configuration. Snapshots before `at` are loaded as far as the configuration looks back. */
  async scorerAt(at: number): Promise<Scorer | null> {
    if (!this.#configuration) return null
    const needed = columnsNeededAt(this.#configuration, this.#portfolio.history, at)
    for (const [place, ids] of needed) await this.#portfolio.load(place, ids)
    return this.#scorer
  }

  /** What an expression of filters comes to; without a configuration it has columns alone. `results` stand in for those of this configuration. */
  async evaluate(formula: Formula, at: number, results?: Results): Promise<Column> {
    const { history } = this.#portfolio
    const scorer = await this.scorerAt(at)
    await this.load(formula, at)
    const evaluator = scorer?.evaluator ?? createEvaluator({ history, derived: new Map() })
    return evaluator.evaluate(formula, at, results ?? scorer?.results(at))
  }

  /** Makes all readable that an expression reads, scores of earlier snapshots too. */
  async load(formula: Formula, at: number): Promise<void> {
    const needed = columnsReadBy(formula, this.#configuration, this.#portfolio.history, at)
    for (const [place, ids] of needed) await this.#portfolio.load(place, ids)
  }

  /** A stored column, or a derived one after all that it reads was loaded; null where there is neither. */
  async column(id: string, at: number): Promise<Column | null> {
    const parsed = parseFormula(id)
    if (!parsed.ok) return null
    await this.load(parsed.value, at)
    const stored = this.#portfolio.history[at]?.columns.get(id)
    return stored ?? this.#scorer?.evaluator.column(id, at) ?? null
  }

  async sheet(at: number): Promise<ScoreSheet> {
    const scorer = await this.scorerAt(at)
    return scorer ? scorer.sheet(at) : unscored(this.#portfolio.history[at] as Snapshot)
  }

  /** Without flags. */
  async scored(at: number): Promise<ScoreSheet> {
    const scorer = await this.scorerAt(at)
    return scorer ? scorer.scored(at) : unscored(this.#portfolio.history[at] as Snapshot)
  }
}

/** Without a configuration everybody is a customer, and nobody is scored. */
function unscored({ day, accounts }: Snapshot): ScoreSheet {
  const numbers = () => new Float64Array(accounts.length).fill(NaN)
  return {
    day,
    accounts,
    included: new Uint8Array(accounts.length).fill(1),
    models: new Uint8Array(accounts.length).fill(NO_MODEL),
    raw: numbers(),
    final: numbers(),
    shown: numbers(),
    bands: new Uint8Array(accounts.length).fill(NO_BAND),
    coverage: new Float64Array(accounts.length),
    factors: [],
    groups: [],
    flags: [],
  }
}
