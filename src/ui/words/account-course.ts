import type { Day } from '../../core/brand.ts'
import type { AccountDetail } from '../../../workers/protocol/account.ts'
import type { AccountHistory } from '../../../workers/protocol/account-history.ts'
import { formatDay, formatScore, formatSignedScore } from '../parts/format.ts'

interface Scored {
  readonly day: Day
  readonly score: number
}

/** How an account's score moved since the comparison, and since the first one; `since` is null where nothing is compared. */
export function historyWords(history: AccountDetail['history'], since: Day | null): string {
  const scored = history.flatMap(({ day, score }) => (score === null ? [] : [{ day, score }]))
  const [first, last] = [scored[0], scored.at(-1)]
  if (!first || !last) return 'Not scored in any snapshot so far.'
  if (first === last)
    return `${formatScore(last.score)} on ${formatDay(last.day)}, the only score so far.`
  const isNow = last.day === history.at(-1)?.day
  const before = isNow ? scored.find(({ day }) => day === since) : undefined
  if (!before || before === first) return `${movedWords(first, last)}.`
  const whole = signed(first, last)
  return `${movedWords(before, last)}; ${whole ? `${whole} since` : 'as on'} ${formatDay(first.day)}, the first.`
}

/** '+20.9 points since Feb 28, 2026, when it was 57.0' */
const movedWords = (before: Scored, now: Scored): string => {
  const change = signed(before, now)
  const course = change ? `${change} points since` : 'The same as'
  return `${course} ${formatDay(before.day)}, when it was ${formatScore(before.score)}`
}

/** Empty where nothing changed. */
const signed = (before: Scored, now: Scored): string =>
  formatScore(before.score) === formatScore(now.score)
    ? ''
    : formatSignedScore(now.score - before.score)

/** Which factor moved furthest since the comparison; where none was known then, from the first snapshot that has it. */
export function factorLinesWords(past: AccountHistory, since: Day | null): string {
  const { points } = past
  const sides = [points.find(({ day }) => day === since), points.at(-1)]
  const recent = movesOver(past, sides)
  const start = recent.length > 0 ? `Since ${formatDay(since)} ` : ''
  const [most] = recent.length > 0 ? recent : movesOver(past, points)
  if (!most) return 'No factor has been known for two snapshots.'
  if (most.last === most.first)
    return start === ''
      ? 'No factor stands elsewhere than at first.'
      : `${start}no factor has moved.`
  return `${start}${most.name} moved most, from ${formatScore(most.first)} to ${formatScore(most.last)}.`
}

type Points = AccountHistory['points']

/** Each factor that is known twice, its first score and its last, the furthest move first. */
const movesOver = ({ factors }: AccountHistory, points: readonly (Points[number] | undefined)[]) =>
  factors
    .flatMap(({ name }, place) => {
      const scores = points.flatMap((point) => point?.factors[place] ?? [])
      const [first, last] = [scores[0], scores.at(-1)]
      return first === undefined || last === undefined || scores.length < 2
        ? []
        : [{ name, first, last }]
    })
    .sort((a, b) => Math.abs(b.last - b.first) - Math.abs(a.last - a.first))
