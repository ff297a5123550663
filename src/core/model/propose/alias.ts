/** What a header says about its column, told by names that people and their tools use. Data; `meaning.ts` reads it. */
export interface Alias {
  readonly meaning: Meaning
  /** Whole headers, in small letters and digits alone. Before `phrases`, whatever their order. */
  readonly names: readonly string[]
  /** Words that all occur in a header; the first alias of the list that has one wins. */
  readonly phrases: readonly string[]
}

export type Meaning =
  | { readonly as: 'role'; readonly role: RoleName }
  | { readonly as: 'attribute'; readonly kind: AttributeKind }
  | { readonly as: 'aside'; readonly why: Aside }
  | Signal

export type RoleName = 'name' | 'owner' | 'value' | 'renewal' | 'outcome'

/** In the order in which they are offered as segments. */
export const ATTRIBUTE_KINDS = [
  'segment',
  'plan',
  'term',
  'industry',
  'place',
  'type',
  'lifecycle',
  'active',
  'status',
  'billing',
  'source',
  'other',
  'person',
] as const
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number]

/** Why a column is no factor whatever its values are. */
export type Aside =
  | 'identity'
  | 'contact'
  | 'note'
  | 'record-date'
  | 'future'
  | 'company-size'
  | 'seats'
  | 'imported-score'
  | 'after-outcome'
  | 'prospective'

export const GROUP_IDS = [
  'usage',
  'satisfaction',
  'support',
  'financial',
  'relationship',
  /** Of columns that a person takes in, though no header says what they mean. */
  'other',
] as const
export type GroupId = (typeof GROUP_IDS)[number]

/**
 * How values become a score. `count`: more or less of something without a natural end, ranked. `burden`: trouble, none is best.
 * `rate`: between usual ends. `date`: days since it. `breadth`: how many of some. `rating`, `nps`, `sentiment`, `term`: known scales.
 */
export type Form =
  | 'count'
  | 'burden'
  | 'rate'
  | 'date'
  | 'nps'
  | 'rating'
  | 'sentiment'
  | 'term'
  | 'tenure'
  | 'active-users'
  | 'recency'
  | 'breadth'

export interface Signal {
  readonly as: 'signal'
  readonly group: GroupId
  readonly better: 'higher' | 'lower'
  readonly form: Form
}

export const role = (name: RoleName): Meaning => ({ as: 'role', role: name })
export const attribute = (kind: AttributeKind): Meaning => ({ as: 'attribute', kind })
export const aside = (why: Aside): Meaning => ({ as: 'aside', why })
export const more = (group: GroupId, form: Form): Signal => ({
  as: 'signal',
  group,
  better: 'higher',
  form,
})
export const less = (group: GroupId, form: Form): Signal => ({
  as: 'signal',
  group,
  better: 'lower',
  form,
})

/** Lists are written as text: names by spaces, phrases by commas. */
export const alias = (meaning: Meaning, names: string, phrases = ''): Alias => ({
  meaning,
  names: names.split(' ').filter(Boolean),
  phrases: phrases
    .split(',')
    .map((phrase) => phrase.trim())
    .filter(Boolean),
})
