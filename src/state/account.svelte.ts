import { toAccountIndex } from '../core/brand.ts'
import type { AccountDetail, DeliveredCell } from '../../workers/protocol/account.ts'
import type { AccountRow } from '../../workers/protocol/accounts.ts'
import { listQuery, readAccountsQuery } from './accounts-query.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

export interface Neighbours {
  readonly place: number
  readonly matched: number
  readonly previous: AccountRow | null
  readonly next: AccountRow | null
}

/** One account, and its place in the list it was opened from. */
export class AccountState {
  readonly answer = new Answer<AccountDetail>()
  /** The cells of the files, once they are asked for. */
  readonly cells = new Answer<readonly DeliveredCell[]>()
  #neighbours = $state.raw<Neighbours | null>(null)
  #asked = 0
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  get neighbours(): Neighbours | null {
    return this.#neighbours
  }

  async load(): Promise<void> {
    const { engine, look, route } = this.#session
    if (!look || route.page !== 'account') return
    const account = toAccountIndex(Number(route.part))
    await this.answer.ask(() => engine.account(account, look))
  }

  async loadCells(): Promise<void> {
    const { engine, day, route } = this.#session
    const account = toAccountIndex(Number(route.part))
    this.cells.forget()
    if (day !== null) await this.cells.ask(() => engine.deliveredCells(account, day))
  }

  /** Without a place in the address the account was not opened from a list. */
  async loadNeighbours(): Promise<void> {
    const asked = ++this.#asked
    const { engine, look, route, configuration } = this.#session
    const place = Number(route.query('at') || 'NaN')
    if (!look || !Number.isInteger(place) || place < 0) {
      this.#neighbours = null
      return
    }
    const from = Math.max(0, place - 1)
    const query = readAccountsQuery(route, configuration)
    const result = await engine.accounts({ ...query, ...look, columns: [], from, count: 3 })
    if (asked !== this.#asked || !result.ok) return
    const { rows, matched } = result.value
    this.#neighbours = {
      place,
      matched,
      previous: place === 0 ? null : (rows[0] ?? null),
      next: rows[place - from + 1] ?? null,
    }
  }

  hrefOf(account: AccountRow, place: number): string {
    const { route } = this.#session
    return route.href('account', { ...listQuery(route), at: String(place) }, `${account.account}`)
  }

  step(by: -1 | 1): void {
    const found = by === 1 ? this.#neighbours?.next : this.#neighbours?.previous
    if (!found || !this.#neighbours) return
    const at = String(this.#neighbours.place + by)
    const { route } = this.#session
    route.go('account', { ...listQuery(route), at, from: route.query('from') }, `${found.account}`)
  }
}
