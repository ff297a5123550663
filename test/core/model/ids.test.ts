import { describe, expect, test } from 'vitest'
import { restoreConfiguration } from '../../../src/core/model/read/restore.ts'
import {
  configurationOf,
  errorAt,
  factorOf,
  groupOf,
  modelOf,
  problemsOf,
  toText,
} from './build.ts'

describe('an id is taken once', () => {
  const duplicate = (place: string, id: string, first: string) =>
    errorAt(place, { code: 'duplicate-id', id, first })
  const one = groupOf({ id: 'one' })
  const exception = { id: 'e', when: 'a > 1', then: { cap: 1 }, reason: '' }
  const flag = { id: 'f', kind: 'risk', when: 'score > 1' }
  const sum = (id: string) => ({ id, expression: 'a + b' })

  test.each<[string, object, string, string, string]>([
    ['models', { models: [modelOf(), modelOf()] }, 'models[1].id', 'main', 'models[0].id'],
    [
      'groups',
      { models: [modelOf({ groups: [one, one] })] },
      'models[0].groups[1].id',
      'one',
      'models[0].groups[0].id',
    ],
    [
      'factors of a group',
      { models: [modelOf({ groups: [groupOf({ factors: [factorOf(), factorOf()] })] })] },
      'models[0].groups[0].factors[1].id',
      'logins',
      'models[0].groups[0].factors[0].id',
    ],
    [
      'factors of two groups of a model',
      { models: [modelOf({ groups: [one, groupOf({ id: 'two' })] })] },
      'models[0].groups[1].factors[0].id',
      'logins',
      'models[0].groups[0].factors[0].id',
    ],
    [
      'exceptions',
      { models: [modelOf({ exceptions: [exception, exception] })] },
      'models[0].exceptions[1].id',
      'e',
      'models[0].exceptions[0].id',
    ],
    [
      'bands',
      {
        bands: [
          { id: 'a', from: 0 },
          { id: 'a', from: 5 },
        ],
      },
      'bands[1].id',
      'a',
      'bands[0].id',
    ],
    ['flags', { flags: [flag, flag] }, 'flags[1].id', 'f', 'flags[0].id'],
    ['views', { views: [{ id: 'v' }, { id: 'v' }] }, 'views[1].id', 'v', 'views[0].id'],
    ['derived columns', { derived: [sum('s'), sum('s')] }, 'derived[1].id', 's', 'derived[0].id'],
    [
      'a derived column and the key',
      { derived: [sum('account_id')] },
      'derived[0].id',
      'account_id',
      'account.key',
    ],
    [
      'a derived column and one of a source',
      {
        sources: [{ id: 's', grain: 'account', key: 'k', columns: [{ id: 'c', from: 'C' }] }],
        derived: [sum('c')],
      },
      'derived[0].id',
      'c',
      'sources[0].columns[0].id',
    ],
    [
      'columns of two sources',
      {
        sources: ['s', 't'].map((id) => ({
          id,
          grain: 'account',
          key: 'k',
          columns: [{ id: 'c', from: 'C' }],
        })),
      },
      'sources[1].columns[0].id',
      'c',
      'sources[0].columns[0].id',
    ],
  ])('%s', (...[, parts, place, id, first]) => {
    expect(problemsOf(toText(configurationOf({ ...parts })))).toEqual([duplicate(place, id, first)])
  })

  test('two models may have the same factor: it is one column of the export', () => {
    expect(
      problemsOf(toText(configurationOf({ models: [modelOf(), modelOf({ id: 'two' })] }))),
    ).toEqual([])
  })

  test('every source may list the key', () => {
    const columns = [{ id: 'account_id', from: 'Account ID', type: 'text' }]
    const sources = ['s', 't'].map((id) => ({ id, grain: 'account', key: 'Account ID', columns }))
    expect(problemsOf(toText(configurationOf({ sources })))).toEqual([])
  })

  test('a derived column cannot take the id of a stored one', () => {
    const text = toText(configurationOf({ derived: [sum('arr')] }))
    const columns = new Map([
      ['arr', 'number' as const],
      ['a', 'number' as const],
      ['b', 'number' as const],
      ['logins', 'number' as const],
    ])
    expect(restoreConfiguration(text, { columns })).toEqual({
      ok: false,
      problems: [duplicate('derived[0].id', 'arr', 'a stored column')],
    })
  })
})
