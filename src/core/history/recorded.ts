import type { Day } from '../brand.ts'
import type { CodedNumbers } from '../table/coded-numbers.ts'

/** The shown scores of a snapshot as people saw them then, whatever the model says today. */
export interface RecordedDay {
  readonly day: Day
  readonly configurationVersion: number
  /** Ascending. */
  readonly accounts: Uint32Array
  /** One decimal; NaN where not scored. */
  readonly shown: Float64Array
  readonly included: Uint8Array
  /** Index into `bandIds`, NO_BAND where not scored. */
  readonly bands: Uint8Array
  readonly bandIds: readonly string[]
  /** 0..1; older records do not have it. */
  readonly coverages?: CodedNumbers
}

/** The recorded score of one account; NaN where it was not scored or not there. */
export function recordedScore({ accounts, shown }: RecordedDay, account: number): number {
  const row = findAccount(accounts, account)
  return row < 0 ? NaN : (shown[row] as number)
}

/** The place of an account in an ascending list, -1 where it is not in it. */
export function findAccount(accounts: Uint32Array, account: number): number {
  let low = 0
  let high = accounts.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = accounts[middle] as number
    if (found === account) return middle
    if (found < account) low = middle + 1
    else high = middle - 1
  }
  return -1
}
