/**
 * Values as printed with one decimal, such that what is printed adds up to `total` (one decimal too): each is rounded down, then
 * the tenths that are left go to the largest remainders, ties to the earlier value. A total that the values do not add up to
 * (it should differ by rounding only) is still met. No values: none.
 */
export function apportion(values: readonly number[], total: number): number[] {
  if (values.length === 0) return []
  // To 1e-9 of a tenth, so that the dust of binary fractions makes no remainders and breaks no ties.
  const tenths = values.map((value) => Math.round(value * 1e10) / 1e9)
  const printed = tenths.map(Math.floor)
  const remainder = (i: number) =>
    Math.round(((tenths[i] as number) - (printed[i] as number)) * 1e9)
  const order = tenths.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b)
  let left = Math.round(total * 10) - printed.reduce((sum, tenth) => sum + tenth, 0)
  if (!Number.isFinite(left)) throw new Error(`invalid points: ${values.join(' ')} of ${total}`)
  const step = Math.sign(left)
  // What is too much is taken from the smallest remainders.
  if (step < 0) order.reverse()
  for (let i = 0; left !== 0; i++, left -= step) printed[order[i % order.length] as number]! += step
  // + 0: nothing is printed as minus zero.
  return printed.map((tenth) => (tenth + 0) / 10)
}
