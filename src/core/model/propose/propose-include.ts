import { printFormula } from '../../formula/print.ts'
import { allRows } from '../../table/all-rows.ts'
import type { AttributeKind } from './alias.ts'
import { wordCounts } from './found-values.ts'
import { isCustomerValue } from './known-values.ts'
import type { MeantColumn } from './meaning.ts'
import type { FoundColumn, ProposalInput } from './proposal.ts'
import { rowsWhere } from './rows-where.ts'

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

type Clause = Pick<InclusionClause, 'expression' | 'values'>

const KINDS: readonly AttributeKind[] = ['type', 'lifecycle', 'active', 'status']
const MOST_VALUES = 40

/**
 * Prospects, partners and former customers are no part of a portfolio: proposed to be left out where a type, a stage, a status or a yes-or-no
 * column names them. Not where those left out are all of one outcome: nothing could be learnt from it any more.
 */
export function proposeInclude(
  columns: readonly MeantColumn[],
  input: ProposalInput,
  outcome: Float64Array | null,
): Inclusion {
  let rows = allRows(input.rows)
  const clauses: InclusionClause[] = []
  for (const kind of KINDS) {
    const column = columns.find(
      ({ meaning }) => meaning?.as === 'attribute' && meaning.kind === kind,
    )
    const clause = column ? clauseOf(column, rows, input.rows) : null
    if (!column || !clause) continue
    const kept = rowsWhere(clause.expression, input, rows)
    if (kept.length === 0 || kept.length === rows.length) continue
    if (outcome && isOfOneOutcome(without(rows, kept), outcome)) continue
    clauses.push({ ...clause, column, leftOut: rows.length - kept.length })
    rows = kept
  }
  const expressions = clauses.map(({ expression }) =>
    clauses.length > 1 && expression.includes(' or ') ? `(${expression})` : expression,
  )
  return { expression: expressions.length ? expressions.join(' and ') : null, rows, clauses }
}

/** As a person chose it: an expression that cannot be read leaves nobody out. */
export function chosenInclude(expression: string | undefined, input: ProposalInput): Inclusion {
  const all = allRows(input.rows)
  const rows = expression === undefined ? all : rowsWhere(expression, input, all)
  return { expression: expression ?? null, rows, clauses: [] }
}

/** Both ascending. */
function without(rows: Uint32Array, kept: Uint32Array): Uint32Array {
  const staying = new Set(kept)
  return rows.filter((row) => !staying.has(row))
}

function clauseOf(found: FoundColumn, rows: Uint32Array, count: number): Clause | null {
  const hasGaps = found.present < count
  if (found.column.type === 'boolean')
    return { expression: hasGaps ? `coalesce(${found.id}, true)` : found.id, values: [] }
  if (found.column.type !== 'text' || found.distinct > MOST_VALUES) return null
  const words = [...wordCounts(found.column, rows).keys()].sort()
  return clauseOfWords(found.id, words, hasGaps)
}

/** Says who is in where every value is understood, else who is out: what is not understood stays. */
function clauseOfWords(id: string, words: readonly string[], hasGaps: boolean): Clause | null {
  const out = words.filter((word) => isCustomerValue(word) === false)
  const inside = words.filter((word) => isCustomerValue(word) === true)
  if (out.length === 0) return null
  if (inside.length > 0 && inside.length + out.length === words.length)
    return { expression: isOneOf(id, inside), values: out }
  const negative = `${id} not in ${listOf(out)}`
  return { expression: hasGaps ? `is_missing(${id}) or ${negative}` : negative, values: out }
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
