import { toColumnIds } from '../../file/column-ids.ts'
import type { Configuration } from '../configuration.ts'
import { itemsAt, type ListAt } from './edit-lists.ts'

/** An id for something of that name which none of the taken ones is: "Seats in use" gives `seats_in_use`, then `seats_in_use_2`. */
export function freshId(name: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  const [slug = 'new'] = toColumnIds([name])
  let id = slug
  for (let n = 2; used.has(id); n++) id = `${slug}_${n}`
  return id
}

/** The ids that a new item of a list must differ from: of factors those of the whole model, of derived columns those of stored ones too. */
export function takenIds(
  configuration: Configuration,
  at: ListAt,
  columns: readonly string[] = [],
): string[] {
  if (at.list === 'factors')
    return itemsAt(configuration, { ...at, list: 'groups' }).flatMap(({ factors }) =>
      factors.map(({ id }) => id),
    )
  const ids = itemsAt(configuration, at).map(({ id }) => id)
  return at.list === 'derived' ? [...ids, ...columns] : ids
}
