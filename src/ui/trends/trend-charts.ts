import type { Band } from '../../core/model/configuration.ts'
import type { TrendPoint } from '../../../workers/protocol/trends.ts'
import type { Measure } from '../../state/trends.svelte.ts'
import { endOf, lookOf, nameOf } from '../parts/band-look.ts'
import { LINES, type ChartData, type ChartSeries } from '../parts/chart/chart-data.ts'
import { dayLabels } from '../parts/chart/day-labels.ts'
import {
  formatCount,
  formatDay,
  formatMoney,
  formatPercent,
  formatScore,
  formatShortMoney,
} from '../parts/format.ts'
import { modelChanges, shareOf } from '../words/trends.ts'

type DatedPoint = Pick<TrendPoint, 'day' | 'configurationVersion'>
type BandPoint = DatedPoint & Pick<TrendPoint, 'bands' | 'values'>
type SegmentedPoint = DatedPoint & Pick<TrendPoint, 'average' | 'coverage' | 'segments'>

/** What one band has of a snapshot; null where there is nothing to count. */
export function bandMeasure(point: BandPoint, band: number, measure: Measure): number | null {
  switch (measure) {
    case 'share':
      return shareOf(point, band)
    case 'count':
      return point.bands[band] ?? null
    case 'value':
      return point.values[band] ?? null
  }
}

const FORMATS = {
  share: {
    format: (value: number) => formatPercent(value),
    axisFormat: (value: number) => formatPercent(value, 0),
  },
  count: { format: formatCount, axisFormat: formatCount },
  value: { format: formatMoney, axisFormat: formatShortMoney },
}

/** The bands as areas one upon the other, the riskiest at the bottom; a snapshot in which none is scored is a gap. */
export const bandsChart = (
  points: readonly BandPoint[],
  bands: readonly Band[],
  measure: Measure = 'share',
): ChartData => ({
  ...overTime(points),
  stacked: true,
  min: 0,
  max: measure === 'share' ? 1 : null,
  series: bands.map((_, band) => ({
    name: nameOf(band, bands),
    look: lookOf(band, bands),
    values: points.map((point) => bandMeasure(point, band, measure)),
    // The bands are the whole: above the last one there is nothing to tell it from.
    area: band === bands.length - 1 && measure === 'share' ? 'plain' : true,
  })),
  ...FORMATS[measure],
})

/** The averages of the portfolio and of the picked segments, over the stretches of the bands. */
export const averageChart = (
  points: readonly SegmentedPoint[],
  bands: readonly Band[],
  segments: readonly string[] = [],
  whole = 'Portfolio',
): ChartData => ({
  ...overTime(points),
  stacked: false,
  min: 0,
  max: 100,
  series: linesOf(points, segments, segments.length === 0 ? 'Average score' : whole, 'average'),
  stretches: bands.map(({ from }, band) => ({
    from,
    to: endOf(band, bands),
    look: lookOf(band, bands),
  })),
  format: formatScore,
  axisFormat: formatCount,
})

/** The mean share of the weight for which there was data, of the portfolio and of the picked segments. */
export const coverageChart = (
  points: readonly SegmentedPoint[],
  segments: readonly string[] = [],
  whole = 'Portfolio',
): ChartData => ({
  ...overTime(points),
  stacked: false,
  min: 0,
  max: 1,
  series: linesOf(points, segments, segments.length === 0 ? 'Coverage' : whole, 'coverage'),
  format: (value) => formatPercent(value),
  axisFormat: (value) => formatPercent(value, 0),
})

/** All of it first, then each segment in a line that is told apart. */
const linesOf = (
  points: readonly SegmentedPoint[],
  segments: readonly string[],
  whole: string,
  measure: 'average' | 'coverage',
): ChartSeries[] => [
  { name: whole, look: 'ink', values: points.map((point) => point[measure]) },
  ...segments.map((name, place) => ({
    name,
    look: LINES[place + 1] ?? ('ink' as const),
    values: points.map((point) => point.segments[place]?.[measure] ?? null),
  })),
]

const overTime = (points: readonly DatedPoint[]) => ({
  kind: 'line' as const,
  labels: points.map(({ day }) => formatDay(day)),
  places: points.map(({ day }) => day),
  axisLabels: dayLabels(points.map(({ day }) => day)),
  marks: modelChanges(points).map((at) => ({
    at,
    label: `Model ${points[at]?.configurationVersion ?? ''}`,
  })),
})
