import { describe, expect, test } from 'vitest'
import { restoreConfiguration } from '../../../../src/core/model/read/restore.ts'
import { configurationOf, errorAt, groupOf, modelOf, problemsOf, toText } from '../build.ts'

const restore = (configuration: Readonly<Record<string, unknown>>) =>
  restoreConfiguration(toText(configuration))

test('the smallest configuration loads as it was written', () => {
  const written = configurationOf()
  expect(restore(written)).toEqual({ ok: true, value: { configuration: written, warnings: [] } })
})

describe('a file of another kind is refused before it is read', () => {
  test.each([
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '5'],
    ['an object without a format', '{"version":1}'],
    ['another format', '{"format":"else","version":1}'],
    ['a format that is inherited only', '{"__proto__":{"format":"hale-config"}}'],
  ])('%s', (_, text) => {
    expect(problemsOf(text)).toEqual([errorAt('', { code: 'not-a-configuration' })])
  })

  test('a newer version is refused with both versions, whatever else is in it', () => {
    const problem = errorAt('version', { code: 'newer-version', found: 2, known: 1 })
    expect(problemsOf('{"format":"hale-config","version":2,"models":5}')).toEqual([problem])
  })
})

describe('what is absent is named by its place', () => {
  test.each([
    ['version', { version: undefined }],
    ['account', { account: undefined }],
    ['account.key', { account: {} }],
    ['models', { models: undefined }],
    ['bands', { bands: undefined }],
    ['models[0].groups', { models: [modelOf({ groups: undefined })] }],
    [
      'models[0].groups[0].weight',
      { models: [modelOf({ groups: [groupOf({ weight: undefined })] })] },
    ],
    ['flags[0].kind', { flags: [{ id: 'f', when: 'score > 1' }] }],
  ])('%s', (place, parts) => {
    expect(problemsOf(toText(configurationOf(parts)))).toEqual([errorAt(place, { code: 'absent' })])
  })
})

describe('what Hale does not know or use is kept, and said', () => {
  const warning = (place: string, problem: object) => ({ place, severity: 'warning', ...problem })

  test('an unknown key is a warning, with the known one that is near', () => {
    const written = configurationOf({ nam: 'x', colour: 'blue', account: { key: 'k', own: 1 } })
    expect(restore(written)).toEqual({
      ok: true,
      value: {
        configuration: written,
        warnings: [
          warning('account.own', { code: 'unknown-key', key: 'own', suggestion: null }),
          warning('nam', { code: 'unknown-key', key: 'nam', suggestion: 'name' }),
          warning('colour', { code: 'unknown-key', key: 'colour', suggestion: null }),
        ],
      },
    })
  })

  test('a misspelt key that is required is both absent and suggested', () => {
    const group = groupOf({ weight: undefined, wieght: 1 })
    expect(problemsOf(toText(configurationOf({ models: [modelOf({ groups: [group] })] })))).toEqual(
      [
        errorAt('models[0].groups[0].weight', { code: 'absent' }),
        warning('models[0].groups[0].wieght', {
          code: 'unknown-key',
          key: 'wieght',
          suggestion: 'weight',
        }),
      ],
    )
  })

  test('manual columns and plays are not used yet', () => {
    const written = configurationOf({
      sources: [
        {
          id: 't',
          grain: 'event',
          key: 'k',
          date: 'd',
          columns: [{ id: 'n', aggregate: 'count', where: "state == 'open'" }],
        },
      ],
      manual: [{ id: 'pulse', type: 'number' }],
      flags: [{ id: 'f', kind: 'risk', when: 'score < 40', play: { name: 'Call' } }],
    })
    expect(restore(written)).toEqual({
      ok: true,
      value: {
        configuration: written,
        warnings: [
          warning('manual', { code: 'not-used-yet', what: 'manual' }),
          warning('flags[0].play', { code: 'not-used-yet', what: 'play' }),
        ],
      },
    })
  })

  test('a play needs a name only', () => {
    const play = { steps: ['Call'] }
    const flags = [{ id: 'f', kind: 'risk', when: 'score < 40', play }]
    expect(problemsOf(toText(configurationOf({ flags })))[0]).toEqual(
      errorAt('flags[0].play.name', { code: 'absent' }),
    )
  })
})
