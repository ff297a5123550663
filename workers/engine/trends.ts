import type { RecordedDay } from '../../src/core/history/recorded.ts'
import type { Column } from '../../src/core/table/column.ts'
import { figuresOf, type ScoredRows } from '../../src/core/view/figures.ts'
import { bandsAmong } from '../../src/core/view/in-terms-of.ts'
import { measureSegments, type SegmentMeasures } from '../../src/core/view/segment-measures.ts'
import { valueSegments } from '../../src/core/view/segment-values.ts'
import { NO_SEGMENT, placesIn, type Segment } from '../../src/core/view/segment.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { SegmentChoice, TrendPoint, Trends, TrendsQuestion } from '../protocol/trends.ts'
import { confine } from './confine.ts'
import { pastOf, type OpenWorkspace } from './open-workspace.ts'
import type { OnProgress } from './past-scores.ts'
import { attributesOf } from './segments.ts'

const OFFERED_SEGMENTS = 30
const FEW = 3
const MOST_FILTERS = 6
/** Snapshots whose columns are read at once: one after the other each would wait for the disk. */
const READ_TOGETHER = 8

/** Every snapshot as it is seen. Bands are numbered as the configuration in force has them. */
export async function trendsOf(
  open: OpenWorkspace,
  question: TrendsQuestion,
  onProgress: OnProgress,
): Promise<Trends> {
  const places = open.portfolio.manifests.map((_, place) => place)
  const past = await pastOf(open, question.seen).some(places, onProgress)
  const own = open.portfolio.apart()
  const points: TrendPoint[] = []
  let choices: Trends['choices'] = []
  const attributes = attributesOf(open, places.length - 1)
  const by = attributes.find(({ id }) => id === question.by)?.id ?? attributes[0]?.id ?? null
  const scored = places.flatMap((place) => {
    const day = past[place]
    return day ? [{ day, place, by, question }] : []
  })
  for (let from = 0; from < scored.length; from += READ_TOGETHER) {
    const some = scored.slice(from, from + READ_TOGETHER)
    for (const made of await Promise.all(some.map((one) => pointAt(open, own, one)))) {
      points.push(made.point)
      choices = made.segments
    }
  }
  const filters = await filtersOf(open, attributes, past.at(-1) ?? null)
  return { points, attributes, by, choices, filters }
}

interface PointQuestion {
  readonly day: RecordedDay
  readonly place: number
  readonly by: string | null
  readonly question: TrendsQuestion
}

async function pointAt(open: OpenWorkspace, own: Portfolio, asked: PointQuestion) {
  const { day, place, by, question } = asked
  const { segment = [], picked } = question
  const value = open.roles.value
  const isLast = place === open.portfolio.manifests.length - 1
  const named = [value, picked.length > 0 || isLast ? by : null, ...segment.map(({ by }) => by)]
  const read = named.filter((id) => typeof id === 'string')
  const { columns } = await own.load(place, read)
  const values = numbersOf(value === undefined ? undefined : columns.get(value))
  const attribute = by === null ? undefined : columns.get(by)
  const included = await confine(own, place, day.included, segment)
  own.release(place, read)
  const scored = { ...scoredRows(open, day), included }
  const figures = figuresOf(scored, open.riskBands, values)
  const portfolio = { open, scored, values, attribute }
  const point: TrendPoint = {
    day: day.day,
    accounts: figures.accounts,
    average: figures.average,
    bands: figures.counts.slice(0, -1),
    values: figures.values,
    notScored: figures.notScored,
    coverage: day.coverage ?? null,
    configurationVersion: day.configurationVersion,
    segments: measuresOf(portfolio, picked.map(segmentNamed)).map(({ average }) => average),
  }
  return { point, segments: isLast ? choicesOf(portfolio) : [] }
}

interface SplitPortfolio {
  readonly open: OpenWorkspace
  readonly scored: ScoredRows
  readonly values: Float64Array | null
  readonly attribute: Column | undefined
}

const segmentNamed = (label: string | null): Segment =>
  label === null ? { kind: 'missing' } : { kind: 'value', value: label }

/** What the column has the most value at risk in; others are not offered. */
function choicesOf(portfolio: SplitPortfolio): SegmentChoice[] {
  const { open, scored, values, attribute } = portfolio
  if (attribute?.type !== 'text' && attribute?.type !== 'boolean') return []
  const split = { sheet: scored, riskBands: open.riskBands, values }
  const segments = valueSegments(attribute, split, OFFERED_SEGMENTS).filter(
    ({ kind }) => kind !== 'other',
  )
  return measuresOf(portfolio, segments).map(({ accounts }, place) => {
    const segment = segments[place] as Segment
    return { label: segment.kind === 'value' ? segment.value : null, accounts }
  })
}

function measuresOf(
  { open, scored, values, attribute }: SplitPortfolio,
  segments: readonly Segment[],
): readonly SegmentMeasures[] {
  const places = attribute
    ? placesIn(attribute, segments)
    : new Uint16Array(scored.shown.length).fill(NO_SEGMENT)
  const sheet = { ...scored, coverage: null, flags: [] }
  const by = { riskBands: open.riskBands, riskFlags: [], values }
  return measureSegments(places, segments.length, sheet, by)
}

/** The newest snapshot tells which segments there are. Where the configuration names none, the first few attributes stand for them. */
async function filtersOf(
  open: OpenWorkspace,
  attributes: Trends['attributes'],
  newest: RecordedDay | null,
): Promise<Trends['filters']> {
  if (!newest) return []
  const named = open.configuration?.account.segments?.length ?? 0
  const offered = attributes.slice(0, Math.min(named || FEW, MOST_FILTERS))
  const place = open.portfolio.manifests.length - 1
  const { columns } = await open.portfolio.load(
    place,
    offered.map(({ id }) => id),
  )
  const scored = scoredRows(open, newest)
  return offered.map((attribute) => {
    const split = { open, scored, values: null, attribute: columns.get(attribute.id) }
    const choices = choicesOf(split).sort((a, b) => b.accounts - a.accounts)
    return { attribute, choices }
  })
}

const scoredRows = (open: OpenWorkspace, day: RecordedDay): ScoredRows => ({
  included: day.included,
  shown: day.shown,
  bands: bandsAmong(day, day.bandIds, open.configuration?.bands ?? []),
})

const numbersOf = (column: Column | undefined): Float64Array | null =>
  column?.type === 'number' ? column.values : null
