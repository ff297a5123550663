import { wayOf, type Way } from '../words/movement.ts'

export interface Node {
  readonly place: number
  readonly count: number
  readonly top: number
  readonly height: number
}

export interface Ribbon {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly way: Way
  /** In the units of a drawing 100 wide. */
  readonly path: string
}

export interface Flow {
  readonly height: number
  readonly left: readonly Node[]
  readonly right: readonly Node[]
  /** Those who stayed below, those who moved above. */
  readonly ribbons: readonly Ribbon[]
}

const GAP = 10
const ORDER: readonly Way[] = ['stayed', 'passing', 'rose', 'fell']

/** The counts of a movement as two stacks of places, and ribbons between them as wide as their counts. The best band stands on top. */
export function flowOf(counts: readonly (readonly number[])[], height: number): Flow {
  const bands = counts.length - 2
  const places = counts.map((_, place) => place)
  const sums = {
    from: places.map((from) => sum(counts[from] ?? [])),
    to: places.map((to) => sum(counts.map((row) => row[to] ?? 0))),
  }
  const total = Math.max(1, sum(sums.from))
  const shown = (side: 'from' | 'to') => places.filter((place) => (sums[side][place] ?? 0) > 0)
  const gaps = GAP * (Math.max(shown('from').length, shown('to').length, 1) - 1)
  const unit = Math.max(0, height - gaps) / total
  const left = stack(shown('from'), sums.from, unit)
  const right = stack(shown('to'), sums.to, unit)
  const ribbons = ribbonsOf(counts, { left, right, unit, bands })
  return { height, left, right, ribbons }
}

function stack(places: readonly number[], sums: readonly number[], unit: number): Node[] {
  let top = 0
  return places.map((place) => {
    const count = sums[place] ?? 0
    const node = { place, count, top, height: count * unit }
    top += node.height + GAP
    return node
  })
}

interface Placing {
  readonly left: readonly Node[]
  readonly right: readonly Node[]
  readonly unit: number
  readonly bands: number
}

function ribbonsOf(counts: readonly (readonly number[])[], placing: Placing): Ribbon[] {
  const { left, right, unit, bands } = placing
  const leftAt = new Map(left.map(({ place, top }) => [place, top]))
  const rightAt = new Map(right.map(({ place, top }) => [place, top]))
  const ribbons: Ribbon[] = []
  counts.forEach((row, from) =>
    row.forEach((count, to) => {
      if (count === 0) return
      const [a, b] = [leftAt.get(from) ?? 0, rightAt.get(to) ?? 0]
      const wide = count * unit
      leftAt.set(from, a + wide)
      rightAt.set(to, b + wide)
      ribbons.push({ from, to, count, way: wayOf(from, to, bands), path: ribbon(a, b, wide) })
    }),
  )
  return ribbons.sort((a, b) => ORDER.indexOf(a.way) - ORDER.indexOf(b.way))
}

function ribbon(a: number, b: number, wide: number): string {
  const y = (value: number) => value.toFixed(1)
  return `M0,${y(a)}C50,${y(a)} 50,${y(b)} 100,${y(b)}V${y(b + wide)}C50,${y(b + wide)} 50,${y(a + wide)} 0,${y(a + wide)}Z`
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
