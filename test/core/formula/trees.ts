import fc from 'fast-check'
import type { Literal, Node } from '../../../src/core/formula/tree.ts'

// Trees as the parser makes them, without places; `read` puts those in.

const at = { from: 0, to: 0 }
const name = fc
  .constantFrom('a', 'b', 'd', 'e', 't', 'u', 'f', 'g', 'absent', 'twice', 'score', 'band', 'if')
  .map((text) => ({ kind: 'name' as const, name: text, ...at }))

const number = fc
  .oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(0.1, -0.3, 1e21, 1e-7, 1e308),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  .map((value) => ({ kind: 'number' as const, value: value + 0, ...at }))
const text = fc
  .oneof(
    fc.constantFrom('', 'Pro', 'PRO', 'ï', '2026-01-15', "it's", '\\n'),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  )
  .map((value) => ({ kind: 'text' as const, value, ...at }))
const boolean = fc.boolean().map((value) => ({ kind: 'boolean' as const, value, ...at }))
const missing = fc.constant({ kind: 'missing' as const, ...at })
const literal: fc.Arbitrary<Literal> = fc.oneof(number, text, boolean, missing)

const days = fc.integer({ min: 1, max: 90 })

export const trees: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => {
  const node = tie('node')
  const call = (functionName: string, ...values: fc.Arbitrary<Node>[]) =>
    fc
      .tuple(...values)
      .map((all) => ({ kind: 'call', name: functionName, arguments: all, ...at }) as Node)
  return {
    node: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'tree' },
      name,
      literal,
      name,
      fc
        .record({ kind: fc.constantFrom('negate', 'not'), operand: node })
        .map((made) => ({ ...made, ...at }) as Node),
      fc
        .record({ operator: fc.constantFrom('+', '-', '*', '/', '%'), left: node, right: node })
        .map((made) => ({ kind: 'arithmetic', ...made, ...at }) as Node),
      fc
        .record({
          operator: fc.constantFrom('==', '!=', '<', '<=', '>', '>='),
          left: node,
          right: node,
        })
        .map((made) => ({ kind: 'comparison', ...made, ...at }) as Node),
      fc
        .record({ operator: fc.constantFrom('and', 'or'), left: node, right: node })
        .map((made) => ({ kind: 'logic', ...made, ...at }) as Node),
      fc
        .record({
          negated: fc.boolean(),
          operand: node,
          items: fc.array(literal, { minLength: 1, maxLength: 4 }),
        })
        .map((made) => ({ kind: 'in', ...made, ...at }) as Node),
      call('abs', node),
      call('min', node, node),
      call('max', node, node, node),
      call('round', node),
      call('round', node, node),
      call('coalesce', node, node),
      call('if', node, node, node),
      call('is_missing', node),
      call('contains', node, node),
      call('days_since', node),
      call('days_until', node),
      fc
        .tuple(fc.constantFrom('change', 'pct_change', 'average', 'median'), name, days)
        .map(
          ([time, column, n]) =>
            ({ kind: 'over-time', name: time, column, days: n, ...at }) as Node,
        ),
      name.map(
        (column) => ({ kind: 'over-time', name: 'previous', column, days: null, ...at }) as Node,
      ),
      fc
        .tuple(fc.constantFrom('factor', 'group', 'has_flag'), fc.constantFrom('x', 'y'))
        .map(([after, id]) => ({ kind: 'after-scoring', name: after, id, ...at }) as Node),
    ),
  }
}).node

const named = (...ids: readonly string[]) =>
  fc.constantFrom(...ids).map((id) => ({ kind: 'name' as const, name: id, ...at }))

const pairOf = (operand: fc.Arbitrary<Node>) =>
  fc
    .record({
      operator: fc.constantFrom('==', '!=', '<', '<=', '>', '>='),
      left: operand,
      right: operand,
    })
    .map((made) => ({ kind: 'comparison', ...made, ...at }) as Node)

const textOperand = fc.oneof(named('t', 'u'), text)

/** Operands that go together, which chance alone seldom brings. */
export const pairs: fc.Arbitrary<Node> = fc.oneof(
  pairOf(textOperand),
  pairOf(fc.oneof(named('a', 'b'), number)),
  pairOf(fc.oneof(named('d', 'e', 't'), text)),
  pairOf(fc.oneof(named('f', 'g'), boolean)),
  fc
    .tuple(textOperand, textOperand)
    .map((all) => ({ kind: 'call', name: 'contains', arguments: all, ...at }) as Node),
  fc
    .record({
      negated: fc.boolean(),
      operand: textOperand,
      items: fc.array(text, { minLength: 1, maxLength: 4 }),
    })
    .map((made) => ({ kind: 'in', ...made, ...at }) as Node),
)

/** A tree without its places. */
export function shapeOf(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      key === 'from' || key === 'to' ? undefined : part,
    ),
  )
}
