import type { RecordedDay } from '../../src/core/history/recorded.ts'
import { valueSegments } from '../../src/core/view/segment-values.ts'
import type { Segment } from '../../src/core/view/segment.ts'
import type { SegmentChoice, Trends, TrendsQuestion } from '../protocol/trends.ts'
import { confine } from './confine.ts'
import { pastOf, type OpenWorkspace } from './open-workspace.ts'
import type { OnProgress } from './past-scores.ts'
import { attributesOf } from './segments.ts'
import {
  measuresOf,
  numbersOf,
  scoredRows,
  trendPoints,
  type SplitPortfolio,
} from './trend-points.ts'

const OFFERED_SEGMENTS = 30
const FEW = 3
const MOST_FILTERS = 6

/** Every snapshot as it is seen. Bands are numbered as the configuration in force has them. */
export async function trendsOf(
  open: OpenWorkspace,
  question: TrendsQuestion,
  onProgress: OnProgress,
): Promise<Trends> {
  const newest = open.portfolio.manifests.length - 1
  const attributes = newest < 0 ? [] : attributesOf(open, newest)
  const by = attributes.find(({ id }) => id === question.by)?.id ?? attributes[0]?.id ?? null
  const asked = { ...question, by }
  const points = await trendPoints(open, asked, onProgress)
  const [day] = newest < 0 ? [] : await pastOf(open, question.seen).some([newest])
  if (!day) return { points, attributes, by, choices: [], filters: [] }
  const choices = await choicesIn(open, day, asked)
  return { points, attributes, by, choices, filters: await filtersOf(open, attributes, day) }
}

/** The segments of the newest snapshot, of those whom it is confined to. */
async function choicesIn(
  open: OpenWorkspace,
  day: RecordedDay,
  { by, segment }: TrendsQuestion,
): Promise<SegmentChoice[]> {
  if (by === null) return []
  const { portfolio, roles } = open
  const newest = portfolio.manifests.length - 1
  const value = roles.value === undefined ? [] : [roles.value]
  const { columns } = await portfolio.load(newest, [by, ...value])
  const included = await confine(portfolio, newest, day.included, segment)
  return choicesOf({
    open,
    scored: { ...scoredRows(open, day), included },
    values: numbersOf(columns.get(roles.value ?? '')),
    attribute: columns.get(by),
  })
}

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

/** The newest snapshot tells which segments there are. Where the configuration names none, the first few attributes stand for them. */
async function filtersOf(
  open: OpenWorkspace,
  attributes: Trends['attributes'],
  newest: RecordedDay,
): Promise<Trends['filters']> {
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
