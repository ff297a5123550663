import type { Shift } from './column-shift.ts'

/** What a factor's input rests on, as far as it can be counted. */
export interface Evidence {
  /** Accounts that its model scores. */
  readonly accounts: number
  /** Those with a value of their own, not filled and not carried. */
  readonly measured: number
  /** Carried over from an earlier snapshot. */
  readonly carried: number
  /** Of the cells of its columns' files, 0..1: the greatest of them. */
  readonly unreadable: number
  /** How many days the oldest file behind it is older than the snapshot. */
  readonly age: number
  readonly shift: Shift | null
  readonly staleDays: number
}

export const TRUST = ['good', 'care', 'poor'] as const
export type Trust = (typeof TRUST)[number]

const LIMITS = {
  poor: { measured: 0.5, unreadable: 0.1, ages: 2 },
  care: { measured: 0.9, unreadable: 0.01, ages: 1 },
} as const

/** How far a factor can be trusted: the worst of coverage, unreadable cells, age and sudden shift. Of no account: poor. */
export function trustIn(evidence: Evidence): Trust {
  if (evidence.accounts === 0 || isBeyond(evidence, LIMITS.poor)) return 'poor'
  return evidence.shift !== null || isBeyond(evidence, LIMITS.care) ? 'care' : 'good'
}

interface Limits {
  readonly measured: number
  readonly unreadable: number
  readonly ages: number
}

const isBeyond = (evidence: Evidence, { measured, unreadable, ages }: Limits): boolean =>
  evidence.measured < evidence.accounts * measured ||
  evidence.unreadable >= unreadable ||
  evidence.age > evidence.staleDays * ages
