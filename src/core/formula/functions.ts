/** How many arguments a function takes. */
interface Arity {
  readonly least: number
  readonly most: number
}

const PLAIN = {
  abs: exactly(1),
  min: atLeast(2),
  max: atLeast(2),
  round: { least: 1, most: 2 },
  coalesce: atLeast(2),
  if: exactly(3),
  is_missing: exactly(1),
  contains: exactly(2),
  days_since: exactly(1),
  days_until: exactly(1),
}

const OVER_TIME = {
  previous: exactly(1),
  change: exactly(2),
  pct_change: exactly(2),
  average: exactly(2),
  median: exactly(2),
}

const AFTER_SCORING = { factor: exactly(1), group: exactly(1), has_flag: exactly(1) }

export type PlainFunction = keyof typeof PLAIN
export type TimeFunction = keyof typeof OVER_TIME
export type AfterScoringFunction = keyof typeof AFTER_SCORING

export type KnownFunction =
  | (Arity & { readonly kind: 'call'; readonly name: PlainFunction })
  | (Arity & { readonly kind: 'over-time'; readonly name: TimeFunction })
  | (Arity & { readonly kind: 'after-scoring'; readonly name: AfterScoringFunction })

/** All functions by their name, which is written in small letters. */
export const FUNCTIONS: ReadonlyMap<string, KnownFunction> = new Map(
  [
    ...listed('call', PLAIN),
    ...listed('over-time', OVER_TIME),
    ...listed('after-scoring', AFTER_SCORING),
  ].map((known) => [known.name, known as KnownFunction]),
)

/** Written in any case. They cannot be names. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'true',
  'false',
  'missing',
])

/** What flags and filters may use beside columns. No column can have one of these ids. */
export const AFTER_SCORING_NAMES = {
  score: 'number',
  raw: 'number',
  band: 'text',
  coverage: 'number',
  model: 'text',
  overridden: 'boolean',
} as const

export type AfterScoringName = keyof typeof AFTER_SCORING_NAMES

export const isAfterScoringName = (name: string): name is AfterScoringName =>
  Object.hasOwn(AFTER_SCORING_NAMES, name)

function exactly(count: number): Arity {
  return { least: count, most: count }
}

function atLeast(count: number): Arity {
  return { least: count, most: Infinity }
}

function listed<Kind extends KnownFunction['kind']>(
  kind: Kind,
  functions: Readonly<Record<string, Arity>>,
) {
  return Object.entries(functions).map(([name, arity]) => ({ kind, name, ...arity }))
}
