import type { RecordedDay } from '../../src/core/history/recorded.ts'
import type { Column } from '../../src/core/table/column.ts'
import { figuresOf, type ScoredRows } from '../../src/core/view/figures.ts'
import { bandsAmong } from '../../src/core/view/in-terms-of.ts'
import { segmentsBy } from '../../src/core/view/segments.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { TrendPoint, Trends, TrendsQuestion } from '../protocol/trends.ts'
import { pastOf, type OpenWorkspace } from './open-workspace.ts'
import type { OnProgress } from './past-scores.ts'
import { attributesOf } from './segments.ts'

const OFFERED_SEGMENTS = 30

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
  for (const place of places) {
    const day = past[place]
    if (!day) continue
    const { point, segments } = await pointAt(open, own, { day, place, by, question })
    points.push(point)
    choices = segments
  }
  return { points, attributes, by, choices }
}

interface PointQuestion {
  readonly day: RecordedDay
  readonly place: number
  readonly by: string | null
  readonly question: TrendsQuestion
}

async function pointAt(open: OpenWorkspace, own: Portfolio, asked: PointQuestion) {
  const { day, place, by, question } = asked
  const value = open.roles.value
  const isLast = place === open.portfolio.manifests.length - 1
  const read = [value, question.picked.length > 0 || isLast ? by : null].filter(
    (id) => typeof id === 'string',
  )
  const { columns } = await own.load(place, read)
  const values = numbersOf(value === undefined ? undefined : columns.get(value))
  const attribute = by === null ? undefined : columns.get(by)
  own.release(place, read)
  const scored = scoredRows(open, day)
  const figures = figuresOf(scored, open.riskBands, values)
  const segments = attribute ? segmentsBy(attribute, scored, open.riskBands, values) : []
  const averages = new Map(
    segments.map(({ label, figures }) => [label.toLowerCase(), figures.average]),
  )
  const point: TrendPoint = {
    day: day.day,
    accounts: figures.accounts,
    average: figures.average,
    bands: figures.counts.slice(0, -1),
    values: figures.values,
    notScored: figures.notScored,
    coverage: day.coverage ?? null,
    configurationVersion: day.configurationVersion,
    segments: question.picked.map((label) => averages.get((label ?? '').toLowerCase()) ?? null),
  }
  const offered = segments
    .slice(0, OFFERED_SEGMENTS)
    .map(({ label, rows }) => ({ label: label === '' ? null : label, accounts: rows.length }))
  return { point, segments: offered }
}

const scoredRows = (open: OpenWorkspace, day: RecordedDay): ScoredRows => ({
  included: day.included,
  shown: day.shown,
  bands: bandsAmong(day, day.bandIds, open.configuration?.bands ?? []),
})

const numbersOf = (column: Column | undefined): Float64Array | null =>
  column?.type === 'number' ? column.values : null
