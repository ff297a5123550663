import type { Configuration, Group } from './configuration.ts'
import { configuration as wholeShape, factor as factorShape } from './read/configuration-shape.ts'
import { outOfOrder } from './out-of-order.ts'
import { formatPlace, type Place } from './place.ts'
import { isSame, type JsonObject } from './same.ts'
import type { ListShape, ObjectShape, Shape } from './read/shape.ts'

/** Something of the configuration that has an id, and the list it stands in: models, groups, factors, exceptions, bands … */
export interface Thing {
  readonly list: string
  readonly id: string
}

/**
 * One thing that one configuration says and another says otherwise. `reordered`: before and after are places in its list, from 0.
 * `regrouped`: a factor that is in another group; before and after are the groups' ids.
 */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered' | 'regrouped'
  /** In the later file; of what was removed, in the earlier one. */
  readonly place: string
  /** What it is about, the outermost first; empty for what the configuration says of itself. */
  readonly things: readonly Thing[]
  /** Of the last thing, empty for the thing as a whole: `weight`, `attention fall points`, `types arr`. */
  readonly keys: readonly string[]
  /** Undefined where there is none. */
  readonly before: unknown
  readonly after: unknown
}

/**
 * What changed from one configuration to another, in the order of the file. Things are matched by id, and factors within their model
 * whatever group they are in. The order of keys is no change, and neither is a default that is written out.
 */
export function differenceOf(before: Configuration, after: Configuration): readonly Change[] {
  const changes: Change[] = []
  const pair = [before, after] as unknown as Pair<JsonObject>
  compareObjects(
    pair,
    wholeShape.fields,
    { place: [], earlier: [], things: [], keys: [], strays: NONE },
    changes,
  )
  return changes
}

interface Where {
  readonly place: Place
  /** The same in the earlier file. */
  readonly earlier: Place
  readonly things: readonly Thing[]
  readonly keys: readonly string[]
  /** Ids of the model's factors that are in another group: they are compared by themselves. */
  readonly strays: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

type Pair<T = unknown> = readonly [before: T, after: T]

/** What an absent key stands for, by the list of its thing. */
const DEFAULTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['factors missing', 'exclude'],
  ['groups rollup', 'mean'],
  ['models minCoverage', 0],
])

function compare(pair: Pair, shape: Shape | null, where: Where, changes: Change[]): void {
  const [before, after] = pair
  if (isSame(before, after)) return
  if (shape?.kind === 'list' && shape.of.kind === 'object')
    return compareLists(
      [before ?? [], after ?? []] as unknown as Pair<JsonObject[]>,
      shape,
      where,
      changes,
    )
  if (shape?.kind === 'object' || shape?.kind === 'map') {
    const objects = [before ?? {}, after ?? {}] as unknown as Pair<JsonObject>
    return compareObjects(objects, shape.kind === 'object' ? shape.fields : {}, where, changes)
  }
  const file = after === undefined ? 'earlier' : 'later'
  changes.push({ ...told(where, file), kind: 'changed', before, after })
}

/** The keys that are known in the order in which they are written, then the others. */
function compareObjects(
  [before, after]: Pair<JsonObject>,
  fields: ObjectShape['fields'],
  where: Where,
  changes: Change[],
): void {
  const keys = [...Object.keys(fields), ...Object.keys(before), ...Object.keys(after)]
  for (const key of new Set(keys)) {
    const standard = DEFAULTS.get(`${where.things.at(-1)?.list} ${key}`)
    const valueIn = (one: JsonObject) => (Object.hasOwn(one, key) ? one[key] : standard)
    const shape = Object.hasOwn(fields, key) ? fields[key]!.shape : null
    const inside = {
      ...where,
      place: [...where.place, key],
      earlier: [...where.earlier, key],
      keys: [...where.keys, key],
    }
    compare([valueIn(before), valueIn(after)], shape, inside, changes)
  }
}

/** Items are matched by their id, or by a name that is theirs alone; a list with neither is one value. */
function compareLists(
  pair: Pair<readonly JsonObject[]>,
  shape: ListShape,
  where: Where,
  changes: Change[],
): void {
  const [before, after] = [byId(pair[0], shape, where), byId(pair[1], shape, where)]
  if (!before || !after) {
    changes.push({ ...told(where), kind: 'changed', before: pair[0], after: pair[1] })
    return
  }
  const moved = outOfOrder([...before.keys()], [...after.keys()])
  for (const [id, { item, i }] of before) {
    if (after.has(id)) continue
    const here = told(insideOf(where, id, i, i), 'earlier')
    changes.push({ ...here, kind: 'removed', before: item, after: undefined })
  }
  for (const [id, { item, i }] of after) {
    const old = before.get(id)
    const here = insideOf(where, id, old?.i ?? i, i)
    if (!old) changes.push({ ...told(here), kind: 'added', before: undefined, after: item })
    else if (moved.has(id))
      changes.push({ ...told(here), kind: 'reordered', before: old.i, after: i })
    if (old) compareItems([old.item, item], shape.of as ObjectShape, here, changes)
  }
}

interface Placed {
  readonly item: JsonObject
  readonly i: number
}

function byId(
  items: readonly JsonObject[],
  { unique }: ListShape,
  { keys, strays }: Where,
): ReadonlyMap<string, Placed> | null {
  const found = new Map<string, Placed>()
  for (const [i, item] of items.entries()) {
    const id = item[unique ?? 'name']
    if (typeof id !== 'string' || found.has(id)) return null
    if (keys[0] !== 'factors' || !strays.has(id)) found.set(id, { item, i })
  }
  return found
}

const insideOf = (where: Where, id: string, i: number, j: number): Where => ({
  ...where,
  place: [...where.place, j],
  earlier: [...where.earlier, i],
  things: [...where.things, { list: where.keys.at(-1) ?? '', id }],
  keys: [],
})

function compareItems(
  pair: Pair<JsonObject>,
  shape: ObjectShape,
  where: Where,
  changes: Change[],
): void {
  if (where.things.at(-1)?.list !== 'models')
    return compareObjects(pair, shape.fields, where, changes)
  const [before, after] = [homesIn(pair[0], where.earlier), homesIn(pair[1], where.place)]
  const strays = [...after].flatMap(([id, home]) => {
    const old = before.get(id)
    return old && old.group !== home.group ? [{ id, old, home }] : []
  })
  const here = { ...where, strays: new Set(strays.map(({ id }) => id)) }
  compareObjects(pair, shape.fields, here, changes)
  for (const { id, old, home } of strays) {
    const things = [...where.things, { list: 'groups', id: home.group }, { list: 'factors', id }]
    const inside = { ...where, place: home.place, earlier: old.place, things, keys: [] }
    changes.push({ ...told(inside), kind: 'regrouped', before: old.group, after: home.group })
    compareObjects([old.factor, home.factor], factorShape.fields, inside, changes)
  }
}

/** Each factor of a model with its group; in the model all ids of factors differ. */
function homesIn(model: JsonObject, place: Place) {
  const groups = model['groups'] as readonly Group[]
  return new Map(
    groups.flatMap((group, g) =>
      group.factors.map((factor, f) => {
        const at = [...place, 'groups', g, 'factors', f]
        const home = { group: group.id, place: at, factor: factor as unknown as JsonObject }
        return [factor.id, home] as const
      }),
    ),
  )
}

const told = ({ place, earlier, things, keys }: Where, file: 'earlier' | 'later' = 'later') => ({
  place: formatPlace(file === 'earlier' ? earlier : place),
  things,
  keys,
})
