import type { Configuration } from '../../core/model/configuration.ts'
import { labelOf } from '../../core/model/label.ts'
import type { ColumnType } from '../../core/table/column.ts'
import { factorsInOrder } from '../../core/model/factors.ts'
import type { ColumnSummary } from '../../../workers/protocol/opened.ts'

/** Something that one can filter by, sort by, or see in a column: an expression, and what it is called. */
export interface Subject {
  readonly text: string
  readonly label: string
  /** Null where only data can tell. */
  readonly type: ColumnType | null
  readonly topic: Topic
}

export const TOPICS = ['Score', 'Columns', 'Groups', 'Factors', 'Flags'] as const
type Topic = (typeof TOPICS)[number]

interface Known {
  readonly configuration: Configuration | null
  readonly columns: readonly ColumnSummary[]
  /** From the snapshot compared with to the one that is looked at; null without one. */
  readonly days: number | null
}

export function subjectsOf({ configuration, columns, days }: Known): readonly Subject[] {
  return [
    ...(configuration ? scoreSubjects(configuration, days) : []),
    ...columnSubjects(configuration, columns),
    ...(configuration ? partSubjects(configuration) : []),
  ]
}

function scoreSubjects({ models }: Configuration, days: number | null): Subject[] {
  const about = (text: string, label: string, type: ColumnType): Subject => ({
    text,
    label,
    type,
    topic: 'Score',
  })
  return [
    about('score', 'Score', 'number'),
    about('band', 'Band', 'text'),
    ...(days === null ? [] : [about(changeIn(days), `Change in ${daysText(days)}`, 'number')]),
    ...(days === null ? [] : [about('previous(band)', 'Band before', 'text')]),
    about('raw', 'Score before exceptions', 'number'),
    about('coverage', 'Coverage', 'number'),
    about('overridden', 'Overridden', 'boolean'),
    ...(models.length > 1 ? [about('model', 'Model', 'text')] : []),
  ]
}

const changeIn = (days: number): string => `change(score, ${days})`

const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

/** The roles first, then as they came, then what is calculated. */
function columnSubjects(
  configuration: Configuration | null,
  columns: readonly ColumnSummary[],
): Subject[] {
  const { segments = [], owner, value, renewal } = configuration?.account ?? {}
  const first = [...segments, owner, value, renewal]
  const place = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length)
  const stored = columns.toSorted((a, b) => place(a.id) - place(b.id))
  const derived = (configuration?.derived ?? []).filter(({ id }) =>
    columns.every((column) => column.id !== id),
  )
  return [
    ...stored.flatMap(({ id, label, type }) => {
      const column = { text: id, label, type, topic: 'Columns' as const }
      if (type !== 'date') return [column]
      const days = { ...column, type: 'number' as const }
      return [
        column,
        { ...days, text: `days_until(${id})`, label: `Days to ${label}` },
        { ...days, text: `days_since(${id})`, label: `Days since ${label}` },
      ]
    }),
    ...derived.map((column) => ({
      text: column.id,
      label: labelOf(column),
      type: null,
      topic: 'Columns' as const,
    })),
  ]
}

function partSubjects(configuration: Configuration): Subject[] {
  const groups = new Map(
    configuration.models.flatMap((model) => model.groups).map((group) => [group.id, group]),
  )
  return [
    ...Array.from(groups.values(), (group) => ({
      text: `group('${group.id}')`,
      label: scoreOf(group),
      type: 'number' as const,
      topic: 'Groups' as const,
    })),
    ...factorsInOrder(configuration).map(({ id, factor }) => ({
      text: `factor('${id}')`,
      label: scoreOf(factor),
      type: 'number' as const,
      topic: 'Factors' as const,
    })),
    ...(configuration.flags ?? []).map((flag) => ({
      text: `has_flag('${flag.id}')`,
      label: labelOf(flag),
      type: 'boolean' as const,
      topic: 'Flags' as const,
    })),
  ]
}

/** A factor is often called like the column that it scores. */
const scoreOf = (part: { readonly id: string; readonly name?: string }): string =>
  `${labelOf(part)}, score`
