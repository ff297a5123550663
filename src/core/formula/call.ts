import type { FormulaProblem } from '../problem.ts'
import type { KnownFunction, TimeFunction } from './functions.ts'
import type { Node } from './tree.ts'

interface Place {
  readonly from: number
  readonly to: number
}

/** The node of a function with its arguments as they were read, or what is wrong with their number or with a literal that is wanted. */
export function toCall(
  known: KnownFunction,
  values: readonly Node[],
  place: Place,
): Node | FormulaProblem {
  const { name, least, most } = known
  const [first, second] = values
  if (!first || values.length < least || values.length > most) {
    return {
      code: 'argument-count',
      name,
      expected: countOf(least, most),
      found: values.length,
      ...place,
    }
  }
  if (known.kind === 'call') return { kind: 'call', name: known.name, arguments: values, ...place }
  if (known.kind === 'over-time') return toOverTime(known.name, first, second, place)
  if (first.kind !== 'text') return wrongArgument(name, 'text', first)
  return { kind: 'after-scoring', name: known.name, id: first.value, ...place }
}

function toOverTime(
  name: TimeFunction,
  column: Node,
  days: Node | undefined,
  place: Place,
): Node | FormulaProblem {
  if (column.kind !== 'name') return wrongArgument(name, 'name', column)
  if (name === 'previous') return { kind: 'over-time', name, column, days: null, ...place }
  if (days?.kind !== 'number') return wrongArgument(name, 'whole days', days ?? column)
  if (!Number.isInteger(days.value) || days.value < 1) {
    return { code: 'not-whole-days', found: String(days.value), from: days.from, to: days.to }
  }
  return { kind: 'over-time', name, column, days: days.value, ...place }
}

function wrongArgument(name: string, expected: string, found: Node): FormulaProblem {
  return {
    code: 'argument-type',
    name,
    expected,
    found: kindOf(found),
    from: found.from,
    to: found.to,
  }
}

/** 'name', a type of literal, 'missing', or 'expression'. */
function kindOf(node: Node): string {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'missing':
    case 'name':
      return node.kind
    case 'negate':
    case 'not':
    case 'arithmetic':
    case 'comparison':
    case 'logic':
    case 'in':
    case 'call':
    case 'over-time':
    case 'after-scoring':
      return 'expression'
  }
}

/** '1', '2 to 3', '2 or more'. */
function countOf(least: number, most: number): string {
  if (most === least) return String(least)
  return most === Infinity ? `${least} or more` : `${least} to ${most}`
}
