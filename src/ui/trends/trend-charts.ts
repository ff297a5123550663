import type { Band } from '../../core/model/configuration.ts'
import { endOf, lookOf, nameOf } from '../parts/band-look.ts'
import type { ChartData } from '../parts/chart/chart-data.ts'
import { formatDay, formatPercent, formatScore } from '../parts/format.ts'
import { modelChanges, shareOf, type TrendPoint } from '../words/trends.ts'

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
    area: true,
  })),
  format: (value) => formatPercent(value),
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
})

const overTime = (points: readonly TrendPoint[]) => ({
  kind: 'line' as const,
  labels: points.map(({ day }) => formatDay(day)),
  marks: modelChanges(points).map((at) => ({
    at,
    label: `Model ${points[at]?.configurationVersion ?? ''}`,
  })),
})
