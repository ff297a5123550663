import { ANY_WAY, OPEN_WAY, type EventColumn, type EventPlan } from '../core/source/event-plan.ts'
import { namesReached } from '../core/formula/names.ts'
import { parseFormula } from '../core/formula/parse.ts'
import type { Configuration } from '../core/model/configuration.ts'
import { eventNoun, pluralOf } from '../core/source/event-words.ts'
import type { ReadingPlan } from '../core/source/plan.ts'
import type { Inspection, Review } from '../../workers/protocol/review.ts'

/** What each row of a file is: an account, or something that happened to one. */
export type Grain = 'account' | 'event'

export const grainOf = ({ events }: Pick<ReadingPlan, 'events'>): Grain =>
  events ? 'event' : 'account'

/** The rows as the other thing, with the key that fits it; null where nothing says how. */
export function withGrain(
  plan: ReadingPlan,
  grain: Grain,
  { plan: guessed, otherwise }: Pick<Inspection, 'plan' | 'otherwise'>,
): ReadingPlan | null {
  const other = grainOf(guessed) === grain ? guessed : otherwise
  if (grainOf(plan) === grain || grainOf(other) !== grain) return null
  const { events: _, ...rest } = plan
  return { ...rest, key: other.key, ...(other.events ? { events: other.events } : {}) }
}

const withEvents = (plan: ReadingPlan, change: Partial<EventPlan>): ReadingPlan =>
  plan.events ? { ...plan, events: { ...plan.events, ...change } } : plan

/** Which day a row is of; null: rows have none. */
export const withEventDate = (plan: ReadingPlan, date: string | null): ReadingPlan =>
  withEvents(plan, { date })

export const withSums = (plan: ReadingPlan, columns: readonly EventColumn[]): ReadingPlan =>
  withEvents(plan, { columns })

/** What the key names, where it names no accounts: accounts after all, or rows of a file that is still to come. */
export type WayAnswer = 'accounts' | 'later'

export const withWay = (plan: ReadingPlan, answer: WayAnswer): ReadingPlan =>
  withEvents(plan, { through: answer === 'accounts' ? null : ANY_WAY })

/** Nobody has said whose the rows are, and nothing tells. */
export const asksWhose = (plan: ReadingPlan | undefined, review: Review | null): boolean =>
  plan?.events?.through === OPEN_WAY && review?.events?.accounts === 0

/** The sums that were proposed, whatever has become of them since. */
export const proposedSums = ({ plan, otherwise }: Pick<Inspection, 'plan' | 'otherwise'>) =>
  (plan.events ?? otherwise.events)?.columns ?? []

/** What its rows are called: tickets. */
export function rowsNoun({ sourceName, columns, events }: ReadingPlan): string {
  const id = columns.find((column) => column.id === events?.id)
  return pluralOf(eventNoun(id?.header ?? '') ?? eventNoun(sourceName) ?? 'row')
}

/** Those of the sums that the models of a configuration read, by themselves or in what is derived. */
export function sumsRead(
  { models, derived = [] }: Configuration,
  sums: readonly EventColumn[],
): readonly EventColumn[] {
  const inputs = models.flatMap(({ groups, exceptions = [] }) => [
    ...groups.flatMap(({ factors }) => factors.map(({ input }) => input)),
    ...exceptions.map(({ when }) => when),
  ])
  const read = new Set(
    [...inputs, ...derived.map(({ expression }) => expression)].flatMap((text) => {
      const formula = parseFormula(text)
      return formula.ok ? [...namesReached(formula.value)] : []
    }),
  )
  return sums.filter(({ id }) => read.has(id))
}
