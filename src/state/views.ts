import type { Configuration, View } from '../core/model/configuration.ts'
import type { AccountsQuery } from './accounts-query.ts'
import { readSorts, writeSorts } from './accounts-query.ts'
import type { Query } from './route.svelte.ts'

/** What a saved view keeps of a list. */
export type Listed = Pick<AccountsQuery, 'filter' | 'sort'> & {
  readonly columns: readonly string[]
}

/** The address of a view: all that it says stands in it, so that a bookmark returns even if the view is gone. */
export const viewQuery = ({ id, filter = '', columns = [], sort = [] }: View): Query => ({
  view: id,
  filter,
  columns: columns.join(','),
  sort: writeSorts(sort.map(([by, direction]) => ({ by, direction }))),
})

/** Columns of an address; the name always stands first and is not named. */
export const readColumns = (text: string): readonly string[] =>
  readSorts(text)
    .map(({ by }) => by)
    .filter((id) => id !== 'name')

/** Whether a list is as the view has it. */
export function isAsSaved(view: View, query: (name: string) => string): boolean {
  const saved = viewQuery(view)
  return ['filter', 'columns', 'sort'].every((name) => (saved[name] ?? '') === query(name))
}

const LONGEST_ID = 40

/** An id from a name that is unique among the views. */
export function viewId(name: string, views: readonly View[]): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST_ID)
  const base = /^[a-z_]/.test(slug) ? slug : `view_${slug}`.replace(/_$/, '')
  const taken = new Set(views.map(({ id }) => id))
  if (!taken.has(base)) return base
  let number = 2
  while (taken.has(`${base}_${number}`)) number++
  return `${base}_${number}`
}

const toView = (id: string, name: string, { filter, columns, sort }: Listed): View => ({
  id,
  name,
  ...(filter === '' ? {} : { filter }),
  columns: ['name', ...columns],
  sort: sort.map(({ by, direction }) => [by, direction] as const),
})

/** The configuration with a view more, or with another content of the one of that id. */
export function withView(
  configuration: Configuration,
  { id, name }: { readonly id: string; readonly name: string },
  listed: Listed,
): Configuration {
  const { views = [] } = configuration
  const view = toView(id, name, listed)
  const isKnown = views.some((one) => one.id === id)
  return {
    ...configuration,
    // What else the file says of a view is kept.
    views: isKnown
      ? views.map((one) => (one.id === id ? { ...withoutContent(one), ...view } : one))
      : [...views, view],
  }
}

function withoutContent(view: View): View {
  const { filter: _, ...rest } = view
  return rest
}

export function withoutView(configuration: Configuration, id: string): Configuration {
  const views = (configuration.views ?? []).filter((view) => view.id !== id)
  const { views: _, ...rest } = configuration
  return views.length === 0 ? rest : { ...configuration, views }
}
