import type { Vocabulary } from '../../core/formula/vocabulary.ts'
import { orderOf, type Measure, type SegmentCell } from '../../core/view/segment-order.ts'
import { allOf } from '../../state/filter-links.ts'
import { filterOfSegment } from '../../state/segment-filter.ts'
import type { Sort } from '../../../workers/protocol/accounts.ts'
import type { DimensionAnswer, Drift, SegmentsTable } from '../../../workers/protocol/segments.ts'
import { segmentName } from '../words/segments.ts'

/** One segment, or where two cross, as a line of a table. */
export interface SegmentRow {
  /** Of each dimension. */
  readonly names: readonly string[]
  readonly filter: string
  readonly cell: SegmentCell
  /** Its latest averages, oldest first; null on their way. */
  readonly drift: readonly (number | null)[] | null
}

/** What the lines of drift lie between, ten points at least, so that none seems to leap. */
export function driftScale(
  drifts: readonly SegmentRow['drift'][],
): readonly [least: number, greatest: number] {
  const scores = drifts.flatMap((drift) => drift ?? []).filter((score) => score !== null)
  const [least, greatest] = [Math.min(...scores), Math.max(...scores)]
  const slack = Math.max(0, (10 - (greatest - least)) / 2)
  return [least - slack, greatest + slack]
}

/** The segments of a dimension by their names and filters. */
export const headsOf = (dimension: DimensionAnswer, vocabulary: Vocabulary) =>
  dimension.segments.map((segment) => ({
    name: segmentName(segment, dimension, vocabulary),
    filter: filterOfSegment(dimension, segment),
  }))

/** The lines of a table as they come; where two dimensions cross, those in which there is somebody. */
export function rowsOf(
  table: SegmentsTable,
  drift: Drift | null,
  vocabulary: Vocabulary,
): readonly SegmentRow[] {
  const heads = headsOf(table.by, vocabulary)
  if (!table.across)
    return heads.map(({ name, filter }, place) => ({
      names: [name],
      filter,
      cell: table.lines[place] as SegmentCell,
      drift: averagesAt(drift, place),
    }))
  const columns = headsOf(table.across, vocabulary)
  return heads
    .flatMap((row, place) =>
      columns.map((column, at) => ({
        names: [row.name, column.name],
        filter: allOf(row.filter, column.filter),
        cell: table.cells[place]?.[at] as SegmentCell,
        drift: averagesAt(drift, place * columns.length + at),
      })),
    )
    .filter(({ cell }) => cell.accounts > 0)
}

const averagesAt = (drift: Drift | null, place: number) =>
  drift?.points.map(({ segments }) => segments[place]?.average ?? null) ?? null

type Of = (cell: SegmentCell, measure: Measure) => number | null

/** The first sort decides, its equals follow the next; `segment` is the order in which they came. */
export function sorted(
  rows: readonly SegmentRow[],
  sorts: readonly Sort[],
  of: Of,
): readonly SegmentRow[] {
  return sorts.toReversed().reduce((list, { by, direction }) => {
    const numbers = list.map((row) => numberOf(row, rows, by, of))
    return orderOf(numbers, direction).map((place) => list[place] as SegmentRow)
  }, rows)
}

function numberOf(row: SegmentRow, all: readonly SegmentRow[], by: string, of: Of) {
  if (by === 'segment') return all.indexOf(row)
  return by === 'notScored' ? row.cell.notScored : of(row.cell, by as Measure)
}
