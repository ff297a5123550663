import { expect, test } from 'vitest'
import { restoreConfiguration } from '../../../../src/core/model/read/restore.ts'
import type { ColumnType } from '../../../../src/core/table/column.ts'
import { configurationOf, factorOf, groupOf, modelOf, toText } from '../build.ts'

/** Places and codes, with the severity; `columns` are the stored ones. */
function findingsOf(parts: object, columns?: Readonly<Record<string, ColumnType>>) {
  const known = columns && { columns: new Map(Object.entries(columns)) }
  const result = restoreConfiguration(toText(configurationOf({ ...parts })), known)
  const problems = result.ok ? result.value.warnings : result.problems
  return problems.map((problem) => {
    const code = problem.code === 'bad-formula' ? problem.problem.code : problem.code
    return `${problem.severity} ${problem.place} ${code}`
  })
}

const withInput = (input: string, scale?: object) => ({
  models: [
    modelOf({ groups: [groupOf({ factors: [factorOf({ input, ...(scale ? { scale } : {}) })] })] }),
  ],
})
const input = 'models[0].groups[0].factors[0].input'
const flag = (when: string) => ({ flags: [{ id: 'f', kind: 'risk', when }] })
const exception = (when: string) => ({
  models: [modelOf({ exceptions: [{ id: 'e', when, then: { cap: 1 }, reason: '' }] })],
})

test('an expression that cannot be read is an error at its place, with the offsets in it', () => {
  const result = restoreConfiguration(toText(configurationOf(withInput('logins >'))))
  expect(result).toEqual({
    ok: false,
    problems: [
      {
        place: input,
        severity: 'error',
        code: 'bad-formula',
        formula: 'logins >',
        problem: { code: 'unexpected', found: '', expected: 'value', from: 8, to: 8 },
      },
    ],
  })
})

test.each<[string, object, string[]]>([
  ['an unknown function', withInput('sqrt(a)'), [`error ${input} unknown-function`]],
  ['too few arguments', withInput('change(a)'), [`error ${input} argument-count`]],
  [
    'a condition that is a number',
    { account: { key: 'k', include: 'arr + 1' } },
    ['error account.include result-type'],
  ],
  [
    'an input of a numeric scale that is a condition',
    withInput('a > 1'),
    [`error ${input} result-type`],
  ],
  ['a flag that is a text', flag("'x'"), ['error flags[0].when result-type']],
  [
    'literals that do not compare',
    withInput("if(1 == 'x', 1, 0)"),
    [`error ${input} different-types`],
  ],
  [
    'a score before scoring',
    exception('score < 40'),
    ['error models[0].exceptions[0].when not-available-here'],
  ],
  [
    'a comparison with missing',
    exception('a == missing'),
    ['warning models[0].exceptions[0].when compares-with-missing'],
  ],
  [
    'a factor that is not there',
    flag("factor('nps') < 40"),
    ['warning flags[0].when unknown-name'],
  ],
  [
    'a broken filter',
    { views: [{ id: 'v', filter: 'band ==' }] },
    ['error views[0].filter unexpected'],
  ],
  [
    'a broken derived column',
    { derived: [{ id: 'd', expression: '' }] },
    ['error derived[0].expression unexpected'],
  ],
  [
    'a broken where',
    {
      sources: [
        {
          id: 's',
          grain: 'event',
          key: 'k',
          date: 'd',
          columns: [{ id: 'n', aggregate: 'count', where: '(' }],
        },
      ],
    },
    ['error sources[0].columns[0].where unexpected'],
  ],
])('%s is told', (_, parts, expected) => {
  expect(findingsOf(parts).filter((line) => !line.endsWith('not-used-yet'))).toEqual(expected)
})

test('flags and filters may use what scoring gives', () => {
  const parts = {
    ...flag(
      "change(score, 30) < -5 and factor('logins') < 40 and group('usage') > 1 and band == 'red'",
    ),
    views: [{ id: 'v', filter: "has_flag('f') and not overridden" }],
  }
  expect(findingsOf(parts)).toEqual([])
})

test('categories take text, other scales do not', () => {
  const categories = { type: 'categories', map: { Pro: 1 }, otherwise: null }
  const types = { plan: 'text' }
  expect(findingsOf({ types, ...withInput('plan', categories) })).toEqual([])
  expect(findingsOf({ types, ...withInput('plan') })).toEqual([`error ${input} result-type`])
})

test('columns that nobody has seen are said only where there is data to look them up in', () => {
  expect(findingsOf(withInput('logins_30d'))).toEqual([])
  expect(findingsOf(withInput('logins_30d'), { logins: 'number' })).toEqual([
    `warning ${input} unknown-name`,
  ])
})

test('a type that the configuration says contradicts as an error, a stored one as a warning', () => {
  const parts = withInput('plan + 1')
  expect(findingsOf({ ...parts, types: { plan: 'text' } })).toEqual([`error ${input} operand-type`])
  expect(findingsOf(parts, { plan: 'text' })).toEqual([`warning ${input} operand-type`])
})

test('a derived column has the type of its expression, wherever it is listed', () => {
  const derived = [
    { id: 'twice', expression: "if(level == 'high', 1, 0) * 2" },
    { id: 'level', expression: "if(a > 1, 'high', 'low')" },
  ]
  expect(findingsOf({ derived, ...withInput('twice') })).toEqual([])
  expect(findingsOf({ derived, ...withInput('level') })).toEqual([`error ${input} result-type`])
})

test('a derived column that reaches itself, through history too, is an error that names the path', () => {
  const derived = [
    { id: 'a', expression: 'b + 1' },
    { id: 'b', expression: 'previous(a)' },
  ]
  expect(restoreConfiguration(toText(configurationOf({ derived })))).toEqual({
    ok: false,
    problems: [
      { place: 'derived[0].expression', severity: 'error', code: 'cycle', path: ['a', 'b', 'a'] },
    ],
  })
})

test('roles and cohorts of columns that are not stored, or of another type, are warnings', () => {
  const account = {
    key: 'k',
    name: 'nmae',
    value: 'plan',
    renewal: 'plan',
    segments: ['plan', 'region'],
  }
  const scale = { type: 'percentile', better: 'higher', top: 0, within: 'segment' }
  const parts = { account, ...withInput('logins', scale) }
  expect(findingsOf(parts, { plan: 'text', logins: 'number', name: 'text' })).toEqual([
    'warning account.name unknown-name',
    'warning account.value wrong-value',
    'warning account.renewal wrong-value',
    'warning account.segments[1] unknown-name',
    'warning models[0].groups[0].factors[0].scale.within unknown-name',
  ])
})
