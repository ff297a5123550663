import { toAccountIndex } from '../../src/core/brand.ts'
import { labelOf } from '../../src/core/model/label.ts'
import {
  behindAverage,
  nameOfRow,
  type AverageRowName,
  type Behind,
} from '../../src/core/score/explain/average-behind.ts'
import type { AverageRow } from '../../src/core/score/explain/average-explanation.ts'
import type { SegmentThen } from '../../src/core/score/explain/average-sides.ts'
import { explainAverage } from '../../src/core/score/explain/explain-average.ts'
import { keepRows } from '../../src/core/view/select.ts'
import type {
  AverageChange,
  AverageLine,
  BehindAccount,
  BehindLine,
} from '../protocol/average-change.ts'
import { PAGE_ROWS } from '../protocol/figures.ts'
import { maybeNumber } from './cells.ts'
import type { DayView } from './day-view.ts'
import { masksOf } from './expressions.ts'
import type { OpenWorkspace } from './open-workspace.ts'

interface Sides {
  readonly before: SegmentThen
  readonly after: SegmentThen
}

/** Null where there is nothing to compare with, or nobody is scored. `then` is the view of the snapshot that is compared with. */
export async function averageChangeOf(
  open: OpenWorkspace,
  view: DayView,
  then: DayView,
  filter: string,
): Promise<AverageChange | null> {
  const sides = await sidesOf(open, view, then, filter)
  if (!sides || !view.before) return null
  const explained = explainAverage(sides.before, sides.after)
  return {
    day: view.day,
    since: view.before.day,
    before: {
      accounts: explained.before.accounts,
      average: explained.before.average?.printed ?? null,
    },
    after: {
      accounts: explained.after.accounts,
      average: explained.after.average?.printed ?? null,
    },
    change: explained.change?.printed ?? null,
    stayed: explained.stayed,
    lines: toldApart(explained.rows.map(lineOf), sides),
    versions: { before: view.before.version, after: view.version },
  }
}

const lineOf = (row: AverageRow): AverageLine => ({
  name: nameOfRow(row),
  label: row.kind === 'factor' ? labelOf(row.factor) : '',
  accounts: row.accounts,
  points: row.points?.printed ?? null,
  split:
    row.kind === 'factor' && row.split
      ? { own: row.split.own.printed, cohort: row.split.cohort.printed }
      : null,
})

/** Factors of one name belong to several models: each says to which. */
function toldApart(lines: readonly AverageLine[], { before, after }: Sides): AverageLine[] {
  const models = [before, after].flatMap(({ scorer }) => scorer.configuration.models)
  return lines.map((line) => {
    const { name, label } = line
    const isAlone = lines.filter((one) => one.label === label).length === 1
    const model = name.kind === 'factor' && models.find(({ id }) => id === name.model)
    return isAlone || !model ? line : { ...line, label: `${label}, ${labelOf(model)}` }
  })
}

/** `then` is the view of the snapshot that is compared with: those who left have their names there. */
export async function behindLineOf(
  open: OpenWorkspace,
  view: DayView,
  then: DayView,
  { filter, name }: { readonly filter: string; readonly name: AverageRowName },
): Promise<BehindLine> {
  const sides = await sidesOf(open, view, then, filter)
  if (!sides) return { total: 0, rows: [] }
  const behind = behindAverage(sides.before, sides.after, name)
  behind.sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  return {
    total: behind.length,
    rows: behind.slice(0, PAGE_ROWS).map((one) => accountOf(view, then, one)),
  }
}

function accountOf(view: DayView, then: DayView, behind: Behind): BehindAccount {
  const { rowBefore, rowAfter, points } = behind
  const [named, row] = rowAfter >= 0 ? [view, rowAfter] : [then, rowBefore]
  return {
    account: toAccountIndex(named.sheet.accounts[row] as number),
    name: named.nameAt(row),
    before: maybeNumber(then.sheet.shown[rowBefore]),
    after: maybeNumber(view.sheet.shown[rowAfter]),
    points: Math.round(points * 10) / 10 + 0,
  }
}

async function sidesOf(
  open: OpenWorkspace,
  view: DayView,
  then: DayView,
  filter: string,
): Promise<Sides | null> {
  const { scorer, before, at } = view
  if (!scorer || !before?.scorer) return null
  return {
    before: { scorer: before.scorer, at: before.at, rows: await rowsIn(open, then, filter) },
    after: { scorer, at, rows: await rowsIn(open, view, filter) },
  }
}

/** Null: all. */
async function rowsIn(
  open: OpenWorkspace,
  view: DayView,
  filter: string,
): Promise<Uint32Array | null> {
  if (filter.trim() === '') return null
  const all = Uint32Array.from({ length: view.length }, (_, row) => row)
  return keepRows(all, await masksOf(open, view, { search: '', filter }))
}
