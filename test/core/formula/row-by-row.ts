import { parseIsoDay } from '../../../src/core/table/day.ts'
import type { CallNode, Node } from '../../../src/core/formula/tree.ts'

// A second reading of the rules, one account at a time and without an eye for speed.

/** A day is kept apart from a number. */
export type Cell = number | string | boolean | Day | null
export class Day {
  readonly days: number
  constructor(days: number) {
    this.days = days
  }
}

/** What an expression without a past comes to for one account; `types` say what a column holds where this account has nothing. */
export function evaluateRow(
  node: Node,
  row: ReadonlyMap<string, Cell>,
  types: ReadonlyMap<string, string>,
  today: number,
): Cell {
  const of = (part: Node): Cell => evaluateRow(part, row, types, today)
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return node.value
    case 'missing':
      return null
    case 'name':
      return row.get(node.name) ?? null
    case 'negate':
      return number(of(node.operand), (x) => -x)
    case 'not': {
      const x = of(node.operand)
      return typeof x === 'boolean' ? !x : null
    }
    case 'arithmetic': {
      const [x, y] = [of(node.left), of(node.right)]
      if (typeof x !== 'number' || typeof y !== 'number') return null
      if (node.operator === '+') return finite(x + y)
      if (node.operator === '-') return finite(x - y)
      if (node.operator === '*') return finite(x * y)
      if (y === 0) return null
      return node.operator === '/' ? finite(x / y) : finite(x % y)
    }
    case 'logic': {
      const sides = [of(node.left), of(node.right)]
      const decides = node.operator === 'or'
      if (sides.includes(decides)) return decides
      return sides.every((side) => side === !decides) ? !decides : null
    }
    case 'comparison':
      return compare(node.operator, of(node.left), of(node.right))
    case 'in': {
      const x = of(node.operand)
      const answers = node.items.map((item) => compare('==', x, of(item)))
      const found = answers.includes(true) ? true : answers.includes(null) ? null : false
      return found === null ? null : found !== node.negated
    }
    case 'call':
      return call(
        node,
        node.arguments.map(of),
        node.arguments.map((part) => typeOf(part, types)),
        today,
      )
    case 'over-time':
    case 'after-scoring':
      return null
  }
}

function call(
  { name }: CallNode,
  all: readonly Cell[],
  types: readonly (string | null)[],
  today: number,
): Cell {
  const [first = null, second = null, third = null] = all
  const isMixed = (some: readonly (string | null)[]) =>
    new Set(some.filter((type) => type !== null)).size > 1
  switch (name) {
    case 'abs':
      return number(first, Math.abs)
    case 'round': {
      const digits = all.length > 1 ? second : 0
      if (typeof first !== 'number' || typeof digits !== 'number') return null
      const unit = Math.pow(10, digits)
      return finite((Math.sign(first) * Math.floor(Math.abs(first) * unit + 0.5)) / unit)
    }
    case 'min':
    case 'max': {
      if (isMixed(types)) return null
      const sign = name === 'min' ? 1 : -1
      const sizes = all.map((x) => (x instanceof Day ? x.days : x))
      if (!sizes.every((x) => typeof x === 'number')) return null
      const best = sizes.reduce((a, b) => ((a - b) * sign <= 0 ? a : b))
      return first instanceof Day ? new Day(best) : best
    }
    case 'coalesce':
      return isMixed(types) ? null : (all.find((x) => x !== null) ?? null)
    case 'if':
      if (isMixed(types.slice(1))) return null
      return first === true ? second : third
    case 'is_missing':
      return first === null
    case 'contains':
      return typeof first === 'string' && typeof second === 'string'
        ? low(first).includes(low(second))
        : null
    case 'days_since':
      return first instanceof Day ? today - first.days : null
    case 'days_until':
      return first instanceof Day ? first.days - today : null
  }
}

function compare(operator: string, x: Cell, y: Cell): boolean | null {
  const order = orderOf(x, y)
  if (order === null || (typeof x === 'boolean' && !'== !='.includes(operator))) return null
  return (
    (order === 0 && ['==', '<=', '>='].includes(operator)) ||
    (order < 0 && ['<', '<=', '!='].includes(operator)) ||
    (order > 0 && ['>', '>=', '!='].includes(operator))
  )
}

function orderOf(x: Cell, y: Cell): number | null {
  if (x === null || y === null) return null
  if (x instanceof Day || y instanceof Day) {
    const [a, b] = [dayOf(x), dayOf(y)]
    return a === null || b === null ? null : a - b
  }
  if (typeof x === 'string' && typeof y === 'string')
    return Buffer.compare(Buffer.from(low(x)), Buffer.from(low(y)))
  if (typeof x !== typeof y) return null
  return x === y ? 0 : x < y ? -1 : 1
}

function dayOf(x: Cell): number | null {
  if (x instanceof Day) return x.days
  return typeof x === 'string' ? parseIsoDay(x) : null
}

const low = (text: string): string => text.toLowerCase().normalize('NFC')
const finite = (x: number): number | null => (Number.isFinite(x) ? x : null)
const number = (x: Cell, of: (x: number) => number): Cell => (typeof x === 'number' ? of(x) : null)

/** The type of a column or of an operation, whatever this one account has; null: none. */
function typeOf(node: Node, types: ReadonlyMap<string, string>): string | null {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return node.kind
    case 'name':
      return types.get(node.name) ?? null
    case 'negate':
    case 'arithmetic':
      return 'number'
    case 'not':
    case 'logic':
    case 'comparison':
    case 'in':
      return 'boolean'
    case 'call':
      return typeOfCall(node, types)
    case 'missing':
    case 'over-time':
    case 'after-scoring':
      return null
  }
}

function typeOfCall(
  { name, arguments: parts }: CallNode,
  types: ReadonlyMap<string, string>,
): string | null {
  const known = new Set(parts.slice(name === 'if' ? 1 : 0).map((part) => typeOf(part, types)))
  known.delete(null)
  const [common = null] = known.size === 1 ? known : []
  switch (name) {
    case 'if':
    case 'coalesce':
      return common
    case 'min':
    case 'max':
      return common === 'number' || common === 'date' ? common : null
    case 'is_missing':
    case 'contains':
      return 'boolean'
    case 'abs':
    case 'round':
    case 'days_since':
    case 'days_until':
      return 'number'
  }
}
