import { segmentsBy } from '../../src/core/view/segments.ts'
import type { ColumnSummary } from '../protocol/opened.ts'
import type { SegmentsTable } from '../protocol/segments.ts'
import { columnSummaries } from './columns.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'

const SHOWN_SEGMENTS = 100

/** The portfolio by one attribute; an attribute that the snapshot does not have falls back to the first one offered. */
export async function segmentsTable(
  open: OpenWorkspace,
  view: DayView,
  attribute: string,
): Promise<SegmentsTable> {
  const attributes = attributesOf(open, view.at)
  const chosen = attributes.find(({ id }) => id === attribute) ?? attributes[0]
  const { versions } = view
  if (!chosen) return { attributes, attribute: null, versions, lines: [], more: 0 }
  const column = (await open.portfolio.load(view.at, [chosen.id])).columns.get(chosen.id)
  const now = segmentsBy(column ?? null, view.sheet, open.riskBands, view.values)
  const before = await averagesBefore(open, view, chosen.id)
  return {
    attributes,
    attribute: chosen.id,
    versions,
    lines: now.slice(0, SHOWN_SEGMENTS).map(({ label, figures }) => ({
      label: label === '' ? null : label,
      count: figures.accounts,
      value: figures.totalValue,
      valueAtRisk: figures.valueAtRisk,
      averageScore: { now: figures.average, before: before.get(label.toLowerCase()) ?? null },
      bands: figures.counts.slice(0, -1),
      notScored: figures.notScored,
    })),
    more: Math.max(0, now.length - SHOWN_SEGMENTS),
  }
}

/** The configuration's segments first, then every other column that a portfolio can be told apart by. */
export function attributesOf(open: OpenWorkspace, at: number): ColumnSummary[] {
  const roles = open.configuration?.account
  const named = new Set([roles?.key, roles?.name])
  const all = columnSummaries(open, at).filter(
    ({ id, type }) => (type === 'text' || type === 'boolean') && !named.has(id),
  )
  const chosen = roles?.segments ?? []
  const place = (id: string) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length)
  return all.sort((a, b) => place(a.id) - place(b.id))
}

async function averagesBefore(
  open: OpenWorkspace,
  view: DayView,
  id: string,
): Promise<Map<string, number | null>> {
  if (!view.before) return new Map()
  const column = (await open.portfolio.load(view.before.at, [id])).columns.get(id)
  if (!column) return new Map()
  const segments = segmentsBy(column, view.before.sheet, open.riskBands, null)
  return new Map(segments.map(({ label, figures }) => [label.toLowerCase(), figures.average]))
}
