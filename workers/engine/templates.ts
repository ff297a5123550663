import { namesUsed } from '../../src/core/formula/names.ts'
import { parseFormula } from '../../src/core/formula/parse.ts'
import { distinctIn } from '../../src/core/model/propose/found-values.ts'
import type { FoundColumn, ProposalInput } from '../../src/core/model/propose/proposal.ts'
import { fillTemplate } from '../../src/core/model/templates/fill.ts'
import { templateOf } from '../../src/core/model/templates/templates.ts'
import { columnsNeededAt } from '../../src/core/score/needs.ts'
import type { Column } from '../../src/core/table/column.ts'
import { isMissingAt } from '../../src/core/table/texts.ts'
import type { FilledTemplate, TemplateQuestion } from '../protocol/templates.ts'
import { columnSummaries } from './columns.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** A template over the columns of one day, derived ones of the configuration in force too. */
export async function filledTemplate(
  open: OpenWorkspace,
  view: DayView,
  { template, mapping }: TemplateQuestion,
): Promise<FilledTemplate> {
  const input = await inputOf(open, view, Object.values(mapping))
  const earlier = open.portfolio.history.slice(0, view.at).map(({ day }) => view.day - day)
  return fillTemplate(templateOf(template), input, mapping, { base: open.configuration, earlier })
}

async function inputOf(
  open: OpenWorkspace,
  view: DayView,
  mapped: readonly string[],
): Promise<ProposalInput> {
  const { configuration, roles } = open
  const ids = [...new Set([...mapped, ...namesIn(configuration?.account.include)])]
  const columns = await columnsOf(open, view, ids)
  const labels = new Map(columnSummaries(open, view.at).map(({ id, label }) => [id, label]))
  for (const { id, name } of configuration?.derived ?? []) labels.set(id, name ?? id)
  const rows = Uint32Array.from(view.sheet.accounts.keys())
  const { key, ...others } = configuration?.account ?? { key: keyOf(open), ...roles }
  return {
    key,
    rows: rows.length,
    day: view.day,
    roles: others,
    columns: [...columns].map(([id, column]) =>
      foundColumn(id, labels.get(id) ?? id, column, rows),
    ),
  }
}

function namesIn(include: string | undefined): readonly string[] {
  const formula = include === undefined ? null : parseFormula(include)
  return formula?.ok ? [...namesUsed(formula.value).names] : []
}

/** Stored columns as they are, derived ones computed: what they read is brought first. */
async function columnsOf(
  open: OpenWorkspace,
  { at }: DayView,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Column>> {
  const { configuration, portfolio } = open
  if (configuration)
    for (const [place, needed] of columnsNeededAt(configuration, portfolio.history, at, ids))
      await portfolio.load(place, needed)
  const { columns } = await portfolio.load(at, ids)
  const scorer = await open.scores.scorerAt(at)
  const found = ids.map((id) => [id, columns.get(id) ?? scorer?.evaluator.column(id, at)] as const)
  return new Map(found.flatMap(([id, column]) => (column ? [[id, column] as const] : [])))
}

function foundColumn(id: string, header: string, column: Column, rows: Uint32Array): FoundColumn {
  let present = 0
  for (let row = 0; row < rows.length; row++) if (!isMissingAt(column, row)) present++
  return { id, header, column, present, distinct: distinctIn(column, rows, 2) }
}

/** What the newest delivery was joined by. */
function keyOf({ deliveries }: OpenWorkspace): string {
  const { key, columns } = deliveries.at(-1)?.plan ?? { key: { by: 'row-number' }, columns: [] }
  return (key.by === 'column' && columns[key.index]?.id) || 'key'
}
