import type { Band } from '../../core/model/configuration.ts'
import type { AccountDetail } from '../../../workers/protocol/account.ts'
import type { AccountHistory } from '../../../workers/protocol/account-history.ts'
import { endOf, lookOf } from '../parts/band-look.ts'
import { LINES, type ChartData, type ChartMark } from '../parts/chart/chart-data.ts'
import { dayLabels } from '../parts/chart/day-labels.ts'
import { formatCount, formatDay, formatScore } from '../parts/format.ts'
import { versionSteps } from '../parts/version-steps.ts'

type History = AccountDetail['history']

/** The score over the stretches of the bands; a snapshot without one is a gap. */
export const historyChart = (
  history: History,
  past: AccountHistory | null,
  bands: readonly Band[],
): ChartData => ({
  ...alongDays(history),
  series: [
    {
      name: 'Score',
      look: 'ink',
      values: history.map(({ score }) => score),
      pointLooks: history.map(({ band }) => lookOf(band, bands)),
    },
  ],
  stretches: bands.map(({ from }, band) => ({
    from,
    to: endOf(band, bands),
    look: lookOf(band, bands),
  })),
  marks: modelMarks(history),
  flags: past ? flagMarks(past) : [],
})

/** The scores that the scales gave the inputs of some factors, 0 to 100. */
export const factorChart = (past: AccountHistory, drawn: readonly string[]): ChartData => ({
  ...alongDays(past.points),
  series: drawn.flatMap((id, line) => {
    const place = past.factors.findIndex((factor) => factor.id === id)
    const factor = past.factors[place]
    if (!factor) return []
    const values = past.points.map(({ factors }) => factors[place] ?? null)
    return [{ name: factor.name, look: LINES[line] ?? ('ink' as const), values }]
  }),
  marks: modelMarks(past.points),
})

const alongDays = (points: readonly { readonly day: History[number]['day'] }[]) => ({
  kind: 'line' as const,
  stacked: false,
  labels: points.map(({ day }) => formatDay(day)),
  places: points.map(({ day }) => day),
  axisLabels: dayLabels(points.map(({ day }) => day)),
  min: 0,
  max: 100,
  format: formatScore,
  axisFormat: formatCount,
})

const modelMarks = (points: readonly { readonly version: number }[]): ChartMark[] =>
  versionSteps(points.map(({ version }) => version)).map((at) => ({
    at,
    label: `Model ${points[at]?.version ?? ''}`,
  }))

/** Where a flag is raised that was not raised at the snapshot before. */
const flagMarks = ({ points }: AccountHistory): ChartMark[] =>
  points.flatMap(({ flags }, at) => {
    const raised = flags.filter((name) => !points[at - 1]?.flags.includes(name))
    return raised.length > 0 ? [{ at, label: `Flag: ${raised.join(', ')}` }] : []
  })
