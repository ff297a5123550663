import { isAfterScoringName } from '../formula/functions.ts'
import { namesUsed, type UseOverTime } from '../formula/names.ts'
import type { Formula } from '../formula/tree.ts'
import { asOf, within } from '../history/as-of.ts'
import type { History } from '../history/snapshot.ts'
import type { Configuration, Factor } from '../model/configuration.ts'
import { formulaOf } from './scoring.ts'

/** How far back something looks: to the snapshot before, to the newest one at least so old, or to all that are at most so old. */
type Reach =
  | { readonly to: 'previous' }
  | { readonly to: 'as-of'; readonly days: number }
  | { readonly to: 'within'; readonly days: number }

/** The snapshots that are read from one, and the columns read in each. `At` names a snapshot. */
interface Reading<At> {
  readonly configuration: Pick<Configuration, 'account' | 'models' | 'derived'>
  readonly lookBack: (at: At, reach: Reach) => readonly At[]
  readonly found: Map<At, Set<string>>
}

export interface ColumnsNeeded {
  readonly now: ReadonlySet<string>
  /** In any earlier snapshot; empty where the configuration does not look back. */
  readonly earlier: ReadonlySet<string>
}

/**
 * The ids of the columns that must be there to score a snapshot, flags included: derived columns are followed to what they read. The
 * roles of `account` are included only as far as an expression reads them.
 */
export function columnsNeeded(configuration: Configuration): ColumnsNeeded {
  const found = needsOf<'now' | 'earlier'>(configuration, 'now', () => ['earlier'])
  return { now: found.get('now') ?? new Set(), earlier: found.get('earlier') ?? new Set() }
}

/**
 * The same for one snapshot of a history whose days alone need be known: by snapshot, exactly the columns that are read in it. `also`
 * names more columns, derived ones too, that are read in the snapshot itself.
 */
export function columnsNeededAt(
  configuration: Configuration,
  history: History,
  at: number,
  also: readonly string[] = [],
): ReadonlyMap<number, ReadonlySet<string>> {
  return needsOf(configuration, at, (from, reach) => placesBack(history, from, reach), also)
}

/** What one more expression reads that is evaluated in a snapshot, a filter for instance. Without a configuration there are no scores. */
export function columnsReadBy(
  formula: Formula,
  configuration: Configuration | null,
  history: History,
  at: number,
): ReadonlyMap<number, ReadonlySet<string>> {
  const reading: Reading<number> = {
    configuration: configuration ?? NOTHING,
    lookBack: (from, reach) => placesBack(history, from, reach),
    found: new Map([[at, new Set()]]),
  }
  readTree(reading, formula, at)
  return storedNames(reading)
}

const NOTHING = { account: { key: '' }, models: [] }

function placesBack(history: History, at: number, reach: Reach): readonly number[] {
  switch (reach.to) {
    case 'previous':
      return at > 0 ? [at - 1] : []
    case 'as-of': {
      const place = asOf(history, at, reach.days)
      return place === null ? [] : [place]
    }
    case 'within':
      return within(history, at, reach.days)
  }
}

function needsOf<At>(
  configuration: Configuration,
  at: At,
  lookBack: (at: At, reach: Reach) => readonly At[],
  also: readonly string[] = [],
): Map<At, Set<string>> {
  const reading: Reading<At> = { configuration, lookBack, found: new Map([[at, new Set()]]) }
  readScores(reading, at)
  for (const flag of configuration.flags ?? []) readFormula(reading, flag.when, at)
  for (const name of also) readName(reading, name, at)
  return storedNames(reading)
}

/** Scores and derived columns were only followed. */
function storedNames<At>({ configuration, found }: Reading<At>): Map<At, Set<string>> {
  const derived = (configuration.derived ?? []).map(({ id }) => id)
  const followed = new Set(['score', 'band', ...derived])
  return new Map(
    [...found].map(([place, names]) => [
      place,
      new Set([...names].filter((name) => !followed.has(name))),
    ]),
  )
}

function readScores<At>(reading: Reading<At>, at: At): void {
  const { account, models } = reading.configuration
  if (account.include !== undefined) readFormula(reading, account.include, at)
  for (const { appliesTo, groups, exceptions = [] } of models) {
    if (appliesTo !== undefined) readFormula(reading, appliesTo, at)
    for (const { when } of exceptions) readFormula(reading, when, at)
    for (const { factors } of groups) for (const factor of factors) readFactor(reading, factor, at)
  }
}

function readFactor<At>(reading: Reading<At>, { input, scale, missing }: Factor, at: At): void {
  readFormula(reading, input, at)
  if (scale.type === 'percentile' && scale.within && !scale.reference)
    readName(reading, scale.within, at)
  if (typeof missing !== 'object' || !('carry' in missing)) return
  for (const earlier of reading.lookBack(at, { to: 'within', days: missing.carry }))
    readFormula(reading, input, earlier)
}

function readFormula<At>(reading: Reading<At>, text: string, at: At): void {
  readTree(reading, formulaOf(text), at)
}

function readTree<At>(reading: Reading<At>, formula: Formula, at: At): void {
  const { names, overTime } = namesUsed(formula)
  for (const name of names) if (!isAfterScoringName(name)) readName(reading, name, at)
  for (const use of overTime)
    for (const earlier of reading.lookBack(at, reachOf(use))) readName(reading, use.name, earlier)
}

/** Follows each name once a snapshot: derived columns to their expressions, `score` to everything that is scored. */
function readName<At>(reading: Reading<At>, name: string, at: At): void {
  const columns = reading.found.get(at) ?? new Set()
  reading.found.set(at, columns)
  if (columns.has(name)) return
  columns.add(name)
  if (name === 'score' || name === 'band') return readScores(reading, at)
  const derived = reading.configuration.derived?.find(({ id }) => id === name)
  if (derived) readFormula(reading, derived.expression, at)
}

function reachOf({ function: name, days }: UseOverTime): Reach {
  if (days === null) return { to: 'previous' }
  return { to: name === 'average' || name === 'median' ? 'within' : 'as-of', days }
}
