import { toAccountIndex, type AccountIndex } from '../../../src/core/brand.ts'
import { labelOf } from '../../../src/core/model/label.ts'
import { explainScore } from '../../../src/core/score/explain/explain.ts'
import type { WatchedAccount, WatchedRow } from '../../protocol/draft.ts'
import type { DayView } from '../day-view.ts'
import { judgementAt } from './effect.ts'
import type { Side, Sides } from './judge.ts'

/** One account's rows that add up, on both sides; null where it is not in the snapshot. */
export function watchedAccount(
  view: DayView,
  sides: Sides,
  account: AccountIndex | null,
): WatchedAccount | null {
  const row = account === null ? -1 : view.rowOf(account)
  if (row < 0) return null
  const [before, after] = [
    pointsOf(sides.before, sides.at, row),
    pointsOf(sides.after, sides.at, row),
  ]
  const found = new Map([...before, ...after].map((one) => [nameOf(one), one]))
  const points = (side: readonly Points[]) => new Map(side.map((one) => [nameOf(one), one.points]))
  const [was, is] = [points(before), points(after)]
  const rows = [...found].map(([name, { kind, id, label }]): WatchedRow => ({
    kind,
    id,
    label,
    before: was.get(name) ?? null,
    after: is.get(name) ?? null,
  }))
  return {
    account: toAccountIndex(view.sheet.accounts[row] as number),
    name: view.nameAt(row),
    before: judgementAt(sides.before.sheet, row),
    after: judgementAt(sides.after.sheet, row),
    rows: ORDER.flatMap((kind) => rows.filter((one) => one.kind === kind)),
  }
}

const ORDER = ['factor', 'raw', 'exception'] as const

interface Points extends Pick<WatchedRow, 'kind' | 'id' | 'label'> {
  readonly points: number | null
}

const nameOf = ({ kind, id }: Points): string => `${kind} ${id}`

function pointsOf({ scorer }: Side, at: number, row: number): Points[] {
  if (!scorer) return []
  const { groups, raw, exceptions } = explainScore(scorer, at, row)
  const factors = groups.flatMap((group) =>
    group.factors.map(({ factor, points }): Points => ({
      kind: 'factor',
      id: factor.id,
      label: labelOf(factor),
      points: points?.printed ?? null,
    })),
  )
  return [
    ...factors,
    { kind: 'raw', id: '', label: '', points: raw?.printed ?? null },
    ...exceptions.map(({ exception, points }): Points => ({
      kind: 'exception',
      id: exception.id,
      label: exception.reason,
      points: points.printed,
    })),
  ]
}
