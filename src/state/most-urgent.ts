import type { AccountIndex } from '../core/brand.ts'
import type { Session } from './session.svelte.ts'

/** The account of the day that wants to be looked at first; null where there is none. */
export async function mostUrgent({ engine, day }: Session): Promise<AccountIndex | null> {
  if (day === null) return null
  const page = await engine.accounts({
    day,
    since: null,
    seen: 'restated',
    search: '',
    filter: '',
    sort: [{ by: 'triage', direction: 'desc' }],
    columns: [],
    from: 0,
    count: 1,
  })
  return page.ok ? (page.value.rows[0]?.account ?? null) : null
}
