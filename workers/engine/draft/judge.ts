import { riskBands } from '../../../src/core/model/bands.ts'
import type { Band, Configuration } from '../../../src/core/model/configuration.ts'
import type { Scorer } from '../../../src/core/score/scorer.ts'
import type { ScoreSheet } from '../../../src/core/score/sheet.ts'
import { judgedTwice, type Judged } from '../../../src/core/view/effect.ts'
import { figuresOf } from '../../../src/core/view/figures.ts'
import type { Scores } from '../../portfolio/scores.ts'
import type { JudgedPortfolio } from '../../protocol/draft.ts'
import type { OpenWorkspace } from '../open-workspace.ts'

/** One snapshot under one configuration, without flags. */
export interface Side {
  readonly configuration: Configuration | null
  readonly bands: readonly Band[]
  readonly scorer: Scorer | null
  readonly sheet: ScoreSheet
  readonly values: Float64Array | null
}

export interface Sides {
  readonly at: number
  readonly before: Side
  readonly after: Side
  readonly judged: Judged
}

/** `before` null is the configuration in force. Both are ones that load. */
export async function judgeBoth(
  open: OpenWorkspace,
  at: number,
  configurations: { readonly before: Configuration | null; readonly after: Configuration },
): Promise<Sides> {
  const { before: other } = configurations
  const before = other
    ? await sideOf(open, at, other, open.drafts.scores(other))
    : await sideOf(open, at, open.configuration, open.scores)
  const scores = open.drafts.scores(configurations.after)
  const after = await sideOf(open, at, configurations.after, scores)
  const rowsOf = ({ sheet, bands }: Side) => ({ rows: sheet, bands })
  return { at, before, after, judged: judgedTwice(rowsOf(before), rowsOf(after)) }
}

export async function sideOf(
  open: OpenWorkspace,
  at: number,
  configuration: Configuration | null,
  scores: Scores,
): Promise<Side> {
  const scorer = await scores.scorerAt(at)
  const value = configuration?.account.value
  const { columns } = await open.portfolio.load(at, value === undefined ? [] : [value])
  const column =
    value === undefined ? null : (columns.get(value) ?? scorer?.evaluator.column(value, at))
  return {
    configuration,
    bands: configuration?.bands ?? [],
    scorer,
    sheet: await scores.scored(at),
    values: column?.type === 'number' ? column.values : null,
  }
}

export function portfolioOf({ configuration, sheet, values }: Side): JudgedPortfolio {
  const risk = configuration ? riskBands(configuration) : []
  const figures = figuresOf(sheet, risk, values)
  return {
    accounts: figures.accounts,
    average: figures.average,
    valueAtRisk: figures.valueAtRisk,
    counts: figures.counts,
    values: figures.values,
  }
}
