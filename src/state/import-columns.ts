import type { ColumnType } from '../core/table/column.ts'
import type { ColumnReview, Inspection, Review } from '../../workers/protocol.ts'
import { roleOf, type ColumnRole, type ImportChoices } from './import-choices.ts'

/** One column as the review shows it: what was chosen, what was found, and which of it is a guess. */
export interface ColumnView {
  readonly index: number
  readonly header: string
  readonly role: ColumnRole
  readonly roleGuessed: boolean
  readonly type: ColumnType
  readonly typeGuessed: boolean
  /** Null until the whole file was read. */
  readonly found: ColumnReview | null
}

/** The key comes first, so that it stays in sight; the others keep the order of the file. */
export function columnViews(
  choices: ImportChoices,
  inspection: Inspection,
  review: Review | null,
): readonly ColumnView[] {
  const found = new Map(review?.columns.map((column) => [column.index, column]))
  const guessed = new Map(inspection.plan.columns.map((column) => [column.index, column]))
  const views = choices.plan.columns.map((column): ColumnView => {
    const reviewed = found.get(column.index) ?? null
    const role = roleOf(choices, column)
    const before = guessed.get(column.index)
    return {
      index: column.index,
      header: column.header,
      role,
      roleGuessed:
        inspection.knownSource === null &&
        before !== undefined &&
        roleOf(inspection, before) === role,
      type: column.type ?? reviewed?.type ?? 'text',
      typeGuessed: column.type === null && reviewed !== null && !reviewed.certain,
      found: reviewed,
    }
  })
  return [...views.filter(isKey), ...views.filter((view) => !isKey(view))]
}

const isKey = ({ role }: ColumnView): boolean => role === 'key'

export interface SampleRow {
  /** The line of the file; null while only its beginning was read. */
  readonly line: number | null
  readonly cells: readonly string[]
}

const SAMPLE_ROWS = 5

export function sampleRows(inspection: Inspection, review: Review | null): readonly SampleRow[] {
  const rows = review?.sample ?? inspection.sample.map((cells) => ({ line: null, cells }))
  return rows.slice(0, SAMPLE_ROWS)
}
