import type { Day } from '../../core/brand.ts'
import type { Comparison } from '../../core/history/compared-with.ts'
import type { Seen, Versions } from '../../../workers/protocol/look.ts'
import { formatDay, plural } from '../parts/format.ts'
import { versionSteps } from '../parts/version-steps.ts'

/** What a person chose to compare with: 'the snapshot before', '30 days before'. */
export function comparisonWords(comparison: Comparison): string {
  switch (comparison.with) {
    case 'last':
      return 'the snapshot before'
    case 'days':
      return `${plural(comparison.days, 'day')} before`
    case 'quarter':
      return 'the start of the quarter'
    case 'day':
      return formatDay(comparison.day)
  }
}

/** Which scores a chart or a list shows. */
export const seenWords = (seen: Seen, version: number): string =>
  seen === 'recorded' ? 'as recorded' : `restated by model ${version}`

/** Which model gave the scores of a page; that it is another one than on the day of the comparison must not be overlooked. */
export function modelsWords(seen: Seen, { before, after }: Versions): string {
  if (seen === 'restated') return seenWords(seen, after)
  return before === null || before === after
    ? `as recorded, model ${after}`
    : `as recorded: the model changed in between, from ${before} to ${after}`
}

/** What the dashed lines through small histories mean; none where there is none. */
export function modelMarksWords(versions: readonly number[]): string | undefined {
  const steps = versionSteps(versions).map((at) => `${versions[at - 1]} → ${versions[at]}`)
  return steps.length === 0 ? undefined : `Dashed: the model changed, ${steps.join(', ')}`
}

/** Why nothing is compared. */
export const nothingComparedWords = (comparison: Comparison, day: Day | null): string =>
  comparison.with === 'last'
    ? `There is no snapshot before ${formatDay(day)}: nothing has moved yet.`
    : `There is no snapshot so old (${comparisonWords(comparison)}): choose another one to compare ${formatDay(day)} with.`
