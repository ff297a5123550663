import { apportion } from './apportion.ts'
import type { AverageRow, Passing } from './average-explanation.ts'
import type { ChangeSplitter } from './change-splitter.ts'
import type { ChangeTally, Sum } from './change-tally.ts'
import type { Takers } from './explain-average.ts'
import { moveSplit } from './divide-points.ts'
import type { Points } from './explanation.ts'

/** A row before it is known what is printed for it; NaN has no points. */
interface ExactRow {
  readonly exact: number
  readonly toRow: (points: Points) => AverageRow
}

interface BothTakers {
  readonly before: Takers
  readonly after: Takers
}

/** The rows that add up to the change of the average; those that concern nobody are left out. */
export function averageRows(
  splitter: ChangeSplitter,
  tally: ChangeTally,
  takers: BothTakers,
  change: Points,
): AverageRow[] {
  const rows = [
    ...factorRows(splitter, tally),
    ...otherRows(splitter, tally),
    ...passingRows(takers, tally.accounts > 0),
  ]
  return print(rows, change.printed)
}

function factorRows(splitter: ChangeSplitter, tally: ChangeTally): ExactRow[] {
  return splitter.factors.flatMap((_, place) => {
    const accounts = tally.counts[place] as number
    if (accounts === 0) return []
    const own = (tally.own[place] as number) / tally.accounts
    const toRow = (points: Points): AverageRow => ({
      kind: 'factor',
      ...splitter.namesOf(place),
      accounts,
      points,
      split: splitter.isReranked(place) ? moveSplit(points, own) : null,
    })
    return [{ exact: (tally.data[place] as number) / tally.accounts, toRow }]
  })
}

function otherRows({ hasModelPart }: ChangeSplitter, tally: ChangeTally): ExactRow[] {
  const meanOf = ({ points }: Sum) => points / tally.accounts
  const parts = (['missing', 'exceptions', 'model', 'override'] as const)
    .filter((kind) => tally[kind].accounts > 0 || (kind === 'model' && hasModelPart))
    .filter(() => tally.accounts > 0)
    .map((kind) => ({
      exact: meanOf(tally[kind]),
      toRow: (points: Points): AverageRow => ({ kind, accounts: tally[kind].accounts, points }),
    }))
  const unsplit = [...tally.unsplit].map(([why, sum]) => ({
    exact: meanOf(sum),
    toRow: (points: Points): AverageRow => ({
      kind: 'unsplit',
      why,
      accounts: sum.accounts,
      points,
    }),
  }))
  return [...parts, ...unsplit]
}

/** What accounts that are in one average alone do to it: how far they are from those who stayed, by their share of the average. */
function passingRows({ before, after }: BothTakers, isHeld: boolean): ExactRow[] {
  const rowOf = (kind: Passing, sum: Sum, takers: Takers, sign: 1 | -1): ExactRow[] => {
    if (sum.accounts === 0) return []
    const { all, stayed } = takers
    const distance = sum.points - (sum.accounts * stayed.points) / stayed.accounts
    return [
      {
        exact: isHeld ? (sign * distance) / all.accounts : NaN,
        toRow: (points) => ({ kind, accounts: sum.accounts, points: isHeld ? points : null }),
      },
    ]
  }
  return [
    ...rowOf('came', after.absent, after, 1),
    ...rowOf('moved-in', after.elsewhere, after, 1),
    ...rowOf('scored', after.unscored, after, 1),
    ...rowOf('left', before.absent, before, -1),
    ...rowOf('moved-out', before.elsewhere, before, -1),
    ...rowOf('unscored', before.unscored, before, -1),
  ]
}

/** Rows that moved nothing are printed as nothing, also where averages of shown scores say a tenth more or less. */
function print(rows: readonly ExactRow[], total: number): AverageRow[] {
  const held = rows.filter(({ exact }) => !Number.isNaN(exact))
  const moving = held.filter(({ exact }) => Math.abs(exact) > 1e-9)
  const printing = moving.length > 0 ? moving : held
  const points = apportion(
    printing.map(({ exact }) => exact),
    total,
  )
  return rows.map((row) => {
    const printed = points[printing.indexOf(row)] ?? 0
    return row.toRow({ exact: row.exact, printed })
  })
}
