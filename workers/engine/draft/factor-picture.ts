import type { Factor, Scale } from '../../../src/core/model/configuration.ts'
import { quantilesAmong } from '../../../src/core/score/scale/number-scales.ts'
import { referenceScale } from '../../../src/core/score/scale/percentile.ts'
import { originAt, type FactorScores, type ScoreSheet } from '../../../src/core/score/sheet.ts'
import { referenceOf, sortedPresent } from '../../../src/core/table/quantiles.ts'
import type { Column } from '../../../src/core/table/column.ts'
import { isMissingAt, textAt } from '../../../src/core/table/texts.ts'
import { histogramOf } from '../../../src/core/view/histogram.ts'
import { PAGE_ROWS } from '../../protocol/figures.ts'
import type { FactorPicture, FactorQuestion } from '../../protocol/draft.ts'
import { cellOf } from '../cells.ts'
import type { DayView } from '../day-view.ts'

/** What one factor reads of the accounts of its model. A factor that the configuration does not have shows nothing. */
export function factorPicture(
  view: DayView,
  sheet: ScoreSheet,
  { configuration, at, watched }: FactorQuestion,
): FactorPicture {
  const m = configuration.models.findIndex(({ id }) => id === at.model)
  const scored = sheet.factors.find((one) => one.model === m && one.id === at.factor)
  if (!scored) return NOTHING
  const factor = configuration.models[m]?.groups[scored.group]?.factors[scored.factor] as Factor
  const rows = Uint32Array.from(sheet.models.keys()).filter((row) => sheet.models[row] === m)
  const { input } = scored
  const sorted = input.type === 'number' ? sortedPresent(input.values, rows) : new Float64Array(0)
  const row = watched === null ? -1 : view.rowOf(watched)
  return {
    type: input.type,
    origins: originsOf(scored, rows),
    histogram: histogramOf(sorted),
    quantiles: referenceOf(sorted),
    words: input.type === 'number' ? [] : wordsOf(input, rows),
    ranks: ranksOf(factor.scale, sorted),
    watched: row < 0 ? null : { name: view.nameAt(row), input: cellOf(input, row) },
  }
}

const NOTHING: FactorPicture = {
  type: null,
  origins: { data: 0, missing: 0, filled: 0, carried: 0 },
  histogram: { from: 0, step: 1, counts: [], below: 0, above: 0 },
  quantiles: [],
  words: [],
  ranks: [],
  watched: null,
}

function originsOf(scored: FactorScores, rows: Uint32Array): FactorPicture['origins'] {
  const counts = { data: 0, missing: 0, filled: 0, carried: 0 }
  for (const row of rows) counts[originAt(scored, row)]++
  return counts
}

function wordsOf(input: Column, rows: Uint32Array): FactorPicture['words'] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    if (isMissingAt(input, row)) continue
    const text = textAt(input, row)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return Array.from(counts, ([text, accounts]) => ({ text, accounts }))
    .sort((a, b) => b.accounts - a.accounts)
    .slice(0, PAGE_ROWS)
}

/** Sampled where the accounts are: two points a percent, so that the line has their steps. */
function ranksOf(scale: Scale, sorted: Float64Array): FactorPicture['ranks'] {
  if (sorted.length === 0) return []
  const scoreOf =
    scale.type === 'quantiles'
      ? quantilesAmong(scale, sorted)
      : scale.type === 'percentile'
        ? referenceScale(scale.reference ? Float64Array.from(scale.reference) : sorted, scale)
        : null
  if (!scoreOf) return []
  const values = Array.from(
    { length: 201 },
    (_, i) => sorted[Math.round(((sorted.length - 1) * i) / 200)] as number,
  )
  return [...new Set(values)].map((x) => [x, scoreOf(x)] as const)
}
