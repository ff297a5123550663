import { expect, test } from 'vitest'
import { parseFormula } from '../../../src/core/formula/parse.ts'
import { printFormula } from '../../../src/core/formula/print.ts'
import type { Node } from '../../../src/core/formula/tree.ts'
import { formula } from './build.ts'

const canonical = (text: string): string => printFormula(formula(text).root)

/** Every operation in parentheses, so that what binds to what can be read. */
function bound(node: Node): string {
  switch (node.kind) {
    case 'arithmetic':
    case 'logic':
    case 'comparison':
      return `(${bound(node.left)} ${node.operator} ${bound(node.right)})`
    case 'negate':
      return `(-${bound(node.operand)})`
    case 'not':
      return `(not ${bound(node.operand)})`
    case 'in':
      return `(${bound(node.operand)} ${node.negated ? 'not in' : 'in'} …)`
    default:
      return printFormula(node)
  }
}

test.each([
  ['a or b and c', '(a or (b and c))'],
  ['a and b or c', '((a and b) or c)'],
  ['not score >= 70', '(not (score >= 70))'],
  ['not a and b', '((not a) and b)'],
  ['not not a', '(not (not a))'],
  ['not plan in [1]', '(not (plan in …))'],
  ['a + 1 > b * 2', '((a + 1) > (b * 2))'],
  ['a + b * 2', '(a + (b * 2))'],
  ['2 - 3 - 4', '((2 - 3) - 4)'],
  ['8 / 4 / 2', '((8 / 4) / 2)'],
  ['-a % 3', '((-a) % 3)'],
  ['a - -b', '(a - (-b))'],
  ['a-1', '(a - 1)'],
  ['(a + b) * c', '((a + b) * c)'],
  ['a == (not b)', '(a == (not b))'],
  ['a + 1 not in [2] or b', '(((a + 1) not in …) or b)'],
])('%s is read as %s', (text, expected) => {
  expect(bound(formula(text).root)).toBe(expected)
})

test('keywords are read in any case, names and functions as they are written', () => {
  expect(canonical('NOT a AND True oR b Not In [MISSING, FALSE]')).toBe(
    'not a and true or b not in [missing, false]',
  )
  expect(canonical('And_')).toBe('And_')
  expect(parseFormula('ABS(a)')).toMatchObject({
    ok: false,
    problems: [{ code: 'unknown-function', name: 'ABS', suggestion: 'abs', from: 0, to: 3 }],
  })
})

test("a function's name that is not followed by a parenthesis is a column", () => {
  expect(formula('min').root).toEqual({ kind: 'name', name: 'min', from: 0, to: 3 })
  expect(canonical('previous(change) + if * has_flag')).toBe('previous(change) + if * has_flag')
})

test('a text takes either quote, and a backslash before quotes, itself, n, r, t and u with four digits', () => {
  const read = (text: string) => (formula(text).root as { value: unknown }).value
  expect(read(String.raw`'it\'s'`)).toBe("it's")
  expect(read(`"it's"`)).toBe("it's")
  expect(read(String.raw`"\"\\\n\r\té"`)).toBe('"\\\n\r\té')
  expect(read("'Zoë 😀 -- not a comment'")).toBe('Zoë 😀 -- not a comment')
  expect(read("''")).toBe('')
})

test('numbers are written with a point and an exponent', () => {
  const read = (text: string) => (formula(text).root as { value: unknown }).value
  expect(['0', '007', '1.50', '1e3', '1E-2', '2.5e+1', '- 3', '-0'].map(read)).toEqual([
    0, 7, 1.5, 1000, 0.01, 25, -3, 0,
  ])
})

test('white space and line ends are free', () => {
  expect(canonical('\t a\r\n  and\u00a0b\n')).toBe('a and b')
})

test('every node knows its place in the text, parentheses with it', () => {
  const text = 'a and  (b  >= 1.5)'
  expect(formula(text).root).toEqual({
    kind: 'logic',
    operator: 'and',
    left: { kind: 'name', name: 'a', from: 0, to: 1 },
    right: {
      kind: 'comparison',
      operator: '>=',
      left: { kind: 'name', name: 'b', from: 8, to: 9 },
      right: { kind: 'number', value: 1.5, from: 14, to: 17 },
      from: 7,
      to: 18,
    },
    from: 0,
    to: 18,
  })
})

const unexpected = (found: string, expected: string, from: number) => ({
  code: 'unexpected',
  found,
  expected,
  from,
  to: from + found.length,
})

test.each([
  ['', unexpected('', 'value', 0)],
  ['  ', unexpected('', 'value', 2)],
  ['a +', unexpected('', 'value', 3)],
  ['a b', unexpected('b', 'operator', 2)],
  ['30d', unexpected('d', 'operator', 2)],
  ['1.', unexpected('.', 'value or operator', 1)],
  ['.5', unexpected('.', 'value or operator', 0)],
  ['a)', unexpected(')', 'operator', 1)],
  ['(a', unexpected('', ')', 2)],
  ['a = b', unexpected('=', '==', 2)],
  ['a && b', unexpected('&', 'and', 2)],
  ['a || b', unexpected('|', 'or', 2)],
  ['!a', unexpected('!', '!=', 0)],
  ['a <> b', unexpected('>', 'value', 3)],
  ['größe > 1', unexpected('ö', 'value or operator', 2)],
  ['a ; b', unexpected(';', 'value or operator', 2)],
  ['😀', unexpected('😀', 'value or operator', 0)],
  ['a == not b', unexpected('not', 'value', 5)],
  ['a not b', unexpected('b', 'in', 6)],
  ['a in (1)', unexpected('(', '[', 5)],
  ['a in []', unexpected(']', 'literal', 6)],
  ['a in [b]', unexpected('b', 'literal', 6)],
  ['a in [1,]', unexpected(']', 'literal', 8)],
  ['a in [1 2]', unexpected('2', ']', 8)],
  ['min(a, )', unexpected(')', 'value', 7)],
  ['min(a b)', unexpected('b', ')', 6)],
  ['and', unexpected('and', 'value', 0)],
  ['1e999', unexpected('1e999', 'finite number', 0)],
  [String.raw`'C:\dir'`, unexpected('\\d', 'escape', 3)],
  [String.raw`'\u12'`, unexpected('\\u', 'escape', 1)],
  ["a == 'x", { code: 'unterminated-text', from: 5, to: 7 }],
  ["'x\\", { code: 'unterminated-text', from: 0, to: 3 }],
  ['a < b < c', { code: 'chained-comparison', from: 6, to: 7 }],
  ['a == b in [1]', { code: 'chained-comparison', from: 7, to: 9 }],
  ['a in [1] not in [2]', { code: 'chained-comparison', from: 9, to: 12 }],
  ['sqrt(a)', { code: 'unknown-function', name: 'sqrt', suggestion: null, from: 0, to: 4 }],
  ['rond(a)', { code: 'unknown-function', name: 'rond', suggestion: 'round', from: 0, to: 4 }],
  ['abs()', { code: 'argument-count', name: 'abs', expected: '1', found: 0, from: 0, to: 5 }],
  [
    'min(a)',
    { code: 'argument-count', name: 'min', expected: '2 or more', found: 1, from: 0, to: 6 },
  ],
  [
    'round(a, 1, 2)',
    { code: 'argument-count', name: 'round', expected: '1 to 2', found: 3, from: 0, to: 14 },
  ],
  [
    'previous(a, 30)',
    { code: 'argument-count', name: 'previous', expected: '1', found: 2, from: 0, to: 15 },
  ],
  [
    'change(a)',
    { code: 'argument-count', name: 'change', expected: '2', found: 1, from: 0, to: 9 },
  ],
  ['change(a, 0)', { code: 'not-whole-days', found: '0', from: 10, to: 11 }],
  ['change(a, -30)', { code: 'not-whole-days', found: '-30', from: 10, to: 13 }],
  ['change(a, 1.5)', { code: 'not-whole-days', found: '1.5', from: 10, to: 13 }],
  [
    "change(a, '30')",
    {
      code: 'argument-type',
      name: 'change',
      expected: 'whole days',
      found: 'text',
      from: 10,
      to: 14,
    },
  ],
  [
    'change(a, b)',
    {
      code: 'argument-type',
      name: 'change',
      expected: 'whole days',
      found: 'name',
      from: 10,
      to: 11,
    },
  ],
  [
    'median(a + b, 30)',
    {
      code: 'argument-type',
      name: 'median',
      expected: 'name',
      found: 'expression',
      from: 7,
      to: 12,
    },
  ],
  [
    "previous('a')",
    { code: 'argument-type', name: 'previous', expected: 'name', found: 'text', from: 9, to: 12 },
  ],
  [
    'factor(a)',
    { code: 'argument-type', name: 'factor', expected: 'text', found: 'name', from: 7, to: 8 },
  ],
])('%j is refused with its place and what was expected', (text, problem) => {
  expect(parseFormula(text)).toEqual({ ok: false, problems: [problem] })
})
