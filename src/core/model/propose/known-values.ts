import { headerWords } from './header-words.ts'

/** What people and their tools write for a mood or a judgement, best first. Looked up in small letters. */
const SENTIMENTS: readonly (readonly [score: number, values: string])[] = [
  [
    100,
    'very positive, very happy, very satisfied, very good, excellent, green, positive, happy, satisfied, good, healthy, high, strong, promoter, delighted, secure, grun, gut, sehr gut, positiv, zufrieden, hoch, vert, bon, positif, eleve, satisfait, verde, bueno, positivo, alto',
  ],
  [
    50,
    'neutral, yellow, amber, orange, average, medium, ok, okay, fair, passive, concerning, mixed, moderate, monitor, watch, gelb, mittel, durchschnittlich, jaune, moyen, neutre, amarillo, medio, regular, neutro',
  ],
  [
    0,
    'very negative, very unhappy, very dissatisfied, red, negative, unhappy, dissatisfied, bad, poor, low, weak, detractor, at risk, critical, angry, frustrated, rot, schlecht, sehr schlecht, negativ, unzufrieden, niedrig, gering, kritisch, rouge, mauvais, negatif, faible, rojo, malo, negativo, bajo',
  ],
]

/** How long somebody is bound. */
const TERMS: readonly (readonly [score: number, values: string])[] = [
  [
    20,
    'month to month, monthly, month, 1 month, rolling, none, no contract, weekly, week, monatlich, mensuel, mensual',
  ],
  [
    40,
    'quarterly, quarter, 3 months, 6 months, half yearly, semi annual, semiannual, quartalsweise, vierteljahrlich, halbjahrlich, trimestriel, trimestral',
  ],
  [
    75,
    'one year, 1 year, annual, annually, yearly, year, 12 months, 1 yr, jahrlich, 1 jahr, annuel, anual',
  ],
  [
    100,
    'two year, two years, 2 year, 2 years, three year, three years, 3 year, 3 years, multi year, multiyear, biennial, 24 months, 36 months, 5 years, 2 jahre, 3 jahre, zweijahrig, 2 ans, 3 ans, 2 anos, 3 anos',
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
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

export const sentimentScore = (value: string): number | null =>
  SENTIMENT_SCORES.get(plain(value)) ?? null

export const termScore = (value: string): number | null => TERM_SCORES.get(plain(value)) ?? null

/** Red, amber or yellow, green by their letters: only where no other word stands beside them. */
export const ragScore = (value: string): number | null => RAG.get(plain(value)) ?? null

const RAG: ReadonlyMap<string, number> = new Map([
  ['g', 100],
  ['a', 50],
  ['y', 50],
  ['r', 0],
])

export const isYes = (value: string): boolean => YES.has(plain(value))

export const isPlainNo = (value: string): boolean => NO.has(plain(value))

/** "No", and "No internet service" too. */
export const isNo = (value: string): boolean => NO.has(plain(value).split(' ')[0] as string)

const FORMER = `former ex churned churn canceled cancelled terminated inactive lost closed deleted expired deactivated suspended
  ehemalig ehemaliger ehemalige gekundigt abgewandert inaktiv resilie ancien ancienne inactif antiguo cancelado inactivo baja`
const OUTSIDE = `prospect prospective lead mql sql opportunity subscriber evangelist partner reseller vendor supplier competitor investor analyst press internal test suspect target distributor
  interessent lieferant wettbewerber fournisseur concurrent proveedor`
const CUSTOMER = 'customer client kunde bestandskunde cliente klant'

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))
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
