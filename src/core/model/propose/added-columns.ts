import type { EventColumn } from '../../source/event-plan.ts'
import type { Signal } from './alias.ts'
import type { EventsKnown } from './events-known.ts'
import { headerLabel } from '../../source/header-label.ts'
import { headerWords } from './header-words.ts'
import type { MeantColumn } from './meaning.ts'

const USE_DAYS = 30
const TROUBLE_DAYS = 90
const MEAN_DAYS = 180
const YEAR = 365
/** Attributes that are taken over where no file lists the accounts. */
const MOST_ATTRIBUTES = 6
const DESCRIBING: ReadonlySet<string> = new Set(['plan', 'segment', 'industry', 'place', 'type'])

/** What the columns of the rows come to: use and trouble are added up, waiting and ratings averaged, and what describes the account is that of the newest row. */
export function addUp(columns: readonly MeantColumn[], known: EventsKnown): EventColumn[] {
  const sums = columns.flatMap((column) => ofColumn(column, known) ?? [])
  const money = columns.find(isMoney)
  const hasValue = columns.some(({ meaning }) => meaning?.as === 'role' && meaning.role === 'value')
  const spend = money && !hasValue && SPENDING.test(known.noun) ? [spentOn(money, known)] : []
  const described = known.hasAccounts ? [] : columns.filter(describes).slice(0, MOST_ATTRIBUTES)
  return [...sums, ...spend, ...described.map((column) => newest(column, null))]
}

function ofColumn(column: MeantColumn, known: EventsKnown): EventColumn | null {
  const { meaning, column: values, distinct } = column
  if (meaning === null || distinct < 1) return null
  if (meaning.as === 'signal') return ofSignal(column, meaning, known)
  if (values.type === 'number' && meaning.as === 'role' && meaning.role === 'value')
    return held(column, known)
  if (values.type === 'number' && meaning.as === 'aside' && meaning.why === 'seats')
    return held(column, known)
  if (values.type === 'date' && meaning.as === 'role' && meaning.role === 'renewal')
    return isNamedIn(known.open, column.id) ? null : summed(column, 'max', null, known.open)
  return null
}

function ofSignal(column: MeantColumn, signal: Signal, known: EventsKnown): EventColumn | null {
  const { open, isDated } = known
  switch (column.column.type) {
    case 'number':
      return isAveraged(column, signal)
        ? summed(column, 'mean', within(MEAN_DAYS, isDated), null)
        : summed(
            column,
            'sum',
            within(signal.group === 'usage' ? USE_DAYS : TROUBLE_DAYS, isDated),
            null,
          )
    case 'boolean':
      return /renew/i.test(column.header)
        ? { ...summed(column, 'mean', null, open), label: `${headerLabel(column.header)}, share` }
        : marked(column, within(signal.group === 'financial' ? YEAR : TROUBLE_DAYS, isDated))
    case 'text':
      return signal.form === 'term' && column.distinct > 1 ? newest(column, open) : null
    case 'date':
      return null
  }
}

const within = (days: number, isDated: boolean): number | null => (isDated ? days : null)

const AVERAGED: ReadonlySet<string> = new Set(['rating', 'nps', 'rate', 'sentiment'])

/** A time that each row took, or a mark that it was given, says something by its mean, not by its sum. */
const isAveraged = ({ header }: MeantColumn, { group, form }: Signal): boolean =>
  AVERAGED.has(form) ||
  (group === 'support' &&
    /hour|minute|second|time|day|age/.test([...headerWords(header).words].join(' ')))

function summed(
  column: MeantColumn,
  aggregate: 'sum' | 'mean' | 'max',
  windowDays: number | null,
  where: string | null,
): EventColumn {
  const name = headerLabel(column.header)
  const span = windowDays === null ? '' : `${windowDays} days`
  const label =
    span === '' ? name : aggregate === 'mean' ? `${name}, mean of ${span}` : `${name} in ${span}`
  const id = windowDays === null ? column.id : `${column.id}_${windowDays}d`
  const empty = aggregate === 'sum' ? 0 : null
  return { id, label, aggregate, from: column.id, windowDays, where, empty }
}

/** What is held adds up over all that still holds. */
const held = (column: MeantColumn, { open }: EventsKnown): EventColumn =>
  summed(column, 'sum', null, open)

/** How often it was so. */
const marked = (column: MeantColumn, windowDays: number | null): EventColumn => ({
  ...summed(column, 'sum', windowDays, column.id),
  aggregate: 'count',
  from: null,
})

const newest = (column: MeantColumn, where: string | null): EventColumn => ({
  id: column.id,
  label: headerLabel(column.header),
  aggregate: 'last',
  from: column.id,
  windowDays: null,
  where,
  empty: null,
})

function describes({ meaning, column, distinct }: MeantColumn): boolean {
  if (column.type !== 'text' || distinct < 2 || meaning === null) return false
  if (meaning.as === 'role') return meaning.role === 'name' || meaning.role === 'owner'
  return meaning.as === 'attribute' && DESCRIBING.has(meaning.kind)
}

const SPENDING = /payment|charge|order|purchase|transaction|invoice|bill|booking/

const isMoney = ({ column, header, meaning }: MeantColumn): boolean =>
  column.type === 'number' &&
  (meaning === null || meaning.as === 'role') &&
  /(^| )(amount|total|price|paid|value|spend|revenue)( |$)/.test(
    [...headerWords(header).words].join(' '),
  )

const spentOn = (column: MeantColumn, { isDated }: EventsKnown): EventColumn => ({
  ...summed(column, 'sum', within(YEAR, isDated), null),
  id: isDated ? `total_spend_${YEAR}d` : 'total_spend',
  label: isDated ? `Total spend in ${YEAR} days` : 'Total spend',
})

const isNamedIn = (where: string | null, id: string): boolean =>
  where !== null && where.includes(`(${id})`)
