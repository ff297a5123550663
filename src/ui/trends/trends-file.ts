import { guardedCell } from '../../core/file/formula-guard.ts'
import type { Band } from '../../core/model/configuration.ts'
import type { Download } from '../../../workers/protocol/figures.ts'
import type { TrendPoint } from '../../../workers/protocol/trends.ts'
import { toIsoDay } from '../../state/days.ts'
import { nameOf } from '../parts/band-look.ts'
import { shareOf } from '../words/trends.ts'

interface Named {
  readonly bands: readonly Band[]
  /** The segments whose averages and coverage are there. */
  readonly segments: readonly string[]
  /** What the value is called; null where no column is one. */
  readonly value: string | null
  /** What the file is called: the workspace, the segment, how it is seen. */
  readonly name: readonly (string | null | undefined)[]
}

/** What Trends draws over time as CSV, the oldest snapshot first: days as 2026-03-31, shares from 0 to 1, numbers with all their digits. */
export function trendsFile(points: readonly TrendPoint[], named: Named): Download {
  const lines = [headOf(named), ...points.map((point) => lineOf(point, named))]
  const text = lines.map((cells) => `${cells.map(guardedCell).join(',')}\r\n`).join('')
  const last = points.at(-1)
  const slug = named.name.filter(Boolean).join(' ').toLowerCase()
  const parts = [slug.replace(/[^\p{L}\p{N}]+/gu, '-'), 'trends', last ? toIsoDay(last.day) : '']
  return {
    blob: new Blob([text], { type: 'text/csv;charset=utf-8' }),
    fileName: `${parts.filter(Boolean).join('-')}.csv`,
  }
}

function headOf({ bands, segments, value }: Named): string[] {
  const names = bands.map((_, band) => nameOf(band, bands))
  return [
    ...['Date', 'Model', 'Accounts', 'Not scored', 'Average score', 'Coverage'],
    ...names,
    ...names.map((name) => `${name} share`),
    ...(value === null ? [] : names.map((name) => `${name} ${value}`)),
    ...segments.flatMap((name) => [`${name} average score`, `${name} coverage`]),
  ]
}

function lineOf(point: TrendPoint, { bands, segments, value }: Named): string[] {
  const numbers = [
    point.configurationVersion,
    point.accounts,
    point.notScored,
    point.average,
    point.coverage,
    ...bands.map((_, band) => point.bands[band] ?? null),
    ...bands.map((_, band) => shareOf(point, band)),
    ...(value === null ? [] : bands.map((_, band) => point.values[band] ?? null)),
    ...segments.flatMap((_, place) => {
      const { average = null, coverage = null } = point.segments[place] ?? {}
      return [average, coverage]
    }),
  ]
  return [toIsoDay(point.day), ...numbers.map((number) => number?.toString() ?? '')]
}
