import { toAccountIndex } from '../../../src/core/brand.ts'
import { NO_BAND, type ScoreSheet } from '../../../src/core/score/sheet.ts'
import { changedRows, greatestRows, movesOf } from '../../../src/core/view/effect.ts'
import type {
  Effect,
  EffectQuestion,
  FocusedFactor,
  Judgement,
  MovedRow,
  MovesPage,
  MovesQuestion,
} from '../../protocol/draft.ts'
import { PAGE_ROWS } from '../../protocol/figures.ts'
import { maybeNumber } from '../cells.ts'
import type { DayView } from '../day-view.ts'
import type { OpenWorkspace } from '../open-workspace.ts'
import { portfolioOf, type Side, type Sides } from './judge.ts'
import { segmentMeans } from './segment-means.ts'
import { watchedAccount } from './watched.ts'

const NAMED = 8

/** What another configuration does to the accounts of one day. `view` is the day's own, for its names. */
export async function effectOf(
  open: OpenWorkspace,
  view: DayView,
  sides: Sides,
  question: EffectQuestion,
): Promise<Effect> {
  const moves = movesOf(sides.judged)
  const changed = changedRows(sides.judged)
  return {
    day: view.day,
    before: portfolioOf(sides.before),
    after: portfolioOf(sides.after),
    moves: moves.counts,
    moved: { accounts: moves.rows.length, up: moves.up, down: moves.down },
    changed: changed.length,
    rows: namedRows(view, sides, moves.rows, changed).slice(0, NAMED),
    watched: watchedAccount(view, sides, question.watched),
    focus: focusOf(sides, question),
    segments: await segmentMeans(open, sides, question.attribute),
  }
}

export function movesPage(view: DayView, sides: Sides, { from, count }: MovesQuestion): MovesPage {
  const { rows } = movesOf(sides.judged)
  const most = Math.min(count, PAGE_ROWS)
  const page = greatestRows(rows, valueAt(sides), from, most)
  return { total: rows.length, rows: page.map((row) => movedRow(view, sides, row)) }
}

function namedRows(
  view: DayView,
  sides: Sides,
  moved: Uint32Array,
  changed: Uint32Array,
): MovedRow[] {
  const weight = moved.length > 0 ? valueAt(sides) : changeAt(sides)
  const rows = greatestRows(moved.length > 0 ? moved : changed, weight, 0, NAMED)
  return rows.map((row) => movedRow(view, sides, row))
}

const valuesOf = ({ before, after }: Sides): Float64Array | null => after.values ?? before.values

/** Without values all are alike, and the score's change decides. */
function valueAt(sides: Sides): (row: number) => number {
  const values = valuesOf(sides)
  return values ? (row) => values[row] as number : changeAt(sides)
}

const changeAt =
  ({ before, after }: Sides) =>
  (row: number): number =>
    Math.abs((after.sheet.shown[row] as number) - (before.sheet.shown[row] as number))

const movedRow = (view: DayView, sides: Sides, row: number): MovedRow => ({
  account: toAccountIndex(view.sheet.accounts[row] as number),
  name: view.nameAt(row),
  value: maybeNumber(valuesOf(sides)?.[row]),
  before: judgementAt(sides.before.sheet, row),
  after: judgementAt(sides.after.sheet, row),
})

export function judgementAt({ shown, bands }: ScoreSheet, row: number): Judgement {
  const band = bands[row] as number
  return { score: maybeNumber(shown[row]), band: band === NO_BAND ? null : band }
}

function focusOf({ before, after }: Sides, { focus }: EffectQuestion): FocusedFactor | null {
  if (!focus) return null
  const [was, is] = [endsOf(before, focus), endsOf(after, focus)]
  return {
    full: { now: is?.full ?? null, before: was?.full ?? null },
    zero: { now: is?.zero ?? null, before: was?.zero ?? null },
  }
}

/** How many accounts get all, and how many nothing; null where the side does not have the factor. */
function endsOf({ configuration, sheet }: Side, at: NonNullable<EffectQuestion['focus']>) {
  const model = configuration?.models.findIndex(({ id }) => id === at.model) ?? -1
  const found = sheet.factors.find((one) => one.model === model && one.id === at.factor)
  if (!found) return null
  let [full, zero] = [0, 0]
  for (let row = 0; row < found.scores.length; row++) {
    const score = found.scores[row] as number
    if (score === 100) full++
    else if (score === 0) zero++
  }
  return { full, zero }
}
