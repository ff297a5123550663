import type { Day } from '../../core/brand.ts'
import type { Band } from '../../core/model/configuration.ts'
import type { Session } from '../../state/session.svelte.ts'
import type { SegmentTrend, TrendPoint } from '../../../workers/protocol/trends.ts'
import { isRisk, nameOf } from '../parts/band-look.ts'
import { versionSteps } from '../parts/version-steps.ts'
import { formatDay, formatMonth, formatPercent, formatScore } from '../parts/format.ts'

type Versioned = Pick<TrendPoint, 'day' | 'configurationVersion'>

/** Of the scored accounts; null where none is scored. */
export function shareOf(point: Pick<TrendPoint, 'bands'>, band: number): number | null {
  const scored = point.bands.reduce((sum, count) => sum + count, 0)
  return scored === 0 ? null : (point.bands[band] ?? 0) / scored
}

/** The snapshot that a sentence is about, and the one that it is compared with. */
type Days = Pick<Session, 'day' | 'since'>

/** The newest one where no day is chosen. Before is null where nothing is compared. */
function sidesOf<Point extends Pick<TrendPoint, 'day'>>(
  points: readonly Point[],
  { day, since }: Days,
) {
  const pointOf = (wanted: Day | null) => points.find((point) => point.day === wanted) ?? null
  return { now: pointOf(day) ?? points.at(-1) ?? null, before: pointOf(since) }
}

/** "At risk is 15.0 %, up from 13.9 % on 30 Sep 2026." */
export function bandShareWords(
  points: readonly (Versioned & Pick<TrendPoint, 'bands'>)[],
  bands: readonly Band[],
  days: Days,
): string {
  const band = bands.findIndex((_, place) => isRisk(place, bands))
  const { now, before } = sidesOf(points, days)
  if (!now || band === -1) return ''
  const share = shareOf(now, band)
  if (share === null) return noneScored(now)
  const moved = before && since(before, shareOf(before, band), share, (one) => formatPercent(one))
  return `${nameOf(band, bands)} is ${formatPercent(share)} of scored accounts${moved ?? ''}.${modelWords(points)}`
}

function averageWords(points: readonly TrendPoint[], days: Days): string {
  const { now, before } = sidesOf(points, days)
  if (!now) return ''
  if (now.average === null) return noneScored(now)
  const moved = before && since(before, before.average, now.average, formatScore)
  return `The average score is ${formatScore(now.average)}${moved ?? ''}.`
}

const noneScored = ({ day }: Pick<TrendPoint, 'day'>): string =>
  `No account is scored on ${formatDay(day)}.`

const since = (
  { day }: Pick<TrendPoint, 'day'>,
  before: number | null,
  now: number,
  write: (value: number) => string,
): string => `${comparison(before, now, write)} on ${formatDay(day)}`

function comparison(before: number | null, now: number, write: (value: number) => string): string {
  if (before === null) return '; none was scored'
  if (write(before) === write(now)) return ', as'
  return `, ${now > before ? 'up' : 'down'} from ${write(before)}`
}

/** A step that the model made must not be read as one the customers made. */
function modelWords(points: readonly Versioned[]): string {
  const changed = modelChanges(points).at(-1)
  const point = changed === undefined ? undefined : points[changed]
  return point === undefined
    ? ''
    : ` The model changed in ${formatMonth(point.day)}: what steps there comes from it.`
}

/** Places of the points that were recorded under another version than the one before. */
export const modelChanges = (points: readonly Versioned[]): readonly number[] =>
  versionSteps(points.map(({ configurationVersion }) => configurationVersion))

/** How much of the weight there was data for, and for each picked segment. */
export function coverageWords(
  points: readonly TrendPoint[],
  days: Days,
  segments: readonly string[] = [],
): string {
  const { now, before } = sidesOf(points, days)
  if (!now || now.coverage === null)
    return 'How much of the weight there was data for is not known.'
  if (segments.length > 0) {
    const parts = partsOf(now, segments, ({ coverage }) =>
      coverage === null ? 'nobody' : formatPercent(coverage),
    )
    return `There is data for ${formatPercent(now.coverage)} of the weight: ${parts}.`
  }
  const moved =
    before === null || before.coverage === null
      ? ''
      : since(before, before.coverage, now.coverage, formatPercent)
  return `There is data for ${formatPercent(now.coverage)} of the weight${moved}.`
}

/** Where each picked segment stands beside the portfolio. */
export function segmentsAverageWords(
  points: readonly TrendPoint[],
  segments: readonly string[],
  { whole = 'The portfolio', ...days }: Days & { readonly whole?: string },
): string {
  const { now } = sidesOf(points, days)
  if (!now || now.average === null || segments.length === 0) return averageWords(points, days)
  const parts = partsOf(now, segments, ({ average }) => formatScore(average))
  return `${whole} averages ${formatScore(now.average)}: ${parts}.`
}

const NOBODY: SegmentTrend = { average: null, coverage: null }

const partsOf = (
  point: TrendPoint,
  segments: readonly string[],
  write: (segment: SegmentTrend) => string,
): string =>
  segments.map((name, place) => `${name} ${write(point.segments[place] ?? NOBODY)}`).join(', ')
