import type { ColumnSummary } from '../protocol/opened.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** The columns of a snapshot, or of all where none is named, under the names that people know them by. */
export function columnSummaries(open: OpenWorkspace, at?: number): ColumnSummary[] {
  const manifests =
    at === undefined ? open.portfolio.manifests : open.portfolio.manifests.slice(at, at + 1)
  const summaries = manifests.flatMap(({ columns }) =>
    columns.map(({ id, label, type }) => [id, { id, label, type }] as const),
  )
  return [...new Map(summaries).values()]
}
