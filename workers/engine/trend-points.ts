import type { RecordedDay } from '../../src/core/history/recorded.ts'
import { formulaOf } from '../../src/core/score/scoring.ts'
import { plainNumbers } from '../../src/core/table/coded-numbers.ts'
import type { Column } from '../../src/core/table/column.ts'
import {
  figuresOf,
  meanCoverage,
  type ScoredRows,
  type TrendFigures,
} from '../../src/core/view/figures.ts'
import { bandsAmong } from '../../src/core/view/in-terms-of.ts'
import { measureSegments, type SegmentMeasures } from '../../src/core/view/segment-measures.ts'
import { NO_SEGMENT, placesIn, type Segment } from '../../src/core/view/segment.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { TrendPoint, TrendsQuestion } from '../protocol/trends.ts'
import { columnAt } from './column-at.ts'
import { confine } from './confine.ts'
import { keep, readKept } from './kept-figures.ts'
import { pastOf, type OpenWorkspace } from './open-workspace.ts'
import type { OnProgress } from './past-scores.ts'

/** Snapshots whose columns are read at once: one after the other each would wait for the disk. */
const READ_TOGETHER = 8

/** What is said of the portfolio was worked out once, and kept; a segment is counted anew. */
export async function trendPoints(
  open: OpenWorkspace,
  question: TrendsQuestion,
  onProgress: OnProgress,
): Promise<TrendPoint[]> {
  const { seen, segment = [], picked } = question
  const isWhole = segment.length === 0 && picked.length === 0
  const kept = isWhole ? await readKept(open, seen) : new Map()
  const places = open.portfolio.manifests.map((_, place) => place)
  const missing = places.filter((place) => !kept.has(place))
  const made = await countedAt(open, missing, question, onProgress)
  if (isWhole && made.size > 0) void keep(open, seen, made).catch(() => {})
  return places.flatMap((place) => {
    const found = made.get(place) ?? kept.get(place)
    const { day } = open.portfolio.manifests[place]!
    return found ? [{ segments: [], ...found, day }] : []
  })
}

type Counted = Omit<TrendPoint, 'day'>

async function countedAt(
  open: OpenWorkspace,
  places: readonly number[],
  question: TrendsQuestion,
  onProgress: OnProgress,
): Promise<ReadonlyMap<number, Counted>> {
  const past = await pastOf(open, question.seen).some(places, onProgress)
  const own = open.portfolio.apart()
  const made = new Map<number, Counted>()
  for (let from = 0; from < places.length; from += READ_TOGETHER)
    await Promise.all(
      places.slice(from, from + READ_TOGETHER).map(async (place, i) => {
        const day = past[from + i]
        if (day) made.set(place, await countedOf(open, own, { day, place, question }))
      }),
    )
  return made
}

interface DayQuestion {
  readonly day: RecordedDay
  readonly place: number
  readonly question: TrendsQuestion
}

async function countedOf(
  open: OpenWorkspace,
  own: Portfolio,
  { day, place, question }: DayQuestion,
): Promise<Counted> {
  const { segment, by, picked } = question
  const read = [
    ...(by === null || picked.length === 0 ? [] : [by]),
    ...(segment ?? []).map(({ by }) => by),
  ]
  const values = await valuesAt(open, own, place)
  const included = await confine(own, place, day.included, segment)
  const scored = { ...scoredRows(open, day), included }
  const { columns } = await own.load(place, read)
  const attribute = by === null ? undefined : columns.get(by)
  const measured = measuresOf(
    { open, scored, values: null, attribute },
    picked.map(segmentNamed),
    day,
  )
  own.release(place, read)
  return {
    ...figuresIn(open, day, scored, values),
    configurationVersion: day.configurationVersion,
    segments: measured.map(({ average, coverage }) => ({ average, coverage })),
  }
}

/** The column of value, or the derived one that is it. */
async function valuesAt(open: OpenWorkspace, own: Portfolio, place: number) {
  const { value } = open.roles
  if (value === undefined) return null
  const isDerived = open.configuration?.derived?.some(({ id }) => id === value)
  if (isDerived) return numbersOf(await columnAt(own, open.configuration, formulaOf(value), place))
  const { columns } = await own.load(place, [value])
  const column = columns.get(value)
  own.release(place, [value])
  return numbersOf(column)
}

function figuresIn(
  open: OpenWorkspace,
  { coverages }: RecordedDay,
  scored: ScoredRows,
  values: Float64Array | null,
): TrendFigures {
  const {
    accounts,
    notScored,
    average,
    counts,
    values: sums,
  } = figuresOf(scored, open.riskBands, values)
  const coverage = coverages ? meanCoverage(coverages, scored.included) : null
  return { accounts, notScored, average, bands: counts.slice(0, -1), values: sums, coverage }
}

export interface SplitPortfolio {
  readonly open: OpenWorkspace
  readonly scored: ScoredRows
  readonly values: Float64Array | null
  readonly attribute: Column | undefined
}

export function measuresOf(
  { open, scored, values, attribute }: SplitPortfolio,
  segments: readonly Segment[],
  day?: RecordedDay,
): readonly SegmentMeasures[] {
  const places = attribute
    ? placesIn(attribute, segments)
    : new Uint16Array(scored.shown.length).fill(NO_SEGMENT)
  const coverage = day?.coverages && segments.length > 0 ? plainNumbers(day.coverages) : null
  const by = { riskBands: open.riskBands, riskFlags: [], values }
  return measureSegments(places, segments.length, { ...scored, coverage, flags: [] }, by)
}

const segmentNamed = (label: string | null): Segment =>
  label === null ? { kind: 'missing' } : { kind: 'value', value: label }

export const scoredRows = (open: OpenWorkspace, day: RecordedDay): ScoredRows => ({
  included: day.included,
  shown: day.shown,
  bands: bandsAmong(day, day.bandIds, open.configuration?.bands ?? []),
})

export const numbersOf = (column: Column | undefined): Float64Array | null =>
  column?.type === 'number' ? column.values : null
