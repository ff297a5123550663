import type { Result } from '../core/problem.ts'
import type { Download } from '../../workers/protocol/figures.ts'
import type {
  AccountsFileQuestion,
  AccountRow,
  AccountsPage,
} from '../../workers/protocol/accounts.ts'
import { PAGE_ROWS } from '../../workers/protocol/figures.ts'
import type { Look } from '../../workers/protocol/look.ts'
import {
  listAddress,
  nextSorts,
  readAccountsQuery,
  writeSorts,
  type AccountsQuery,
} from './accounts-query.ts'
import { Answer } from './answer.svelte.ts'
import { FacetsState } from './facets.svelte.ts'
import { Filter } from './filter.svelte.ts'
import { askedOf, USUAL_COLUMNS } from './list-columns.ts'
import type { Pickable, Picked } from './picked.svelte.ts'
import { USUAL_LAYOUT, type Preferences } from './preferences.svelte.ts'
import { RowPages } from './row-pages.svelte.ts'
import type { Session } from './session.svelte.ts'
import { readColumns, type Listed } from './views.ts'
import type { WayBack } from './way-back.ts'

const FEW = 3

/** The list of accounts that the address asks for: its first page and counts, and further pages as they come into sight. */
export class AccountsState {
  /** Its rows are there with it: a table that is drawn of it needs no more. */
  readonly answer = new Answer<AccountsPage>(({ rows }) => this.rows.reset(rows))
  readonly filter: Filter
  readonly rows: RowPages<AccountRow>
  readonly facets: FacetsState
  readonly picked: Picked
  readonly #session: Session
  readonly #preferences: Preferences

  /** What of the address says which accounts there are and in what order: the rest of it may change. */
  readonly #address = $derived.by(() => listAddress(this.#session.route))
  readonly query = $derived.by<AccountsQuery>(() => {
    const address = new URLSearchParams(this.#address)
    const route = { query: (name: string) => address.get(name) ?? '' }
    return readAccountsQuery(route, this.#session.configuration)
  })

  constructor(session: Session, preferences: Preferences) {
    this.#session = session
    this.#preferences = preferences
    this.filter = new Filter(session)
    this.picked = session.picked
    this.facets = new FacetsState(session, this.filter, {
      open: () => this.facetsOpen,
      query: () => this.query,
    })
    this.rows = new RowPages((from, count) => this.#fetch(from, count))
  }

  /** As the address says, else as the person likes them. */
  get columns(): readonly string[] {
    const named = readColumns(this.#session.route.query('columns'))
    return named.length > 0 ? named : (this.#preferences.list('columns') ?? USUAL_COLUMNS)
  }

  /** What a view keeps. */
  get listed(): Listed {
    const { filter, sort } = this.query
    return { filter, sort, columns: this.columns }
  }

  /** Where the address names columns it goes on doing so. */
  chooseColumns(columns: readonly string[]): void {
    const { route } = this.#session
    if (route.query('columns') !== '') route.show({ columns: columns.join(',') }, { replace: true })
    else this.#preferences.chooseList('columns', columns)
  }

  /** The usual columns as wide as usual, none pinned; gives the way back to what was chosen, or null where nothing was. */
  layOutAsUsual(): Pick<WayBack, 'isOpen' | 'go'> | null {
    const preferences = this.#preferences
    const { route } = this.#session
    const { layout, isUsualLayout } = preferences
    const columns = route.query('columns')
    if (isUsualLayout && columns === '') return null
    preferences.layOut(USUAL_LAYOUT)
    route.show({ columns: null }, { replace: true })
    const go = () => {
      preferences.layOut(layout)
      if (columns !== '' && route.page === 'accounts') route.show({ columns }, { replace: true })
    }
    return { isOpen: () => preferences.isUsualLayout, go }
  }

  /** What is unfolded beside the list. */
  get facetsOpen(): readonly string[] {
    const { segments = [], owner } = this.#session.configuration?.account ?? {}
    const scored = this.#session.configuration ? ['score', 'band'] : []
    const usual = [...scored, ...segments.slice(0, FEW), ...(owner ? [owner] : [])]
    return this.#preferences.list('facets') ?? [...new Set(usual)]
  }

  async load(): Promise<void> {
    const { look } = this.#session
    if (!look || this.filter.problem) return
    const query = this.query
    await this.answer.ask(() => this.#ask(look, query, 0))
  }

  /** What is picked stays while the same accounts are listed, in whatever order, and while one looks at one of them. */
  keepPicked(): void {
    const { opened, day, seen } = this.#session
    const { search, filter, moved } = this.query
    this.picked.stayIn(opened, JSON.stringify({ day, seen, search, filter, moved }))
  }

  /** From one place of the list to another one, both of them, however far apart. */
  async pickBetween(a: number, b: number, on: boolean): Promise<void> {
    const { query } = this
    const found: Pickable[] = []
    for await (const rows of this.rows.between(Math.min(a, b), Math.max(a, b) + 1))
      found.push(...rows.map(({ account, value }) => ({ account, value })))
    if (query === this.query) this.picked.pick(found, on)
  }

  /** Typing replaces the entry in the history, so that Back leaves the search as a whole. */
  search(text: string): void {
    this.#session.route.show({ q: text, page: null }, { replace: true })
  }

  /** Which page is shown, from 0, where the list is shown page by page. */
  get page(): number {
    const named = Number(this.#session.route.query('page'))
    return Number.isInteger(named) && named > 1 ? named - 1 : 0
  }

  turnTo(page: number): void {
    this.#session.route.show({ page: page === 0 ? null : String(page + 1) })
  }

  sortBy(by: string, { isNumber = false, added = false } = {}): void {
    const sort = writeSorts(nextSorts(this.query.sort, by, { isNumber, added }))
    this.#session.route.show({ sort, page: null })
  }

  /** Takes away that only those are listed who moved so. */
  forgetMoved(): void {
    this.#session.route.show({ moved: null, page: null })
  }

  /** Whether anything keeps accounts from the list. */
  readonly isFiltered = $derived.by<boolean>(() => {
    const { search, filter, moved } = this.query
    return search !== '' || filter !== '' || moved !== null
  })

  clear(): void {
    this.#session.route.show({ q: null, filter: null, moved: null, page: null })
  }

  /** What is picked from the list, or all of it where nothing is. */
  async file(
    format: AccountsFileQuestion['format'],
    columns: AccountsFileQuestion['columns'],
  ): Promise<Result<Download> | null> {
    const { engine, look } = this.#session
    const { value } = this.answer
    if (!look || !value) return null
    const selection = this.picked.count(value) > 0 ? this.picked.selection : null
    return engine.accountsFile({ ...this.query, ...look, columns, selection, format })
  }

  async #fetch(from: number, count: number): Promise<readonly AccountRow[] | null> {
    const { look } = this.#session
    if (!look) return null
    const result = await this.#ask(look, this.query, from, count)
    return result.ok ? result.value.rows : null
  }

  #ask(
    look: Look,
    query: AccountsQuery,
    from: number,
    count = PAGE_ROWS,
  ): Promise<Result<AccountsPage>> {
    return this.#session.engine.accounts({
      ...query,
      ...look,
      columns: askedOf(this.columns),
      from,
      count,
    })
  }
}
