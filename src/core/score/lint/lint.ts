import { formatPlace, type Place } from '../../model/place.ts'
import { TRUE } from '../../table/column.ts'
import { toShown } from '../bands.ts'
import { missingColumns } from './lint-columns.ts'
import { lintFactor } from './lint-factor.ts'
import type { LintFinding } from './lint-finding.ts'
import { sameFactors } from './lint-likeness.ts'
import type { LintedFactor } from './linted-factor.ts'
import type { Scorer } from '../scorer.ts'
import { NO_BAND, type ScoreSheet } from '../sheet.ts'
import { formulaOf } from '../scoring.ts'

/** A band with fewer accounts is nearly empty. */
const LEAST_SHARE = 0.02
/** Among fewer accounts than this a single one is more than that share. */
const FEWEST_FOR_BANDS = 50

/**
 * What is probably not meant in the scorer's configuration, judged by the snapshot at `at`; the columns that it needs must be readable.
 * In the order of the configuration. Without accounts only what the configuration says by itself is found.
 */
export function lintConfiguration(scorer: Scorer, at: number): LintFinding[] {
  const { models } = scorer.configuration
  return [
    ...missingColumns(scorer, at),
    ...models.flatMap((_, model) => lintModel(scorer, at, model)),
    ...emptyBands(scorer, scorer.sheet(at)),
  ]
}

function lintModel(scorer: Scorer, at: number, model: number): LintFinding[] {
  const factors = factorsOf(scorer, at, model)
  return [
    ...nobody(scorer, at, model),
    ...withoutWeight(scorer, model),
    ...factors.flatMap((factor) => lintFactor(factor, scorer, at)),
    ...sameFactors(factors),
    ...cappedIntoBands(scorer, model),
  ]
}

/** Factors that weigh something: of the others there is only to say that they do not. */
function factorsOf(scorer: Scorer, at: number, m: number): LintedFactor[] {
  const sheet = scorer.sheet(at)
  const rows = Uint32Array.from(sheet.models.keys()).filter((row) => sheet.models[row] === m)
  return sheet.factors.flatMap((scored) => {
    const group = scorer.configuration.models[m]?.groups[scored.group]
    const factor = group?.factors[scored.factor]
    if (scored.model !== m || !group || !factor) return []
    if (group.weight === 0 || factor.weight === 0) return []
    const place: Place = ['models', m, 'groups', scored.group, 'factors', scored.factor]
    return [{ place, factor, scored, rows }]
  })
}

function nobody(scorer: Scorer, at: number, m: number): LintFinding[] {
  const { appliesTo } = scorer.configuration.models[m] ?? {}
  const { models, included } = scorer.sheet(at)
  if (appliesTo === undefined || included.length === 0 || models.includes(m)) return []
  const condition = scorer.evaluator.evaluate(formulaOf(appliesTo), at)
  let met = 0
  for (let row = 0; row < included.length; row++)
    if (included[row] === 1 && condition.type === 'boolean' && condition.values[row] === TRUE) met++
  return [{ code: 'applies-to-nobody', place: formatPlace(['models', m, 'appliesTo']), met }]
}

function withoutWeight({ configuration }: Scorer, m: number): LintFinding[] {
  const { groups } = configuration.models[m]!
  const finding = (place: Place): LintFinding => ({ code: 'weight-0', place: formatPlace(place) })
  return groups.flatMap(({ weight, factors }, g) => {
    const place: Place = ['models', m, 'groups', g]
    if (weight === 0) return [finding(place)]
    return factors.flatMap((factor, f) =>
      factor.weight === 0 ? [finding([...place, 'factors', f])] : [],
    )
  })
}

/** A cap of 40 where a band begins at 40 puts accounts into it that were meant to stay below: it equals or exceeds the beginning by less than 1. */
function cappedIntoBands({ configuration }: Scorer, m: number): LintFinding[] {
  const { exceptions = [] } = configuration.models[m]!
  return exceptions.flatMap(({ then }, i) => {
    if (!('cap' in then)) return []
    const reached = toShown(then.cap)
    const band = configuration.bands.findLast(
      ({ from }, b) => b > 0 && from <= reached && reached - from < 1,
    )
    const place = formatPlace(['models', m, 'exceptions', i, 'then', 'cap'])
    return band ? [{ code: 'cap-reaches-band' as const, place, cap: then.cap, band: band.id }] : []
  })
}

function emptyBands({ configuration }: Scorer, { bands }: ScoreSheet): LintFinding[] {
  const counts = configuration.bands.map(() => 0)
  for (let row = 0; row < bands.length; row++)
    if (bands[row] !== NO_BAND) counts[bands[row] as number]!++
  const of = counts.reduce((sum, count) => sum + count, 0)
  if (of < FEWEST_FOR_BANDS) return []
  return configuration.bands.flatMap(({ id }, band) => {
    const accounts = counts[band] as number
    if (accounts / of >= LEAST_SHARE) return []
    const place = formatPlace(['bands', band])
    return [{ code: 'band-nearly-empty' as const, place, band: id, accounts, of }]
  })
}
