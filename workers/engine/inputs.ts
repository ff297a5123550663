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
  const derived = await derivedInputs(open, view, row)
  return [...derived, ...(await storedInputs(open, view, row))].slice(0, MOST_INPUTS)
}

function derivedInputs(open: OpenWorkspace, view: DayView, row: number): Promise<InputLine[]> {
  const { before } = view
  const rowBefore = before?.rows[row] ?? -1
  const cell = async (id: string, at: number, place: number) =>
    cellOf((await open.scores.column(id, at)) ?? undefined, place)
  return Promise.all(
    (open.configuration?.derived ?? []).map(async (derived) => ({
      id: derived.id,
      label: labelOf(derived),
      now: await cell(derived.id, view.at, row),
      before: before ? await cell(derived.id, before.at, rowBefore) : null,
      source: '',
      asOf: null,
    })),
  )
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
