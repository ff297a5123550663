import type { Result } from '../core/problem.ts'
import type { AccountRow, AccountsPage } from '../../workers/protocol/accounts.ts'
import { PAGE_ROWS } from '../../workers/protocol/figures.ts'
import type { Look } from '../../workers/protocol/look.ts'
import type { BandFigure, Overview } from '../../workers/protocol/overview.ts'
import { nextSorts, readAccountsQuery, writeSorts, type AccountsQuery } from './accounts-query.ts'
import { Answer } from './answer.svelte.ts'
import { choose, chosenBy, toggled, type Chosen } from './facet-choice.ts'
import { Filter } from './filter.svelte.ts'
import { RowPages } from './row-pages.svelte.ts'
import type { Session } from './session.svelte.ts'

/** The list of accounts that the address asks for: its first page and counts, and further pages as they come into sight. */
export class AccountsState {
  readonly answer = new Answer<AccountsPage>()
  readonly filter: Filter
  readonly rows: RowPages<AccountRow>
  readonly #counts = new Answer<Overview>()
  readonly #session: Session

  readonly query = $derived.by<AccountsQuery>(() =>
    readAccountsQuery(this.#session.route, this.#session.configuration),
  )

  constructor(session: Session) {
    this.#session = session
    this.filter = new Filter(session)
    this.rows = new RowPages((from, count) => this.#fetch(from, count))
  }

  /** How many accounts each band has, whatever is filtered. */
  get bands(): readonly BandFigure[] {
    return this.#counts.value?.bands ?? []
  }

  get notScored(): number | null {
    return this.#counts.value?.notScored.now ?? null
  }

  async load(): Promise<void> {
    const { look } = this.#session
    if (!look) return
    const query = this.query
    const page = await this.answer.ask(() => this.#ask(look, query, 0))
    if (page) this.rows.reset(page.rows)
  }

  async loadCounts(): Promise<void> {
    const { engine, look } = this.#session
    if (look) await this.#counts.ask(() => engine.overview(look))
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

  /** The ids of the bands that are let through alone, null for not scored; none: all are. */
  get bandsChosen(): Chosen {
    return chosenBy(this.filter.conditions[this.filter.placeOf('band')])
  }

  toggleBand(band: string | null): void {
    this.filter.setOn('band', choose('band', toggled(this.bandsChosen, band)))
  }

  clear(): void {
    this.#session.route.show({ q: null, filter: null, page: null })
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
    return this.#session.engine.accounts({ ...query, ...look, columns: [], from, count })
  }
}
