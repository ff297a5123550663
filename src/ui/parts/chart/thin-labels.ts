import type { Scale, Tick } from 'chart.js'

const APART = 8

/**
 * Labels that would touch the one before go: days stand as far apart as they are, which Chart.js does not look at. A year that begins
 * stays, and the label before it goes.
 */
export function thinLabels(axis: Scale, font: string): void {
  const { ctx } = axis.chart
  ctx.font = font
  const wide = ({ label }: Tick) =>
    Math.max(...[label ?? ''].flat().map((line) => ctx.measureText(line).width))
  const at = ({ value }: Tick) => ((value - axis.min) / (axis.max - axis.min)) * axis.maxWidth
  let last: Tick | null = null
  for (const tick of axis.ticks) {
    if (!tick.label || tick.label.length === 0) continue
    const touches: boolean =
      last !== null && at(tick) - at(last) < (wide(tick) + wide(last)) / 2 + APART
    const dropped: Tick | null = !touches
      ? null
      : Array.isArray(tick.label) && isShort(last)
        ? last
        : tick
    if (dropped !== tick) last = tick
    if (dropped) dropped.label = ''
  }
}

const isShort = (tick: Tick | null): boolean => tick !== null && !Array.isArray(tick.label)
