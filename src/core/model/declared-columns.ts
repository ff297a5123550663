import { AFTER_SCORING_NAMES, KEYWORDS } from '../formula/functions.ts'
import type { ColumnType } from '../table/column.ts'
import type { Configuration, SourceDefinition } from './configuration.ts'
import type { Findings } from './read/findings.ts'
import type { Place } from './place.ts'

/** A column that the configuration itself makes or names. The type is null where only data can tell. */
export interface DeclaredColumn {
  readonly id: string
  readonly type: ColumnType | null
  readonly place: Place
  readonly kind: 'source' | 'manual' | 'derived'
}

/** What the stored snapshots hold, by column id. Names that are in none of them become warnings. */
export interface KnownColumns {
  readonly columns: ReadonlyMap<string, ColumnType>
}

const RESERVED: ReadonlySet<string> = new Set([...KEYWORDS, ...Object.keys(AFTER_SCORING_NAMES)])

/** In order of appearance. The key is no column of a source: every source has it. */
export function declaredColumns(configuration: Configuration): DeclaredColumn[] {
  const { account, sources = [], manual = [], derived = [] } = configuration
  const columns: DeclaredColumn[] = [
    ...sources.flatMap(columnsOfSource),
    ...manual.map(({ id, type }, i) => ({
      id,
      type,
      place: ['manual', i, 'id'],
      kind: 'manual' as const,
    })),
    ...derived.map(({ id }, i) => ({
      id,
      type: null,
      place: ['derived', i, 'id'],
      kind: 'derived' as const,
    })),
  ]
  return columns.filter(({ id, kind }) => kind !== 'source' || id !== account.key)
}

const ALWAYS_NUMBERS: ReadonlySet<string> = new Set(['count', 'distinct', 'sum', 'mean'])

/** Of an event source, what its rows are summed up to: a column without an aggregate stays in its file. */
export function columnsOfSource(
  { grain, columns = [] }: SourceDefinition,
  i: number,
): DeclaredColumn[] {
  return columns.flatMap(({ id, type, aggregate, ignore }, j) => {
    if (ignore === true || (grain === 'event' && aggregate === undefined)) return []
    const isNumber = aggregate !== undefined && ALWAYS_NUMBERS.has(aggregate)
    const place = ['sources', i, 'columns', j, 'id']
    return [{ id, type: isNumber ? 'number' : (type ?? null), place, kind: 'source' as const }]
  })
}

/** Two columns of one id cannot be told apart in an expression, nor can a column and a word of the language. */
export function checkColumnIds(
  configuration: Configuration,
  columns: readonly DeclaredColumn[],
  known: ReadonlyMap<string, ColumnType>,
  found: Findings,
): void {
  const seen = new Map<string, Place>([[configuration.account.key, ['account', 'key']]])
  for (const { id, place, kind } of columns) {
    if (RESERVED.has(id)) found.wrong(place, 'an id that is no word of the expressions', id)
    const isStored = kind === 'derived' && known.has(id) && !seen.has(id)
    if (isStored) found.add(place, 'error', { code: 'duplicate-id', id, first: 'a stored column' })
    found.duplicate(id, place, seen)
  }
}

/** The types that the configuration says, by column id: those of `types` first. */
export function declaredTypes(
  { types = {} }: Configuration,
  columns: readonly DeclaredColumn[],
): Map<string, ColumnType> {
  const said = new Map<string, ColumnType>()
  for (const { id, type } of columns) if (type !== null) said.set(id, type)
  for (const [id, type] of Object.entries(types)) said.set(id, type)
  return said
}
