import type { ColumnType } from '../table/column.ts'
import { type Checking, typeOf } from './check.ts'
import type { CallNode, Node } from './tree.ts'

/** An argument with the type it has, null where that is not known. */
interface Argument {
  readonly node: Node
  readonly type: ColumnType | null
}

export function checkCall(call: CallNode, checking: Checking): ColumnType | null {
  const all = call.arguments.map((node) => ({ node, type: typeOf(node, checking) }))
  const want = (wanted: readonly Argument[], ...types: ColumnType[]) =>
    wantArguments(call, wanted, types, checking)
  switch (call.name) {
    case 'abs':
    case 'round':
      want(all, 'number')
      return 'number'
    case 'min':
    case 'max':
      return want(all, 'number', 'date') ? commonType(call, all, checking) : null
    case 'coalesce':
      return commonType(call, all, checking)
    case 'if':
      want(all.slice(0, 1), 'boolean')
      return commonType(call, all.slice(1), checking)
    case 'is_missing':
      return 'boolean'
    case 'contains':
      want(all, 'text')
      return 'boolean'
    case 'days_since':
    case 'days_until':
      want(all, 'date')
      return 'number'
  }
}

function wantArguments(
  { name }: CallNode,
  wanted: readonly Argument[],
  types: readonly ColumnType[],
  checking: Checking,
): boolean {
  const expected = types.join(' or ')
  const wrong = wanted.filter(({ type }) => type !== null && !types.includes(type))
  for (const { node, type } of wrong) {
    const { from, to } = node
    checking.errors.push({ code: 'argument-type', name, expected, found: String(type), from, to })
  }
  return wrong.length === 0
}

/** What is missing may stand for any type; all else must be of one. */
function commonType(
  call: CallNode,
  all: readonly Argument[],
  checking: Checking,
): ColumnType | null {
  const left = all.find(({ type }) => type !== null)?.type ?? null
  const other = all.find(({ type }) => type !== null && type !== left)
  if (left === null || !other?.type) return left
  const { from, to } = other.node
  checking.errors.push({
    code: 'different-types',
    operator: call.name,
    left,
    right: other.type,
    from,
    to,
  })
  return null
}
