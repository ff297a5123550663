import type { Configuration, Factor, Group, ScoringModel } from '../core/model/configuration.ts'
import { itemsAt, type ListAt } from '../core/model/edit/edit-lists.ts'

/** What is edited: one thing of a list, or a part that there is once. */
export type Selection =
  | { readonly part: 'item'; readonly at: ListAt; readonly id: string }
  | { readonly part: 'bands' | 'customers' }

const IN_MODEL = ['groups', 'exceptions', 'factors'] as const
const BY_THEMSELVES = ['models', 'flags', 'derived'] as const

/** As it stands in the address: `factors.main.seat_use`, `flags.quiet`, `bands`. Ids have no dots. */
export function writeSelection(selection: Selection): string {
  if (selection.part !== 'item') return selection.part
  const { at, id } = selection
  return at.model === undefined ? `${at.list}.${id}` : `${at.list}.${at.model}.${id}`
}

/** What the address names, where the configuration has it; else the first factor. */
export function readSelection(text: string, configuration: Configuration): Selection {
  const [list = '', ...ids] = text.split('.')
  if (list === 'bands' || list === 'customers') return { part: list }
  const at = listNamed(list, ids, configuration)
  const id = ids.at(-1) ?? ''
  if (at && itemsAt(configuration, at).some((item) => item.id === id))
    return { part: 'item', at, id }
  return firstFactor(configuration)
}

function listNamed(
  list: string,
  [model = '', factor = '']: readonly string[],
  configuration: Configuration,
): ListAt | null {
  const alone = BY_THEMSELVES.find((one) => one === list)
  if (alone) return { list: alone }
  const inside = IN_MODEL.find((one) => one === list)
  if (inside !== 'factors') return inside ? { list: inside, model } : null
  const group = groupOf(configuration, model, factor)
  return group ? { list: inside, model, group: group.id } : null
}

function firstFactor({ models }: Configuration): Selection {
  const model = models[0] as ScoringModel
  const group = model.groups[0] as Group
  const factor = group.factors[0] as Factor
  return {
    part: 'item',
    at: { list: 'factors', model: model.id, group: group.id },
    id: factor.id,
  }
}

/** The group of a factor: ids of factors are unique within a model. */
export const groupOf = (
  { models }: Pick<Configuration, 'models'>,
  model: string,
  factor: string,
): Group | undefined =>
  models
    .find(({ id }) => id === model)
    ?.groups.find(({ factors }) => factors.some(({ id }) => id === factor))
