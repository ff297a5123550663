import type { Band, Configuration } from '../core/model/configuration.ts'
import type { AccountsQuestion, Sort } from '../../workers/protocol/accounts.ts'
import type { Query, Route } from './route.svelte.ts'

export type AccountsQuery = Pick<AccountsQuestion, 'search' | 'bands' | 'sort'>

/** How accounts that are not scored are named in addresses: no band can have this id. */
export const NOT_SCORED_ID = 'not-scored'

/** What the address asks for. Without an order: the greatest value first, or by name where no column is the value. */
export function readAccountsQuery(
  route: Pick<Route, 'query'>,
  configuration: Configuration | null,
): AccountsQuery {
  const bands = configuration?.bands ?? []
  const ids = route.query('band').split(',').filter(Boolean)
  return {
    search: route.query('q'),
    bands: ids.flatMap((id) => bandOf(id, bands)),
    sort: readSort(route.query('sort')) ?? defaultSort(configuration),
  }
}

/** `-value` is value, the greatest first. */
export const writeSort = ({ by, direction }: Sort): string => (direction === 'desc' ? `-${by}` : by)

export const writeBands = (chosen: readonly (number | null)[], bands: readonly Band[]): string =>
  chosen.map((band) => bandId(band, bands)).join(',')

export const bandId = (band: number | null, bands: readonly Band[]): string =>
  band === null ? NOT_SCORED_ID : (bands[band]?.id ?? NOT_SCORED_ID)

/** The query of a list that was asked for, to be carried along to an account and back. */
export const listQuery = (route: Pick<Route, 'query'>): Query => ({
  q: route.query('q'),
  band: route.query('band'),
  sort: route.query('sort'),
  page: route.query('page'),
})

/** A second click on a column turns its order around; the first gives the order one looks for. */
export function nextSort(sort: Sort, by: string, isNumber: boolean): Sort {
  if (sort.by === by) return { by, direction: sort.direction === 'asc' ? 'desc' : 'asc' }
  return { by, direction: isNumber ? 'desc' : 'asc' }
}

function readSort(text: string): Sort | null {
  if (text === '') return null
  return text.startsWith('-')
    ? { by: text.slice(1), direction: 'desc' }
    : { by: text, direction: 'asc' }
}

const defaultSort = (configuration: Configuration | null): Sort =>
  configuration?.account.value === undefined
    ? { by: 'name', direction: 'asc' }
    : { by: 'value', direction: 'desc' }

function bandOf(id: string, bands: readonly Band[]): (number | null)[] {
  if (id === NOT_SCORED_ID) return [null]
  const band = bands.findIndex((one) => one.id === id)
  return band === -1 ? [] : [band]
}
