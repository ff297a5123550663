import type { AccountIndex } from '../core/brand.ts'
import type { AccountRow, AccountsPage, Selection } from '../../workers/protocol/accounts.ts'

/** An account with what it is worth. */
export type Pickable = Pick<AccountRow, 'account' | 'value'>

/** The accounts that a person picked from a list: some, or all but some. How many there are does not matter: only exceptions are kept. */
export class Picked {
  #base = $state.raw<'none' | 'all'>('none')
  /** With their values. */
  #except = $state.raw<ReadonlyMap<AccountIndex, number>>(new Map())
  #opened: unknown = null
  #list = ''

  get selection(): Selection {
    return { base: this.#base, except: [...this.#except.keys()] }
  }

  has(account: AccountIndex): boolean {
    return this.#except.has(account) === (this.#base === 'none')
  }

  count({ matched }: Pick<AccountsPage, 'matched'>): number {
    return this.#base === 'none' ? this.#except.size : matched - this.#except.size
  }

  /** What they are worth together; null where nothing has a value. */
  value({ matchedValue }: Pick<AccountsPage, 'matchedValue'>): number | null {
    if (matchedValue === null) return null
    const excepted = [...this.#except.values()].reduce((sum, value) => sum + value, 0)
    return this.#base === 'none' ? excepted : matchedValue - excepted
  }

  /** What is picked stays as long as the same accounts are listed of the same data. */
  stayIn(opened: unknown, list: string): void {
    if (opened === this.#opened && list === this.#list) return
    this.#opened = opened
    this.#list = list
    this.all(false)
  }

  toggle(row: Pickable): void {
    this.pick([row], !this.has(row.account))
  }

  pick(rows: readonly Pickable[], on: boolean): void {
    const except = new Map(this.#except)
    for (const { account, value } of rows)
      if (on === (this.#base === 'none')) except.set(account, value ?? 0)
      else except.delete(account)
    this.#except = except
  }

  all(on: boolean): void {
    this.#base = on ? 'all' : 'none'
    this.#except = new Map()
  }
}
