import type { FactorEvidence, FactorOutcome } from '../../../workers/protocol/draft.ts'
import { formatCount, formatDay, plural } from '../parts/format.ts'

/** What speaks for a factor and what against it, a sentence each. `outcome` is what the column of outcomes is called. */
export function evidenceSentences(evidence: FactorEvidence, outcome: string): readonly string[] {
  const { accounts, present, stale } = evidence
  return [
    `${formatCount(present)} of ${plural(accounts, 'account')} ${accounts === 1 ? 'has' : 'have'} it.`,
    ...stale.map(({ label, asOf }) => `${label} was last delivered for ${formatDay(asOf)}.`),
    ...(evidence.outcome ? [outcomeSentence(evidence.outcome, outcome)] : []),
  ]
}

function outcomeSentence(outcome: FactorOutcome, called: string): string {
  const { yes, no, higher } = outcome
  if (higher === null)
    return `Too few to say how it tells “${called}”: ${formatCount(yes)} yes, ${formatCount(no)} no${when(outcome)}.`
  const pairs = Math.round(100 * higher)
  return `Of 100 pairs of one account with “${called}” and one without, the one without scores higher here in ${formatCount(pairs)} (${formatCount(yes)} yes, ${formatCount(no)} no${when(outcome)}).`
}

const when = ({ since, days }: FactorOutcome): string =>
  since === null ? '' : ` since ${formatDay(since)}, scored ${formatCount(days)} days before`
