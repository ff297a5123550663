import type { EventPlan } from './event-plan.ts'
import type { ColumnPlan, ReadingPlan } from './plan.ts'
import type { KeyRule } from './key-rule.ts'

/** What is known of a source before its next file comes: from its last delivery, or from a configuration that a colleague shared. */
export interface RememberedSource {
  readonly source: string
  readonly sourceName: string
  readonly headers: readonly string[]
  /** The header of the key column; null: rows were numbered. */
  readonly key: string | null
  readonly rule: KeyRule
  readonly columns: ReadonlyMap<string, RememberedColumn>
  /** Its rows are events. */
  readonly events?: EventPlan
  /** `headers` are those that are told of, not all that it has. */
  readonly isPart?: boolean
}

/** By header. */
export type RememberedColumn = Omit<ColumnPlan, 'index' | 'header'>

export function rememberPlan(plan: ReadingPlan): RememberedSource {
  const { key: by } = plan
  const key = by.by === 'column' ? plan.columns.find(({ index }) => index === by.index) : undefined
  return {
    source: plan.source,
    sourceName: plan.sourceName,
    headers: plan.columns.map((column) => column.header.trim()),
    key: key?.header.trim() ?? null,
    rule: plan.key.by === 'column' ? plan.key.rule : 'exact',
    ...(plan.events ? { events: plan.events } : {}),
    columns: new Map(
      plan.columns.map(({ index: _, header, ...column }) => [header.trim(), column]),
    ),
  }
}

/** How well a file of these headers is one of the source: 1 is the same set of names, 0 where one that is told of is not there. */
export function fitOf({ headers: known, isPart }: RememberedSource, headers: readonly string[]) {
  const share = headerOverlap(known, headers)
  if (!isPart) return share
  const there = new Set(headers.map((header) => header.trim()))
  return known.every((header) => there.has(header)) ? (1 + share) / 2 : 0
}

/** The share of headers that both have, of the longer row: 1 is the same set of names. Repeated names count once. */
export function headerOverlap(known: readonly string[], headers: readonly string[]): number {
  const mine = new Set(headers.map((header) => header.trim()))
  const theirs = new Set(known)
  const shared = [...mine].filter((header) => theirs.has(header)).length
  return shared / Math.max(mine.size, theirs.size, 1)
}
