import type { Comparison } from '../core/history/compared-with.ts'
import { fromIsoDay, toIsoDay } from './days.ts'

/** The stretches that are offered by name. */
export const COMPARED_DAYS = [7, 30, 90, 365] as const

/** `30`, `quarter`, `2026-07-31`; whatever else stands in the address is the snapshot before. */
export function readComparison(text: string): Comparison {
  if (text === 'quarter') return { with: 'quarter' }
  if (/^[1-9]\d{0,4}$/.test(text)) return { with: 'days', days: Number(text) }
  const day = fromIsoDay(text)
  return day === null ? { with: 'last' } : { with: 'day', day }
}

export function writeComparison(comparison: Comparison): string | null {
  switch (comparison.with) {
    case 'last':
      return null
    case 'days':
      return String(comparison.days)
    case 'quarter':
      return 'quarter'
    case 'day':
      return toIsoDay(comparison.day)
  }
}
