import { toDay, type Day } from '../brand.ts'
import type { Snapshot } from '../history/snapshot.ts'
import type { Configuration, Example, Factor, Scale, ScoringModel } from '../model/configuration.ts'
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
import { createScorer, type Scorer } from './scorer.ts'

export type Values = Example['values']

interface Circumstances {
  /** The model that scores, whomever it applies to; undefined: the first that applies. */
  readonly model: string | undefined
  readonly types: ReadonlyMap<string, ColumnType>
  /** Null: there is none, and what is counted from it is missing. */
  readonly day: Day | null
}

/**
 * Accounts of their values alone, one a row of one snapshot, without a past or each other: ranks without `reference` give 50. `include`
 * is not asked, flags are not raised, and derived columns are computed, whatever the values say of them.
 */
export function scoreAlone(
  configuration: Configuration,
  accounts: readonly Values[],
  { model, types, day }: Circumstances,
): Scorer {
  const values = accounts.map((one) => withoutDerived(one, configuration))
  const snapshot = { ...snapshotOf(values, types), day: day ?? toDay(NaN) }
  return createScorer(alone(configuration, model), [snapshot])
}

function withoutDerived(values: Values, { derived = [] }: Configuration): Values {
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

type Value = Values[string]

function snapshotOf(
  accounts: readonly Values[],
  types: ReadonlyMap<string, ColumnType>,
): Omit<Snapshot, 'day'> {
  const ids = new Set(accounts.flatMap((values) => Object.keys(values)))
  const columns = Array.from(ids, (id) => {
    const values = accounts.map((account) => (Object.hasOwn(account, id) ? account[id] : null))
    return [id, columnOf(values as Value[], types.get(id))] as const
  })
  return {
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
