import type { Band } from '../../src/core/model/configuration.ts'
import { labelOf } from '../../src/core/model/label.ts'
import { nextBand, scoreRange, type Path, type ScoreEnd } from '../../src/core/score/reach.ts'
import { fold } from '../../src/core/table/fold.ts'
import { textsOf } from '../../src/core/table/texts.ts'
import type {
  NextBandDetail,
  Outlook,
  PathLine,
  RangeDetail,
  RangeEnd,
  Standing,
} from '../protocol/outlook.ts'
import { cellOf } from './cells.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'

const MOST_STANDINGS = 3

/** What could become of an account's score, and where it stands. */
export async function outlookOf(open: OpenWorkspace, view: DayView, row: number): Promise<Outlook> {
  const bands = open.configuration?.bands ?? []
  const columns = (open.configuration?.account.segments ?? []).slice(0, MOST_STANDINGS)
  const standings = await Promise.all(columns.map((id) => standingOf(open, view, row, id)))
  return {
    next: view.scorer && nextOf(view, row, bands),
    range: rangeOf(view, row, bands),
    standings: standings.filter((standing) => standing !== null),
  }
}

/** Under another configuration a band is the one of its id, else the one that its beginning lies in. */
function placeOf(band: Band, bands: readonly Band[]): number {
  const same = bands.findIndex(({ id }) => id === band.id)
  return same >= 0 ? same : bands.findLastIndex(({ from }) => from <= band.from)
}

function nextOf(view: DayView, row: number, bands: readonly Band[]): NextBandDetail | null {
  if (!view.scorer) return null
  const next = nextBand(view.scorer, view.at, row)
  switch (next.kind) {
    case 'not-scored':
    case 'best-band':
      return next
    case 'held':
      return { kind: 'held', band: placeOf(next.band, bands), reason: next.exception.reason }
    case 'open': {
      const { band, points, paths } = next
      return { kind: 'open', band: placeOf(band, bands), points, paths: paths.map(toLine) }
    }
  }
}

const toLine = ({ factor, now, needed, move }: Path): PathLine => ({
  factor: factor.id,
  name: labelOf(factor),
  input: factor.input,
  now: cellOf(now.input, now.row),
  score: now.score,
  needed,
  to: move.to,
  beyond: move.kind === 'value' ? move.beyond : null,
  isEstimate: move.kind === 'value' && move.isEstimate,
})

function rangeOf(view: DayView, row: number, bands: readonly Band[]): RangeDetail | null {
  const range = view.scorer && scoreRange(view.scorer, view.at, row)
  if (!range || range.open.length === 0) return null
  const end = ({ shown, band }: ScoreEnd): RangeEnd => ({ shown, band: placeOf(band, bands) })
  return {
    least: end(range.least),
    greatest: end(range.greatest),
    open: range.open.map(labelOf),
  }
}

/** Null where the account has no score, or is alone. */
async function standingOf(
  open: OpenWorkspace,
  view: DayView,
  row: number,
  id: string,
): Promise<Standing | null> {
  const column = await open.scores.column(id, view.at)
  const { shown, included } = view.sheet
  const own = shown[row] as number
  if (!column || Number.isNaN(own)) return null
  const texts = textsOf(column)
  const wanted = fold(texts[row] ?? '')
  let [higher, count, sum] = [0, 0, 0]
  for (let other = 0; other < shown.length; other++) {
    const score = shown[other] as number
    if (included[other] !== 1 || Number.isNaN(score) || fold(texts[other] ?? '') !== wanted)
      continue
    count++
    sum += score
    if (score > own) higher++
  }
  if (count < 2) return null
  return {
    column: id,
    segment: texts[row] || null,
    place: higher + 1,
    of: count,
    average: sum / count,
  }
}
