import { toColumnIds } from '../../file/column-ids.ts'
import type { EventColumn } from '../../source/event-plan.ts'
import { headerLabel } from '../../source/header-label.ts'

type Made = Pick<EventColumn, 'aggregate' | 'windowDays'>

const BEFORE = {
  count: '',
  sum: '',
  mean: '',
  min: 'Least ',
  max: 'Greatest ',
  first: 'First ',
  last: 'Newest ',
  distinct: 'Different ',
} as const

const SPAN = /(?: in|, mean of) (\d+) days$/

/** What a sum would be called: `of` is the header of its column, or what the rows are where they are counted. */
export function nameSum({ aggregate, windowDays }: Made, of: string): string {
  const before = BEFORE[aggregate]
  const name = headerLabel(of)
  const words = before === '' ? name : before + name.charAt(0).toLowerCase() + name.slice(1)
  return withSpan(words.charAt(0).toUpperCase() + words.slice(1), { aggregate, windowDays })
}

/** The same name over other days. */
export function withSpan(label: string, { aggregate, windowDays }: Made): string {
  const name = label.replace(SPAN, '')
  if (windowDays === null) return name
  return `${name}${aggregate === 'mean' ? ', mean of' : ' in'} ${windowDays} days`
}

/** "Tickets in 90 days" is `tickets_90d`. */
export const sumId = (label: string): string =>
  toColumnIds([label.replace(SPAN, ' $1d')])[0] as string
