import { expect, test } from 'vitest'
import { type Phase, type Scope, checkFormula } from '../../../src/core/formula/check.ts'
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

test('a name that nobody knows is a warning, with the name that was probably meant', () => {
  const unknown = (text: string, scope?: Partial<Scope>) => check(text, scope).warnings
  expect(unknown('ar > 1')).toEqual([
    { code: 'unknown-name', name: 'ar', suggestion: null, from: 0, to: 2 },
  ])
  expect(unknown('ARR > 1')).toMatchObject([{ name: 'ARR', suggestion: 'arr' }])
  expect(unknown('change(renewl, 30)')).toMatchObject([
    { name: 'renewl', suggestion: 'renewal', from: 7, to: 13 },
  ])
  expect(unknown('scor', { phase: 'filter' })).toMatchObject([{ suggestion: 'score' }])
  expect(unknown('scor')).toMatchObject([{ suggestion: null }])
  expect(check("nobody == 'x'").errors).toEqual([])
})

test.each<[Phase, readonly string[], readonly string[]]>([
  [
    'source',
    ['arr > 1', 'days_since(renewal)'],
    ['previous(arr)', 'median(arr, 9)', 'score', "has_flag('x')"],
  ],
  [
    'input',
    ['previous(arr)'],
    ['score', 'band', "factor('x')", "has_flag('x')", 'change(score, 1)'],
  ],
  [
    'after-scoring',
    [
      'score',
      'raw',
      'band',
      'coverage',
      'model',
      'overridden',
      "factor('x')",
      "group('x')",
      'change(score, 1)',
    ],
    ["has_flag('x')", 'previous(band)', 'average(raw, 9)'],
  ],
  [
    'filter',
    ['score', "factor('x')", "has_flag('x')", 'previous(score)', 'previous(band)'],
    ['previous(model)', 'average(raw, 9)'],
  ],
])('in %s expressions, some names and functions are at hand', (phase, allowed, refused) => {
  for (const text of allowed) expect(check(text, { phase }).errors).toEqual([])
  for (const text of refused)
    expect(check(text, { phase }).errors).toMatchObject([{ code: 'not-available-here' }])
})

test('factors, groups and flags that nobody knows are warnings where they are given', () => {
  const ids = {
    factors: new Set(['logins']),
    groups: new Set(['usage']),
    flags: new Set(['quiet']),
  }
  const warnings = (text: string) => check(text, { phase: 'filter', ...ids }).warnings
  expect(warnings("factor('logins') + group('usage') > 1 and has_flag('quiet')")).toEqual([])
  expect(warnings("factor('login') > 1")).toEqual([
    { code: 'unknown-name', name: 'login', suggestion: 'logins', from: 0, to: 15 },
  ])
  expect(warnings("group('__proto__') > 1")).toMatchObject([{ name: '__proto__' }])
})
