import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
  type ChartDataset,
  type Scale,
  type TooltipItem,
} from 'chart.js'
import type { ChartColours } from './chart-colours.ts'
import type { ChartData, ChartSeries } from './chart-data.ts'
import { marksAt } from './marks.ts'
import { drawBehind } from './draw-behind.ts'
import { thinLabels } from './thin-labels.ts'

Chart.register(BarController, BarElement, LineController, LineElement, PointElement)
Chart.register(CategoryScale, LinearScale, Filler, Tooltip)

export interface DrawnChart {
  destroy(): void
}

const FONT_SIZE = 12
const SHAPES = {
  risk: 'rectRot',
  watch: 'triangle',
  healthy: 'circle',
  none: 'circle',
  ink: 'circle',
  second: 'rect',
  third: 'triangle',
  fourth: 'rectRot',
  fifth: 'crossRot',
}
/** By eye of the same weight. */
const RADII = {
  risk: 5.5,
  watch: 6,
  healthy: 4,
  none: 3.5,
  ink: 3,
  second: 3.5,
  third: 4,
  fourth: 4.5,
  fifth: 4.5,
}
const MOST_MARKS = 36
const DASHES = {
  risk: [],
  watch: [5, 3],
  healthy: [],
  none: [2, 3],
  ink: [],
  second: [],
  third: [6, 3],
  fourth: [2, 3],
  fifth: [8, 3, 2, 3],
}

/** Draws on a canvas, at once where it has to be `still`. The chart follows the size of the canvas's parent until it is destroyed. */
export function drawChart(
  canvas: HTMLCanvasElement,
  data: ChartData,
  colours: ChartColours,
  still = false,
): DrawnChart {
  const calm = still || matchMedia('(prefers-reduced-motion: reduce)').matches
  return new Chart(canvas, configurationOf(data, colours, calm))
}

function configurationOf(
  data: ChartData,
  colours: ChartColours,
  calm: boolean,
): ChartConfiguration {
  return {
    type: data.kind,
    data: {
      labels: (data.axisLabels ?? data.labels).map((label) => label as string),
      datasets: data.series.map((_, place) => datasetOf(data, place, colours)),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: calm ? false : { duration: 150 },
      interaction: { mode: 'index', intersect: false },
      scales: scalesOf(data, colours),
      plugins: { tooltip: tooltipOf(data, colours) },
      layout: { padding: { top: 4, right: data.edges ? 12 : 4 } },
    },
    plugins: [drawBehind(data, colours)],
  }
}

function datasetOf(data: ChartData, place: number, colours: ChartColours): ChartDataset {
  const series = data.series[place]
  if (!series) throw new Error(`invalid series: ${place}`)
  const colour = colours.looks[series.look]
  const { places } = data
  const values = places
    ? series.values.map((y, place) => ({ x: places[place] ?? place, y }))
    : [...series.values]
  if (data.kind === 'bar')
    return {
      label: series.name,
      data: values as number[],
      backgroundColor: colour,
      borderRadius: 1,
      categoryPercentage: 1,
      barPercentage: 0.9,
    }
  const looks = series.pointLooks
  return {
    label: series.name,
    data: values,
    borderColor: colour,
    borderWidth: series.area === 'plain' ? 0 : 1.5,
    borderDash: DASHES[series.look],
    backgroundColor: colours.tints[series.look],
    fill: series.area ? (place === 0 ? 'origin' : '-1') : false,
    pointStyle: looks ? looks.map((look) => SHAPES[look]) : SHAPES[series.look],
    pointBackgroundColor: looks ? looks.map((look) => colours.looks[look]) : colour,
    pointBorderColor: colours.page,
    pointRadius: pointRadii(series),
    clip: 8,
  } as ChartDataset
}

/** Of many points that would lie upon each other some alone have a mark: some in between, and those that no line leads to. */
function pointRadii({ look, pointLooks, area, values }: ChartSeries): number | number[] {
  if (area === 'plain') return 0
  const radii = pointLooks ? pointLooks.map((one) => RADII[one]) : values.map(() => RADII[look])
  const step = Math.ceil(values.length / MOST_MARKS)
  const isAlone = (place: number) =>
    (values[place - 1] ?? null) === null && (values[place + 1] ?? null) === null
  return radii.map((radius, place) =>
    (values.length - 1 - place) % step === 0 || isAlone(place) ? radius : 0,
  )
}

/** Days stand along a line as far apart as they are. */
const alongDays = ({ places }: ChartData) =>
  places && {
    type: 'linear' as const,
    ...stretchOf(places),
    afterBuildTicks: (axis: Scale) => {
      axis.ticks = places.map((value) => ({ value }))
    },
  }

/** Every so many labels, as Chart.js skips them, would leave out those that were chosen. */
const thinned = (font: string) => ({
  afterTickToLabelConversion: (axis: Scale) => thinLabels(axis, font),
})

/** A single day stands in the middle. */
function stretchOf(places: readonly number[]): { min: number; max: number } {
  const [min, max] = [places[0] ?? 0, places.at(-1) ?? 0]
  return min < max ? { min, max } : { min: min - 1, max: max + 1 }
}

const dayTicks = ({ places, axisLabels, labels }: ChartData) =>
  places && {
    callback: (value: number | string) =>
      (axisLabels ?? labels)[places.indexOf(Number(value))] as string | string[],
  }

function scalesOf(data: ChartData, colours: ChartColours) {
  const ticks = { color: colours.text, font: { family: colours.font, size: FONT_SIZE } }
  const isChosen = data.places !== undefined || data.axisLabels !== undefined
  return {
    x: {
      ...alongDays(data),
      ...(isChosen ? thinned(`${FONT_SIZE}px ${colours.font}`) : {}),
      stacked: data.stacked,
      offset: !data.series.some(({ area }) => area),
      grid: { display: false },
      border: { color: colours.edge },
      ticks: {
        ...ticks,
        maxRotation: 0,
        autoSkip: !isChosen,
        autoSkipPadding: 12,
        ...dayTicks(data),
        // Their room is kept: the edges between the bars are named instead.
        ...(data.edges ? { callback: () => ' ' } : {}),
      },
    },
    y: {
      stacked: data.stacked,
      ...(data.min === null ? {} : { min: data.min }),
      ...(data.max === null ? {} : { max: data.max }),
      border: { display: false },
      grid: { color: colours.rule, display: !data.stretches },
      ticks: {
        ...ticks,
        maxTicksLimit: 5,
        callback: (value: number | string) => (data.axisFormat ?? data.format)(Number(value)),
      },
    },
  }
}

function tooltipOf(data: ChartData, colours: ChartColours) {
  return {
    backgroundColor: colours.ink,
    titleColor: colours.page,
    bodyColor: colours.page,
    displayColors: false,
    cornerRadius: 4,
    padding: 8,
    titleFont: { family: colours.font, size: FONT_SIZE },
    bodyFont: { family: colours.font, size: FONT_SIZE },
    footerFont: { family: colours.font, size: FONT_SIZE, weight: 'normal' as const },
    footerColor: colours.page,
    callbacks: {
      title: ([item]: TooltipItem<'bar' | 'line'>[]) => data.labels[item?.dataIndex ?? -1] ?? '',
      label: ({ dataset, parsed }: TooltipItem<'bar' | 'line'>) =>
        typeof parsed.y === 'number' ? `${dataset.label ?? ''}: ${data.format(parsed.y)}` : '',
      footer: ([item]: TooltipItem<'bar' | 'line'>[]) => marksAt(data, item?.dataIndex ?? -1),
    },
  }
}
