import { toDay, type Day } from '../core/brand.ts'

const MILLISECONDS_PER_DAY = 86_400_000

/** `2026-10-31`, as it stands in addresses and date fields. */
export const toIsoDay = (day: Day): string =>
  new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10)

/** Null where the text is no day of the calendar. */
export function fromIsoDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const time = Date.parse(`${text}T00:00:00Z`)
  const day = Number.isNaN(time) ? null : toDay(Math.round(time / MILLISECONDS_PER_DAY))
  return day !== null && toIsoDay(day) === text ? day : null
}

/** The person's calendar day at an instant. */
export const dayOfInstant = (instant: Date): Day =>
  toDay(
    Date.UTC(instant.getFullYear(), instant.getMonth(), instant.getDate()) / MILLISECONDS_PER_DAY,
  )
