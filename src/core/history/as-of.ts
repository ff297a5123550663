import type { History } from './snapshot.ts'

/** The as-of snapshot of N days: the newest whose day is at least that many days before that of `at`; exactly that many counts. Null for none. */
export function asOf(history: History, at: number, days: number): number | null {
  const latest = dayOf(history, at) - days
  for (let earlier = at - 1; earlier >= 0; earlier--)
    if (dayOf(history, earlier) <= latest) return earlier
  return null
}

/** The snapshots before `at` that are at most so many days older, oldest first. */
export function within(history: History, at: number, days: number): readonly number[] {
  const oldest = dayOf(history, at) - days
  const found: number[] = []
  for (let earlier = at - 1; earlier >= 0 && dayOf(history, earlier) >= oldest; earlier--)
    found.unshift(earlier)
  return found
}

function dayOf(history: History, at: number): number {
  const snapshot = history[at]
  if (!snapshot) throw new Error(`invalid snapshot: ${at} of ${history.length}`)
  return snapshot.day
}
