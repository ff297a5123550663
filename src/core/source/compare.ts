import { NO_ACCOUNT } from '../history/presence.ts'
import type { Column, PackedText, TextColumn } from '../table/column.ts'
import { wordIndex } from '../table/texts.ts'

/** The rows of one delivery as columns, each with the account of every row. */
export interface DeliveredRows {
  readonly accounts: Uint32Array
  readonly columns: ReadonlyMap<string, Column>
}

export const COMPARED = ['added', 'updated', 'unchanged', 'gone'] as const
export type Compared = (typeof COMPARED)[number]

/** How many accounts there are of each kind, and the first of them. */
export type Comparison = {
  readonly [kind in Compared]: { readonly count: number; readonly first: readonly number[] }
}

/**
 * How a delivery differs from the one of its source before: an account is updated where any cell of a column that both have differs.
 * No delivery before: all are added. Of each kind the first `most` accounts are named.
 */
export function compareDeliveries(
  before: DeliveredRows | null,
  now: DeliveredRows,
  most: number,
): Comparison {
  const found = {
    added: tally(most),
    updated: tally(most),
    unchanged: tally(most),
    gone: tally(most),
  }
  const rowBefore = new Map<number, number>()
  before?.accounts.forEach((account, row) => {
    if (account !== NO_ACCOUNT) rowBefore.set(account, row)
  })
  const differs = before ? cellComparers(before.columns, now.columns) : []
  for (let row = 0; row < now.accounts.length; row++) {
    const account = now.accounts[row] as number
    if (account === NO_ACCOUNT) continue
    const earlier = rowBefore.get(account)
    if (earlier === undefined) found.added.add(account)
    else if (differs.some((cellDiffers) => cellDiffers(earlier, row))) found.updated.add(account)
    else found.unchanged.add(account)
    rowBefore.delete(account)
  }
  for (const account of rowBefore.keys()) found.gone.add(account)
  return found
}

function tally(most: number) {
  const first: number[] = []
  return {
    count: 0,
    first,
    add(account: number) {
      this.count++
      if (first.length < most) first.push(account)
    },
  }
}

type CellComparer = (before: number, now: number) => boolean

function cellComparers(
  before: ReadonlyMap<string, Column>,
  now: ReadonlyMap<string, Column>,
): CellComparer[] {
  return [...now].flatMap(([id, column]) => {
    const earlier = before.get(id)
    return earlier ? [cellComparer(earlier, column)] : []
  })
}

function cellComparer(before: Column, now: Column): CellComparer {
  if (before.type === 'text' && now.type === 'text') return textComparer(before, now)
  if (before.type !== now.type || before.type === 'text' || now.type === 'text') return () => true
  const a = before.values
  const b = now.values
  return (i, j) => a[i] !== b[j] && !(Number.isNaN(a[i]) && Number.isNaN(b[j]))
}

/** Compares bytes: names of 100,000 accounts need not become strings to be found equal. */
function textComparer(before: TextColumn, now: TextColumn): CellComparer {
  return (i, j) => !sameBytes(before.words, wordIndex(before, i), now.words, wordIndex(now, j))
}

function sameBytes(a: PackedText, i: number, b: PackedText, j: number): boolean {
  const startA = a.offsets[i] as number
  const startB = b.offsets[j] as number
  const length = (a.offsets[i + 1] as number) - startA
  if ((b.offsets[j + 1] as number) - startB !== length) return false
  for (let k = 0; k < length; k++) if (a.bytes[startA + k] !== b.bytes[startB + k]) return false
  return true
}
