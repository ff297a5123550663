import { toAccountIndex } from '../core/brand.ts'
import type { AccountHistory } from '../../workers/protocol/account-history.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

/** As many lines as a chart keeps apart. */
const MOST_LINES = 4

/** What made the score of one account over time, and the factors that are drawn; the address keeps which. */
export class AccountHistoryState {
  readonly answer = new Answer<AccountHistory>()
  readonly #session: Session

  /** Those that were chosen; else those that moved most. */
  readonly drawn = $derived.by<readonly string[]>(() => {
    const chosen = this.#session.route.query('lines').split(',').filter(Boolean)
    return chosen.length > 0 ? chosen.slice(0, MOST_LINES) : movedMost(this.answer.value)
  })

  constructor(session: Session) {
    this.#session = session
  }

  async load(): Promise<void> {
    const { engine, look, route } = this.#session
    // On the way to another page the address names no account any more.
    if (route.page !== 'account') return
    const account = toAccountIndex(Number(route.part))
    if (look) await this.answer.ask(() => engine.accountHistory(account, look))
  }

  toggle(id: string): void {
    const { drawn } = this
    const next = drawn.includes(id)
      ? drawn.filter((one) => one !== id)
      : [...drawn, id].slice(-MOST_LINES)
    this.#session.route.show({ lines: next.join(',') }, { replace: true })
  }
}

function movedMost(history: AccountHistory | null): readonly string[] {
  const moves = (history?.factors ?? []).map(({ id }, place) => {
    const scores = history?.points.flatMap(({ factors }) => factors[place] ?? []) ?? []
    return { id, move: scores.length > 1 ? Math.max(...scores) - Math.min(...scores) : -1 }
  })
  return moves
    .filter(({ move }) => move >= 0)
    .sort((a, b) => b.move - a.move)
    .slice(0, MOST_LINES - 1)
    .map(({ id }) => id)
}
