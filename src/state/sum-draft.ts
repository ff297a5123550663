import { checkFormula } from '../core/formula/check.ts'
import { parseFormula } from '../core/formula/parse.ts'
import { nameSum, sumId, withSpan } from '../core/model/propose/name-sum.ts'
import type { FormulaProblem } from '../core/problem.ts'
import { AGGREGATES, type Aggregate, type EventColumn } from '../core/source/event-plan.ts'
import type { ColumnType } from '../core/table/column.ts'

/** A column of a file of events, and what it is called. */
export interface EventFileColumn {
  readonly id: string
  readonly label: string
  readonly type: ColumnType
}

/** What a sum may be made of. */
export interface SumSources {
  readonly columns: readonly EventFileColumn[]
  /** What its rows are: tickets. */
  readonly rows: string
  /** Rows without a day have no window. */
  readonly isDated: boolean
  /** The ids of columns of accounts that other files bring. */
  readonly taken: ReadonlySet<string>
}

/** A sum while it is written. */
export interface SumDraft extends Omit<EventColumn, 'id'> {
  /** Nobody has named it: the name follows what is chosen. */
  readonly isNameProposed: boolean
}

const DAYS = 90

export const newSum = ({ rows, isDated }: SumSources): SumDraft => {
  const counted = { aggregate: 'count', windowDays: isDated ? DAYS : null } as const
  const label = nameSum(counted, rows)
  return { ...counted, label, from: null, where: null, empty: 0, isNameProposed: true }
}

export const draftOfSum = ({ id: _, ...column }: EventColumn): SumDraft => ({
  ...column,
  isNameProposed: true,
})

/** The ways that a column of a type can be put together in. */
const FITS: { readonly [type in ColumnType]: ReadonlySet<Aggregate> } = {
  number: new Set(AGGREGATES),
  boolean: new Set(['mean', 'first', 'last', 'distinct']),
  date: new Set(['min', 'max', 'first', 'last', 'distinct']),
  text: new Set(['first', 'last', 'distinct']),
}

export const columnsFor = (
  aggregate: Aggregate,
  { columns }: Pick<SumSources, 'columns'>,
): readonly EventFileColumn[] =>
  aggregate === 'count' ? [] : columns.filter(({ type }) => FITS[type].has(aggregate))

/** Those for which there is a column. */
export const aggregatesFor = (sources: SumSources): readonly Aggregate[] =>
  AGGREGATES.filter((one) => one === 'count' || columnsFor(one, sources).length > 0)

/** What is made of what, with a column that fits, what an account without a row then has, and the name that says so. */
export function withMade(
  draft: SumDraft,
  change: Partial<Pick<SumDraft, 'aggregate' | 'from'>>,
  sources: SumSources,
): SumDraft {
  const next = { ...draft, ...change }
  const fitting = columnsFor(next.aggregate, sources)
  const from = fitting.find(({ id }) => id === next.from) ?? fitting[0]
  const isNought = next.aggregate === 'count' || next.aggregate === 'sum'
  const empty = change.aggregate === undefined ? next.empty : isNought ? 0 : null
  const label = draft.isNameProposed
    ? free(nameSum(next, from?.label ?? sources.rows), sources)
    : draft.label
  return { ...next, from: from?.id ?? null, empty, label }
}

export function withWindow(
  draft: SumDraft,
  windowDays: number | null,
  sources: SumSources,
): SumDraft {
  const named = free(withSpan(draft.label, { ...draft, windowDays }), sources)
  return { ...draft, windowDays, label: draft.isNameProposed ? named : draft.label }
}

/** What another file calls so too is told apart by what the rows are. */
const free = (label: string, { rows, taken }: SumSources): string =>
  taken.has(sumId(label)) ? upperFirst(`${rows} ${label}`) : label

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What keeps it from being added up so. `taken`: the ids of the other columns of accounts. */
export interface SumProblems {
  readonly where: readonly FormulaProblem[]
  readonly name: 'empty' | 'taken' | null
  readonly window: boolean
}

export function problemsOfSum(
  draft: SumDraft,
  before: EventColumn | null,
  { columns }: Pick<SumSources, 'columns'>,
  taken: ReadonlySet<string>,
): SumProblems {
  const { windowDays, label } = draft
  const name =
    label.trim() === '' ? 'empty' : taken.has(finished(draft, before).id) ? 'taken' : null
  const isDays = windowDays === null || (Number.isInteger(windowDays) && windowDays >= 1)
  return { where: problemsIn(draft.where, columns), name, window: !isDays }
}

function problemsIn(where: string | null, columns: readonly EventFileColumn[]) {
  if (where === null) return []
  const parsed = parseFormula(where)
  if (!parsed.ok) return parsed.problems
  const types = new Map(columns.map(({ id, type }) => [id, type]))
  const checked = checkFormula(parsed.value, { phase: 'source', columns: types, wanted: 'boolean' })
  // A name that the file does not have is true of no row.
  return [...checked.errors, ...checked.warnings]
}

export const isSound = ({ where, name, window }: SumProblems): boolean =>
  where.length === 0 && name === null && !window

/** The same id as before where it is called the same: the model reads it by that. */
export function finished(draft: SumDraft, before: EventColumn | null): EventColumn {
  const { isNameProposed: _, ...column } = draft
  const label = draft.label.trim()
  return { ...column, label, id: before?.label === label ? before.id : sumId(label) }
}
