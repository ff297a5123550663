import { parseFormula } from '../../src/core/formula/parse.ts'
import { fold } from '../../src/core/table/fold.ts'
import { dimensionOf, type Dimension } from '../../src/core/view/dimension.ts'
import {
  averagesOf,
  combined,
  measureSegments,
  type SegmentMeasures,
} from '../../src/core/view/segment-measures.ts'
import type { SegmentCell } from '../../src/core/view/segment-order.ts'
import { crossed, placesIn, type Segment } from '../../src/core/view/segment.ts'
import { Refused } from '../../src/store/problems.ts'
import type { ColumnSummary } from '../protocol/opened.ts'
import type {
  DimensionAnswer,
  SegmentsQuestion,
  SegmentsTable,
  SplitBy,
} from '../protocol/segments.ts'
import { columnSummaries } from './columns.ts'
import type { DayView } from './day-view.ts'
import { columnBy } from './expressions.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** Beyond them, values are one segment of others. */
const MOST = { alone: 100, by: 20, across: 12 }

/** A dimension with the segment of each account, now and at the comparison; null: there is none. */
interface Placed {
  readonly dimension: DimensionAnswer
  readonly now: Uint16Array
  readonly before: Uint16Array | null
}

/** The portfolio by one dimension or two, and what it was at the comparison; `then` is the view of that. */
export async function segmentsTable(
  open: OpenWorkspace,
  view: DayView,
  then: DayView,
  question: SegmentsQuestion,
): Promise<SegmentsTable> {
  const views = { view, then: view.before ? then : null }
  const isCrossed = question.across !== null
  const by = await placed(open, views, question.by, isCrossed ? MOST.by : MOST.alone)
  const across = question.across && (await placed(open, views, question.across, MOST.across))
  const [height, width] = [by.dimension.segments.length, across?.dimension.segments.length ?? 1]
  const parts = across ? cross(by, across, width) : by
  const cells = measured(open, view, parts.now, height * width)
  const rowOf = (row: number) => cells.slice(row * width, (row + 1) * width)
  const columnOf = (column: number) => cells.filter((_, place) => place % width === column)
  const lines = by.dimension.segments.map((_, row) => combined(rowOf(row)))
  const heads = across?.dimension.segments.map((_, column) => combined(columnOf(column))) ?? []
  const before = (places: Places, count: number) =>
    places.before && views.then ? averagesOf(places.before, count, views.then.sheet) : []
  const compared = withAverages(cells, before(parts, cells.length))
  const everybody = { before: views.then && allOf(views.then) }
  return {
    by: by.dimension,
    across: across?.dimension ?? null,
    versions: view.versions,
    all: withAverages([combined(lines)], before(everybody, 1))[0] as SegmentCell,
    lines: withAverages(lines, before(by, height)),
    heads: across ? withAverages(heads, before(across, width)) : [],
    cells: lines.map((_, row) => (across ? compared.slice(row * width, (row + 1) * width) : [])),
  }
}

interface Views {
  readonly view: DayView
  readonly then: DayView | null
}

type Places = Pick<Placed, 'before'>

const allOf = ({ keys }: DayView): Uint16Array => new Uint16Array(keys.length)

const cross = (by: Placed, across: Placed, width: number): Omit<Placed, 'dimension'> => ({
  now: crossed(by.now, across.now, width),
  before: by.before && across.before && crossed(by.before, across.before, width),
})

async function placed(
  open: OpenWorkspace,
  { view, then }: Views,
  { subject, cut }: SplitBy,
  most: number,
): Promise<Placed> {
  const column = await columnBy(open, view, subject)
  const parsed = parseFormula(subject)
  if (!parsed.ok) throw new Refused(parsed.problems[0] as (typeof parsed.problems)[number])
  const { sheet, values } = view
  const asked = { subject: parsed.value.root, cut, sheet, values, riskBands: open.riskBands, most }
  const dimension = inOrder(open, subject, dimensionOf(column, asked))
  const earlier = then && (await columnBy(open, then, subject))
  return {
    dimension: { ...dimension, subject },
    now: placesIn(column, dimension.segments),
    before: earlier && placesIn(earlier, dimension.segments),
  }
}

/** Bands and models stand in the order that the configuration gives them. */
function inOrder(open: OpenWorkspace, subject: string, dimension: Dimension): Dimension {
  const { bands = [], models = [] } = open.configuration ?? {}
  const known = new Map<string, readonly { readonly id: string }[]>([
    ['band', bands],
    ['previous(band)', bands],
    ['model', models],
  ]).get(subject.trim())
  if (!known) return dimension
  const places = new Map(known.map(({ id }, place) => [fold(id), place]))
  const placeOf = (segment: Segment) =>
    segment.kind === 'value' ? (places.get(fold(segment.value)) ?? places.size) : Infinity
  return {
    ...dimension,
    segments: dimension.segments.toSorted((a, b) => compare(placeOf(a), placeOf(b))),
  }
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b)

/** Every account is in one of them. */
function measured(
  open: OpenWorkspace,
  { sheet, values }: DayView,
  places: Uint16Array,
  count: number,
) {
  const riskFlags = (open.configuration?.flags ?? []).map(({ kind }) => kind === 'risk')
  return measureSegments(places, count, sheet, { riskBands: open.riskBands, riskFlags, values })
}

const withAverages = (
  measures: readonly SegmentMeasures[],
  before: readonly (number | null)[],
): SegmentCell[] => measures.map((one, place) => ({ ...one, averageBefore: before[place] ?? null }))

/** The configuration's segments first, then every other column that a portfolio can be told apart by. */
export function attributesOf(open: OpenWorkspace, at: number): ColumnSummary[] {
  const roles = open.configuration?.account
  const named = new Set([roles?.key, roles?.name])
  const all = columnSummaries(open, at).filter(
    ({ id, type }) => (type === 'text' || type === 'boolean') && !named.has(id),
  )
  const chosen = roles?.segments ?? []
  const place = (id: string) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length)
  return all.sort((a, b) => place(a.id) - place(b.id))
}
