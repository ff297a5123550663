import type { AccountsState } from '../../state/accounts.svelte.ts'
import { rowOf } from '../parts/row-keys.ts'

type List = Pick<AccountsState, 'picked' | 'pickBetween'> & {
  readonly rows: Pick<AccountsState['rows'], 'at'>
}

const NONE = -1

/** Picks rows of a list: one by one, with Shift from the one picked last, and with Shift and an arrow as one goes. */
export class RowPicking {
  /** The row that was picked last. */
  #last = NONE
  /** Where Shift and an arrow began, and how far they came. */
  #began = NONE
  #reached = NONE
  readonly #list: List

  constructor(list: List) {
    this.#list = list
  }

  /** The rows stand in other places. */
  startOver(): void {
    this.#last = this.#began = this.#reached = NONE
  }

  pick(index: number, isFromLast: boolean): void {
    const row = this.#list.rows.at(index)
    if (!row) return
    const { picked } = this.#list
    if (isFromLast && this.#last !== NONE)
      void this.#list.pickBetween(this.#last, index, !picked.has(row.account))
    else picked.toggle(row)
    this.#last = index
  }

  /** `single` is the key where it was pressed alone and is meant for the page. */
  press(event: KeyboardEvent, single: string | null): void {
    const index = rowOf(document.activeElement)
    if (index === NONE) return
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event
    if (single?.toLowerCase() === 'x') this.pick(index, shiftKey)
    else if (key === 'a' && (ctrlKey || metaKey) && !shiftKey && !altKey) {
      event.preventDefault()
      this.#list.picked.all(true)
    } else if (shiftKey && !altKey && !ctrlKey && !metaKey) {
      if (key === 'ArrowDown') this.#goOn(index, index + 1)
      if (key === 'ArrowUp') this.#goOn(index, index - 1)
    }
  }

  /** Away from where it began the next row is picked, on the way back the one that is left is let go. */
  #goOn(from: number, to: number): void {
    if (from !== this.#reached) {
      this.#began = from
      this.#put(from, true)
    }
    if (!this.#list.rows.at(to)) return
    if (Math.abs(to - this.#began) > Math.abs(from - this.#began)) this.#put(to, true)
    else this.#put(from, false)
    this.#reached = to
    this.#last = to
  }

  #put(index: number, on: boolean): void {
    const row = this.#list.rows.at(index)
    if (row) this.#list.picked.pick([row], on)
  }
}
