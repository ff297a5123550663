import type { AccountIndex } from '../../src/core/brand.ts'
import { findAccount } from '../../src/core/history/recorded.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { labelOf } from '../../src/core/model/label.ts'
import { columnsNeededAt } from '../../src/core/score/needs.ts'
import { createScorer } from '../../src/core/score/scorer.ts'
import type { ScoreSheet } from '../../src/core/score/sheet.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { AccountHistory } from '../protocol/account-history.ts'
import { maybeNumber } from './cells.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import type { OnProgress } from './past-scores.ts'

type Point = AccountHistory['points'][number]

/** A snapshot and the configuration that it is seen under. */
interface Step {
  readonly at: number
  readonly version: number
  readonly configuration: Configuration | null
}

/** Every snapshot up to the view's is scored whole, one after the other, in columns that are let go again. */
export async function accountHistoryOf(
  open: OpenWorkspace,
  view: DayView,
  account: AccountIndex,
  onProgress: OnProgress,
): Promise<AccountHistory> {
  const factors = factorsAt(view, account)
  const ids = factors.map(({ id }) => id)
  const steps = await stepsOf(open, view)
  const own = open.portfolio.apart()
  const points: Point[] = []
  let held = bring(own, steps[0])
  for (const [i, step] of steps.entries()) {
    const next = steps[i + 1]
    const columns = await held
    // The store reads the next one while this one is scored.
    held = bring(own, next)
    points.push(pointAt(own, step, account, ids))
    const kept = next?.configuration ? needed(own, next) : new Map()
    for (const [place, names] of columns)
      own.release(
        place,
        [...names].filter((id) => !kept.get(place)?.has(id)),
      )
    onProgress((i + 1) / steps.length)
  }
  return { factors, points }
}

function factorsAt({ scorer, at }: DayView, account: AccountIndex) {
  if (!scorer) return []
  const sheet = scorer.sheet(at)
  const row = findAccount(sheet.accounts, account)
  const model = scorer.configuration.models[sheet.models[row] as number]
  return model
    ? model.groups
        .flatMap(({ factors }) => factors)
        .map((factor) => ({ id: factor.id, name: labelOf(factor) }))
    : []
}

async function stepsOf(open: OpenWorkspace, view: DayView): Promise<Step[]> {
  const places = Array.from({ length: view.at + 1 }, (_, place) => place)
  const restated = { version: open.current?.version ?? 0, configuration: open.configuration }
  if (view.seen === 'restated') return places.map((at) => ({ at, ...restated }))
  const recorded = await open.recorded.some(places)
  return places.map((at) => {
    const version = recorded[at] ? open.past.of(recorded[at].configurationVersion) : null
    return {
      at,
      version: version?.record.version ?? 0,
      configuration: version?.configuration ?? null,
    }
  })
}

const needed = (portfolio: Portfolio, { at, configuration }: Step) =>
  columnsNeededAt(configuration as Configuration, portfolio.history, at)

async function bring(portfolio: Portfolio, step: Step | undefined) {
  if (!step?.configuration) return new Map<number, ReadonlySet<string>>()
  const columns = needed(portfolio, step)
  await Promise.all([...columns].map(([place, ids]) => portfolio.load(place, ids)))
  return columns
}

function pointAt(
  portfolio: Portfolio,
  { at, version, configuration }: Step,
  account: AccountIndex,
  ids: readonly string[],
): Point {
  const { day, accounts } = portfolio.history[at]!
  const row = findAccount(accounts, account)
  const none = { day, version, factors: ids.map(() => null), flags: [] }
  if (row < 0 || !configuration) return none
  const sheet = createScorer(configuration, portfolio.history).sheet(at)
  return {
    ...none,
    factors: ids.map((id) => factorScore(sheet, id, row)),
    flags: (configuration.flags ?? [])
      .filter((_, flag) => sheet.flags[flag]?.[row] === 1)
      .map(labelOf),
  }
}

function factorScore(sheet: ScoreSheet, id: string, row: number): number | null {
  const model = sheet.models[row]
  const factor = sheet.factors.find((one) => one.id === id && one.model === model)
  return maybeNumber(factor?.scores[row])
}
