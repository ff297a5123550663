import type { Band } from '../../core/model/configuration.ts'
import type { DriftPoint } from '../../../workers/protocol/segments.ts'
import type { ChartData } from '../parts/chart/chart-data.ts'
import { averageChart, bandsChart } from '../trends/trend-charts.ts'

/** The average of the one segment that was asked for, beside that of all accounts. */
export const segmentChart = (
  points: readonly DriftPoint[],
  bands: readonly Band[],
  name: string,
): ChartData => ({
  ...averageChart(
    points.map((point) => ({
      ...point,
      coverage: null,
      segments: point.segments.map(({ average }) => ({ average, coverage: null })),
    })),
    bands,
    [name],
  ),
  ...stretchOf(points),
})

/** Averages move little: the axis shows the tens they lie between. */
function stretchOf(points: readonly DriftPoint[]): { min: number; max: number } {
  const scores = points
    .flatMap(({ average, segments }) => [average, segments[0]?.average ?? null])
    .filter((score) => score !== null)
  if (scores.length === 0) return { min: 0, max: 100 }
  return {
    min: Math.max(0, 10 * Math.floor((Math.min(...scores) - 2) / 10)),
    max: Math.min(100, 10 * Math.ceil((Math.max(...scores) + 2) / 10)),
  }
}

export const shareChart = (points: readonly DriftPoint[], bands: readonly Band[]): ChartData =>
  bandsChart(
    points.map((point) => ({ ...point, bands: point.segments[0]?.bands ?? [], values: [] })),
    bands,
  )
