import type { ColumnPlan, ReadingPlan } from '../core/source/plan.ts'
import type { ColumnType } from '../core/table/column.ts'
import type { CellFormat } from '../core/table/value/format.ts'
import type { ColumnReview, Inspection, Review } from '../../workers/protocol/review.ts'
import { isAdjusted } from './adjustments.ts'
import { COLUMN_ROLES, roleOf, type ColumnRole, type ImportChoices } from './import-choices.ts'

/** Its name in the file; where it has none, its id. */
export const shownName = ({
  header,
  id,
}: {
  readonly header: string
  readonly id: string
}): string => (header.trim() === '' ? id : header)

/** The name of the column at a place; empty where none is there. */
export function nameAt(columns: readonly ColumnPlan[], place: number): string {
  const found = columns.find(({ index }) => index === place)
  return found ? shownName(found) : ''
}

/** One column as the review shows it: what was chosen, what was found, and which of it is a guess. */
export interface ColumnView {
  readonly index: number
  readonly header: string
  readonly role: ColumnRole
  readonly roleGuessed: boolean
  /** The parts it can play: what a model in force scores is changed there. */
  readonly roles: readonly ColumnRole[]
  readonly type: ColumnType
  readonly typeGuessed: boolean
  /** As it was chosen, else as the whole column decided. */
  readonly format: CellFormat
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
  const decided = new Map(
    decidedColumns(choices.plan, review).map((one) => [one.index, one.format]),
  )
  const guessed = new Map(inspection.plan.columns.map((column) => [column.index, column]))
  const factors = factorsIn(review)
  const views = choices.plan.columns.map((column): ColumnView => {
    const reviewed = found.get(column.index) ?? null
    const { adjustments } = choices.roles
    const chosen = partOf(choices, column)
    const isFactor =
      !choices.plan.events &&
      chosen === 'kept' &&
      factors.has(column.id) &&
      !isAdjusted(adjustments, column.id, 'leave-out')
    const role = isFactor ? 'factor' : chosen
    const before = guessed.get(column.index)
    return {
      index: column.index,
      header: shownName(column),
      role,
      roleGuessed:
        inspection.knownSource === null &&
        before !== undefined &&
        !adjustments?.some(({ factor, change }) => factor === column.id && change !== 'turn') &&
        partOf(inspection, before) === chosen,
      roles: choices.plan.events ? EVENT_ROLES : rolesFor(role, review, column.id),
      type: column.type ?? reviewed?.type ?? 'text',
      typeGuessed: column.type === null && reviewed !== null && !reviewed.certain,
      format: decided.get(column.index) ?? column.format,
      found: reviewed,
    }
  })
  return [...views.filter(isKey), ...views.filter((view) => !isKey(view))]
}

function partOf(choices: ImportChoices, column: ColumnPlan): ColumnRole {
  const role = roleOf(choices, column)
  return choices.plan.events && !EVENT_ROLES.includes(role) ? 'kept' : role
}

/** Columns that the model reads by themselves. */
function factorsIn(review: Review | null): ReadonlySet<string> {
  const inputs = review?.configuration?.value.models.flatMap(({ groups }) =>
    groups.flatMap((group) => group.factors.map(({ input }) => input)),
  )
  return new Set(inputs?.map((input) => /^days_since\((\w+)\)$/.exec(input)?.[1] ?? input))
}

/** What happened has no part itself: what it comes to has. */
const EVENT_ROLES: readonly ColumnRole[] = ['key', 'kept', 'ignored']

/** A column can become a factor where a model is proposed and its values have an order. */
function rolesFor(role: ColumnRole, review: Review | null, id: string): readonly ColumnRole[] {
  const reasons = review?.configuration?.reasons ?? review?.advice?.reasons ?? []
  const mayCount = reasons.some(
    ({ column, factor, mayCount }) => column === id && (mayCount || factor === id),
  )
  const isInForce = review?.configuration?.origin === 'in-force'
  return COLUMN_ROLES.filter((one) => {
    if (one === 'factor') return role === 'factor' || mayCount
    return one !== 'kept' || role !== 'factor' || !isInForce
  })
}

const isKey = ({ role }: ColumnView): boolean => role === 'key'

/** The columns as they are read: what was chosen, and for the rest what the whole column decided. */
export function decidedColumns(plan: ReadingPlan, review: Review | null): readonly ColumnPlan[] {
  const decided = new Map(review?.plan.columns.map((column) => [column.index, column]))
  return plan.columns.map((column) => {
    const found = decided.get(column.index)
    if (!found) return column
    const format = { ...found.format, ...column.format }
    return { ...column, type: column.type ?? found.type, format }
  })
}

export interface SampleRow {
  /** The line of the file; null while only its beginning was read. */
  readonly line: number | null
  readonly cells: readonly string[]
}

const SAMPLE_ROWS = 5

/** Columns that are left out are not read again: theirs are shown from the beginning of the file. */
export function sampleRows(inspection: Inspection, review: Review | null): readonly SampleRow[] {
  const first = inspection.sample.map((cells) => ({ line: null, cells }))
  if (!review) return first.slice(0, SAMPLE_ROWS)
  const ignored = new Set(review.columns.filter(({ ignore }) => ignore).map(({ index }) => index))
  return review.sample.slice(0, SAMPLE_ROWS).map(({ line, cells }, row) => ({
    line,
    cells: cells.map((cell, index) =>
      ignored.has(index) ? (inspection.sample[row]?.[index] ?? cell) : cell,
    ),
  }))
}
