import type { Day } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { lintConfiguration } from '../../src/core/score/lint/lint.ts'
import type { Scorer } from '../../src/core/score/scorer.ts'
import { NO_BAND, NO_MODEL, type ScoreSheet } from '../../src/core/score/sheet.ts'
import { withoutModel } from '../../src/core/view/figures.ts'
import { PAGE_ROWS } from '../protocol/figures.ts'
import type { ModelDetail } from '../protocol/model.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** Whom each part of the configuration in force concerns on one day, and its versions; zeros where there is no snapshot. */
export async function modelDetailOf(open: OpenWorkspace, day: Day | null): Promise<ModelDetail> {
  const at = day === null ? -1 : open.portfolio.at(day)
  const scorer = at < 0 ? null : await open.scores.scorerAt(at)
  return {
    ...partsOf(open.configuration, scorer, at),
    versions: open.versions.map(({ version, hash, name, note, at: time }) => ({
      version,
      hash,
      name,
      note,
      at: time,
    })),
  }
}

/** The same of any configuration. The columns that its scorer needs must be readable; without one all counts are 0. */
export function partsOf(
  configuration: Configuration | null,
  scorer: Scorer | null,
  at: number,
): Omit<ModelDetail, 'versions'> {
  const sheet = scorer?.sheet(at) ?? null
  const models = configuration?.models ?? []
  return {
    models: models.map((_, model) => ({ accounts: sheet ? countEqual(sheet.models, model) : 0 })),
    none: sheet ? withoutModel(sheet) : 0,
    leftOut: sheet ? countEqual(sheet.included, 0) : 0,
    bands: (configuration?.bands ?? []).map((_, band) => ({
      accounts: sheet ? countEqual(sheet.bands, band) : 0,
    })),
    factors: models.map((model, place) =>
      model.groups.flatMap((group, g) =>
        group.factors.map((_, f) => factorFigures(sheet, place, g, f)),
      ),
    ),
    exceptions: models.map((model, place) =>
      (model.exceptions ?? []).map((_, i) =>
        sheet && scorer ? countHeld(sheet, place, scorer.exceptions(at)[place]?.[i]) : 0,
      ),
    ),
    flags: (configuration?.flags ?? []).map((_, flag) => {
      const raised = sheet?.flags[flag]
      return sheet && raised ? countRaised(sheet, raised) : 0
    }),
    findings: scorer ? lintConfiguration(scorer, at).slice(0, PAGE_ROWS) : [],
  }
}

function factorFigures(sheet: ScoreSheet | null, model: number, group: number, place: number) {
  const factor = sheet?.factors.find(
    (one) => one.model === model && one.group === group && one.factor === place,
  )
  let present = 0
  let sum = 0
  factor?.scores.forEach((score) => {
    if (Number.isNaN(score)) return
    present++
    sum += score
  })
  return { present, average: present > 0 ? sum / present : null }
}

/** An exception concerns the accounts of its model that are scored. */
function countHeld(sheet: ScoreSheet, model: number, held: Uint8Array | undefined): number {
  let count = 0
  for (let row = 0; row < sheet.models.length; row++)
    if (held?.[row] === 1 && sheet.models[row] === model && sheet.bands[row] !== NO_BAND) count++
  return count
}

/** Who is no customer counts nowhere. */
function countRaised({ included }: ScoreSheet, raised: Uint8Array): number {
  let count = 0
  for (let row = 0; row < raised.length; row++)
    if (raised[row] === 1 && included[row] === 1) count++
  return count
}

function countEqual(values: Uint8Array, wanted: number): number {
  if (wanted === NO_MODEL) return 0
  let count = 0
  for (let row = 0; row < values.length; row++) if (values[row] === wanted) count++
  return count
}
