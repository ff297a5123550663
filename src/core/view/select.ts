/** The rows of an order that hold 1 in every mask, still in that order. No mask lets all through. */
export function keepRows(order: Uint32Array, masks: readonly Uint8Array[]): Uint32Array {
  const kept = new Uint32Array(order.length)
  let count = 0
  // Over rows: one pass for all masks, nothing made for a row.
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number
    let holds = true
    for (let m = 0; holds && m < masks.length; m++) holds = (masks[m] as Uint8Array)[row] === 1
    if (holds) kept[count++] = row
  }
  return kept.slice(0, count)
}

/** How many rows hold 1 in every mask; the masks are as long as each other, at least one. */
export function countRows(masks: readonly Uint8Array[]): number {
  const [first, ...others] = masks
  let count = 0
  for (let row = 0; row < (first?.length ?? 0); row++) {
    if ((first as Uint8Array)[row] !== 1) continue
    let holds = true
    for (let m = 0; holds && m < others.length; m++) holds = (others[m] as Uint8Array)[row] === 1
    if (holds) count++
  }
  return count
}
