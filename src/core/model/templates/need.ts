import type { ColumnType } from '../../table/column.ts'
import type {
  Form,
  GroupId,
  Meaning,
  RoleName,
  Signal,
  AttributeKind,
  Aside,
} from '../propose/alias.ts'
import { singular, splitWords, type HeaderWords } from '../propose/header-words.ts'

/** Something a template asks for, to be played by a column of one's own. */
export interface Need {
  readonly name: string
  /** What it says of an account. */
  readonly hint: string
  /** How its values are healthy; null where they are only read in conditions. */
  readonly signal: Signal | null
  readonly types: readonly ColumnType[]
  /** How well a header fits, the best first; one that fits none of them is not guessed. */
  readonly fits: readonly Fit[]
}

export type Fit = (words: HeaderWords, meaning: Meaning | null) => boolean

/** All words of one of these phrases, separated by commas, occur in the header. */
export function saying(phrases: string): Fit {
  const wanted = phrases.split(',').map((phrase) => splitWords(phrase).map(singular))
  return ({ words }) => wanted.some((phrase) => phrase.every((word) => words.has(word)))
}

export const meant =
  (group: GroupId, ...forms: readonly Form[]): Fit =>
  (_, meaning) =>
    meaning?.as === 'signal' && meaning.group === group && forms.includes(meaning.form)

export const playing =
  (role: RoleName): Fit =>
  (_, meaning) =>
    meaning?.as === 'role' && meaning.role === role

export const describing =
  (kind: AttributeKind): Fit =>
  (_, meaning) =>
    meaning?.as === 'attribute' && meaning.kind === kind

export const aside =
  (why: Aside): Fit =>
  (_, meaning) =>
    meaning?.as === 'aside' && meaning.why === why

export const both =
  (...fits: readonly Fit[]): Fit =>
  (words, meaning) =>
    fits.every((fit) => fit(words, meaning))
