import { OPEN_WAY } from './event-plan.ts'
import type { Day } from '../brand.ts'
import type { ReadingPlan } from './plan.ts'

/** A file among others that were dropped with it. */
export interface DroppedFile {
  readonly name: string
  readonly plan: ReadingPlan
  /** Whether its day is no more than the newest date in it. */
  readonly isDayOfRows: boolean
}

/** What a file is to the others. Columns by their headers. */
export type Relation =
  | { readonly kind: 'accounts'; readonly by: string | null }
  | { readonly kind: 'events'; readonly by: string }
  | { readonly kind: 'through'; readonly by: string; readonly via: string }
  | { readonly kind: 'open'; readonly by: string }

export interface ArrangedFile {
  readonly name: string
  readonly relation: Relation
}

export interface Arrangement {
  /** In the order in which they are to be imported: what names accounts before what happened to them. */
  readonly files: readonly ArrangedFile[]
  /** The day of all of them; null: as each says. */
  readonly day: Day | null
}

const ORDER = { accounts: 0, events: 1, through: 2, open: 3 } as const

/** How files that are dropped together join; null where none of them is a list of events, so that each stands by itself. */
export function arrangeFiles(dropped: readonly DroppedFile[]): Arrangement | null {
  if (dropped.length < 2 || dropped.every(({ plan }) => !plan.events)) return null
  const files = dropped
    .map(({ name, plan }) => ({ name, relation: relationOf(plan, dropped) }))
    .sort((a, b) => ORDER[a.relation.kind] - ORDER[b.relation.kind])
  const days = dropped.filter(({ isDayOfRows }) => isDayOfRows).map(({ plan }) => plan.day)
  const day = days.length > 0 ? days.reduce((a, b) => (a > b ? a : b)) : null
  return { files, day }
}

function relationOf(plan: ReadingPlan, dropped: readonly DroppedFile[]): Relation {
  const { key } = plan
  const column = plan.columns.find(({ index }) => key.by === 'column' && key.index === index)
  const by = column ? column.header.trim() : ''
  if (!plan.events) return { kind: 'accounts', by: by === '' ? null : by }
  if (plan.events.through === null) return { kind: 'events', by }
  const { through } = plan.events
  const way = dropped.find(({ plan: other }) =>
    through === OPEN_WAY
      ? other !== plan && other.events?.id === column?.id
      : other.source === through,
  )
  if (way) return { kind: 'through', by, via: way.name }
  return through === OPEN_WAY ? { kind: 'open', by } : { kind: 'events', by }
}
