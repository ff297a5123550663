import type { Meaning } from './alias.ts'
import { ALIASES } from './aliases.ts'
import type { FoundColumn } from './proposal.ts'
import { headerWords, singular, splitWords, type HeaderWords } from './header-words.ts'

const byName = new Map<string, number>()
ALIASES.forEach(({ names }, i) =>
  names.forEach((name) => {
    if (!byName.has(name)) byName.set(name, i)
  }),
)

const phrases: readonly { readonly words: readonly string[]; readonly alias: number }[] =
  ALIASES.flatMap((alias, i) =>
    alias.phrases.map((phrase) => ({ words: splitWords(phrase).map(singular), alias: i })),
  )

interface KnownMeaning {
  readonly meaning: Meaning
  /** The lower, the better the header fits its meaning: first by the table's order, then by that of its names. */
  readonly rank: number
}

/** What a header, or the id that was made of it, says; null where it says nothing that is known. */
export function meaningOf(header: string): KnownMeaning | null {
  const words = headerWords(header)
  const alias = byName.get(words.whole) ?? byName.get(words.bare) ?? byPhrase(words)
  if (alias === undefined) return isId(words) ? { meaning: IDENTITY, rank: Infinity } : null
  const { meaning, names } = ALIASES[alias]!
  const place = names.indexOf(words.whole)
  return { meaning, rank: alias * 1000 + (place < 0 ? 999 : place) }
}

const IDENTITY: Meaning = { as: 'aside', why: 'identity' }

function byPhrase({ words }: HeaderWords): number | undefined {
  return phrases.find((phrase) => phrase.words.every((word) => words.has(word)))?.alias
}

const isId = ({ words }: HeaderWords): boolean =>
  ['id', 'key', 'code', 'sfid'].includes([...words].at(-1) ?? '')

/** A column that was found, with what its header says. */
export interface MeantColumn extends FoundColumn {
  readonly meaning: Meaning | null
  readonly rank: number
}

export function withMeaning(column: FoundColumn): MeantColumn {
  const { meaning, rank } = meaningOf(column.header) ?? { meaning: null, rank: Infinity }
  return { ...column, meaning, rank }
}
