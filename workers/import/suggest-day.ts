import { toDay, type Day } from '../../src/core/brand.ts'
import { meaningOf } from '../../src/core/model/propose/meaning.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import { dayInFileName } from '../../src/core/source/suggest-day.ts'
import { MISSING_DAY } from '../../src/core/table/column.ts'
import type { Table } from '../../src/core/table/table-builder.ts'
import type { Inspection } from '../protocol/review.ts'

export interface DaySuggestion {
  readonly day: Day
  readonly guess: Inspection['guesses']['day']
}

const MS_PER_DAY = 86_400_000

/** The day in the file's name, else the one it was last written on: an export is of the day it was made. */
export function suggestDay(file: File, today: Day): DaySuggestion {
  const named = dayInFileName(file.name, today)
  if (named !== null) return { day: named, guess: 'file-name' }
  const written = localDay(file.lastModified)
  return written < today ? { day: written, guess: 'file-date' } : { day: today, guess: 'today' }
}

function localDay(instant: number): Day {
  const offset = new Date(instant).getTimezoneOffset() * 60_000
  return toDay(Math.floor((instant - offset) / MS_PER_DAY))
}

/** Somewhere in an export of customers there is a date of the last weeks before it was made. */
const QUIET_DAYS = 90
/** Older than that it is when somebody was born or founded. */
const OLDEST = 15 * 365

/**
 * Where every date of the file lies far before the day it was written, it is a copy of an older export: then it is of its newest date,
 * or of the snapshot that is near it.
 */
export function dayByRows(
  suggested: DaySuggestion,
  table: Table,
  plan: ReadingPlan,
  snapshots: readonly Day[],
): DaySuggestion {
  if (suggested.guess === 'file-name') return suggested
  const newest = newestBefore(suggested.day, table, plan)
  const age = suggested.day - newest
  if (age <= QUIET_DAYS || age > OLDEST) return suggested
  const near = snapshots.findLast((day) => Math.abs(day - newest) <= QUIET_DAYS)
  return near === undefined
    ? { day: toDay(newest), guess: 'newest-row' }
    : { day: near, guess: 'snapshot' }
}

/** -Infinity without a date; one that lies ahead makes the file as new as it says it is. */
function newestBefore(day: Day, table: Table, plan: ReadingPlan): number {
  let newest = -Infinity
  for (const [place, { header }] of plan.columns.entries()) {
    const column = table.columns[place]?.column
    if (column?.type !== 'date' || isOfPerson(header)) continue
    for (const value of column.values)
      if (value !== MISSING_DAY && value > newest) newest = Math.min(value, day)
  }
  return newest
}

function isOfPerson(header: string): boolean {
  const meaning = meaningOf(header)?.meaning
  return meaning?.as === 'attribute' && meaning.kind === 'person'
}
