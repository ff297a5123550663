import type { Chart, Plugin } from 'chart.js'
import type { ChartColours } from './chart-colours.ts'
import type { ChartData } from './chart-data.ts'
import { drawEdges } from './draw-edges.ts'

/** The tints of the stretches behind the values; before them, where areas would hide it, a dashed line with its label where something changed. */
export function drawBehind(data: ChartData, colours: ChartColours): Plugin {
  return {
    id: 'behind',
    beforeDatasetsDraw: (chart) => drawStretches(chart, data, colours),
    afterDatasetsDraw: (chart) => {
      drawMarks(chart, data, colours)
      drawFlags(chart, data, colours)
      drawEdges(chart, data, colours)
    },
  }
}

function drawStretches({ ctx, chartArea, scales }: Chart, data: ChartData, colours: ChartColours) {
  const axis = scales['y']
  if (!axis) return
  // The axis may show but a part of a stretch: what stands below and above it is not painted over.
  const within = (value: number) =>
    Math.min(chartArea.bottom, Math.max(chartArea.top, axis.getPixelForValue(value)))
  for (const { from, to, look } of data.stretches ?? []) {
    const top = within(to)
    const height = within(from) - top - 1
    ctx.fillStyle = colours.tints[look]
    if (height > 0) ctx.fillRect(chartArea.left, top, chartArea.width, height)
  }
}

function drawMarks({ ctx, chartArea, scales }: Chart, data: ChartData, colours: ChartColours) {
  const axis = scales['x']
  if (!axis) return
  for (const { at, label } of data.marks ?? []) {
    const x =
      (axis.getPixelForValue(placeOf(data, at - 1)) + axis.getPixelForValue(placeOf(data, at))) / 2
    ctx.save()
    ctx.strokeStyle = colours.ink
    ctx.setLineDash([3, 3])
    ctx.beginPath()
    ctx.moveTo(x, chartArea.top)
    ctx.lineTo(x, chartArea.bottom)
    ctx.stroke()
    ctx.fillStyle = colours.text
    ctx.font = `12px ${colours.font}`
    ctx.fillText(label, x + 4, chartArea.bottom - 6)
    ctx.restore()
  }
}

/** A pole and its cloth, standing on the axis. */
function drawFlags({ ctx, chartArea, scales }: Chart, data: ChartData, colours: ChartColours) {
  const axis = scales['x']
  if (!axis) return
  for (const { at } of data.flags ?? []) {
    const x = axis.getPixelForValue(placeOf(data, at))
    const top = chartArea.bottom - 14
    ctx.save()
    ctx.strokeStyle = colours.looks.risk
    ctx.fillStyle = colours.looks.risk
    ctx.beginPath()
    ctx.moveTo(x, chartArea.bottom - 1)
    ctx.lineTo(x, top)
    ctx.stroke()
    ctx.beginPath()
    ctx.moveTo(x, top)
    ctx.lineTo(x + 8, top + 3)
    ctx.lineTo(x, top + 6)
    ctx.fill()
    ctx.restore()
  }
}

const placeOf = ({ places }: ChartData, at: number): number => places?.[at] ?? at
