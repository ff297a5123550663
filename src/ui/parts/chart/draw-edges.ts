import type { Chart } from 'chart.js'
import type { ChartColours } from './chart-colours.ts'
import type { ChartData } from './chart-data.ts'

/** Bars of a histogram: a number stands below the edge that it is, not below the bar that begins there. */
export function drawEdges(
  { ctx, chartArea, scales }: Chart,
  { edges = [] }: ChartData,
  { text, font }: ChartColours,
): void {
  const axis = scales['x']
  if (!axis || edges.length < 2) return
  const step = (chartArea.right - chartArea.left) / (edges.length - 1)
  ctx.save()
  ctx.fillStyle = text
  ctx.font = `12px ${font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'top'
  edges.forEach((label, place) => {
    if (label !== '') ctx.fillText(label, chartArea.left + place * step, axis.top + 8)
  })
  ctx.restore()
}
