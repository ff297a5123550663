import { toDay } from '../brand.ts'
import type { Snapshot } from '../history/snapshot.ts'
import type { Configuration, Example, Factor, Scale, ScoringModel } from '../model/configuration.ts'
import { declaredColumns, declaredTypes } from '../model/declared-columns.ts'
import { LIMITS } from '../model/limits.ts'
import type { ConfigurationProblem } from '../problem.ts'
import {
  FALSE,
  MISSING_BOOLEAN,
  MISSING_DAY,
  TRUE,
  type Column,
  type ColumnType,
} from '../table/column.ts'
import { parseIsoDay } from '../table/day.ts'
import { packText } from '../table/packed-text.ts'
import { createScorer } from './scorer.ts'
import { NO_BAND, type ScoreSheet } from './sheet.ts'

/**
 * Warns of each example whose score or band is not what it says. An example is an account of its values alone, without a past, a
 * day or other accounts: ranks without `reference` give 50, and what is counted from the day of the snapshot is missing. It is scored by the
 * model it names, whomever that applies to, else by the first that applies; `include` is not asked, and derived columns are computed. A score is compared as it is shown.
 */
export function differingExamples(
  configuration: Configuration,
  known: ReadonlyMap<string, ColumnType> = new Map(),
): readonly ConfigurationProblem[] {
  const { examples = [], models } = configuration
  const types = new Map([...declaredTypes(configuration, declaredColumns(configuration)), ...known])
  const problems = [undefined, ...models.map(({ id }) => id)].flatMap((model) => {
    const places = examples.flatMap((example, i) => (example.model === model ? [i] : []))
    if (places.length === 0) return []
    const values = places.map((place) => withoutDerived(examples[place] as Example, configuration))
    const sheet = createScorer(alone(configuration, model), [snapshotOf(values, types)]).sheet(0)
    return places.flatMap((place, row) => problemsOf(configuration, place, sheet, row))
  })
  return problems.slice(0, LIMITS.problems)
}

function withoutDerived({ values }: Example, { derived = [] }: Configuration): Example['values'] {
  const computed = new Set(derived.map(({ id }) => id))
  return Object.fromEntries(Object.entries(values).filter(([id]) => !computed.has(id)))
}

/** So that examples that are scored at once do not see each other. */
function alone(configuration: Configuration, model: string | undefined): Configuration {
  const { include: _, ...account } = configuration.account
  const wanted = configuration.models.filter(({ id }) => model === undefined || id === model)
  return {
    ...configuration,
    account,
    flags: [],
    models: wanted.map(({ appliesTo, groups, ...rest }): ScoringModel => ({
      ...rest,
      ...(model === undefined && appliesTo !== undefined ? { appliesTo } : {}),
      groups: groups.map((group) => ({ ...group, factors: group.factors.map(ofOne) })),
    })),
  }
}

const ofOne = (factor: Factor): Factor => ({ ...factor, scale: scaleOfOne(factor.scale) })

/** In a cohort of one every rank is 50. */
function scaleOfOne(scale: Scale): Scale {
  const isRank =
    scale.type === 'quantiles' || (scale.type === 'percentile' && scale.reference === undefined)
  return isRank ? { type: 'steps', at: [0], scores: [50, 50] } : scale
}

type Value = Example['values'][string]

function snapshotOf(
  accounts: readonly Example['values'][],
  types: ReadonlyMap<string, ColumnType>,
): Snapshot {
  const ids = new Set(accounts.flatMap((values) => Object.keys(values)))
  const columns = Array.from(ids, (id) => {
    const values = accounts.map((account) => (Object.hasOwn(account, id) ? account[id] : null))
    return [id, columnOf(values as Value[], types.get(id))] as const
  })
  return {
    day: toDay(NaN),
    accounts: Uint32Array.from(accounts.keys()),
    columns: new Map(columns),
  }
}

/** Without a type that is said, the first value that is there tells it; a value of another type is missing. */
function columnOf(values: readonly Value[], said: ColumnType | undefined): Column {
  const first = typeof values.find((value) => value !== null)
  const type = said ?? (first === 'number' || first === 'boolean' ? first : 'text')
  switch (type) {
    case 'number':
      return {
        type,
        values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN)),
      }
    case 'boolean':
      return { type, values: Uint8Array.from(values, toTruth) }
    case 'date':
      return { type, values: Int32Array.from(values, toDays) }
    case 'text':
      return { type, words: packText(values.map((value) => `${value ?? ''}`)), codes: null }
  }
}

const toTruth = (value: Value): number =>
  typeof value === 'boolean' ? (value ? TRUE : FALSE) : MISSING_BOOLEAN

const toDays = (value: Value): number =>
  (typeof value === 'string' ? parseIsoDay(value) : null) ?? MISSING_DAY

function problemsOf(
  { examples = [], bands }: Configuration,
  place: number,
  sheet: ScoreSheet,
  row: number,
): ConfigurationProblem[] {
  const { name, score, band } = examples[place] as Example
  const shown = sheet.shown[row] as number
  const foundScore = Number.isNaN(shown) ? null : shown
  const foundBand =
    sheet.bands[row] === NO_BAND ? null : (bands[sheet.bands[row] as number]?.id ?? null)
  const differs = (key: string, expected: unknown, found: unknown): ConfigurationProblem[] =>
    expected === undefined || expected === found
      ? []
      : [
          {
            code: 'example-differs',
            place: `examples[${place}].${key}`,
            severity: 'warning',
            example: name,
            expected: write(expected),
            found: write(found),
          },
        ]
  return [...differs('score', score, foundScore), ...differs('band', band, foundBand)]
}

const write = (value: unknown): string => (value === null ? 'not scored' : `${value}`)
