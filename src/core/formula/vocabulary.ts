import type { Day } from '../brand.ts'
import type { ColumnType } from '../table/column.ts'

/** What a column is called, and how its values are meant. */
export interface ColumnWords {
  /** As people call it; a window at its end is told by `days`. */
  readonly label: string
  /** Null where only data can tell. */
  readonly type: ColumnType | null
  /** Its numbers are shares, 0..1, which read best in %. */
  readonly isShare: boolean
}

/** The given names behind the ids of an expression, and how numbers and days are written. Every answer is plain text. */
export interface Vocabulary {
  column(id: string): ColumnWords
  factor(id: string): string
  group(id: string): string
  flag(id: string): string
  band(id: string): string
  model(id: string): string
  number(value: number): string
  /** Of a share: 0.3 is "30 %". */
  share(value: number): string
  day(day: Day): string
}

/** A name as it stands in a sentence. */
export interface Noun {
  readonly text: string
  /** Days of the window that the name tells: tickets_90d; null where it tells none. */
  readonly days: number | null
  readonly isPlural: boolean
  /** Something of which there may be none: tickets, and not days since a login. */
  readonly isCounted: boolean
}

const WINDOW = /[\s_,([-]*(?:in|last|of)?[\s_]*(?<![\d.])(\d{1,4})[\s_-]*d(?:ays?)?[)\]]?$/i

export function nounOf(id: string, label: string): Noun {
  const inLabel = WINDOW.exec(label)
  const stem = inLabel ? label.slice(0, inLabel.index) : label
  if (stem.trim() === '') return nameOf(label, null)
  return nameOf(stem, Number(inLabel?.[1] ?? WINDOW.exec(id)?.[1] ?? NaN) || null)
}

/** With its window: "tickets in 90 days". */
export const withWindow = ({ text, days }: Noun): string =>
  days === null ? text : `${text} in ${daysWords(days)}`

/** Where another time stands behind it: "tickets (90 days) fell by 3 in 30 days". A window that is that time goes unsaid. */
export const beforeTime = ({ text, days }: Noun, time: number | null): string =>
  days === null || days === time ? text : `${text} (${daysWords(days)})`

export const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

function nameOf(label: string, days: number | null): Noun {
  const spaced = (label.includes(' ') ? label : label.replaceAll('_', ' ')).trim()
  // `_` is a name too.
  const text = inSentence(spaced || label)
  const [head = ''] = text.split(/\s(?:in|of|since|until|per|with|to|for|at|from|by|on|,)\b/i, 1)
  const last = /[\p{L}\p{N}]+$/u.exec(head)?.[0] ?? ''
  const isPlural = /[a-z]s$/.test(last) && !/(?:ss|us|is|news)$/.test(last)
  return { text, days, isPlural, isCounted: isPlural && !TIMES.test(last) }
}

const TIMES = /^(?:seconds|minutes|hours|days|weeks|months|years|points|earnings|sales)$/i

/** A capital that only begins the name becomes small: "Logins", not "ARR" nor "Salesforce ID". */
const inSentence = (label: string): string =>
  /^\p{Lu}\P{Lu}+$/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

/** "a", "a or b", "a, b or c" */
export function listed(parts: readonly string[], word: string): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`
}

export const quoted = (text: string): string => `“${text}”`
