import type { ColumnType } from '../core/table/column.ts'

/** "Who is a customer" as the review asks it: one column that has one value. */
export interface IncludeRule {
  readonly column: string
  readonly value: string
}

/** The expression of a rule. Text is quoted so that any value can be compared with. */
export function toIncludeExpression({ column, value }: IncludeRule, type: ColumnType): string {
  if (type === 'number' || type === 'boolean') return `${column} == ${value}`
  return `${column} == '${value.replace(/[\\']/g, (character) => `\\${character}`)}'`
}

const RULE =
  /^\s*([a-z_][a-z0-9_]*)\s*==\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(true|false|-?[0-9.]+))\s*$/s

/** Null where the expression says more than a rule can. */
export function fromIncludeExpression(expression: string): IncludeRule | null {
  const [, column, single, double, bare] = RULE.exec(expression) ?? []
  const quoted = single ?? double
  if (column === undefined) return null
  if (quoted !== undefined) return { column, value: quoted.replace(/\\(.)/gs, '$1') }
  return bare === undefined ? null : { column, value: bare }
}
