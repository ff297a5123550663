/** For each account of one snapshot its row in another, -1 where it is not there. Both lists ascend. */
export function positionsIn(accounts: Uint32Array, other: Uint32Array): Int32Array {
  const positions = new Int32Array(accounts.length)
  let there = 0
  for (let row = 0; row < accounts.length; row++) {
    const account = accounts[row] as number
    while (there < other.length && (other[there] as number) < account) there++
    positions[row] = other[there] === account ? there : -1
  }
  return positions
}
