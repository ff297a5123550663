import { allRows } from '../../table/all-rows.ts'
import { MISSING_DAY, type Column } from '../../table/column.ts'
import { lengthOf, wordsOf } from '../../table/texts.ts'
import { ATTRIBUTE_KINDS, type AttributeKind, type RoleName } from './alias.ts'
import type { AccountRoles } from '../configuration.ts'
import { distinctIn, numbersOf, scoresOfWords } from './found-values.ts'
import { ranksIn, sampleOf, tellsOutcome } from './likeness.ts'
import type { MeantColumn } from './meaning.ts'

export type NamedRoles = Pick<AccountRoles, RoleName>

const TYPES: Readonly<Record<RoleName, readonly Column['type'][]>> = {
  name: ['text'],
  value: ['number'],
  renewal: ['date'],
  owner: ['text', 'number'],
  outcome: ['boolean', 'number', 'text'],
}

/** The column whose header fits each role best, among those of `rows` values that can play it. */
export function proposeRoles(columns: readonly MeantColumn[], rows: number): NamedRoles {
  const roles: { -readonly [role in RoleName]?: string } = {}
  for (const role of Object.keys(TYPES) as RoleName[]) {
    const fitting = columns
      .filter(({ meaning }) => meaning?.as === 'role' && meaning.role === role)
      .filter((column) => canPlay(column, role))
      .sort((a, b) => a.rank - b.rank)
    if (fitting[0]) roles[role] = fitting[0].id
  }
  if (isEndOfGone(roles, columns, rows)) delete roles.renewal
  return roles
}

/** An end that only customers who went have is when they went, not when they renew. */
function isEndOfGone(
  { renewal, outcome }: NamedRoles,
  columns: readonly MeantColumn[],
  rows: number,
) {
  const [end, known] = [renewal, outcome].map((id) => columns.find((column) => column.id === id))
  if (!end || !known) return false
  const sample = sampleOf(allRows(rows))
  const outcomes = outcomeValues(known)
  const presence = numbersOf(end.column, 0).map((day) => (Number.isNaN(day) ? NaN : 1))
  return tellsOutcome(
    ranksIn(presence, sample),
    Float64Array.from(sample, (row) => outcomes[row] as number),
  )
}

function canPlay({ column, distinct }: MeantColumn, role: RoleName): boolean {
  if (!TYPES[role].includes(column.type)) return false
  if (role === 'outcome') return distinct === 2
  return distinct > 1 || (distinct === 1 && lengthOf(column) === 1)
}

/**
 * Whether each row went one way or the other, as 1 and 0; missing is NaN. Which of two words is 1 does not matter here.
 * Of a date only whether there is one.
 */
export function outcomeValues({ column }: MeantColumn): Float64Array {
  if (column.type === 'date')
    return Float64Array.from(column.values, (day) => Number(day !== MISSING_DAY))
  if (column.type === 'text') {
    const [first] = wordsOf(column).filter((word) => word !== '')
    return scoresOfWords(column, (word) => (word === first ? 0 : 1))
  }
  return aboveTheLeast(numbersOf(column, 0))
}

function aboveTheLeast(values: Float64Array): Float64Array {
  let least = Infinity
  for (let row = 0; row < values.length; row++)
    if ((values[row] as number) < least) least = values[row] as number
  const above = new Float64Array(values.length)
  for (let row = 0; row < above.length; row++) {
    const value = values[row] as number
    above[row] = Number.isNaN(value) ? NaN : Number(value !== least)
  }
  return above
}

const MOST_SEGMENTS = 8
const MOST_VALUES = { known: 50, coded: 20, unknown: 20 }

/** Attributes that divide the accounts into a readable number of parts, in the order of ATTRIBUTE_KINDS, people last. */
export function proposeSegments(columns: readonly MeantColumn[], rows: Uint32Array): string[] {
  return columns
    .flatMap((column) => {
      const kind = attributeOf(column)
      return kind && divides(column, rows)
        ? [{ id: column.id, order: ATTRIBUTE_KINDS.indexOf(kind) }]
        : []
    })
    .sort((a, b) => a.order - b.order)
    .slice(0, MOST_SEGMENTS)
    .map(({ id }) => id)
}

function attributeOf({ meaning, column }: MeantColumn): AttributeKind | null {
  if (meaning === null) return column.type === 'text' ? 'other' : null
  if (meaning.as === 'attribute') return meaning.kind === 'active' ? null : meaning.kind
  return meaning.as === 'signal' && meaning.form === 'term' && column.type === 'text'
    ? 'term'
    : null
}

function divides({ column, meaning }: MeantColumn, rows: Uint32Array): boolean {
  if (column.type === 'date') return false
  const most =
    column.type === 'number' ? MOST_VALUES.coded : meaning ? MOST_VALUES.known : MOST_VALUES.unknown
  const count = distinctIn(column, rows, most + 1)
  return count >= 2 && count <= Math.min(most, rows.length / 2)
}
