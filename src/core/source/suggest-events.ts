import { OPEN_WAY } from './event-plan.ts'
import { eventNoun, isIdHeader } from './event-words.ts'
import { KEY_HEADERS, NAME_HEADERS } from './known-names.ts'
import { plainHeader } from './plain-header.ts'

/** That the rows of a file are events, and whose. Places are those of columns. */
export interface EventsSuggestion {
  /** The column that names the accounts, or the rows of `through`. */
  readonly key: number
  /** The column that tells one row from another. */
  readonly id: number | null
  /** The source by way of which rows find their accounts; OPEN_WAY where none that is known says whose they are. */
  readonly through: string | null
}

/** What is known before the file comes. */
export interface KnownKeys {
  /** The headers by which files that came before name accounts. */
  readonly accountKeys: readonly string[]
  /** Sources of events that tell their rows apart by an id. */
  readonly ways: readonly { readonly source: string; readonly header: string }[]
}

/** A generic id names the accounts of a file where nothing else does. */
const GENERIC: ReadonlySet<string> = new Set(['id', 'key', 'recordid', 'externalid'])
/** Where more rows than this have a key of their own, they are accounts, some of them twice. */
const MOST_REPEATS = 0.9
const MOST_WITHOUT_ID = 0.6

/**
 * Whether each row is something that happened to an account, not an account: its own id says so (`ticket_id`), or accounts come again
 * and again. Null: rows are accounts, or nothing tells whose they would be.
 */
export function suggestEvents(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  known: KnownKeys,
): EventsSuggestion | null {
  const plain = headers.map(plainHeader)
  const shares = headers.map((_, place) => uniqueness(sample, place))
  const own = ownId(headers, shares)
  const isNamed = own !== null && eventNoun(headers[own] as string) !== null
  const account = accountColumn(plain, own, known)
  if (account === null) return own === null ? null : byWay(plain, shares, { own, known, isNamed })
  const share = shares[account.place] as number
  const most = own === null || !account.isSure ? MOST_WITHOUT_ID : MOST_REPEATS
  const isDated = own !== null || plain.some((name) => /date|time|day|month|at$/.test(name))
  const isList = share > 0 && (isNamed || (share <= most && share * sample.length > 1 && isDated))
  return isList ? { key: account.place, id: own, through: null } : null
}

interface OwnRows {
  readonly own: number
  readonly known: KnownKeys
  /** Its id says what its rows are. */
  readonly isNamed: boolean
}

/** Files that name no accounts, but the rows of another file. */
function byWay(
  plain: readonly string[],
  shares: readonly number[],
  { own, known: { ways }, isNamed }: OwnRows,
): EventsSuggestion | null {
  const known = ways.flatMap(({ source, header }) => {
    const key = plain.indexOf(plainHeader(header))
    return key >= 0 && key !== own ? [{ key, through: source }] : []
  })
  if (known[0]) return { ...known[0], id: own }
  const key = plain.findIndex((name, place) => {
    const share = shares[place] as number
    return place !== own && isIdHeader(name) && share > 0 && share < 1
  })
  return key >= 0 && isNamed ? { key, id: own, through: OPEN_WAY } : null
}

/** The surest of the columns that name accounts, other than the file's own id; a name or an address is less sure than a key. */
function accountColumn(
  plain: readonly string[],
  own: number | null,
  { accountKeys }: KnownKeys,
): { readonly place: number; readonly isSure: boolean } | null {
  const places = (names: readonly string[]) =>
    names.map((name) => plain.indexOf(name)).filter((place) => place >= 0 && place !== own)
  const keys = KEY_HEADERS.filter((name) => own === null || !GENERIC.has(name))
  const [sure] = places([...accountKeys.map(plainHeader), ...keys])
  if (sure !== undefined) return { place: sure, isSure: true }
  const mails = plain.filter((name) => /^(customer|requester|account|client)?e?mail/.test(name))
  const [other] = places([...ORGANISATIONS, ...mails, ...NAME_HEADERS])
  return other === undefined ? null : { place: other, isSure: false }
}

const ORGANISATIONS = ['organization', 'organisation', 'company', 'account', 'customer', 'client']

/** The id of the row itself: of its own in every row, and no key of accounts by its name. */
function ownId(headers: readonly string[], shares: readonly number[]): number | null {
  const strong = new Set(KEY_HEADERS.filter((name) => !GENERIC.has(name)))
  const found = headers.findIndex(
    (header, place) =>
      isIdHeader(header) && shares[place] === 1 && !strong.has(plainHeader(header)),
  )
  return found < 0 ? null : found
}

/** The share of the filled cells that are of their own; 0 where none is filled, 1 only where all are. */
function uniqueness(sample: readonly (readonly string[])[], place: number): number {
  const cells = sample.map((row) => (row[place] ?? '').trim()).filter((cell) => cell !== '')
  const share = cells.length === 0 ? 0 : new Set(cells).size / cells.length
  return share === 1 && cells.length < sample.length ? 0.999 : share
}
