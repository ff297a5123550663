import type {
  Band,
  Configuration,
  DerivedColumn,
  Exception,
  Factor,
  Flag,
  Group,
  ScoringModel,
} from '../configuration.ts'

/** What the lists of a configuration that people edit hold. */
export interface Items {
  readonly models: ScoringModel
  readonly groups: Group
  readonly factors: Factor
  readonly exceptions: Exception
  readonly bands: Band
  readonly flags: Flag
  readonly derived: DerivedColumn
}

export type ListName = keyof Items

/** One of these lists: `model` and `group` are ids, given where the list stands inside of one. */
export interface ListAt<L extends ListName = ListName> {
  readonly list: L
  readonly model?: string | undefined
  readonly group?: string | undefined
}

/** The list as it stands; empty where there is none. */
export function itemsAt<L extends ListName>(
  configuration: Configuration,
  at: ListAt<L>,
): readonly Items[L][] {
  const model = configuration.models.find(({ id }) => id === at.model)
  const found: Partial<Record<ListName, readonly unknown[]>> = {
    ...configuration,
    groups: model?.groups ?? [],
    exceptions: model?.exceptions ?? [],
    factors: model?.groups.find(({ id }) => id === at.group)?.factors ?? [],
  }
  return (found[at.list] ?? []) as readonly Items[L][]
}

/** The configuration with another list in place of the one there; as it is where the list has no place. */
export function withItems<L extends ListName>(
  configuration: Configuration,
  { list, model, group }: ListAt<L>,
  items: readonly Items[L][],
): Configuration {
  if (list === 'groups' || list === 'exceptions')
    return inModel(configuration, model, (found) => ({ ...found, [list]: items }))
  if (list === 'factors')
    return inModel(configuration, model, (found) => ({
      ...found,
      groups: found.groups.map((one) =>
        one.id === group ? { ...one, factors: items as readonly Factor[] } : one,
      ),
    }))
  return { ...configuration, [list]: items }
}

const inModel = (
  configuration: Configuration,
  id: string | undefined,
  change: (model: ScoringModel) => ScoringModel,
): Configuration => ({
  ...configuration,
  models: configuration.models.map((model) => (model.id === id ? change(model) : model)),
})

/** Sets keys of one item; a key that is set to undefined is taken away. */
export function changeItem<L extends ListName>(
  configuration: Configuration,
  at: ListAt<L>,
  id: string,
  change: { readonly [K in keyof Items[L]]?: Items[L][K] | undefined },
): Configuration {
  const items = itemsAt(configuration, at)
  return withItems(
    configuration,
    at,
    items.map((item) => (item.id === id ? patched(item, change) : item)),
  )
}

/** An object with some keys set; a key that is set to undefined is taken away. */
export function patched<T extends object>(
  item: T,
  change: { readonly [K in keyof T]?: T[K] | undefined },
): T {
  const entries = Object.entries({ ...item, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as T
}

/** Puts an item behind another one, or at the end. */
export function addItem<L extends ListName>(
  configuration: Configuration,
  at: ListAt<L>,
  item: Items[L],
  behind?: string,
): Configuration {
  const items = itemsAt(configuration, at)
  const place = items.findIndex(({ id }) => id === behind)
  return withItems(
    configuration,
    at,
    place < 0 ? [...items, item] : items.toSpliced(place + 1, 0, item),
  )
}

/** Puts an item at a place among the others, 0 for the first; beyond the ends it stays at the end. */
export function placeItem<L extends ListName>(
  configuration: Configuration,
  at: ListAt<L>,
  id: string,
  place: number,
): Configuration {
  const items = itemsAt(configuration, at)
  const item = items.find((one) => one.id === id)
  if (!item) return configuration
  const others = items.filter((one) => one.id !== id)
  const to = Math.min(others.length, Math.max(0, place))
  if (items.indexOf(item) === to) return configuration
  return withItems(configuration, at, others.toSpliced(to, 0, item))
}

/** Moves an item among the others by so many places, up where negative. */
export const moveItem = <L extends ListName>(
  configuration: Configuration,
  at: ListAt<L>,
  id: string,
  by: number,
): Configuration =>
  placeItem(
    configuration,
    at,
    id,
    itemsAt(configuration, at).findIndex((item) => item.id === id) + by,
  )

/** Of these a configuration cannot be without. */
const NEVER_EMPTY: ReadonlySet<ListName> = new Set(['models', 'groups', 'factors', 'bands'])

/** Whether an item can go: the last of a list that may not be empty cannot. */
export const isRemovable = (configuration: Configuration, at: ListAt): boolean =>
  !NEVER_EMPTY.has(at.list) || itemsAt(configuration, at).length > 1

/** Takes an item away; the last of a list that may not be empty stays. */
export function removeItem<L extends ListName>(
  configuration: Configuration,
  at: ListAt<L>,
  id: string,
): Configuration {
  if (!isRemovable(configuration, at)) return configuration
  const items = itemsAt(configuration, at)
  return withItems(
    configuration,
    at,
    items.filter((item) => item.id !== id),
  )
}
