/** The fewest ids that would have to move for what both lists have to come in the same order. No id may repeat. */
export function outOfOrder(
  before: readonly string[],
  after: readonly string[],
): ReadonlySet<string> {
  const placeBefore = new Map(before.map((id, i) => [id, i]))
  const common = after.filter((id) => placeBefore.has(id))
  const kept = longestRise(common.map((id) => placeBefore.get(id) as number))
  return new Set(common.filter((_, i) => !kept.has(i)))
}

/** The indexes of a longest rising subsequence of different numbers, by patience sorting. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const tops: number[] = []
  const previous: number[] = []
  numbers.forEach((number, i) => {
    const pile = firstPile(tops, numbers, number)
    previous.push(pile === 0 ? -1 : (tops[pile - 1] as number))
    tops[pile] = i
  })
  const rise = new Set<number>()
  for (let i = tops.at(-1) ?? -1; i >= 0; i = previous[i] as number) rise.add(i)
  return rise
}

function firstPile(tops: readonly number[], numbers: readonly number[], number: number): number {
  let low = 0
  let high = tops.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[tops[middle] as number] as number) < number) low = middle + 1
    else high = middle
  }
  return low
}
