import { isEven } from '../../src/core/view/dimension.ts'
import type { Segment } from '../../src/core/view/segment.ts'
import type { SegmentCell } from '../../src/core/view/segment-order.ts'
import type {
  DimensionAnswer,
  Drift,
  SegmentsTable,
  SplitBy,
} from '../../workers/protocol/segments.ts'
import { snapshotDays } from './portfolio.ts'

const segmentCell = (change: Partial<SegmentCell> = {}): SegmentCell => ({
  accounts: 48,
  value: 7_200_000,
  valueAtRisk: 1_310_000,
  average: 63.1,
  averageBefore: 66.4,
  bands: [11, 14, 22],
  notScored: 1,
  coverage: 0.91,
  flagged: 5,
  flags: [5],
  ...change,
})

const ENTERPRISE = segmentCell()
const MID = segmentCell({
  accounts: 71,
  value: 4_100_000,
  valueAtRisk: 560_000,
  average: 69.8,
  averageBefore: 69.1,
  bands: [9, 21, 38],
  notScored: 3,
  flagged: 2,
  flags: [2],
})
const WITHOUT = segmentCell({
  accounts: 6,
  value: 40_000,
  valueAtRisk: 30_000,
  average: 31.2,
  averageBefore: null,
  bands: [1, 1, 3],
  coverage: 0.4,
  flagged: 0,
  flags: [0],
})
const NOBODY = segmentCell({
  accounts: 0,
  value: null,
  valueAtRisk: null,
  average: null,
  averageBefore: null,
  bands: [0, 0, 0],
  notScored: 0,
  coverage: null,
  flagged: 0,
  flags: [0],
})

const VALUES: readonly Segment[] = [
  { kind: 'value', value: 'Enterprise' },
  { kind: 'value', value: 'Mid-market' },
  { kind: 'missing' },
]
const RANGES: readonly Segment[] = [
  { kind: 'range', least: null, below: 1000 },
  { kind: 'range', least: 1000, below: null },
]

/** The dates between days that were asked for; the last quarter otherwise. */
function datesOf({ subject, cut }: SplitBy): DimensionAnswer {
  const asked = cut ?? { way: 'quarter', buckets: null }
  const edges = isEven(asked) ? [] : asked
  const [least, below] = edges.length > 1 ? edges : [20_635, 20_727]
  const segments = [{ kind: 'range', least: least!, below: below! } as const]
  return { subject, type: 'date', cut: asked, edges, isWhole: true, segments }
}

const numbersOf = ({ subject, cut }: SplitBy): DimensionAnswer => ({
  subject,
  type: 'number',
  cut: cut && !(isEven(cut) && cut.buckets === null) ? cut : { way: 'counts', buckets: 2 },
  edges: [1000],
  isWhole: true,
  segments: RANGES,
})

/** Three texts, a number in two buckets, or a date. */
const dimensionOf = (by: SplitBy): DimensionAnswer =>
  by.subject === 'arr'
    ? numbersOf(by)
    : by.subject === 'renewal_date'
      ? datesOf(by)
      : textsOf(by.subject)

const textsOf = (subject: string): DimensionAnswer => ({
  subject,
  type: 'text',
  cut: null,
  edges: [],
  isWhole: false,
  segments: VALUES,
})

const CELLS = [
  [ENTERPRISE, NOBODY],
  [segmentCell({ accounts: 21, average: 72 }), MID],
  [WITHOUT, NOBODY],
]

/** The engine's answer, the same numbers whatever is asked. */
export function segmentsTable(
  by: SplitBy = { subject: 'segment', cut: null },
  across: SplitBy | null = null,
): SegmentsTable {
  const rows = dimensionOf(by)
  const columns = across && dimensionOf(across)
  const lines = [ENTERPRISE, MID, WITHOUT].slice(0, rows.segments.length)
  return {
    by: rows,
    across: columns,
    versions: { before: 4, after: 4 },
    all: segmentCell({ accounts: 125, average: 66.9, averageBefore: 67.2 }),
    lines,
    heads: columns ? [ENTERPRISE, MID, WITHOUT].slice(0, columns.segments.length) : [],
    cells: columns
      ? rows.segments.map((_, i) => columns.segments.map((_, j) => CELLS[i]?.[j] ?? NOBODY))
      : lines.map(() => []),
  }
}

/** So many segments over the last twelve snapshots, each a little lower than the one before. */
export const drift = (segments = 1): Drift => ({
  points: snapshotDays.slice(-12).map((day, month) => ({
    day,
    configurationVersion: 4,
    average: 70 - month * 0.3,
    segments: Array.from({ length: segments }, (_, place) => ({
      accounts: 40 + month,
      average: 71 - place * 3 - month * 0.7,
      bands: [5 + (month % 4), 14, 20],
      notScored: 1,
    })),
  })),
})
