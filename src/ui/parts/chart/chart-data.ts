import type { Look } from '../band-look.ts'

/** A chart as plain data: what is drawn, and what its table says, are the same numbers. */
export interface ChartData {
  readonly kind: 'bar' | 'line'
  readonly stacked: boolean
  readonly labels: readonly string[]
  /** Where each label stands along the axis, ascending: days lie as far apart as they are. Without it all are equally far. */
  readonly places?: readonly number[]
  readonly series: readonly ChartSeries[]
  /** The ends of the value axis; null: by the values. */
  readonly min: number | null
  readonly max: number | null
  /** Stretches of the value axis, drawn behind the values: the bands of a score. */
  readonly stretches?: readonly ChartStretch[]
  /** Vertical lines before a label: where the model changed. */
  readonly marks?: readonly ChartMark[]
  /** What was raised at a label: drawn as a flag below the values. */
  readonly flags?: readonly ChartMark[]
  readonly format: (value: number) => string
  /** Shorter forms for the axes, where there is less room than in the table. */
  readonly axisFormat?: (value: number) => string
  readonly axisLabels?: readonly AxisLabel[]
  /** Of bars that are stretches of a number: what stands below the edges between them, one more than there are bars. */
  readonly edges?: readonly string[]
}

/** One line or several; empty where a label has no room. */
export type AxisLabel = string | readonly string[]

/** A band's look, or one of the lines that are told apart by dashes and markers: `ink` is the first. */
export const LINES = ['ink', 'second', 'third', 'fourth', 'fifth'] as const
export type SeriesLook = Look | (typeof LINES)[number]

export interface ChartSeries {
  readonly name: string
  readonly look: SeriesLook
  /** One per label; null is a gap. */
  readonly values: readonly (number | null)[]
  /** The shape and colour of single points, where they differ from the series'. */
  readonly pointLooks?: readonly Look[]
  /** Filled down to the series below; `plain` without an edge, as for the last part of a whole. */
  readonly area?: boolean | 'plain'
}

export interface ChartStretch {
  readonly from: number
  readonly to: number
  readonly look: Look
}

export interface ChartMark {
  readonly at: number
  readonly label: string
}
