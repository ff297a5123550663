import { type FormulaProblem, type Result, failure, success } from '../problem.ts'
import { toCall } from './call.ts'
import { FUNCTIONS } from './functions.ts'
import { nearest } from './nearest.ts'
import { type Token, readTokens } from './tokens.ts'
import type { ArithmeticOperator, ComparisonOperator, Formula, Literal, Node } from './tree.ts'

/** In UTF-16 units. */
export const MAX_LENGTH = 4_000
/** Operands, parentheses and arguments inside one another. */
export const MAX_DEPTH = 200
/** Of one tree; a chain such as `a + b + c` is as deep as it is long. */
export const MAX_NODES = 1_000

/** How tightly an operator binds; a level holds its operands to the levels above it. */
const POWER = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, negate: 7 } as const

const POWERS: ReadonlyMap<string, number> = new Map([
  ['or', POWER.or],
  ['and', POWER.and],
  ...['==', '!=', '<', '<=', '>', '>=', 'in', 'not'].map(
    (word) => [word, POWER.comparison] as const,
  ),
  ...['+', '-'].map((sign) => [sign, POWER.sum] as const),
  ...['*', '/', '%'].map((sign) => [sign, POWER.product] as const),
])

/**
 * Reads an expression: one tree, or the first problem with its place. What is `expected` is one of the marks of the language, or
 * 'value', 'operator', 'literal', 'end', 'escape', 'finite number', 'value or operator'. Types are judged by `checkFormula`.
 * An empty text is a problem.
 */
export function parseFormula(text: string): Result<Formula, FormulaProblem> {
  if (text.length > MAX_LENGTH)
    return failure(tooLarge('length', MAX_LENGTH, MAX_LENGTH, text.length))
  const tokens = readTokens(text)
  if (!tokens.ok) return tokens
  const parser = new Parser(tokens.value)
  const root = parser.whole()
  return root ? success({ text, root }) : failure(parser.problem as FormulaProblem)
}

/** Every method answers null after the first problem, which stays in `problem`. */
class Parser {
  problem: FormulaProblem | null = null
  #tokens: readonly Token[]
  #at = 0
  #depth = 0
  #nodes = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Node | null {
    const root = this.#expression(POWER.or)
    if (root && this.#next.kind !== 'end') return this.#unexpected('operator')
    return root
  }

  #expression(power: number): Node | null {
    if (++this.#depth > MAX_DEPTH)
      return this.#fail(tooLarge('depth', MAX_DEPTH, this.#next.from, this.#next.to))
    let left = this.#operand(power)
    while (left && powerOf(this.#next) >= power) left = this.#operation(left)
    this.#depth--
    return left
  }

  #operand(power: number): Node | null {
    const token = this.#next
    if (token.kind === 'name') return this.#name()
    if (token.text === '(' && token.kind === 'symbol') return this.#parenthesised()
    if (token.text === '-' && token.kind === 'symbol' && this.#after.kind !== 'number')
      return this.#prefixed('negate', POWER.negate)
    if (token.text === 'not' && token.kind === 'keyword' && power <= POWER.not)
      return this.#prefixed('not', POWER.not)
    return this.#literal('value')
  }

  #prefixed(kind: 'negate' | 'not', power: number): Node | null {
    const { from } = this.#take()
    const operand = this.#expression(power)
    return operand && this.#node({ kind, operand, from, to: operand.to })
  }

  #parenthesised(): Node | null {
    const { from } = this.#take()
    const inner = this.#expression(POWER.or)
    if (!inner || !this.#expect(')')) return null
    return { ...inner, from, to: this.#taken.to }
  }

  #literal(expected: string): Literal | null {
    const token = this.#take()
    const { from, to } = token
    if (token.kind === 'text') return this.#node({ kind: 'text', value: token.text, from, to })
    if (token.kind === 'number')
      return this.#node({ kind: 'number', value: Number(token.text), from, to })
    if (token.text === 'missing' && token.kind === 'keyword')
      return this.#node({ kind: 'missing', from, to })
    if (token.kind === 'keyword' && (token.text === 'true' || token.text === 'false'))
      return this.#node({ kind: 'boolean', value: token.text === 'true', from, to })
    if (token.text === '-' && token.kind === 'symbol' && this.#next.kind === 'number') {
      const number = this.#take()
      return this.#node({ kind: 'number', value: 0 - Number(number.text), from, to: number.to })
    }
    this.#at--
    return this.#unexpected(expected)
  }

  #name(): Node | null {
    const { text: name, from, to } = this.#take()
    if (!this.#accept('(')) return this.#node({ kind: 'name', name, from, to })
    const known = FUNCTIONS.get(name)
    if (!known) {
      return this.#fail({
        code: 'unknown-function',
        name,
        suggestion: nearest(name, FUNCTIONS.keys()),
        from,
        to,
      })
    }
    const values = this.#list(')', () => this.#expression(POWER.or))
    if (!values) return null
    const call = toCall(known, values, { from, to: this.#taken.to })
    return 'code' in call ? this.#fail(call) : this.#node(call)
  }

  #operation(left: Node): Node | null {
    const token = this.#take()
    if (powerOf(token) === POWER.comparison) return this.#comparison(left, token)
    const right = this.#expression(powerOf(token) + 1)
    if (!right) return null
    const place = { left, right, from: left.from, to: right.to }
    if (token.text === 'and' || token.text === 'or')
      return this.#node({ kind: 'logic', operator: token.text, ...place })
    return this.#node({ kind: 'arithmetic', operator: token.text as ArithmeticOperator, ...place })
  }

  #comparison(left: Node, token: Token): Node | null {
    const compared =
      token.kind === 'keyword' ? this.#membership(left, token) : this.#compared(left, token)
    if (!compared || powerOf(this.#next) !== POWER.comparison) return compared
    return this.#fail({ code: 'chained-comparison', from: this.#next.from, to: this.#next.to })
  }

  #compared(left: Node, token: Token): Node | null {
    const right = this.#expression(POWER.comparison + 1)
    const operator = token.text as ComparisonOperator
    return (
      right &&
      this.#node({ kind: 'comparison', operator, left, right, from: left.from, to: right.to })
    )
  }

  #membership(operand: Node, token: Token): Node | null {
    const negated = token.text === 'not'
    if ((negated && !this.#expect('in')) || !this.#expect('[')) return null
    const items = this.#list(']', () => this.#literal('literal'))
    return (
      items &&
      this.#node({ kind: 'in', negated, operand, items, from: operand.from, to: this.#taken.to })
    )
  }

  /** Values between commas, up to the mark that closes them. Only arguments may be none. */
  #list<Value>(close: ')' | ']', value: () => Value | null): Value[] | null {
    if (close === ')' && this.#accept(close)) return []
    const values: Value[] = []
    do {
      const next = value()
      if (next === null) return null
      values.push(next)
    } while (this.#accept(','))
    return this.#expect(close) ? values : null
  }

  #node<Made extends Node>(node: Made): Made | null {
    if (++this.#nodes <= MAX_NODES) return node
    return this.#fail(tooLarge('count', MAX_NODES, node.from, node.to))
  }

  get #next(): Token {
    return this.#tokens[this.#at] as Token
  }

  get #after(): Token {
    return this.#tokens[this.#at + 1] ?? this.#next
  }

  get #taken(): Token {
    return this.#tokens[this.#at - 1] as Token
  }

  #take(): Token {
    const token = this.#next
    this.#at++
    return token
  }

  #accept(mark: string): boolean {
    const found =
      this.#next.text === mark && (this.#next.kind === 'symbol' || this.#next.kind === 'keyword')
    if (found) this.#at++
    return found
  }

  #expect(mark: string): boolean {
    return this.#accept(mark) || this.#unexpected(mark) !== null
  }

  #unexpected(expected: string): null {
    const { text: found, from, to } = this.#next
    return this.#fail({ code: 'unexpected', found, expected, from, to })
  }

  #fail(problem: FormulaProblem): null {
    this.problem ??= problem
    return null
  }
}

function powerOf(token: Token): number {
  return token.kind === 'symbol' || token.kind === 'keyword' ? (POWERS.get(token.text) ?? 0) : 0
}

function tooLarge(
  what: 'length' | 'depth' | 'count',
  limit: number,
  from: number,
  to: number,
): FormulaProblem {
  return { code: 'formula-too-large', what, limit, from, to }
}
