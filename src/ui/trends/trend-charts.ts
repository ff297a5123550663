import type { Band } from '../../core/model/configuration.ts'
import { endOf, lookOf, nameOf } from '../parts/band-look.ts'
import type { ChartData } from '../parts/chart/chart-data.ts'
import { dayLabels } from '../parts/chart/day-labels.ts'
import { formatCount, formatDay, formatPercent, formatScore } from '../parts/format.ts'
import { modelChanges, shareOf } from '../words/trends.ts'
import type { TrendPoint } from '../../../workers/protocol/trends.ts'

/** The bands as areas one upon the other, the riskiest at the bottom; a snapshot in which none is scored is a gap. */
export const bandShareChart = (
  points: readonly TrendPoint[],
  bands: readonly Band[],
): ChartData => ({
  ...overTime(points),
  stacked: true,
  min: 0,
  max: 1,
  series: bands.map((_, band) => ({
    name: nameOf(band, bands),
    look: lookOf(band, bands),
    values: points.map((point) => shareOf(point, band)),
    // The bands are the whole: above the last one there is nothing to tell it from.
    area: band === bands.length - 1 ? 'plain' : true,
  })),
  format: (value) => formatPercent(value),
  axisFormat: (value) => formatPercent(value, 0),
})

/** The average over the stretches of the bands. */
export const averageChart = (points: readonly TrendPoint[], bands: readonly Band[]): ChartData => ({
  ...overTime(points),
  stacked: false,
  min: 0,
  max: 100,
  series: [{ name: 'Average score', look: 'ink', values: points.map(({ average }) => average) }],
  stretches: bands.map(({ from }, band) => ({
    from,
    to: endOf(band, bands),
    look: lookOf(band, bands),
  })),
  format: formatScore,
  axisFormat: formatCount,
})

const overTime = (points: readonly TrendPoint[]) => ({
  kind: 'line' as const,
  labels: points.map(({ day }) => formatDay(day)),
  axisLabels: dayLabels(points.map(({ day }) => day)),
  marks: modelChanges(points).map((at) => ({
    at,
    label: `Model ${points[at]?.configurationVersion ?? ''}`,
  })),
})
