import { proposeEvents } from '../../../../src/core/model/propose/propose-events.ts'
import { foundTable } from '../found.ts'

/** What the first rows of a file come to: `id: aggregate of column, days, where`. */
export function eventsProposed(
  text: string,
  change: { key: string; id?: string; source?: string; taken?: string[] },
) {
  const [headers = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'))
  const { columns } = foundTable(headers, rows)
  const plan = proposeEvents({
    columns,
    key: change.key,
    id: change.id ?? null,
    through: null,
    sourceName: change.source ?? 'export',
    taken: new Set(change.taken),
    hasAccounts: change.taken !== undefined,
  })
  const sums = plan.columns.map(({ id, aggregate, from, windowDays, where }) =>
    [`${id}:`, aggregate, from, windowDays, where].filter((part) => part !== null).join(' '),
  )
  return { date: plan.date, sums }
}
