/** A row of a delivery that stands for no account. */
export const NO_ACCOUNT = 0xffffffff

/**
 * The accounts of a snapshot, ascending: those of the deliveries it sees, without those that left the roster.
 * `rosters` are the account columns of the roster's earlier deliveries, `seen[0]` is its newest. No deliveries: no accounts.
 */
export function presentAccounts(
  seen: readonly Uint32Array[],
  rosters: readonly Uint32Array[],
): Uint32Array {
  const present = new Uint8Array(greatest([...seen, ...rosters]) + 1)
  for (const accounts of seen) mark(present, accounts, 1)
  for (const accounts of rosters) mark(present, accounts, 0)
  if (rosters.length > 0 && seen[0]) mark(present, seen[0], 1)
  const list = new Uint32Array(present.reduce((sum, one) => sum + one, 0))
  for (let account = 0, place = 0; account < present.length; account++)
    if (present[account] === 1) list[place++] = account
  return list
}

/** For each account of a snapshot its row in a delivery, -1 where the delivery does not have it. Null where that is every row in its place. */
export function rowsOf(accounts: Uint32Array, delivered: Uint32Array): Int32Array | null {
  if (isSame(accounts, delivered)) return null
  const rowOfAccount = new Int32Array(greatest([accounts, delivered]) + 1).fill(-1)
  for (let row = 0; row < delivered.length; row++) {
    const account = delivered[row] as number
    if (account !== NO_ACCOUNT) rowOfAccount[account] = row
  }
  return Int32Array.from(accounts, (account) => rowOfAccount[account] as number)
}

function mark(present: Uint8Array, accounts: Uint32Array, as: 0 | 1): void {
  for (let row = 0; row < accounts.length; row++) {
    const account = accounts[row] as number
    if (account !== NO_ACCOUNT) present[account] = as
  }
}

function greatest(lists: readonly Uint32Array[]): number {
  let most = -1
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      const account = list[i] as number
      if (account !== NO_ACCOUNT && account > most) most = account
    }
  return most
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
