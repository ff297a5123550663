import type { Day } from '../brand.ts'
import type { ColumnProfile } from './column-profile.ts'
import { shiftBetween, type Shift } from './column-shift.ts'

/** What is to be looked at in a column. */
export type ColumnFinding =
  | Shift
  | { readonly code: 'unreadable'; readonly count: number }
  | { readonly code: 'empty' }
  | { readonly code: 'sparse'; readonly share: number }
  | { readonly code: 'constant' }
  /** Nearly as many values as accounts: it names them, and groups nobody. */
  | { readonly code: 'nearly-unique'; readonly distinct: number }
  | {
      readonly code: 'outliers'
      readonly count: number
      readonly low: number
      readonly high: number
    }
  /** The file it came with is so many days older than the snapshot. */
  | { readonly code: 'old'; readonly days: number }
  /** All its dates lie behind, the newest so many days. */
  | { readonly code: 'stale-dates'; readonly newest: Day; readonly days: number }

export interface Judged {
  readonly now: ColumnProfile
  /** In the snapshot before; null where there is none, or it had no such column. */
  readonly before: ColumnProfile | null
  readonly unreadable: number
  /** The day of the file it came with. */
  readonly asOf: Day
  /** Names an account: many values are no news then. */
  readonly isName: boolean
  readonly staleDays: number
}

const SPARSE = 0.5
const FEWEST = 20
const NEARLY = 0.95

/** The gravest first; none for a column without fault. */
export function findingsOf(judged: Judged): readonly ColumnFinding[] {
  const { now, before, unreadable } = judged
  const shift = before && shiftBetween(before, now)
  return [
    ...(unreadable > 0 ? [{ code: 'unreadable', count: unreadable } as const] : []),
    ...(shift ? [shift] : []),
    ...coverageFindings(now),
    ...ageFindings(judged),
    ...outlierFindings(now),
    ...varietyFindings(judged),
  ]
}

function coverageFindings({ rows, present }: ColumnProfile): ColumnFinding[] {
  if (rows === 0) return []
  if (present === 0) return [{ code: 'empty' }]
  const share = present / rows
  return share < SPARSE ? [{ code: 'sparse', share }] : []
}

function ageFindings({ now, asOf, staleDays }: Judged): ColumnFinding[] {
  const days = now.day - asOf
  const findings: ColumnFinding[] = days > staleDays ? [{ code: 'old', days }] : []
  if (now.type !== 'date' || now.greatest === null) return findings
  const behind = now.day - now.greatest
  return behind > staleDays
    ? [...findings, { code: 'stale-dates', newest: now.greatest as Day, days: behind }]
    : findings
}

function outlierFindings({ type, outliers }: ColumnProfile): ColumnFinding[] {
  if (!outliers || type !== 'number') return []
  const { below, above, low, high } = outliers
  return [{ code: 'outliers', count: below + above, low, high }]
}

function varietyFindings({ now, isName }: Judged): ColumnFinding[] {
  const { type, present, distinct } = now
  if (present < FEWEST) return []
  if (distinct === 1) return [{ code: 'constant' }]
  const isUnique = type === 'text' && !isName && distinct >= present * NEARLY
  return isUnique ? [{ code: 'nearly-unique', distinct }] : []
}
