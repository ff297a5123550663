import type {
  AccountDetail,
  ExceptionLine,
  FactorLine,
  GroupLine,
} from '../../../workers/protocol/account.ts'
import { formatDay, formatPercent, formatScore } from '../parts/format.ts'

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
