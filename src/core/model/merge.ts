import type { Configuration, ScoringModel } from './configuration.ts'
import { isSame, type JsonObject } from './same.ts'

/**
 * What two people made of one configuration, in one: what `mine` changed stands, and so does what `theirs` changed where mine did not.
 * Things are matched by id. Where both changed one value, or one scale, mine stands. Whether the result loads is still to be checked.
 */
export function mergeConfigurations(
  base: Configuration,
  mine: Configuration,
  theirs: Configuration,
): Configuration {
  const merged = mergeValue('', base, mine, theirs) as Configuration
  return { ...merged, models: merged.models.map((model) => withoutTwice(model, mine)) }
}

type Thing = JsonObject & { readonly id: string }

/** Alternatives: half of one and half of the other is neither. */
const WHOLE: ReadonlySet<string> = new Set(['scale', 'then', 'missing', 'format', 'reference'])

/** Undefined stands for what is not there. */
function mergeValue(key: string, base: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(mine, base)) return theirs
  if (isSame(theirs, base) || WHOLE.has(key)) return mine
  if (areThings(mine) && areThings(theirs))
    return mergeLists(areThings(base) ? base : [], mine, theirs)
  if (isObject(mine) && isObject(theirs))
    return mergeObjects(isObject(base) ? base : {}, mine, theirs)
  return mine
}

function mergeObjects(base: JsonObject, mine: JsonObject, theirs: JsonObject): JsonObject {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)])
  const of = (one: JsonObject, key: string) => (Object.hasOwn(one, key) ? one[key] : undefined)
  const entries = Array.from(keys, (key) => [
    key,
    mergeValue(key, of(base, key), of(mine, key), of(theirs, key)),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as JsonObject
}

function mergeLists(
  base: readonly Thing[],
  mine: readonly Thing[],
  theirs: readonly Thing[],
): readonly Thing[] {
  const [was, own, other] = [base, mine, theirs].map(
    (list) => new Map(list.map((thing) => [thing.id, thing])),
  ) as [Map<string, Thing>, Map<string, Thing>, Map<string, Thing>]
  const ids = isInOrderOf(mine, base) ? joined(theirs, mine) : joined(mine, theirs)
  return ids.flatMap((id) => {
    const thing = mergeValue('', was.get(id), own.get(id), other.get(id))
    return thing === undefined ? [] : [thing as Thing]
  })
}

/** Whether what both have stands in the same order. */
function isInOrderOf(list: readonly Thing[], base: readonly Thing[]): boolean {
  const idsOf = (all: readonly Thing[], among: readonly Thing[]) =>
    all.map(({ id }) => id).filter((id) => among.some((one) => one.id === id))
  return isSame(idsOf(list, base), idsOf(base, list))
}

/** Those of the first in their order, each further one behind its neighbour in the second. */
function joined(first: readonly Thing[], second: readonly Thing[]): readonly string[] {
  const ids = first.map(({ id }) => id)
  second.forEach(({ id }, i) => {
    if (!ids.includes(id)) ids.splice(ids.indexOf(second[i - 1]?.id ?? '') + 1, 0, id)
  })
  return ids
}

/** A factor that both moved would stand in two groups: it stays where mine has it. A group that is left empty goes. */
function withoutTwice(model: ScoringModel, { models }: Configuration): ScoringModel {
  const own = models.find(({ id }) => id === model.id)?.groups ?? []
  const seen = new Set<string>()
  const groups = model.groups.map((group) => ({
    ...group,
    factors: group.factors.filter(({ id }) => {
      const home = own.find(({ factors }) => factors.some((factor) => factor.id === id))
      if (seen.has(id) || (home && home.id !== group.id && hasIn(model, home.id, id))) return false
      seen.add(id)
      return true
    }),
  }))
  return { ...model, groups: groups.filter(({ factors }) => factors.length > 0) }
}

const hasIn = ({ groups }: ScoringModel, group: string, factor: string): boolean =>
  groups.some(({ id, factors }) => id === group && factors.some((one) => one.id === factor))

const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const areThings = (value: unknown): value is readonly Thing[] =>
  Array.isArray(value) && value.every((item) => isObject(item) && typeof item['id'] === 'string')
