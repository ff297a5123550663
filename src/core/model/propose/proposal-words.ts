import type { Aside, Form, Signal } from './alias.ts'
import type { Candidate } from './candidates.ts'
import type { Scale } from '../configuration.ts'
import type { InclusionClause } from './propose-include.ts'
import type { Refusal } from './propose-factors.ts'

/** Why it is a factor, in one sentence. What the scale does is said beside it already. */
export function factorReason({ signal, isTaken }: Candidate, scale: Scale): string {
  if (isTaken) return 'You let it count.'
  if (scale.type === 'percentile')
    return 'A count: the ranking in this file stays the measure for later ones.'
  if (scale.type === 'categories' && signal.form === 'count')
    return 'Its name says it is a good sign.'
  return FORM_REASONS[signal.form](signal)
}

const FORM_REASONS: Readonly<Record<Form, (signal: Signal) => string>> = {
  count: () => 'It counts what the account does.',
  'active-users': () => 'It counts the people who use the product.',
  burden: ({ better }) =>
    better === 'lower'
      ? 'Its name says trouble: none is best.'
      : 'Its name says it is a good sign.',
  rate: () => 'It says how much of the product is used, set between what is usual in this file.',
  date: () => 'The longer ago, the worse, counted from the date of the file.',
  recency: () => 'The longer ago, the worse.',
  nps: () => 'The ends are those of the survey.',
  rating: () => 'The ends are those of the survey.',
  breadth: () => 'It counts how many parts of the product they take.',
  sentiment: () => 'It is a judgement that people gave.',
  term: () => 'Who is bound for longer leaves less easily.',
  tenure: () =>
    'Who has stayed for long tends to stay; it counts half, and only beside other signs.',
}

export const refusalReason = (refusal: Refusal): string => {
  switch (refusal.why) {
    case 'empty':
      return 'It has no values.'
    case 'constant':
      return 'It is the same for every customer.'
    case 'tells-outcome':
      return 'It tells the outcome apart almost without a mistake, so it was probably recorded afterwards.'
    case 'repeats':
      return `It says the same as ${refusal.other}.`
  }
}

export const ASIDE_REASONS: Readonly<Record<Aside, string>> = {
  identity: 'It names or numbers something.',
  contact: 'It says how to reach the customer.',
  note: 'It is free text.',
  'record-date': 'It says when something was recorded or begun, not how the account is doing.',
  future: 'It lies ahead.',
  'company-size': 'It is the size or revenue of the customer’s own company, not what they pay.',
  seats: 'It is what was bought, not what is used.',
  'imported-score': 'It is a score of another tool: to compare with, not to build on.',
  'after-outcome': 'It is known only once a customer has gone.',
  prospective: 'It is business that may come, not how the account is doing.',
}

export const ROLE_REASONS = {
  key: 'It names the account.',
  name: 'It is shown as the account’s name.',
  value: 'It is what an account is worth: it weighs the risk, not the health.',
  renewal: 'It is when the account renews.',
  owner: 'It is who looks after the account.',
  outcome:
    'It is the outcome to test the score against; a score that reads it would prove nothing.',
} as const

export const OTHER_REASONS = {
  value: 'It is money, and another column is the value.',
  role: 'Another column plays this part.',
  attribute: 'It describes the customer, not how they are doing.',
  person: 'It describes the person, not how the account is doing.',
  segment: 'It divides the accounts into segments.',
  unreadable: 'Its values are not what its name promises.',
  unique: 'Nearly every account has another value.',
  constant: 'It is the same for every customer.',
  empty: 'It has no values.',
  unknown: 'Its name does not tell whether more of it is better.',
  alone: 'Alone it would only say who has been a customer for long.',
} as const

export const partReason = (name: string): string => `It is counted in “${name}”.`

export function includeReason({ leftOut, values }: InclusionClause): string {
  const who = values.length > 0 ? ` (${values.slice(0, 5).join(', ')})` : ''
  return `It says who is a customer: ${leftOut} that are none${who} are left out.`
}
