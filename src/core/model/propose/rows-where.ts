import { createEvaluator } from '../../formula/evaluate.ts'
import { parseFormula } from '../../formula/parse.ts'
import { allRows } from '../../table/all-rows.ts'
import { TRUE } from '../../table/column.ts'
import type { ProposalInput } from './proposal.ts'

/** Those of `rows` for which the expression is true. One that cannot be read is true of all. */
export function rowsWhere(
  expression: string,
  input: ProposalInput,
  rows: Uint32Array,
): Uint32Array {
  const formula = parseFormula(expression)
  if (!formula.ok) return rows
  const columns = new Map(input.columns.map(({ id, column }) => [id, column]))
  const accounts = allRows(input.rows)
  const history = [{ day: input.day, accounts, columns }]
  const holds = createEvaluator({ history, derived: new Map() }).evaluate(formula.value, 0)
  return rows.filter((row) => holds.type === 'boolean' && holds.values[row] === TRUE)
}
