import type { Configuration } from '../core/model/configuration.ts'
import type { AccountsQuestion, Sort } from '../../workers/protocol/accounts.ts'
import { readMoved } from './moved.ts'
import type { Query, Route } from './route.svelte.ts'

export type AccountsQuery = Pick<AccountsQuestion, 'search' | 'filter' | 'moved' | 'sort'>

/** What the address asks for. Without an order: the greatest value first, or by name where no column is the value. */
export function readAccountsQuery(
  route: Pick<Route, 'query'>,
  configuration: Configuration | null,
): AccountsQuery {
  const sort = readSorts(route.query('sort'))
  return {
    search: route.query('q'),
    filter: route.query('filter'),
    moved: readMoved(route.query('moved'), configuration?.bands ?? []),
    sort: sort.length > 0 ? sort : defaultSort(configuration),
  }
}

const ASKED = ['q', 'filter', 'moved', 'sort'] as const

/** The part of an address that `readAccountsQuery` reads. */
export const listAddress = (route: Pick<Route, 'query'>): string =>
  `${new URLSearchParams(ASKED.map((name) => [name, route.query(name)]))}`

/** `-value,name` is value, the greatest first, and by name where values are equal. */
export const writeSorts = (sorts: readonly Sort[]): string =>
  sorts.map(({ by, direction }) => (direction === 'desc' ? `-${by}` : by)).join(',')

const COMMA_OUTSIDE_PARENTHESES = /,(?![^(]*\))/

export const readSorts = (text: string): readonly Sort[] =>
  text
    .split(COMMA_OUTSIDE_PARENTHESES)
    .filter(Boolean)
    .map((by) =>
      by.startsWith('-') ? { by: by.slice(1), direction: 'desc' } : { by, direction: 'asc' },
    )

/** The query of a list that was asked for, to be carried along to an account and back. */
export const listQuery = (route: Pick<Route, 'query'>): Query => ({
  q: route.query('q'),
  filter: route.query('filter'),
  moved: route.query('moved'),
  sort: route.query('sort'),
  view: route.query('view'),
  columns: route.query('columns'),
  page: route.query('page'),
})

/**
 * A second click on a column turns its order around; the first gives the order one looks for. `added` leaves the columns that sort
 * already, and sorts their equals by this one.
 */
export function nextSorts(
  sorts: readonly Sort[],
  by: string,
  { isNumber, added }: { readonly isNumber: boolean; readonly added: boolean },
): readonly Sort[] {
  const known = sorts.find((sort) => sort.by === by)
  const turned: Sort = known
    ? { by, direction: known.direction === 'asc' ? 'desc' : 'asc' }
    : { by, direction: isNumber ? 'desc' : 'asc' }
  if (!added) return [turned]
  return known ? sorts.map((sort) => (sort === known ? turned : sort)) : [...sorts, turned]
}

const defaultSort = (configuration: Configuration | null): readonly Sort[] =>
  configuration?.account.value === undefined
    ? [{ by: 'name', direction: 'asc' }]
    : [{ by: 'value', direction: 'desc' }]
