import { quantileOf } from '../table/quantiles.ts'
import type { ColumnProfile } from './column-profile.ts'

/** What moved suddenly in a column between two snapshots. */
export type Shift =
  /** Shares of the accounts that have a value. */
  | { readonly code: 'shift-coverage'; readonly from: number; readonly to: number }
  /** Medians, of numbers or of days counted from their snapshot's day. */
  | { readonly code: 'shift-values'; readonly from: number; readonly to: number }
  /** Shares of one value among those that have one. */
  | {
      readonly code: 'shift-share'
      readonly label: string
      readonly from: number
      readonly to: number
    }

const COVERAGE = 0.15
/** Of the distance of Kolmogorov and Smirnov, 0..1. */
const DISTANCE = 0.25
const SHARE = 0.2
const FEWEST = 20

/** The most telling shift, coverage first; null where a column is much as it was, or there are too few values to tell. */
export function shiftBetween(before: ColumnProfile, now: ColumnProfile): Shift | null {
  if (before.rows < FEWEST || now.rows < FEWEST || before.type !== now.type) return null
  const [from, to] = [before.present / before.rows, now.present / now.rows]
  if (Math.abs(to - from) >= COVERAGE) return { code: 'shift-coverage', from, to }
  if (before.present < FEWEST || now.present < FEWEST) return null
  if (now.sorted && before.sorted) return valuesShift(before, now, before.sorted, now.sorted)
  return shareShift(before, now)
}

/** Days are told from their snapshot's day: a date of the last login moves on by itself. */
function valuesShift(
  before: ColumnProfile,
  now: ColumnProfile,
  a: Float64Array,
  b: Float64Array,
): Shift | null {
  const [offsetA, offsetB] = now.type === 'date' ? [before.day, now.day] : [0, 0]
  if (distanceBetween(a, b, offsetB - offsetA) < DISTANCE) return null
  return {
    code: 'shift-values',
    from: quantileOf(a, 0.5) - offsetA,
    to: quantileOf(b, 0.5) - offsetB,
  }
}

/** The greatest difference of two ascending lists' cumulative shares, with `shift` added to the first. */
function distanceBetween(a: Float64Array, b: Float64Array, shift: number): number {
  let greatest = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const value = Math.min((a[i] as number) + shift, b[j] as number)
    while (i < a.length && (a[i] as number) + shift <= value) i++
    while (j < b.length && (b[j] as number) <= value) j++
    greatest = Math.max(greatest, Math.abs(i / a.length - j / b.length))
  }
  return greatest
}

function shareShift(before: ColumnProfile, now: ColumnProfile): Shift | null {
  if (before.picture.kind !== 'values' || now.picture.kind !== 'values') return null
  const earlier = new Map(before.picture.values.map(({ value, count }) => [value, count]))
  const later = new Map(now.picture.values.map(({ value, count }) => [value, count]))
  let greatest: Extract<Shift, { code: 'shift-share' }> | null = null
  for (const label of new Set([...later.keys(), ...earlier.keys()])) {
    const from = (earlier.get(label) ?? 0) / before.present
    const to = (later.get(label) ?? 0) / now.present
    const size = greatest ? Math.abs(greatest.to - greatest.from) : SHARE
    if (Math.abs(to - from) >= size) greatest = { code: 'shift-share', label, from, to }
  }
  return greatest
}
