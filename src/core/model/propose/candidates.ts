import { lowerFirst } from '../label.ts'
import { fold } from '../../table/fold.ts'
import { wordCounts, numbersOf, scoresOfWords } from './found-values.ts'
import type { Signal } from './alias.ts'
import type { Factor, Scale } from '../configuration.ts'
import { headerLabel } from '../../source/header-label.ts'
import { headerWords } from './header-words.ts'
import { isPlainNo, isYes, ragScore, sentimentScore, termScore } from './known-values.ts'
import type { MeantColumn } from './meaning.ts'
import { scoresByOrder } from './ordered-words.ts'
import type { DerivedSignal } from './propose-derived.ts'
import { proposeScale } from './propose-scale.ts'

/** A column, or a derived one, that may become a factor. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly input: string
  readonly signal: Signal
  /** What it says of each row as a number, whatever its type; NaN is missing. */
  readonly values: Float64Array
  /** A person made it one. */
  readonly isTaken?: boolean
  /** Over the rows of customers alone. */
  readonly scale: (rows: Uint32Array) => Scale
}

/** Null where the values are not of a kind that the header promises. */
export function candidateOf(column: MeantColumn, rows: Uint32Array, day: number): Candidate | null {
  const { meaning } = column
  if (meaning?.as !== 'signal') return null
  switch (column.column.type) {
    case 'boolean':
      return ofFact(column, meaning)
    case 'text':
      return ofWords(column, meaning, rows)
    case 'date':
      return ofDate(column, meaning, day)
    case 'number':
      return ofNumber(column, meaning)
  }
}

export const candidateOfDerived = ({ column, values, signal }: DerivedSignal): Candidate => ({
  id: column.id,
  name: column.name,
  input: column.id,
  signal,
  values,
  scale: (rows) => proposeScale(values, rows, signal),
})

export const toFactor = (candidate: Candidate, rows: Uint32Array): Factor => ({
  id: candidate.id,
  name: candidate.name,
  input: candidate.input,
  weight: candidate.signal.form === 'tenure' ? 0.5 : 1,
  scale: candidate.scale(rows),
})

const named = ({ id, header }: MeantColumn) => ({ id, name: headerLabel(header), input: id })

/** What may be told by yes or no. */
const FACTS: readonly string[] = ['burden', 'count', 'rate']

function ofFact(column: MeantColumn, signal: Signal): Candidate | null {
  if (!FACTS.includes(signal.form)) return null
  const good = signal.better === 'higher'
  const map = { true: good ? 100 : 0, false: good ? 0 : 100 }
  const values = numbersOf(column.column, 0)
  return {
    ...named(column),
    signal,
    values,
    scale: () => ({ type: 'categories', map, otherwise: null }),
  }
}

/** The share of rows whose word must be known, for the words to be a scale at all. */
const LEAST_KNOWN = 0.8

function ofWords(column: MeantColumn, signal: Signal, rows: Uint32Array): Candidate | null {
  if (column.column.type !== 'text') return null
  const counts = [...wordCounts(column.column, rows)]
  const score = scoreOfWords(
    counts.map(([word]) => word),
    signal,
  )
  if (!score) return null
  const known = counts.filter(([word]) => score(word) !== null)
  const share = sum(known) / sum(counts)
  if (!(share >= LEAST_KNOWN)) return null
  const map = uniqueButForCase(known.map(([word]) => [word, score(word) as number]))
  return {
    ...named(column),
    signal,
    values: scoresOfWords(column.column, score),
    scale: () => ({ type: 'categories', map, otherwise: null }),
  }
}

type WordScore = (word: string) => number | null

/** What the words of a column are worth, as far as its header promises words; null where it does not. */
function scoreOfWords(words: readonly string[], { form, better }: Signal): WordScore | null {
  if (form === 'term') return termScore
  if (form === 'sentiment')
    return words.every((word) => ragScore(word) !== null) ? ragScore : sentimentScore
  const isFact = FACTS.includes(form) && words.every((word) => isYes(word) || isPlainNo(word))
  return isFact ? (word) => (isYes(word) === (better === 'higher') ? 100 : 0) : null
}

/** Words that have an order by themselves, the greatest the healthiest; null where they have none. */
export function candidateByOrder(
  column: MeantColumn,
  rows: Uint32Array,
  signal: Signal,
): Candidate | null {
  if (column.column.type !== 'text') return null
  const scores = scoresByOrder([...wordCounts(column.column, rows).keys()])
  if (scores === null) return null
  const map = uniqueButForCase([...scores])
  return {
    ...named(column),
    signal,
    values: scoresOfWords(column.column, (word) => scores.get(word) ?? null),
    scale: () => ({ type: 'categories', map, otherwise: null }),
  }
}

const sum = (counts: readonly (readonly [string, number])[]): number =>
  counts.reduce((total, [, count]) => total + count, 0)

/** A scale finds its words without regard to case, and may not name one twice. */
function uniqueButForCase(entries: readonly (readonly [string, number])[]): Record<string, number> {
  const seen = new Set<string>()
  return Object.fromEntries(
    entries.filter(([word]) => {
      const folded = fold(word)
      return !seen.has(folded) && seen.add(folded)
    }),
  )
}

function ofDate(column: MeantColumn, signal: Signal, day: number): Candidate | null {
  if (signal.form !== 'date' && signal.form !== 'tenure') return null
  const values = numbersOf(column.column, day)
  const name =
    signal.form === 'date'
      ? `Days since ${lowerFirst(headerLabel(column.header))}`
      : headerLabel(column.header)
  return {
    id: column.id,
    name,
    input: `days_since(${column.id})`,
    signal,
    values,
    scale: (rows) => proposeScale(values, rows, signal),
  }
}

function ofNumber(column: MeantColumn, meaning: Signal): Candidate | null {
  const signal = meaning.form === 'date' && isCountOfDays(column) ? asBurden(meaning) : meaning
  if (signal.form === 'date') return null
  const values = numbersOf(column.column, 0)
  return { ...named(column), signal, values, scale: (rows) => proposeScale(values, rows, signal) }
}

/** "Days since last contact" is told as a number of days. */
const isCountOfDays = ({ header }: MeantColumn): boolean =>
  ['day', 'week', 'month', 'since', 'ago'].some((word) => headerWords(header).words.has(word))

const asBurden = (signal: Signal): Signal => ({ ...signal, form: 'burden' })
