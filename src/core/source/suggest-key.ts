import { KEY_HEADERS, NAME_HEADERS } from './known-names.ts'
import { plainHeader } from './plain-header.ts'

/** How a file's key column was found; `none`: no column names the accounts, so rows are numbered. */
export const KEY_ORIGINS = ['known-source', 'configuration', 'name', 'unique', 'none'] as const
export type KeyOrigin = (typeof KEY_ORIGINS)[number]

export interface KeySuggestion {
  /** The place of the column; null: number the rows. */
  readonly index: number | null
  readonly origin: KeyOrigin
}

/**
 * The column that names the accounts, judged by headers and the first rows: a known header, then one that ends in `id`, then a unique
 * text column, then a unique name. An id column by name may have a few gaps or repeats; any other may not.
 */
export function suggestKey(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): KeySuggestion {
  const plain = headers.map(plainHeader)
  const named = placesOf(plain, KEY_HEADERS)
  const endings = indexesWhere(plain, (name) => /[a-z](id|key|code|number)$/.test(name))
  const ids = endings.filter((index) => looksLikeIds(sample, index))
  const others = [...ids, ...placesOf(plain, [...NAME_HEADERS, 'domain'])]
  const best =
    named.find((index) => uniqueness(sample, index) >= NEARLY) ??
    others.find((index) => uniqueness(sample, index) === 1)
  if (best !== undefined) return { index: best, origin: 'name' }
  const first = headers.findIndex(
    (_, index) => looksLikeIds(sample, index) && uniqueness(sample, index) === 1,
  )
  if (first >= 0 && sample.length >= FEWEST_ROWS) return { index: first, origin: 'unique' }
  const last = named[0]
  return last === undefined ? { index: null, origin: 'none' } : { index: last, origin: 'name' }
}

/** An id column may have a gap or a repeat: the rows are reported. */
const NEARLY = 0.6
const FEWEST_ROWS = 3

const cellsOf = (sample: readonly (readonly string[])[], index: number): string[] =>
  sample.map((row) => (row[index] ?? '').trim())

/** The share of the rows that have a key of their own. No rows: all. */
function uniqueness(sample: readonly (readonly string[])[], index: number): number {
  const cells = cellsOf(sample, index)
  const keys = new Set(cells.filter((cell) => cell !== ''))
  return cells.length === 0 ? 1 : keys.size / cells.length
}

const placesOf = (plain: readonly string[], names: readonly string[]): number[] =>
  names.map((name) => plain.indexOf(name)).filter((index) => index >= 0)

/** No measure has letters beside digits, or leading zeros; what reads as a number or a date is no id by itself. */
function looksLikeIds(sample: readonly (readonly string[])[], index: number): boolean {
  const cells = cellsOf(sample, index)
  return (
    cells.length > 0 &&
    cells.every((cell) => /^(?=.*\d)(?=.*[a-z])[\w.@-]{3,40}$/i.test(cell) || /^0\d+$/.test(cell))
  )
}

function indexesWhere(names: readonly string[], holds: (name: string) => boolean): number[] {
  return names.flatMap((name, index) => (holds(name) ? [index] : []))
}
