import { readBoolean } from './value/boolean-format.ts'
import {
  MISSING_BOOLEAN,
  MISSING_DAY,
  type Column,
  type ColumnType,
  type TextColumn,
} from './column.ts'
import { createDayReader, fromDateForm } from './value/date-format.ts'
import { decideType, mayBeTyped, type Decision } from './value/decide-type.ts'
import type { Doubt } from './value/doubt.ts'
import type { CellFormat, DateCount } from './value/format.ts'
import { isUsualMissing, missingTest } from './value/missing-words.ts'
import { createNumberReader, toCellFormat } from './value/number-format.ts'
import { packText, unpackText, wordAt } from './packed-text.ts'
import { keepRaw } from './keep-raw.ts'
import type { RawText } from './raw-text.ts'
import { allMissing, lengthOf, wordIndex, wordsOf } from './texts.ts'

/** What is known of a column before it is read. */
export interface TypePlan {
  /** null: decided by the whole column. */
  readonly type: ColumnType | null
  readonly format: CellFormat
  /** Words that stand for missing, beside the empty cell; null: the usual ones. */
  readonly missing: readonly string[] | null
  /** The name in the file: numbers are taken as days only where it speaks of them. */
  readonly header?: string
  /** Those of the person, in which months may be named; the first one preferred. */
  readonly languages?: readonly string[]
}

export interface TypedColumn {
  /** null: there are no values to tell. */
  readonly type: ColumnType | null
  /** As asked, or as recognised. */
  readonly format: CellFormat
  /** False where another reading fits as well. */
  readonly certain: boolean
  /** What had better be asked. */
  readonly doubt: Doubt | null
  readonly column: Column
  readonly raw: RawText
  readonly unreadable: Unreadable
}

/** Cells that are not of the column's type: missing, and reported. */
export interface Unreadable {
  readonly count: number
  readonly first: readonly { readonly row: number; readonly text: string }[]
}

export const NOTHING_UNREADABLE: Unreadable = { count: 0, first: [] }
const MOST_UNREADABLE_KEPT = 1000

/** Types a column by its cells, or as the plan says. Also the way to type it again later, from its raw text. */
export function typeTexts(texts: TextColumn, plan: TypePlan): TypedColumn {
  if (plan.missing === null && (plan.type === 'text' || isPlainlyText(texts, plan)))
    return plainText(texts, plan)
  const words = unpackText(texts.words)
  const isMissing = missingTest(plan.missing)
  const values = words.filter((word) => !isMissing(word))
  const hints = { languages: plan.languages ?? [] }
  const decision = decideType(values, plan.type, plan.format, hints)
  if (decision.type === 'text') return { ...asText(texts, words, plan), doubt: decision.doubt }
  if (decision.type === null || (decision.type === 'date' && decision.form === null))
    return undecided(texts, decision, plan)
  const reading = readWords(words, isMissing, decision)
  return {
    type: decision.type,
    format: formatOf(decision, plan),
    certain: decision.certain,
    doubt: decision.doubt,
    column: spread(texts, reading),
    raw: keepRaw(texts, words, reading.values, decision),
    unreadable: findUnreadable(texts, words, reading),
  }
}

/** Numbers that are taken as days, which is a guess. */
export function typeCounted(texts: TextColumn, plan: TypePlan, date: DateCount): TypedColumn {
  const typed = typeTexts(texts, { ...plan, type: 'date', format: { ...plan.format, date } })
  const example = wordsOf(texts).find((word) => /\d/.test(word)) ?? ''
  return { ...typed, certain: false, doubt: { kind: 'counted-days', example, date } }
}

/** One cell as a column of its own, read in one way. */
export const typeCell = (cell: string, type: ColumnType, format: CellFormat): Column =>
  typeTexts({ type: 'text', words: packText([cell]), codes: null }, { type, format, missing: null })
    .column

const FIRST_WORDS = 10

/** Spares names and the like the reading of all words: one of the first is a value of no other type. */
function isPlainlyText({ words }: TextColumn, { type }: TypePlan): boolean {
  const count = Math.min(FIRST_WORDS, words.offsets.length - 1)
  if (type !== null) return false
  for (let i = 0; i < count; i++) {
    const word = wordAt(words, i)
    if (!isUsualMissing(word) && !mayBeTyped(word)) return true
  }
  return false
}

const plainText = (texts: TextColumn, plan: TypePlan): TypedColumn => ({
  type: 'text',
  format: plan.format,
  certain: true,
  doubt: null,
  column: texts,
  raw: { kind: 'same', spelling: { type: 'text' } },
  unreadable: NOTHING_UNREADABLE,
})

/** In text the usual words for missing are values; those that were chosen are missing there too. */
function asText(texts: TextColumn, words: readonly string[], plan: TypePlan): TypedColumn {
  const isMissing = missingTest(plan.missing ?? [])
  if (!words.some((word) => word !== '' && isMissing(word))) return plainText(texts, plan)
  const kept = packText(words.map((word) => (isMissing(word) ? '' : word)))
  return {
    ...plainText(texts, plan),
    column: { ...texts, words: kept },
    raw: { kind: 'texts', texts },
  }
}

function undecided(texts: TextColumn, decision: Decision, plan: TypePlan): TypedColumn {
  return {
    type: decision.type,
    format: plan.format,
    certain: decision.certain,
    doubt: decision.doubt,
    column: allMissing(decision.type ?? 'text', lengthOf(texts)),
    raw: { kind: 'texts', texts },
    unreadable: NOTHING_UNREADABLE,
  }
}

function formatOf(decision: Decision, plan: TypePlan): CellFormat {
  if (decision.type === 'number') return { ...plan.format, ...toCellFormat(decision.format) }
  if (decision.type === 'date' && decision.form)
    return { ...plan.format, ...fromDateForm(decision.form) }
  return plan.format
}

/** The value of every word, and which of them could not be read. */
interface WordReading {
  readonly values: Column & { type: 'number' | 'date' | 'boolean' }
  readonly isUnreadable: Uint8Array
  readonly hasUnreadable: boolean
}

function readWords(
  words: readonly string[],
  isMissing: (word: string) => boolean,
  decision: Decision,
): WordReading {
  const { values, read, missing } = readerOf(decision, words.length)
  const isUnreadable = new Uint8Array(words.length)
  let hasUnreadable = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    const value = isMissing(word) ? missing : read(word)
    values.values[i] = value
    if (!Object.is(value, missing) || isMissing(word)) continue
    isUnreadable[i] = 1
    hasUnreadable = true
  }
  return { values, isUnreadable, hasUnreadable }
}

function readerOf(decision: Decision, length: number) {
  if (decision.type === 'number') {
    const values = { type: 'number' as const, values: new Float64Array(length) }
    return { values, read: createNumberReader(decision.format), missing: NaN }
  }
  if (decision.type === 'date') {
    const values = { type: 'date' as const, values: new Int32Array(length) }
    const readDay = decision.form ? createDayReader(decision.form) : () => null
    const read = (word: string): number => readDay(word) ?? MISSING_DAY
    return { values, read, missing: MISSING_DAY }
  }
  const values = { type: 'boolean' as const, values: new Uint8Array(length) }
  return { values, read: readBoolean, missing: MISSING_BOOLEAN }
}

/** From words to rows. */
function spread({ codes }: TextColumn, { values }: WordReading): Column {
  if (codes === null) return values
  switch (values.type) {
    case 'number':
      return { type: 'number', values: pick(new Float64Array(codes.length), values.values, codes) }
    case 'date':
      return { type: 'date', values: pick(new Int32Array(codes.length), values.values, codes) }
    case 'boolean':
      return { type: 'boolean', values: pick(new Uint8Array(codes.length), values.values, codes) }
  }
}

function pick<T extends Float64Array | Int32Array | Uint8Array>(
  into: T,
  from: T,
  codes: NonNullable<TextColumn['codes']>,
): T {
  for (let row = 0; row < codes.length; row++) into[row] = from[codes[row] as number] as number
  return into
}

function findUnreadable(
  texts: TextColumn,
  words: readonly string[],
  { isUnreadable, hasUnreadable }: WordReading,
): Unreadable {
  if (!hasUnreadable) return NOTHING_UNREADABLE
  const first: { row: number; text: string }[] = []
  let count = 0
  for (let row = 0; row < lengthOf(texts); row++) {
    const word = wordIndex(texts, row)
    if (isUnreadable[word] === 0) continue
    if (count++ < MOST_UNREADABLE_KEPT) first.push({ row, text: words[word] as string })
  }
  return { count, first }
}
