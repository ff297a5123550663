import type { Configuration, Factor, Group, Scale, ScoringModel } from '../configuration.ts'
import { freshId, takenIds } from './edit-ids.ts'
import {
  addItem,
  isRemovable,
  itemsAt,
  placeItem,
  removeItem,
  withItems,
  type Items,
  type ListAt,
  type ListName,
} from './edit-lists.ts'
import { labelOf } from '../label.ts'

/** What an edit led to, and the id of what it made. */
export interface Made {
  readonly configuration: Configuration
  readonly id: string
}

export interface FactorStart {
  readonly name: string
  /** An expression, mostly a column. */
  readonly input: string
  readonly scale: Scale
}

/** A factor at the end of a group, with the mean weight of the others. */
export function addFactor(
  configuration: Configuration,
  at: ListAt<'factors'>,
  { name, input, scale }: FactorStart,
): Made {
  const id = freshId(name, takenIds(configuration, at))
  const factor = { id, name, input, weight: meanWeight(itemsAt(configuration, at)), scale }
  return { configuration: addItem(configuration, at, factor), id }
}

/** A group of one factor at the end of a model: no group is empty. */
export function addGroup(
  configuration: Configuration,
  model: string,
  name: string,
  first: FactorStart,
): Made {
  const at = { list: 'groups', model } as const
  const groups = itemsAt(configuration, at)
  const id = freshId(name, takenIds(configuration, at))
  const factorId = freshId(first.name, takenIds(configuration, { list: 'factors', model }))
  const factor = { id: factorId, ...first, weight: 1 }
  const group = { id, name, weight: meanWeight(groups), factors: [factor] }
  return { configuration: addItem(configuration, at, group), id }
}

/** Means of weights that people wrote are seldom round: two digits are enough to begin with. */
function meanWeight(items: readonly { readonly weight: number }[]): number {
  const sum = items.reduce((total, { weight }) => total + weight, 0)
  return sum > 0 ? Number((sum / items.length).toPrecision(2)) : 1
}

/**
 * Puts a factor into a group of its model, at a place among the others there. A group that would be left empty goes with it, but for
 * the last of the model.
 */
export function moveFactor(
  configuration: Configuration,
  { model, group: from }: ListAt<'factors'>,
  id: string,
  to: { readonly group: string; readonly place: number },
): Configuration {
  const here = { list: 'factors', model, group: from } as const
  const there = { list: 'factors', model, group: to.group } as const
  if (from === to.group) return placeItem(configuration, here, id, to.place)
  const factor = itemsAt(configuration, here).find((one) => one.id === id)
  if (!factor) return configuration
  const left = itemsAt(configuration, here).filter((one) => one.id !== id)
  const others = itemsAt(configuration, there)
  const moved = withItems(configuration, there, others.toSpliced(to.place, 0, factor))
  return left.length > 0
    ? withItems(moved, here, left)
    : removeItem(moved, { list: 'groups', model }, from ?? '')
}

/** Takes a factor away; with the last one of a group the group goes, and the last group of a model stays. */
export function removeFactor(
  configuration: Configuration,
  at: ListAt<'factors'>,
  id: string,
): Configuration {
  if (isRemovable(configuration, at)) return removeItem(configuration, at, id)
  return removeItem(configuration, { list: 'groups', model: at.model ?? '' }, at.group ?? '')
}

/** A copy behind the original, under an id and a name of its own; what stands inside gets ids of its own where it must. */
export function duplicateItem<L extends ListName>(
  configuration: Configuration,
  at: ListAt<L>,
  id: string,
): Made | null {
  const item = itemsAt(configuration, at).find((one) => one.id === id)
  if (!item) return null
  const copied = freshId(`${id}_copy`, takenIds(configuration, at))
  const inside = at.list === 'groups' ? withFreshFactors(configuration, at, item as Group) : item
  const named = { ...inside, id: copied, ...copyName(item) } as Items[L]
  return { configuration: addItem(configuration, at, named, id), id: copied }
}

/** Exceptions are called by their reason, everything else by its name. */
function copyName(item: Items[ListName]) {
  if ('reason' in item) return { reason: `${item.reason} (copy)` }
  return { name: `${labelOf(item as ScoringModel)} (copy)` }
}

function withFreshFactors(configuration: Configuration, { model }: ListAt, group: Group): Group {
  const taken = takenIds(configuration, { list: 'factors', model })
  const factors = group.factors.map((factor): Factor => {
    const id = freshId(`${factor.id}_copy`, taken)
    taken.push(id)
    return { ...factor, id }
  })
  return { ...group, factors }
}
