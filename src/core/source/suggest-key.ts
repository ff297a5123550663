/** How a file's key column was found; `none`: no column names the accounts, so rows are numbered. */
export const KEY_ORIGINS = ['known-source', 'configuration', 'name', 'unique', 'none'] as const
export type KeyOrigin = (typeof KEY_ORIGINS)[number]

export interface KeySuggestion {
  /** The place of the column; null: number the rows. */
  readonly index: number | null
  readonly origin: KeyOrigin
}

const KEY_HEADERS = [
  'accountid',
  'accountkey',
  'customerid',
  'companyid',
  'organizationid',
  'organisationid',
  'clientid',
  'recordid',
  'accountexternalid',
  'externalid',
  'sfdcaccountid',
  'gsid',
  'id',
  'key',
  'accountnumber',
  'customernumber',
  'clientnumber',
  'accountno',
  'customerno',
]
const NAME_HEADERS = [
  'accountname',
  'companyname',
  'customername',
  'account',
  'company',
  'customer',
  'name',
  'domain',
]

/**
 * The column that names the accounts, judged by headers and the first rows: a known header, then one that ends in `id`, then a unique
 * text column, then a unique name. A column with gaps or repeats in the sample is passed over unless nothing else is left.
 */
export function suggestKey(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): KeySuggestion {
  const plain = headers.map((header) =>
    header
      .toLowerCase()
      .replace(/__c$/, '')
      .replace(/[^a-z0-9]/g, ''),
  )
  const named = KEY_HEADERS.map((name) => plain.indexOf(name)).filter((index) => index >= 0)
  const endings = indexesWhere(plain, (name) => /[a-z](id|key|code|number)$/.test(name))
  const names = NAME_HEADERS.map((name) => plain.indexOf(name)).filter((index) => index >= 0)
  const candidates = [...named, ...endings.filter((index) => looksLikeIds(sample, index)), ...names]
  const whole = candidates.find((index) => isUnique(sample, index))
  if (whole !== undefined) return { index: whole, origin: 'name' }
  const first = headers.findIndex(
    (_, index) => looksLikeIds(sample, index) && isUnique(sample, index),
  )
  if (first >= 0 && sample.length >= FEWEST_ROWS) return { index: first, origin: 'unique' }
  const best = named[0]
  return best === undefined ? { index: null, origin: 'none' } : { index: best, origin: 'name' }
}

const FEWEST_ROWS = 3

const cellsOf = (sample: readonly (readonly string[])[], index: number): string[] =>
  sample.map((row) => (row[index] ?? '').trim())

function isUnique(sample: readonly (readonly string[])[], index: number): boolean {
  const cells = cellsOf(sample, index)
  return !cells.includes('') && new Set(cells).size === cells.length
}

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
