import { eachTaker, sideOf, type Part, type SegmentThen, type Side } from './average-sides.ts'
import type { AverageRow, Passing } from './average-explanation.ts'
import type { Unsplit } from './change-explanation.ts'
import { ChangeSplitter } from './change-splitter.ts'

/** A row of an explained average, by what it is about. */
export type AverageRowName =
  | { readonly kind: 'factor'; readonly model: string; readonly factor: string }
  | { readonly kind: 'missing' | 'exceptions' | 'model' | 'override' | Passing }
  | { readonly kind: 'unsplit'; readonly why: Unsplit['why'] }

/** An account that is behind a row. -1: it is not in that snapshot. */
export interface Behind {
  readonly rowBefore: number
  readonly rowAfter: number
  /**
   * What the row is about moved its own score by; of those who came or went, how far they are from those who stayed. The sum over
   * those who stayed, by how many they are, is what the row moved the average; of the others, by how many are in that average.
   */
  readonly points: number
}

export function nameOfRow(row: AverageRow): AverageRowName {
  switch (row.kind) {
    case 'factor':
      return { kind: 'factor', model: row.model.id, factor: row.factor.id }
    case 'unsplit':
      return { kind: 'unsplit', why: row.why }
    default:
      return { kind: row.kind }
  }
}

/** The accounts behind one row of `explainAverage` for the same sides, in the order of the snapshots. A row that is not there has none. */
export function behindAverage(
  before: SegmentThen,
  after: SegmentThen,
  name: AverageRowName,
): Behind[] {
  const [then, now] = [sideOf(before, after), sideOf(after, before)]
  switch (name.kind) {
    case 'came':
    case 'moved-in':
    case 'scored':
      return passing(now, then, PARTS[name.kind]).map(({ row, there, points }) => ({
        rowBefore: there,
        rowAfter: row,
        points,
      }))
    case 'left':
    case 'moved-out':
    case 'unscored':
      return passing(then, now, PARTS[name.kind]).map(({ row, there, points }) => ({
        rowBefore: row,
        rowAfter: there,
        points: -points + 0,
      }))
    default:
      return staying(then, now, pointsOf(new ChangeSplitter(before, after), name))
  }
}

const PARTS: Readonly<Record<Passing, Part>> = {
  came: 'absent',
  'moved-in': 'elsewhere',
  scored: 'unscored',
  left: 'absent',
  'moved-out': 'elsewhere',
  unscored: 'unscored',
}

/** What a part of the split moved one account; null where it is not about it. */
type PointsOf = (rowBefore: number, rowAfter: number, change: number) => number | null

function staying(then: Side, now: Side, pointsOf: PointsOf): Behind[] {
  const found: Behind[] = []
  eachTaker(now, then, (part, rowAfter, rowBefore) => {
    if (part !== 'stayed') return
    const change = (now.scores[rowAfter] as number) - (then.scores[rowBefore] as number)
    const points = pointsOf(rowBefore, rowAfter, change)
    if (points !== null && Math.abs(points) > 1e-9) found.push({ rowBefore, rowAfter, points })
  })
  return found
}

function pointsOf(
  splitter: ChangeSplitter,
  name: Extract<AverageRowName, { kind: 'factor' | 'unsplit' }> | { readonly kind: string },
): PointsOf {
  if ('why' in name)
    return (before, after, change) =>
      splitter.split(before, after)?.why === name.why ? change : null
  const read = 'factor' in name ? factorPoints(splitter, name) : OTHERS[name.kind]
  return (before, after, change) => {
    if (splitter.split(before, after)) return null
    const computed = splitter.after.final[after]! - splitter.before.final[before]!
    return read?.(splitter, change - computed) ?? null
  }
}

type Read = (splitter: ChangeSplitter, overridden: number) => number | null

function factorPoints(
  splitter: ChangeSplitter,
  { model, factor }: { readonly model: string; readonly factor: string },
): Read {
  const place = splitter.factors.findIndex((_, at) => {
    const names = splitter.namesOf(at)
    return names.model.id === model && names.factor.id === factor
  })
  return ({ touched, touchedCount, data }) =>
    touched.subarray(0, touchedCount).includes(place) ? (data[place] as number) : null
}

const OTHERS: Readonly<Record<string, Read>> = {
  missing: ({ gone, arrived }) => gone + arrived,
  exceptions: ({ exceptions }) => exceptions,
  model: ({ model }) => model,
  override: (_, overridden) => overridden,
}

interface Passer {
  readonly row: number
  readonly there: number
  readonly points: number
}

function passing(side: Side, other: Side, wanted: Part): Passer[] {
  const found: Passer[] = []
  let [stayed, sum] = [0, 0]
  eachTaker(side, other, (part, row, there) => {
    const score = side.scores[row] as number
    if (part === 'stayed') {
      stayed++
      sum += score
    } else if (part === wanted) found.push({ row, there, points: score })
  })
  const mean = stayed === 0 ? 0 : sum / stayed
  return found.map((one) => ({ ...one, points: one.points - mean }))
}
