import type { Chart, Plugin } from 'chart.js'
import type { ChartColours } from './chart-colours.ts'
import type { ChartData } from './chart-data.ts'

/** The tints of the stretches behind the values; before them, where areas would hide it, a dashed line with its label where something changed. */
export function drawBehind(data: ChartData, colours: ChartColours): Plugin {
  return {
    id: 'behind',
    beforeDatasetsDraw: (chart) => drawStretches(chart, data, colours),
    afterDatasetsDraw: (chart) => drawMarks(chart, data, colours),
  }
}

function drawStretches({ ctx, chartArea, scales }: Chart, data: ChartData, colours: ChartColours) {
  const axis = scales['y']
  if (!axis) return
  for (const { from, to, look } of data.stretches ?? []) {
    const top = axis.getPixelForValue(to)
    ctx.fillStyle = colours.tints[look]
    ctx.fillRect(chartArea.left, top, chartArea.width, axis.getPixelForValue(from) - top - 1)
  }
}

function drawMarks({ ctx, chartArea, scales }: Chart, data: ChartData, colours: ChartColours) {
  const axis = scales['x']
  if (!axis) return
  for (const { at, label } of data.marks ?? []) {
    const x = (axis.getPixelForValue(at - 1) + axis.getPixelForValue(at)) / 2
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
