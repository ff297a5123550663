import type { Exception } from '../../src/core/model/configuration.ts'
import { labelOf } from '../../src/core/model/label.ts'
import { explainChange } from '../../src/core/score/explain/explain-change.ts'
import { partsOfEffect } from '../../src/core/score/exceptions.ts'
import type {
  ChangeRow,
  FactorCell,
  FactorThen,
} from '../../src/core/score/explain/change-explanation.ts'
import type { ChangeDetail, ChangeLine, HeldException } from '../protocol/change.ts'
import { cellOf } from './cells.ts'
import type { DayView } from './day-view.ts'

/** As both snapshots are seen: where each has its own configuration a part of the change is the model's. */
export function changeDetailOf(view: DayView, row: number): ChangeDetail | null {
  const { scorer, before } = view
  if (!scorer || !before?.scorer) return null
  const explained = explainChange(
    { scorer: before.scorer, at: before.at, row: before.rows[row] ?? -1 },
    { scorer, at: view.at, row },
  )
  return {
    since: before.day,
    before: explained.before.shown,
    after: explained.after.shown,
    versions: { before: before.version, after: view.version },
    rows: explained.rows.map(toLine),
    unsplit: explained.unsplit?.why ?? null,
  }
}

function toLine(row: ChangeRow): ChangeLine {
  const points = row.points.printed
  switch (row.kind) {
    case 'factor': {
      const { split } = row
      return {
        kind: 'factor',
        points,
        name: labelOf(row.factor),
        before: inputOf(row.before),
        after: inputOf(row.after),
        scores: { before: thenOf(row.before), after: thenOf(row.after) },
        split: split && { own: split.own.printed, cohort: split.cohort.printed },
      }
    }
    case 'missing':
      return {
        kind: 'missing',
        points,
        gone: row.gone.factors.map(nameOf),
        arrived: row.arrived.factors.map(nameOf),
        gonePoints: row.gone.points.printed,
        arrivedPoints: row.arrived.points.printed,
      }
    case 'exceptions':
      return {
        kind: 'exceptions',
        points,
        before: row.before.map(heldException),
        after: row.after.map(heldException),
      }
    case 'model':
      return { kind: 'model', points }
    case 'override':
      return { kind: 'override', points, before: row.before, after: row.after }
  }
}

function heldException({ reason, then }: Exception): HeldException {
  const { kind: effect, amount } = partsOfEffect(then)
  return { reason, effect, amount }
}

const thenOf = ({ score, origin }: FactorCell) => ({ score, origin })
const inputOf = ({ input, row }: FactorCell) => cellOf(input, row)
const nameOf = ({ factor }: FactorThen): string => labelOf(factor)
