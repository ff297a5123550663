import type { Day } from '../core/brand.ts'
import type { KeyRule } from '../core/source/key-rule.ts'
import type { ReadingPlan, ColumnPlan, KeyPlan } from '../core/source/plan.ts'
import type { ColumnType } from '../core/table/column.ts'
import type { CellFormat, DateFormat } from '../core/table/value/format.ts'
import type { Reading, RoleChoices } from '../../workers/protocol/review.ts'
import { isAdjusted, withAdjustment } from './adjustments.ts'

/** What a person can correct before a file is imported. Every function here gives new choices and leaves the old ones as they were. */
export interface ImportChoices {
  readonly plan: ReadingPlan
  readonly roles: RoleChoices
}

/** Gives other choices than those there are: a correction, or for a file whose headers are those of the one before. */
export type Carry = (choices: ImportChoices) => ImportChoices

/** As inspected, for a day that was chosen. */
export const onDay =
  (day: Day): Carry =>
  ({ plan, roles }) => ({ plan: { ...plan, day }, roles })

export const COLUMN_ROLES = [
  'key',
  'name',
  'value',
  'renewal',
  'owner',
  'outcome',
  'segment',
  'factor',
  'kept',
  'ignored',
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

const SINGLE_ROLES = ['name', 'value', 'renewal', 'owner', 'outcome'] as const
type SingleRole = (typeof SINGLE_ROLES)[number]

/** How an ambiguous date was answered: which part comes first, or that the column stays out. */
export type DateOrderAnswer = Exclude<DateFormat, 'ymd'> | 'leave-out'

/** The first role that holds: a column may be the key and the name at once, and is shown as the key. */
export function roleOf({ plan, roles }: ImportChoices, column: ColumnPlan): ColumnRole {
  if (isKey(plan.key, column.index)) return 'key'
  if (column.ignore) return 'ignored'
  const single = SINGLE_ROLES.find((role) => roles[role] === column.id)
  if (single) return single
  if (roles.segments.includes(column.id)) return 'segment'
  return isAdjusted(roles.adjustments, column.id, 'take-in') ? 'factor' : 'kept'
}

const isKey = (key: KeyPlan, index: number): boolean => key.by === 'column' && key.index === index

/** A role that only one column can have is taken from the column that had it; `before` is the one that it was shown in. */
export function withRole(
  choices: ImportChoices,
  index: number,
  role: ColumnRole,
  before: ColumnRole = 'kept',
): ImportChoices {
  const column = choices.plan.columns.find((one) => one.index === index)
  if (!column) throw new Error(`invalid column: ${index}`)
  const freed: ImportChoices = {
    plan: isKey(choices.plan.key, index)
      ? { ...choices.plan, key: { by: 'row-number' } }
      : choices.plan,
    roles: withFactor(withoutColumn(choices.roles, column.id), column.id, role, before),
  }
  const plan = withColumn(freed.plan, index, { ignore: role === 'ignored' })
  if (role === 'key') return { ...freed, plan: withKey(plan, index) }
  return { plan, roles: withRoleOf(freed.roles, column.id, role) }
}

function withoutColumn(roles: RoleChoices, id: string): RoleChoices {
  const freed = Object.fromEntries(
    SINGLE_ROLES.map((role) => [role, roles[role] === id ? null : roles[role]]),
  ) as Record<SingleRole, string | null>
  return { ...roles, ...freed, segments: roles.segments.filter((segment) => segment !== id) }
}

/** The proposal is told where it proposed otherwise; a column with another part is no factor anyway. */
function withFactor(
  roles: RoleChoices,
  id: string,
  role: ColumnRole,
  before: ColumnRole,
): RoleChoices {
  const { adjustments = [] } = roles
  if (role === 'factor' && before !== 'factor')
    return { ...roles, adjustments: withAdjustment(adjustments, id, 'take-in') }
  if (before === 'factor' && (role === 'kept' || role === 'segment'))
    return { ...roles, adjustments: withAdjustment(adjustments, id, 'leave-out') }
  return adjustments.some(({ factor }) => factor === id) && role !== 'factor'
    ? { ...roles, adjustments: adjustments.filter(({ factor }) => factor !== id) }
    : roles
}

function withRoleOf(roles: RoleChoices, id: string, role: ColumnRole): RoleChoices {
  if (role === 'segment') return { ...roles, segments: [...roles.segments, id] }
  const single = SINGLE_ROLES.find((one) => one === role)
  return single ? { ...roles, [single]: id } : roles
}

/** `null`: rows are counted, for no column names the accounts. */
export function withKey(plan: ReadingPlan, index: number | null): ReadingPlan {
  if (index === null) return { ...plan, key: { by: 'row-number' } }
  const rule = plan.key.by === 'column' ? plan.key.rule : 'exact'
  const named = withColumn(plan, index, { ignore: false })
  const events = plan.events && { events: { ...plan.events, through: null } }
  return { ...named, key: { by: 'column', index, rule }, ...events }
}

export const withKeyRule = (plan: ReadingPlan, rule: KeyRule): ReadingPlan =>
  plan.key.by === 'column' ? { ...plan, key: { ...plan.key, rule } } : plan

export const withType = (plan: ReadingPlan, index: number, type: ColumnType | null): ReadingPlan =>
  withColumn(plan, index, { type })

/** How one column is read, in place of what was found. */
export const withReading = (
  plan: ReadingPlan,
  columns: readonly number[],
  { type, format }: Pick<Reading, 'type' | 'format'>,
): ReadingPlan =>
  columns.reduce((changed, index) => withColumn(changed, index, { type, format }), plan)

/** The place of the reading that a person chose; -1 where none was chosen. */
export const chosenReading = (column: ColumnPlan, readings: readonly Reading[]): number =>
  readings.findIndex(
    ({ type, format }) =>
      column.type === type && JSON.stringify(column.format) === JSON.stringify(format),
  )

export const withDay = (plan: ReadingPlan, day: Day): ReadingPlan => ({ ...plan, day })

/** One decimal mark and grouping for all columns: a file is rarely written in two ways. */
export const withNumbers = (
  plan: ReadingPlan,
  numbers: Pick<CellFormat, 'decimal' | 'group'>,
): ReadingPlan => ({
  ...plan,
  columns: plan.columns.map((column) => {
    const { decimal: _decimal, group: _group, ...others } = column.format
    return { ...column, format: { ...others, ...numbers } }
  }),
})

/** One order for the dates of all columns that are, or may be, dates. */
export const withDates = (plan: ReadingPlan, date: DateFormat): ReadingPlan => ({
  ...plan,
  columns: plan.columns.map((column) => ({ ...column, format: { ...column.format, date } })),
})

/** `null`: the usual texts. */
export const withMissing = (plan: ReadingPlan, missing: readonly string[] | null): ReadingPlan => ({
  ...plan,
  columns: plan.columns.map((column) => ({ ...column, missing })),
})

export function withDateOrder(
  plan: ReadingPlan,
  index: number,
  answer: DateOrderAnswer,
): ReadingPlan {
  if (answer === 'leave-out') return withColumn(plan, index, { ignore: true })
  const format = { ...plan.columns.find((one) => one.index === index)?.format, date: answer }
  return withColumn(plan, index, { ignore: false, type: 'date', format })
}

function withColumn(plan: ReadingPlan, index: number, change: Partial<ColumnPlan>): ReadingPlan {
  const columns = plan.columns.map((column) =>
    column.index === index ? { ...column, ...change } : column,
  )
  return { ...plan, columns }
}

export function mayBeDate(plan: ReadingPlan | undefined, index: number): boolean {
  const column = plan?.columns.find((one) => one.index === index)
  return column !== undefined && !column.ignore && (column.type ?? 'date') === 'date'
}

export function hasSameHeaders(a: ReadingPlan, b: ReadingPlan): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.columns.every((column, place) => column.header === b.columns[place]?.header)
  )
}

/** What was chosen for one file, for the next one with the same headers: all but its date and how its bytes are read. */
export const carriedOver = (chosen: ImportChoices, next: ImportChoices): ImportChoices => ({
  plan: { ...chosen.plan, day: next.plan.day, dialect: next.plan.dialect },
  roles: chosen.roles,
})
