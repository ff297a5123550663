import { parseFormula } from '../../src/core/formula/parse.ts'
import { fold } from '../../src/core/table/fold.ts'
import { dimensionOf, type Dimension } from '../../src/core/view/dimension.ts'
import { measureSegments, type SegmentMeasures } from '../../src/core/view/segment-measures.ts'
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
  const measure = measurer(open, views)
  const everybody = { now: new Uint16Array(view.keys.length), before: views.then && allOf(then) }
  const [width, height] = [across?.dimension.segments.length ?? 0, by.dimension.segments.length]
  const cells = across ? measure(height * width, cross(by, across, width)) : []
  return {
    by: by.dimension,
    across: across?.dimension ?? null,
    versions: view.versions,
    all: measure(1, everybody)[0] as SegmentCell,
    lines: measure(height, by),
    heads: across ? measure(width, across) : [],
    cells: by.dimension.segments.map((_, row) => cells.slice(row * width, (row + 1) * width)),
  }
}

interface Views {
  readonly view: DayView
  readonly then: DayView | null
}

type Places = Pick<Placed, 'now' | 'before'>

const allOf = ({ keys }: DayView): Uint16Array => new Uint16Array(keys.length)

const cross = (by: Places, across: Places, width: number): Places => ({
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

function measurer(open: OpenWorkspace, { view, then }: Views) {
  const riskFlags = (open.configuration?.flags ?? []).map(({ kind }) => kind === 'risk')
  const by = { riskBands: open.riskBands, riskFlags, values: view.values }
  return (count: number, places: Places): SegmentCell[] => {
    const now = measureSegments(places.now, count, view.sheet, by)
    const before = places.before && then && measureSegments(places.before, count, then.sheet, by)
    return now.map((one, place) => cellOf(one, before?.[place]))
  }
}

const cellOf = (now: SegmentMeasures, before: SegmentMeasures | undefined): SegmentCell => ({
  ...now,
  averageBefore: before?.average ?? null,
})

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
