import type { Band } from '../../src/core/model/configuration.ts'
import { labelOf } from '../../src/core/model/label.ts'
import { nextBand, scoreRange, type Path, type ScoreEnd } from '../../src/core/score/reach.ts'
import { formulaOf } from '../../src/core/score/scoring.ts'
import type { Column } from '../../src/core/table/column.ts'
import { textAt } from '../../src/core/table/texts.ts'
import { dimensionOf } from '../../src/core/view/dimension.ts'
import { placesIn } from '../../src/core/view/segment.ts'
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
const MOST_PERIODS = 24

/** What could become of an account's score, and where it stands. */
export async function outlookOf(open: OpenWorkspace, view: DayView, row: number): Promise<Outlook> {
  const bands = open.configuration?.bands ?? []
  const columns = (open.configuration?.account.segments ?? []).slice(0, MOST_STANDINGS)
  const standings = await Promise.all(columns.map((id) => standingOf(open, view, row, id)))
  return {
    next: await nextOf(view, row, bands),
    range: rangeOf(view, row, bands),
    standings: standings.filter((standing) => standing !== null),
  }
}

/** Under another configuration a band is the one of its id, else the one that its beginning lies in. */
function placeOf(band: Band, bands: readonly Band[]): number {
  const same = bands.findIndex(({ id }) => id === band.id)
  return same >= 0 ? same : bands.findLastIndex(({ from }) => from <= band.from)
}

async function nextOf(
  view: DayView,
  row: number,
  bands: readonly Band[],
): Promise<NextBandDetail | null> {
  if (!view.scorer) return null
  const next = nextBand(view.scorer, view.at, row)
  switch (next.kind) {
    case 'not-scored':
    case 'best-band':
      return next
    case 'held':
      return { kind: 'held', band: placeOf(next.band, bands), reason: next.exception.reason }
    case 'open': {
      const { band, points } = next
      const paths = await Promise.all(next.paths.map((path) => lineOf(view, path)))
      return { kind: 'open', band: placeOf(band, bands), points, paths }
    }
  }
}

async function lineOf(view: DayView, path: Path): Promise<PathLine> {
  const { factor, now, needed, move } = path
  const { input } = now
  return {
    factor: factor.id,
    name: labelOf(factor),
    input: factor.input,
    now: cellOf(input, now.row),
    score: now.score,
    needed,
    to: move.to,
    beyond: move.kind === 'value' ? move.beyond : null,
    isEstimate: move.kind === 'value' && move.isEstimate,
    isWhole: input.type === 'number' && input.values.every(isWholeOrMissing),
    above: await aboveOf(view, path),
  }
}

const isWholeOrMissing = (value: number): boolean => Number.isInteger(value) || Number.isNaN(value)

/** "Active users" of active_users / seats: what people can do something about. */
async function aboveOf(view: DayView, { factor, now, move }: Path): Promise<PathLine['above']> {
  const ratio = ratioOf(view, factor.input)
  if (!ratio || typeof move.to !== 'number') return null
  const [upper, lower] = await Promise.all(
    [ratio.upper, ratio.lower].map(async (id) =>
      cellOf((await view.scores.column(id, view.at)) ?? undefined, now.row),
    ),
  )
  if (upper?.type !== 'number' || lower?.type !== 'number' || lower.value <= 0) return null
  return { column: ratio.upper, now: upper.value, to: move.to * lower.value }
}

/** The columns of a plain ratio, by way of one derived column. */
function ratioOf({ scorer }: DayView, input: string) {
  const derived = scorer?.configuration.derived?.find(({ id }) => id === input.trim())
  const { root } = formulaOf(derived?.expression ?? input)
  if (root.kind !== 'arithmetic' || root.operator !== '/') return null
  const { left, right } = root
  return left.kind === 'name' && right.kind === 'name'
    ? { upper: left.name, lower: right.name }
    : null
}

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
  const column = await view.scores.column(id, view.at)
  const { shown, included } = view.sheet
  const own = shown[row] as number
  if (!column || Number.isNaN(own)) return null
  const { segment, ...by } = segmentAt(open, view, { column, id, row })
  const places = placesIn(column, [segment])
  let [higher, count, sum] = [0, 0, 0]
  for (let other = 0; other < shown.length; other++) {
    const score = shown[other] as number
    if (places[other] !== 0 || included[other] !== 1 || Number.isNaN(score)) continue
    count++
    sum += score
    if (score > own) higher++
  }
  if (count < 2) return null
  return { by, segment, place: higher + 1, of: count, average: sum / count }
}

interface Placed {
  readonly column: Column
  readonly id: string
  readonly row: number
}

/** The segment of one account: its text, or the bucket that its number or day falls into. */
function segmentAt(open: OpenWorkspace, view: DayView, { column, id, row }: Placed) {
  const { sheet, values } = view
  const { riskBands } = open
  const subject = formulaOf(id).root
  const asked = { subject, cut: null, sheet, riskBands, values, most: MOST_PERIODS }
  const { type, cut, isWhole, segments } = dimensionOf(column, asked)
  const by = { subject: id, type, cut, isWhole }
  const value = textAt(column, row)
  if (value === '') return { ...by, segment: { kind: 'missing' } as const }
  if (type === 'text' || type === 'boolean')
    return { ...by, segment: { kind: 'value', value } as const }
  const segment = segments[placesIn(column, segments)[row] as number]
  return { ...by, segment: segment ?? ({ kind: 'range', least: null, below: null } as const) }
}
