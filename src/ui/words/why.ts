import type { AccountHistory } from '../../../workers/protocol/account-history.ts'
import type {
  AccountDetail,
  ExceptionLine,
  FactorLine,
  GroupLine,
} from '../../../workers/protocol/account.ts'
import { formatDay, formatPercent, formatScore, formatSignedScore } from '../parts/format.ts'

const MOST_LOST = 3

const listFormat = new Intl.ListFormat('en', { type: 'conjunction' })

/** What the table of points says, in one or two sentences. */
export function whyWords({ row, rawPrinted, groups, exceptions }: AccountDetail): string {
  if (groups.length === 0) return 'There is nothing to add up.'
  if (row.score === null || rawPrinted === null)
    return 'Nothing adds up to a score here; what is known of each factor is shown.'
  const effect = exceptions.reduce((sum, exception) => sum + exception.points, 0)
  const earned = `${formatScore(rawPrinted)} of 100 points earned`
  const changed =
    exceptions.length === 0
      ? ''
      : `, ${formatScore(Math.abs(effect))} ${effect < 0 ? 'taken' : 'given'} by ${exceptions.length === 1 ? 'an exception' : 'exceptions'}`
  const lost = mostLost(groups)
  const where =
    lost.length === 0 ? 'Nothing is lost.' : `Most is lost on ${listFormat.format(lost)}.`
  return `${earned}${changed}. ${where}`
}

const mostLost = (groups: readonly GroupLine[]): string[] =>
  groups
    .flatMap(({ factors }) => factors)
    .filter(({ pointsLost }) => (pointsLost ?? 0) > 0)
    .sort((a, b) => (b.pointsLost ?? 0) - (a.pointsLost ?? 0))
    .slice(0, MOST_LOST)
    .map(({ name }) => name)

/** Why an account has no score. Null where it has one. */
export function notScoredWords(detail: AccountDetail, hasModel = true): string | null {
  const { row, included, minCoverage, modelName } = detail
  if (row.score !== null) return null
  if (!included) return 'The configuration leaves this account out: it is kept, but is no customer.'
  if (modelName === null)
    return hasModel
      ? 'No model of the configuration applies to this account.'
      : 'There is no model yet.'
  const known = formatPercent(row.coverage, 0)
  return row.coverage === 0
    ? 'There is no data for any of its factors.'
    : `There is data for ${known} of the weight; the model asks for ${formatPercent(minCoverage, 0)}.`
}

/** What is special about a factor's line; empty where its input was simply there. */
export function factorNote(factor: FactorLine, group: GroupLine): string {
  switch (factor.origin) {
    case 'missing':
      return group.score === null
        ? `Left out, and with it all of ${group.name}. Its weight went to the other groups.`
        : `Left out. Its weight went to the rest of ${group.name}.`
    case 'filled':
      return `No data: counted as ${formatScore(factor.score)}, as the model says.`
    case 'carried':
      return `No data now: carried over from ${factor.carriedFrom === null ? 'an earlier snapshot' : formatDay(factor.carriedFrom)}.`
    case 'data':
      return group.rollup !== 'mean' && factor.share === 0
        ? `Does not count here: the ${group.rollup} factor of ${group.name} does.`
        : ''
  }
}

/** What the score was before exceptions. */
export const beforeExceptionsWords = (
  exceptions: readonly ExceptionLine[],
  rawPrinted: number | null,
): string =>
  rawPrinted === null
    ? ''
    : `Without ${exceptions.length === 1 ? 'it' : 'them'} the score would be ${formatScore(rawPrinted)}.`

/** The course of an account's scores. */
export function historyWords(history: AccountDetail['history']): string {
  const scored = history.flatMap(({ day, score }) => (score === null ? [] : [{ day, score }]))
  const first = scored[0]
  const last = scored.at(-1)
  if (!first || !last) return 'Not scored in any snapshot so far.'
  if (first === last)
    return `${formatScore(last.score)} on ${formatDay(last.day)}, the only score so far.`
  const change = last.score - first.score
  const course = change === 0 ? 'The same as' : `${formatSignedScore(change)} points since`
  return `${course} ${formatDay(first.day)}, when it was ${formatScore(first.score)}.`
}

/** Which factor moved furthest from the first snapshot that has it to the last. */
export function factorLinesWords({ factors, points }: AccountHistory): string {
  const moves = factors.flatMap(({ name }, place) => {
    const scores = points.flatMap((point) => point.factors[place] ?? [])
    const [first, last] = [scores[0], scores.at(-1)]
    return first === undefined || last === undefined || scores.length < 2
      ? []
      : [{ name, first, last }]
  })
  const [most] = moves.sort((a, b) => Math.abs(b.last - b.first) - Math.abs(a.last - a.first))
  if (!most) return 'No factor has been known for two snapshots.'
  if (most.last === most.first) return 'No factor stands elsewhere than at first.'
  return `${most.name} moved most, from ${formatScore(most.first)} to ${formatScore(most.last)}.`
}
