import { printFormula } from '../formula/print.ts'
import { FALSE, type BooleanColumn, type TextColumn } from '../table/column.ts'
import { wordsOf } from '../table/texts.ts'
import type { AttributeKind } from './alias.ts'
import { wordCounts } from './found-values.ts'
import { isCustomerValue } from './known-values.ts'
import type { MeantColumn } from './meaning.ts'
import type { FoundColumn } from './proposal.ts'

export interface Inclusion {
  /** Who is a customer; null: all are. */
  readonly expression: string | null
  /** The rows it keeps, ascending. */
  readonly rows: Uint32Array
  readonly clauses: readonly InclusionClause[]
}

export interface InclusionClause {
  readonly column: FoundColumn
  readonly expression: string
  readonly leftOut: number
  /** What it leaves out, as it is written in the file; none for a yes-or-no column. */
  readonly values: readonly string[]
}

interface Judgement {
  readonly expression: string
  readonly values: readonly string[]
  readonly isOut: (row: number) => boolean
}

const KINDS: readonly AttributeKind[] = ['type', 'lifecycle', 'active', 'status']
const MOST_VALUES = 40

/**
 * Prospects, partners and former customers are no part of a portfolio: proposed to be left out where a type, a stage, a status or a yes-or-no
 * column names them. Not where those left out are all of one outcome: nothing could be learnt from it any more.
 */
export function proposeInclude(
  columns: readonly MeantColumn[],
  count: number,
  outcome: Float64Array | null,
): Inclusion {
  let rows = Uint32Array.from({ length: count }, (_, row) => row)
  const clauses: InclusionClause[] = []
  for (const kind of KINDS) {
    const column = columns.find(
      ({ meaning }) => meaning?.as === 'attribute' && meaning.kind === kind,
    )
    const judgement = column ? judge(column, rows) : null
    if (!column || !judgement) continue
    const kept = rows.filter((row) => !judgement.isOut(row))
    if (kept.length === 0 || kept.length === rows.length) continue
    if (outcome && isOfOneOutcome(rows.filter(judgement.isOut), outcome)) continue
    const { expression, values } = judgement
    clauses.push({ column, expression, values, leftOut: rows.length - kept.length })
    rows = kept
  }
  const expressions = clauses.map(({ expression }) =>
    clauses.length > 1 && expression.includes(' or ') ? `(${expression})` : expression,
  )
  return { expression: expressions.length ? expressions.join(' and ') : null, rows, clauses }
}

function judge(found: FoundColumn, rows: Uint32Array): Judgement | null {
  if (found.column.type === 'boolean') return judgeFact(found, found.column)
  if (found.column.type !== 'text' || found.distinct > MOST_VALUES) return null
  return judgeWords(found, found.column, rows)
}

function judgeFact({ id }: FoundColumn, { values }: BooleanColumn): Judgement {
  const hasGaps = values.some((value) => value > 1)
  return {
    expression: hasGaps ? `coalesce(${id}, true)` : id,
    values: [],
    isOut: (row) => values[row] === FALSE,
  }
}

/** Says who is in where every value is understood, else who is out: what is not understood stays. */
function judgeWords(
  { id, present }: FoundColumn,
  column: TextColumn,
  rows: Uint32Array,
): Judgement | null {
  const found = [...wordCounts(column, rows).keys()].sort()
  const [out, inside] = [false, true].map((side) =>
    found.filter((value) => isCustomerValue(value) === side),
  ) as [string[], string[]]
  if (out.length === 0) return null
  const isSure = inside.length > 0 && inside.length + out.length === found.length
  const hasGaps = present < (column.codes?.length ?? 0)
  const leaves = wordsOf(column).map((word) =>
    isSure ? !inside.includes(word) : out.includes(word),
  )
  const isOut = (row: number) => leaves[column.codes ? (column.codes[row] as number) : row] === true
  const negative = `${id} not in ${listOf(out)}`
  const expression = isSure
    ? isOneOf(id, inside)
    : hasGaps
      ? `is_missing(${id}) or ${negative}`
      : negative
  return { expression, values: out, isOut }
}

const isOneOf = (id: string, values: readonly string[]): string =>
  values.length === 1 ? `${id} == ${quoted(values[0] as string)}` : `${id} in ${listOf(values)}`

const listOf = (values: readonly string[]): string => `[${values.map(quoted).join(', ')}]`

export const quoted = (value: string): string =>
  printFormula({ kind: 'text', value, from: 0, to: 0 })

function isOfOneOutcome(rows: Uint32Array, outcome: Float64Array): boolean {
  const first = outcome[rows[0] as number]
  return rows.every((row) => outcome[row] === first)
}
