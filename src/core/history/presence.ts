/** A row of a delivery that stands for no account. */
export const NO_ACCOUNT = 0xffffffff

/** What the accounts of a snapshot come from: the account columns of the deliveries it sees, the roster's newest first, and those of the roster's earlier ones. */
export interface SeenAccounts {
  readonly seen: readonly Uint32Array[]
  readonly rosters: readonly Uint32Array[]
}

/**
 * The accounts of each snapshot, ascending: those of the deliveries it sees, without those that left the roster. Oldest first: what
 * is an earlier roster of one snapshot is one of the next too. No deliveries: no accounts. A list that ascends already is not copied.
 */
export function presentAccounts(snapshots: readonly SeenAccounts[]): Uint32Array[] {
  const lists = snapshots.flatMap(({ seen, rosters }) => [...seen, ...rosters])
  // Each roster is marked once, however many snapshots come after it.
  const marked = new Set<Uint32Array>()
  const left = new Uint8Array(greatest(new Set(lists)) + 1)
  return snapshots.map(({ seen: [first = new Uint32Array(0), ...others], rosters }) => {
    if (others.length === 0 && ascends(first)) return first
    for (const roster of rosters) if (!marked.has(roster)) mark(left, roster)
    for (const roster of rosters) marked.add(roster)
    const present = new Uint8Array(left.length)
    for (const accounts of others) mark(present, accounts)
    for (let account = 0; account < left.length; account++)
      if (left[account] === 1) present[account] = 0
    mark(present, first)
    return listOf(present)
  })
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

function mark(present: Uint8Array, accounts: Uint32Array): void {
  for (let row = 0; row < accounts.length; row++) {
    const account = accounts[row] as number
    if (account !== NO_ACCOUNT) present[account] = 1
  }
}

function listOf(present: Uint8Array): Uint32Array {
  const list = new Uint32Array(present.reduce((sum, one) => sum + one, 0))
  for (let account = 0, place = 0; account < present.length; account++)
    if (present[account] === 1) list[place++] = account
  return list
}

function ascends(accounts: Uint32Array): boolean {
  for (let row = 1; row < accounts.length; row++)
    if ((accounts[row] as number) <= (accounts[row - 1] as number)) return false
  return accounts.at(-1) !== NO_ACCOUNT
}

function greatest(lists: Iterable<Uint32Array>): number {
  let most = -1
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      const account = list[i] as number
      if (account !== NO_ACCOUNT && account > most) most = account
    }
  return most
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
