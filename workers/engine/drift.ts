import type { RecordedDay } from '../../src/core/history/recorded.ts'
import { parseFormula } from '../../src/core/formula/parse.ts'
import type { Formula } from '../../src/core/formula/tree.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { bandsAmong } from '../../src/core/view/in-terms-of.ts'
import { measureSegments, type MeasuredRows } from '../../src/core/view/segment-measures.ts'
import { crossed, placesIn, type Segment } from '../../src/core/view/segment.ts'
import { Refused } from '../../src/store/problems.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { Drift, DriftOf, DriftPoint, DriftQuestion } from '../protocol/segments.ts'
import { columnAt } from './column-at.ts'
import { pastOf, type OpenWorkspace } from './open-workspace.ts'

/**
 * Where the accounts of each segment stood in the latest snapshots up to one: who belonged to it then, under the scores of then. What
 * is read for a snapshot is let go before the next one.
 */
export async function driftOf(open: OpenWorkspace, question: DriftQuestion): Promise<Drift> {
  const dimensions = [question, question.across ?? []].flat().map(parsedOf)
  const last = open.portfolio.at(question.day)
  const first = Math.max(0, last + 1 - question.most)
  const places = Array.from({ length: last + 1 - first }, (_, i) => first + i)
  const past = await pastOf(open, question.seen).some(places)
  const own = open.portfolio.apart()
  const points: DriftPoint[] = []
  for (const [i, place] of places.entries()) {
    const day = past[i]
    if (day) points.push(await pointAt(open, own, { dimensions, day, place }))
  }
  return { points }
}

interface Parsed {
  readonly formula: Formula
  readonly segments: readonly Segment[]
}

function parsedOf({ subject, segments }: DriftOf): Parsed {
  const parsed = parseFormula(subject)
  if (!parsed.ok) throw new Refused(parsed.problems[0] as (typeof parsed.problems)[number])
  return { formula: parsed.value, segments }
}

interface PointQuestion {
  /** One, or two that cross. */
  readonly dimensions: readonly Parsed[]
  readonly day: RecordedDay
  readonly place: number
}

async function pointAt(
  open: OpenWorkspace,
  own: Portfolio,
  { dimensions, day, place }: PointQuestion,
): Promise<DriftPoint> {
  const configuration = open.past.of(day.configurationVersion)?.configuration ?? open.configuration
  const cells = await cellsAt(own, configuration, dimensions, place)
  const sheet: MeasuredRows = {
    included: day.included,
    shown: day.shown,
    bands: bandsAmong(day, day.bandIds, open.configuration?.bands ?? []),
    coverage: null,
    flags: [],
  }
  const by = { riskBands: open.riskBands, riskFlags: [], values: null }
  const [all] = measureSegments(new Uint16Array(day.shown.length), 1, sheet, by)
  return {
    day: day.day,
    configurationVersion: day.configurationVersion,
    average: all?.average ?? null,
    segments: measureSegments(cells.places, cells.count, sheet, by).map(
      ({ accounts, average, bands, notScored }) => ({ accounts, average, bands, notScored }),
    ),
  }
}

/** The segment of each account, or the cell of two that cross. */
async function cellsAt(
  own: Portfolio,
  configuration: Configuration | null,
  dimensions: readonly Parsed[],
  place: number,
): Promise<{ places: Uint16Array; count: number }> {
  let cells: { places: Uint16Array; count: number } | null = null
  for (const { formula, segments } of dimensions) {
    const places = placesIn(await columnAt(own, configuration, formula, place), segments)
    const count = segments.length
    cells = cells
      ? { places: crossed(cells.places, places, count), count: cells.count * count }
      : { places, count }
  }
  return cells ?? { places: new Uint16Array(0), count: 0 }
}
