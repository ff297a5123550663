import type { Day } from '../../core/brand.ts'
import type { Band } from '../../core/model/configuration.ts'
import type { TrendPoint } from '../../../workers/protocol/trends.ts'
import { isRisk, nameOf } from '../parts/band-look.ts'
import { versionSteps } from '../parts/version-steps.ts'
import { formatDay, formatMonth, formatPercent, formatScore } from '../parts/format.ts'

/** Of the scored accounts; null where none is scored. */
export function shareOf(point: TrendPoint, band: number): number | null {
  const scored = point.bands.reduce((sum, count) => sum + count, 0)
  return scored === 0 ? null : (point.bands[band] ?? 0) / scored
}

/** "At risk is 15.0 %, up from 13.9 % on 30 Sep 2026." Compared with the point before, unless another day is given. */
export function bandShareWords(
  points: readonly TrendPoint[],
  bands: readonly Band[],
  since: Day | null = null,
): string {
  const band = bands.findIndex((_, place) => isRisk(place, bands))
  const now = points.at(-1)
  const before = points.find(({ day }) => day === since) ?? points.at(-2)
  if (!before || !now || band === -1) return ''
  const share = shareOf(now, band)
  if (share === null) return 'No account is scored in the newest snapshot.'
  const moved = comparison(shareOf(before, band), share, (value) => formatPercent(value))
  return `${nameOf(band, bands)} is ${formatPercent(share)} of scored accounts${moved} on ${formatDay(before.day)}.${modelWords(points)}`
}

export function averageWords(points: readonly TrendPoint[]): string {
  const [before, now] = points.slice(-2)
  if (!before || !now) return ''
  if (now.average === null) return 'No account is scored in the newest snapshot.'
  const moved = comparison(before.average, now.average, formatScore)
  return `The average score is ${formatScore(now.average)}${moved} on ${formatDay(before.day)}.`
}

function comparison(before: number | null, now: number, write: (value: number) => string): string {
  if (before === null) return '; none was scored'
  if (write(before) === write(now)) return ', as'
  return `, ${now > before ? 'up' : 'down'} from ${write(before)}`
}

/** A step that the model made must not be read as one the customers made. */
function modelWords(points: readonly TrendPoint[]): string {
  const changed = modelChanges(points).at(-1)
  const point = changed === undefined ? undefined : points[changed]
  return point === undefined
    ? ''
    : ` The model changed in ${formatMonth(point.day)}: what steps there comes from it.`
}

/** Places of the points that were recorded under another version than the one before. */
export const modelChanges = (points: readonly TrendPoint[]): readonly number[] =>
  versionSteps(points.map(({ configurationVersion }) => configurationVersion))

/** How much of the weight there was data for, and where the newest snapshot stands. */
export function coverageWords(points: readonly TrendPoint[]): string {
  const known = points.flatMap(({ coverage, day }) =>
    coverage === null ? [] : [{ coverage, day }],
  )
  const [before, now] = known.slice(-2)
  const newest = now ?? before
  if (!newest) return 'How much of the weight there was data for is not known.'
  const moved =
    now && before
      ? `${comparison(before.coverage, now.coverage, formatPercent)} on ${formatDay(before.day)}`
      : ''
  return `There is data for ${formatPercent(newest.coverage)} of the weight${moved}.`
}

/** Where each picked segment stands beside the portfolio. */
export function segmentsAverageWords(
  points: readonly TrendPoint[],
  segments: readonly string[],
): string {
  const newest = points.at(-1)
  if (!newest || newest.average === null || segments.length === 0) return averageWords(points)
  const parts = segments.map(
    (name, place) => `${name} ${formatScore(newest.segments[place] ?? null)}`,
  )
  return `The portfolio averages ${formatScore(newest.average)}: ${parts.join(', ')}.`
}
