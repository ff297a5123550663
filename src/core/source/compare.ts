import { NO_ACCOUNT } from '../history/presence.ts'
import type { Column, PackedText, TextColumn } from '../table/column.ts'
import { wordIndex } from '../table/texts.ts'

/** The rows of one delivery as columns, each with the account of every row. */
export interface DeliveredRows {
  readonly accounts: Uint32Array
  readonly columns: ReadonlyMap<string, Column>
}

export interface Comparison {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly gone: number
}

/** How a delivery differs from the one of its source before: an account is updated where any cell of a column that both have differs. No delivery before: all are added. */
export function compareDeliveries(before: DeliveredRows | null, now: DeliveredRows): Comparison {
  const rowBefore = new Map<number, number>()
  before?.accounts.forEach((account, row) => {
    if (account !== NO_ACCOUNT) rowBefore.set(account, row)
  })
  const differs = before ? cellComparers(before.columns, now.columns) : []
  let added = 0
  let updated = 0
  let unchanged = 0
  for (let row = 0; row < now.accounts.length; row++) {
    const account = now.accounts[row] as number
    if (account === NO_ACCOUNT) continue
    const earlier = rowBefore.get(account)
    if (earlier === undefined) added++
    else if (differs.some((cellDiffers) => cellDiffers(earlier, row))) updated++
    else unchanged++
  }
  return { added, updated, unchanged, gone: rowBefore.size - updated - unchanged }
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
