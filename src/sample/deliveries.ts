import { toIsoDay } from '../core/table/day.ts'
import type { Cells } from './account.ts'
import { lastDayOf, MONTHS } from './calendar.ts'
import { toCsv } from './columns.ts'
import { courseOf } from './course.ts'
import { roster } from './roster.ts'

export interface SampleDelivery {
  readonly fileName: string
  /** ISO. */
  readonly day: string
  readonly csv: string
}

/** The accounts of an invented software company at twelve month ends, oldest first: the same bytes at every call, in every browser. */
export function sampleDeliveries(): readonly SampleDelivery[] {
  return sampleRows().map((rows, month) => {
    const day = toIsoDay(lastDayOf(month))
    return { fileName: `crm-accounts-${day}.csv`, day, csv: toCsv(rows) }
  })
}

/** By month, each by key. */
export function sampleRows(): readonly (readonly Cells[])[] {
  const courses = roster().map(courseOf)
  return Array.from({ length: MONTHS }, (_, month) =>
    courses.flatMap((course) => course[month] ?? []),
  )
}
