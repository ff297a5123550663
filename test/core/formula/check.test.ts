import { expect, test } from 'vitest'
import { type Scope, checkFormula } from '../../../src/core/formula/check.ts'
import type { ColumnType } from '../../../src/core/table/column.ts'
import { formula } from './build.ts'

const columns = new Map<string, ColumnType | null>([
  ['arr', 'number'],
  ['plan', 'text'],
  ['renewal', 'date'],
  ['active', 'boolean'],
  ['notes', null],
])

const check = (text: string, parts: Partial<Scope> = {}) =>
  checkFormula(formula(text), { phase: 'input', columns, ...parts })

test.each<[string, ColumnType | null]>([
  ['arr', 'number'],
  ['notes', null],
  ['missing', null],
  ['arr + 1', 'number'],
  ['-notes', 'number'],
  ['arr > 1', 'boolean'],
  ["plan in ['Pro']", 'boolean'],
  ['not active', 'boolean'],
  ["if(active, 'a', plan)", 'text'],
  ['if(active, missing, renewal)', 'date'],
  ['coalesce(notes, arr)', 'number'],
  ['coalesce(notes, notes)', null],
  ['min(renewal, renewal)', 'date'],
  ['max(notes, 1)', 'number'],
  ['round(arr, 1)', 'number'],
  ["contains(plan, 'x')", 'boolean'],
  ['days_until(renewal)', 'number'],
  ['is_missing(plan)', 'boolean'],
  ['previous(plan)', 'text'],
  ['previous(notes)', null],
  ['change(arr, 30)', 'number'],
  ["renewal < '2026-01-31'", 'boolean'],
  ['renewal == plan', 'boolean'],
])('%s has the type %s', (text, type) => {
  expect(check(text)).toEqual({ type, errors: [], warnings: [] })
})

test.each<[string, object]>([
  [
    'plan + 1',
    { code: 'operand-type', operator: '+', expected: 'number', found: 'text', from: 0, to: 4 },
  ],
  [
    '-active',
    { code: 'operand-type', operator: '-', expected: 'number', found: 'boolean', from: 1, to: 7 },
  ],
  [
    'arr and active',
    { code: 'operand-type', operator: 'and', expected: 'boolean', found: 'number', from: 0, to: 3 },
  ],
  [
    'not plan',
    { code: 'operand-type', operator: 'not', expected: 'boolean', found: 'text', from: 4, to: 8 },
  ],
  [
    'active < true',
    {
      code: 'operand-type',
      operator: '<',
      expected: 'number, text or date',
      found: 'boolean',
      from: 0,
      to: 6,
    },
  ],
  [
    "arr == '5'",
    { code: 'different-types', operator: '==', left: 'number', right: 'text', from: 0, to: 10 },
  ],
  [
    '1 < plan',
    { code: 'different-types', operator: '<', left: 'number', right: 'text', from: 0, to: 8 },
  ],
  [
    'plan in [1]',
    { code: 'different-types', operator: 'in', left: 'text', right: 'number', from: 9, to: 10 },
  ],
  [
    'active not in [1]',
    {
      code: 'different-types',
      operator: 'not in',
      left: 'boolean',
      right: 'number',
      from: 15,
      to: 16,
    },
  ],
  ["renewal < 'soon'", { code: 'not-a-date', text: 'soon', from: 10, to: 16 }],
  ["'2026-02-30' == renewal", { code: 'not-a-date', text: '2026-02-30', from: 0, to: 12 }],
  ["renewal in ['x']", { code: 'not-a-date', text: 'x', from: 12, to: 15 }],
  [
    "abs('x')",
    { code: 'argument-type', name: 'abs', expected: 'number', found: 'text', from: 4, to: 7 },
  ],
  [
    'min(plan, 1)',
    {
      code: 'argument-type',
      name: 'min',
      expected: 'number or date',
      found: 'text',
      from: 4,
      to: 8,
    },
  ],
  [
    'max(arr, renewal)',
    { code: 'different-types', operator: 'max', left: 'number', right: 'date', from: 9, to: 16 },
  ],
  [
    'if(1, 2, 3)',
    { code: 'argument-type', name: 'if', expected: 'boolean', found: 'number', from: 3, to: 4 },
  ],
  [
    "if(active, 1, 'x')",
    { code: 'different-types', operator: 'if', left: 'number', right: 'text', from: 14, to: 17 },
  ],
  [
    'coalesce(plan, 0)',
    {
      code: 'different-types',
      operator: 'coalesce',
      left: 'text',
      right: 'number',
      from: 15,
      to: 16,
    },
  ],
  [
    "contains(arr, '1')",
    { code: 'argument-type', name: 'contains', expected: 'text', found: 'number', from: 9, to: 12 },
  ],
  [
    "days_since('2026-01-01')",
    {
      code: 'argument-type',
      name: 'days_since',
      expected: 'date',
      found: 'text',
      from: 11,
      to: 23,
    },
  ],
  [
    'change(plan, 30)',
    { code: 'argument-type', name: 'change', expected: 'number', found: 'text', from: 7, to: 11 },
  ],
  ['score > 1', { code: 'not-available-here', name: 'score', from: 0, to: 5 }],
  ['previous(score) > 1', { code: 'not-available-here', name: 'score', from: 9, to: 14 }],
  ["factor('x') > 1", { code: 'not-available-here', name: 'factor', from: 0, to: 11 }],
])('%s is an error, with its place', (text, problem) => {
  expect(check(text)).toMatchObject({ errors: [problem], warnings: [] })
})

test('several errors are told in the order of the text', () => {
  expect(check("contains(1, 'a' + 1)").errors.map(({ from }) => from)).toEqual([9, 12, 12])
  expect(
    check("plan + 1 > 0 and abs('x') > active").errors.map(({ code, from }) => [code, from]),
  ).toEqual([
    ['operand-type', 0],
    ['argument-type', 21],
    ['operand-type', 28],
  ])
})

test('comparing with missing is a warning: it is never true', () => {
  expect(check('plan == missing')).toEqual({
    type: 'boolean',
    errors: [],
    warnings: [{ code: 'compares-with-missing', from: 0, to: 15 }],
  })
  expect(check("plan in ['x', missing]").warnings).toEqual([
    { code: 'compares-with-missing', from: 14, to: 21 },
  ])
})

test('a condition must be one, and a number a number, once that is known', () => {
  const wanted = 'boolean'
  expect(check('arr', { wanted }).errors).toEqual([
    { code: 'result-type', expected: 'boolean', found: 'number', from: 0, to: 3 },
  ])
  expect(check('active', { wanted }).errors).toEqual([])
  expect(check('notes', { wanted }).errors).toEqual([])
})
