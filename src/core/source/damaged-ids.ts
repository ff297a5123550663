import { NO_ACCOUNT } from '../history/presence.ts'
import type { RowProblem } from '../problem.ts'
import { unpackText } from '../table/packed-text.ts'
import { lengthOf, wordIndex, wordsOf } from '../table/texts.ts'
import type { TypedColumn } from '../table/type-texts.ts'
import { isMangledKey, type RollCall } from './roll-call.ts'

interface IdColumn {
  readonly header: string
  /** The line of each row. */
  readonly lines: Uint32Array
}

/**
 * Keys that a spreadsheet has damaged: shortened ones, and those that lost the noughts in front which the workspace knows them by. They are
 * taken as they are, and reported. No keys: none.
 */
export function damagedKeys(
  roll: RollCall,
  known: readonly string[],
  column: IdColumn,
): RowProblem[] {
  const shortened = shortenedOf(known)
  const problems: RowProblem[] = []
  let rows: Uint32Array | null = null
  for (let place = 0; place < roll.keys.length; place++) {
    const text = roll.keys[place] as string
    const before = shortened?.(text)
    if (before === undefined && !isMangledKey(text)) continue
    const row = (rows ??= firstRowsOf(roll))[place] as number
    const at = { line: column.lines[row] ?? 0, column: column.header, text }
    if (before === undefined) problems.push({ code: 'mangled-key', ...at })
    else problems.push({ code: 'lost-noughts', ...at, before })
  }
  return problems
}

/** The key that a shorter one was; null where no key begins with a nought, since to look a million up takes its time. */
function shortenedOf(known: readonly string[]): ((key: string) => string | undefined) | null {
  const padded = withNoughts(known)
  if (padded.size === 0) return null
  const exact = new Set(known)
  return (key) => (exact.has(key) ? undefined : padded.get(key))
}

function withNoughts(keys: readonly string[]): ReadonlyMap<string, string> {
  const padded = new Map<string, string>()
  for (const key of keys)
    if (key.charCodeAt(0) === NOUGHT && /^0+[1-9]\d*$/.test(key))
      padded.set(key.replace(/^0+/, ''), key)
  return padded
}

const NOUGHT = 48

function firstRowsOf({ places, keys }: RollCall): Uint32Array {
  const rows = new Uint32Array(keys.length)
  for (let row = places.length - 1; row >= 0; row--) {
    const place = places[row] as number
    if (place !== NO_ACCOUNT) rows[place] = row
  }
  return rows
}

const ID_NAME = /(?:^|[^a-z])(?:id|ids|key|code|number|no|nr|uuid)$|(?:Id|ID|Key|Code|Number)$/

const isIdName = (header: string): boolean => {
  const name = header.trim().replace(/__c$/, '')
  return ID_NAME.test(name) || ID_NAME.test(name.toLowerCase())
}

/** Kept of one column. */
const MOST = 100

/** Ids beside the key that a spreadsheet has shortened, told by the name of their column. */
export function mangledIds(typed: TypedColumn, { header, lines }: IdColumn): RowProblem[] {
  if (!isIdName(header)) return []
  return mangledRows(typed).map(({ row, text }) => ({
    code: 'mangled-key',
    line: lines[row] ?? 0,
    column: header,
    text,
  }))
}

/** What a spreadsheet has shortened never follows from the value of a number. */
function mangledRows({ column, raw }: TypedColumn): { row: number; text: string }[] {
  if (raw.kind === 'except')
    return unpackText(raw.words)
      .map((text, place) => ({ row: raw.rows[place] as number, text }))
      .filter(({ text }) => isMangledKey(text))
      .slice(0, MOST)
  const texts = raw.kind === 'texts' ? raw.texts : column
  if (texts.type !== 'text') return []
  const words = wordsOf(texts)
  const isMangled = words.map(isMangledKey)
  if (!isMangled.includes(true)) return []
  const found: { row: number; text: string }[] = []
  for (let row = 0; row < lengthOf(texts) && found.length < MOST; row++) {
    const word = wordIndex(texts, row)
    if (isMangled[word]) found.push({ row, text: words[word] as string })
  }
  return found
}
