import type { Configuration, ScoringModel } from '../../core/model/configuration.ts'
import { labelOf } from '../../core/model/label.ts'
import type { GroupLine } from '../../../workers/protocol/account.ts'
import type { ExceptionStep, RecordTrace } from '../../../workers/protocol/record.ts'
import { endOf, nameOf } from '../parts/band-look.ts'
import { formatNumber, formatPercent, formatScore } from '../parts/format.ts'

/** By which model a record is scored, and why that one. */
export function modelStep(trace: RecordTrace, configuration: Configuration, asked: string | null) {
  const { models } = configuration
  if (!trace.included) return 'The configuration leaves this account out: it is no customer.'
  const model = trace.model === null ? null : models[trace.model]
  if (!model) return 'No model applies to these values.'
  const name = labelOf(model)
  if (asked !== null) return `${name} scores it, whomever that applies to.`
  if (models.length === 1 && model.appliesTo === undefined) return `${name} scores everybody.`
  return `${name} is the first of ${models.length} that applies${model.appliesTo === undefined ? ': it takes all that are left' : ''}.`
}

const MANY = 3

/** "45 % of 71.2 and 55 % of 60.0 are 65.0", the way the group is rolled up. */
export function groupStep(group: GroupLine): string {
  if (group.score === null) return 'No factor of it has data: the weight goes to the other groups.'
  const score = formatScore(group.score)
  if (group.rollup !== 'mean') return `The ${group.rollup} of its factors counts: ${score}.`
  const present = group.factors.filter(({ share }) => share > 0)
  const terms = present.map(
    (factor) => `${formatPercent(factor.share / group.share)} of ${formatScore(factor.score)}`,
  )
  return `${joined(terms)} ${present.length === 1 ? 'is' : 'are'} ${score}.`
}

/** The same of the groups. */
export function rawStep({ groups, raw }: RecordTrace, model: ScoringModel | null): string {
  const present = groups.filter(({ share }) => share > 0)
  if (raw === null) return notScoredStep(present.length, model)
  const terms = present.map(
    ({ share, score }) => `${formatPercent(share)} of ${formatScore(score)}`,
  )
  return `${joined(terms)} ${present.length === 1 ? 'is' : 'are'} ${formatNumber(raw)}.`
}

function notScoredStep(present: number, model: ScoringModel | null): string {
  if (present === 0) return 'There is nothing to add up.'
  const least = formatPercent(model?.minCoverage ?? 0, 0)
  return `Too little of the weight has data: the model asks for ${least}. There is no score.`
}

export function exceptionStep({ holds, before, after }: ExceptionStep): string {
  if (!holds) return 'does not hold'
  if (before === null || after === null) return 'holds, but there is no score to change'
  return before === after
    ? `holds, and ${formatScore(before)} stays`
    : `holds: ${formatScore(before)} becomes ${formatScore(after)}`
}

/** From all digits to the one that is read, and its band. */
export function bandStep(trace: RecordTrace, { bands }: Configuration): string {
  const { final, shown, band } = trace
  if (final === null || shown === null || band === null) return 'Without a score there is no band.'
  const from = formatNumber(bands[band]?.from ?? 0)
  const end = endOf(band, bands)
  const until = band === bands.length - 1 ? 'upwards' : `to below ${formatNumber(end)}`
  return `${formatNumber(final)} is shown as ${formatScore(shown)}: ${nameOf(band, bands)}, from ${from} ${until}.`
}

/** What is lost where values stand by themselves; null where nothing is. */
export function exampleNote({ asExample, shown }: RecordTrace): string | null {
  if (asExample.score === shown) return null
  const alone = asExample.score === null ? 'not scored' : formatScore(asExample.score)
  return `By itself it is ${alone}: an example has no past, no day and no other accounts. That is what is kept.`
}

function joined(terms: readonly string[]): string {
  if (terms.length > MANY) return terms.join(' + ')
  const last = terms.at(-1) ?? ''
  return terms.length < 2 ? last : `${terms.slice(0, -1).join(', ')} and ${last}`
}
