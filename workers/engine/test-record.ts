import type { AccountIndex } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { declaredColumns, declaredTypes } from '../../src/core/model/declared-columns.ts'
import { effectOf, partsOfEffect } from '../../src/core/score/exceptions.ts'
import { explainScore } from '../../src/core/score/explain/explain.ts'
import { columnsNeeded } from '../../src/core/score/needs.ts'
import { scoreAlone, type Values } from '../../src/core/score/score-alone.ts'
import type { Scorer } from '../../src/core/score/scorer.ts'
import { NO_BAND, NO_MODEL } from '../../src/core/score/sheet.ts'
import { toIsoDay } from '../../src/core/table/day.ts'
import { Refused } from '../../src/store/problems.ts'
import { PAGE_ROWS, type Cell } from '../protocol/figures.ts'
import type { ColumnSummary } from '../protocol/opened.ts'
import type { ExceptionStep, RecordQuestion, RecordTrace } from '../protocol/record.ts'
import { explanationLines } from './account.ts'
import { cellOf } from './cells.ts'
import { columnSummaries } from './columns.ts'
import type { DayView } from './day-view.ts'
import { knownTypes, type OpenWorkspace } from './open-workspace.ts'

/** One account, or what was typed, through a configuration that may not be in force. */
export async function traceRecord(
  open: OpenWorkspace,
  view: DayView,
  { configuration, record }: RecordQuestion,
): Promise<RecordTrace> {
  const columns = columnsRead(open, configuration)
  const types = typesOf(open, configuration)
  if (record.kind === 'values') {
    const { values, model } = record
    const circumstances = { model: model ?? undefined, types }
    const scorer = scoreAlone(configuration, [values], { ...circumstances, day: view.day })
    const steps = stepsOf(scorer, 0, 0, configuration)
    const asExample = exampleOf(configuration, values, circumstances)
    return { name: null, columns, values, ...steps, asExample }
  }
  const { row, values } = await valuesOf(open, view, columns, record.account)
  const scorer = await open.drafts.scores(configuration).scorerAt(view.at)
  if (!scorer) throw new Error('invalid scorer: a configuration was given')
  const steps = stepsOf(scorer, view.at, row, configuration)
  const model = steps.model === null ? undefined : configuration.models[steps.model]?.id
  const asExample = exampleOf(configuration, values, { model, types })
  return { name: view.nameAt(row), columns, values, ...steps, asExample }
}

/** Of the stored columns those that decide a score, as people know them. */
function columnsRead(open: OpenWorkspace, configuration: Configuration): ColumnSummary[] {
  const { now } = columnsNeeded({ ...configuration, flags: [] })
  return columnSummaries(open)
    .filter(({ id }) => now.has(id))
    .slice(0, PAGE_ROWS)
}

const typesOf = (open: OpenWorkspace, configuration: Configuration) =>
  new Map([
    ...declaredTypes(configuration, declaredColumns(configuration)),
    ...knownTypes(open.deliveries),
  ])

async function valuesOf(
  open: OpenWorkspace,
  view: DayView,
  columns: readonly ColumnSummary[],
  account: AccountIndex,
): Promise<{ row: number; values: Values }> {
  const row = view.rowOf(account)
  if (row < 0) throw new Refused({ code: 'no-such-account' })
  const loaded = (
    await open.portfolio.load(
      view.at,
      columns.map(({ id }) => id),
    )
  ).columns
  const values = columns.map(({ id }) => [id, written(cellOf(loaded.get(id), row))] as const)
  return { row, values: Object.fromEntries(values) }
}

function written(cell: Cell): Values[string] {
  if (cell.type === 'missing') return null
  return cell.type === 'date' ? toIsoDay(cell.value) : cell.value
}

/** `scorer` may have fewer models than the configuration, or other scales: it says which model scores. */
function stepsOf(scorer: Scorer, at: number, row: number, { models }: Configuration) {
  const sheet = scorer.sheet(at)
  const explained = explainScore(scorer, at, row)
  const place = sheet.models[row] as number
  const own = place === NO_MODEL ? undefined : scorer.configuration.models[place]
  const band = sheet.bands[row] as number
  const { groups, raw, rawPrinted } = explanationLines(explained, row)
  return {
    included: sheet.included[row] === 1,
    model: own ? models.findIndex(({ id }) => id === own.id) : null,
    coverage: explained.coverage,
    groups,
    raw,
    rawPrinted,
    exceptions: exceptionSteps(scorer, at, row, raw),
    final: explained.final,
    shown: explained.shown,
    band: band === NO_BAND ? null : band,
  }
}

function exceptionSteps(scorer: Scorer, at: number, row: number, raw: number | null) {
  const place = scorer.sheet(at).models[row] as number
  const { exceptions = [] } = scorer.configuration.models[place] ?? {}
  let score = raw
  return exceptions.map((exception, i): ExceptionStep => {
    const holds = scorer.exceptions(at)[place]?.[i]?.[row] === 1
    const before = score
    if (holds && score !== null) score = effectOf(exception.then)(score)
    const { kind: effect, amount } = partsOfEffect(exception.then)
    const { id, reason, when } = exception
    return { id, reason, effect, amount, when, holds, before, after: score }
  })
}

function exampleOf(
  configuration: Configuration,
  values: Values,
  circumstances: Omit<Parameters<typeof scoreAlone>[2], 'day'>,
): RecordTrace['asExample'] {
  const sheet = scoreAlone(configuration, [values], { ...circumstances, day: null }).sheet(0)
  const [shown = NaN, band = NO_BAND] = [sheet.shown[0], sheet.bands[0]]
  return {
    score: Number.isNaN(shown) ? null : shown,
    band: configuration.bands[band]?.id ?? null,
  }
}
