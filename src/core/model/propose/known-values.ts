import { headerWords } from './header-words.ts'

/** What people and their tools write for a mood or a judgement, best first. Looked up in small letters. */
const SENTIMENTS: readonly (readonly [score: number, values: string])[] = [
  [
    100,
    'very positive, very happy, very satisfied, very good, excellent, green, positive, happy, satisfied, good, healthy, high, strong, promoter, delighted, secure',
  ],
  [
    50,
    'neutral, yellow, amber, orange, average, medium, ok, okay, fair, passive, concerning, mixed, moderate, monitor, watch',
  ],
  [
    0,
    'very negative, very unhappy, very dissatisfied, red, negative, unhappy, dissatisfied, bad, poor, low, weak, detractor, at risk, critical, angry, frustrated',
  ],
]

/** How long somebody is bound. */
const TERMS: readonly (readonly [score: number, values: string])[] = [
  [20, 'month to month, monthly, month, 1 month, rolling, none, no contract, weekly, week'],
  [40, 'quarterly, quarter, 3 months, 6 months, half yearly, semi annual, semiannual'],
  [75, 'one year, 1 year, annual, annually, yearly, year, 12 months, 1 yr'],
  [
    100,
    'two year, two years, 2 year, 2 years, three year, three years, 3 year, 3 years, multi year, multiyear, biennial, 24 months, 36 months, 5 years',
  ],
]

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', 'ja', 'oui', 'si'])
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', 'nein', 'non'])

const tableOf = (lists: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap(([score, values]) => values.split(', ').map((value) => [value, score])))

const SENTIMENT_SCORES = tableOf(SENTIMENTS)
const TERM_SCORES = tableOf(TERMS)

const plain = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

export const sentimentScore = (value: string): number | null =>
  SENTIMENT_SCORES.get(plain(value)) ?? null

export const termScore = (value: string): number | null => TERM_SCORES.get(plain(value)) ?? null

export const isYes = (value: string): boolean => YES.has(plain(value))

/** "No", and "No internet service" too. */
export const isNo = (value: string): boolean => NO.has(plain(value).split(' ')[0] as string)

const FORMER =
  'former ex churned churn canceled cancelled terminated inactive lost closed deleted expired deactivated suspended'
const OUTSIDE =
  'prospect prospective lead mql sql opportunity subscriber evangelist partner reseller vendor supplier competitor investor analyst press internal test suspect target distributor'
const CUSTOMER = 'customer client'

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const FORMER_WORDS = wordSet(FORMER)
const OUTSIDE_WORDS = wordSet(OUTSIDE)
const CUSTOMER_WORDS = wordSet(CUSTOMER)

/** Whether a type, stage or status belongs to a customer; null where its words do not tell. */
export function isCustomerValue(value: string): boolean | null {
  const words = [...headerWords(value).words]
  if (words.some((word) => FORMER_WORDS.has(word))) return false
  if (words.some((word) => CUSTOMER_WORDS.has(word))) return true
  return words.some((word) => OUTSIDE_WORDS.has(word)) ? false : null
}

/** Words of columns that say, yes or no, whether a part of the product is taken. */
export const PRODUCT_WORDS: readonly string[] = [
  'service',
  'security',
  'backup',
  'protection',
  'support',
  'streaming',
  'module',
  'addon',
  'feature',
  'integration',
  'lines',
  'sso',
  'api',
  'analytics',
  'mobile',
  'app',
]
