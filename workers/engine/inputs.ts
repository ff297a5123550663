import { labelOf } from '../../src/core/model/label.ts'
import { columnsNeeded } from '../../src/core/score/needs.ts'
import type { InputLine } from '../protocol/account.ts'
import { cellOf } from './cells.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'

const MOST_INPUTS = 200

/** What is known of an account on the day: calculated columns, those that the configuration reads, then the others as they came. */
export async function inputsOf(
  open: OpenWorkspace,
  view: DayView,
  row: number,
): Promise<InputLine[]> {
  return [...derivedInputs(open, view, row), ...(await storedInputs(open, view, row))].slice(
    0,
    MOST_INPUTS,
  )
}

function derivedInputs(open: OpenWorkspace, view: DayView, row: number): InputLine[] {
  const before = view.before
  const rowBefore = before?.rows[row] ?? -1
  return (open.configuration?.derived ?? []).map((derived) => {
    const column = (at: number) => view.scorer?.evaluator.column(derived.id, at) ?? undefined
    return {
      id: derived.id,
      label: labelOf(derived),
      now: cellOf(column(view.at), row),
      before: before ? cellOf(column(before.at), rowBefore) : null,
      source: '',
      asOf: null,
    }
  })
}

async function storedInputs(open: OpenWorkspace, view: DayView, row: number): Promise<InputLine[]> {
  const { configuration, deliveries, portfolio } = open
  const read = configuration ? columnsNeeded(configuration).now : new Set<string>()
  const columns = [...(portfolio.manifests[view.at]?.columns ?? [])]
    .sort((a, b) => Number(read.has(b.id)) - Number(read.has(a.id)))
    .slice(0, MOST_INPUTS)
  const ids = columns.map(({ id }) => id)
  const now = (await portfolio.load(view.at, ids)).columns
  const before = view.before && (await portfolio.load(view.before.at, ids)).columns
  const rowBefore = view.before?.rows[row] ?? -1
  const sources = new Map(deliveries.map(({ id, sourceName }) => [id, sourceName]))
  return columns.map(({ id, label, delivery, asOf }) => ({
    id,
    label,
    now: cellOf(now.get(id), row),
    before: before ? cellOf(before.get(id), rowBefore) : null,
    source: sources.get(delivery) ?? '',
    asOf,
  }))
}
