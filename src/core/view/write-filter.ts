import { printFormula } from '../formula/print.ts'
import type { Literal, Node } from '../formula/tree.ts'
import type { Bound, Condition } from './filter.ts'

/** How tightly a text binds: `or`, then `and`, then everything else. */
const LEVEL = { or: 1, and: 2, alone: 3 } as const
type Level = (typeof LEVEL)[keyof typeof LEVEL]

interface Written {
  readonly text: string
  readonly level: Level
}

/** The expression in which all of the conditions hold; '' for none, which is every account. */
export const filterText = (conditions: readonly Condition[]): string =>
  conditions.length === 0 ? '' : joined(conditions.map(write), 'and').text

/** The expression of one condition. */
export const conditionText = (condition: Condition): string => write(condition).text

function write(condition: Condition): Written {
  switch (condition.kind) {
    case 'range':
      return withMissing(rangeOf(condition), condition)
    case 'values':
      return withMissing(valuesOf(condition), condition)
    case 'missing':
      return alone(`${not(condition)}is_missing(${printFormula(condition.subject)})`)
    case 'contains': {
      const { subject, text } = condition
      return alone(`${not(condition)}contains(${printFormula(subject)}, ${literal(text)})`)
    }
    case 'holds':
      return alone(`${not(condition)}${printFormula(condition.subject)}`)
    case 'group':
      return condition.conditions.length === 0
        ? alone('true')
        : joined(condition.conditions.map(write), condition.operator)
    case 'expression':
      return { text: printFormula(condition.node), level: levelOf(condition.node) }
  }
}

const alone = (text: string): Written => ({ text, level: LEVEL.alone })
const not = ({ negated }: { readonly negated: boolean }): string => (negated ? 'not ' : '')

function levelOf(node: Node): Level {
  return node.kind === 'logic' ? LEVEL[node.operator] : LEVEL.alone
}

function joined(parts: readonly Written[], operator: 'and' | 'or'): Written {
  const [only] = parts
  if (parts.length === 1 && only) return only
  const level = LEVEL[operator]
  const inner = parts.map((part) => (part.level < level ? `(${part.text})` : part.text))
  return { text: inner.join(` ${operator} `), level }
}

function withMissing(
  written: Written,
  { subject, orMissing }: { readonly subject: Node; readonly orMissing: boolean },
): Written {
  if (!orMissing) return written
  return joined([written, alone(`is_missing(${printFormula(subject)})`)], 'or')
}

function rangeOf({ subject, least, most }: Extract<Condition, { kind: 'range' }>): Written {
  const name = printFormula(subject)
  const ends = [
    ...(least ? [alone(`${name} ${least.inclusive ? '>=' : '>'} ${boundText(least)}`)] : []),
    ...(most ? [alone(`${name} ${most.inclusive ? '<=' : '<'} ${boundText(most)}`)] : []),
  ]
  return ends.length === 0 ? alone(`not is_missing(${name})`) : joined(ends, 'and')
}

function valuesOf({ subject, values, negated }: Extract<Condition, { kind: 'values' }>): Written {
  const name = printFormula(subject)
  const [only] = values
  if (values.length === 1 && only)
    return alone(`${name} ${negated ? '!=' : '=='} ${printFormula(only)}`)
  return alone(`${name} ${negated ? 'not in' : 'in'} [${values.map(printFormula).join(', ')}]`)
}

const boundText = ({ value }: Bound): string =>
  typeof value === 'number' ? printFormula(toLiteral(value)) : literal(value)

const literal = (text: string): string => printFormula(toLiteral(text))

export function toLiteral(value: number | string | boolean): Literal {
  const place = { from: 0, to: 0 }
  if (typeof value === 'number') return { kind: 'number', value, ...place }
  if (typeof value === 'boolean') return { kind: 'boolean', value, ...place }
  return { kind: 'text', value, ...place }
}
