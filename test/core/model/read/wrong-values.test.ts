import { describe, expect, test } from 'vitest'
import {
  configurationOf,
  factorOf,
  groupOf,
  modelOf,
  problemsOf,
  toText,
  wrongAt,
} from '../build.ts'

describe('a wrong value is named by its place, with what was expected and what was found', () => {
  const anId = 'an id: a to z, digits and _, not starting with a digit'
  const inModel = (parts: object) => ({ models: [modelOf({ ...parts })] })
  const inGroup = (parts: object) => inModel({ groups: [groupOf({ ...parts })] })
  const inFactor = (parts: object) => inGroup({ factors: [factorOf({ ...parts })] })
  const exception = (then: unknown) =>
    inModel({ exceptions: [{ id: 'e', when: 'a > 1', then, reason: '' }] })
  const manual = { id: 'pulse', type: 'number', min: 5, max: 1 }

  const cases: readonly [object, string, string, string][] = [
    [{ version: '1' }, 'version', '1', '"1"'],
    [{ version: 0.5 }, 'version', '1', '0.5'],
    [{ name: 5 }, 'name', 'text', '5'],
    [{ account: { key: 'Account ID' } }, 'account.key', anId, '"Account ID"'],
    [{ account: { key: 'k', segments: 'plan' } }, 'account.segments', 'a list', '"plan"'],
    [
      { account: { key: 'k', include: true } },
      'account.include',
      'an expression in quotes',
      'true',
    ],
    [{ types: { arr: 'money' } }, 'types.arr', 'one of number, text, date, boolean', '"money"'],
    [{ types: { 'A R R': 'text' } }, 'types["A R R"]', anId, '"A R R"'],
    [{ models: [] }, 'models', 'a list of 1 or more', 'a list of 0'],
    [inModel({ id: '1st' }), 'models[0].id', anId, '"1st"'],
    [inModel({ id: 'Main' }), 'models[0].id', anId, '"Main"'],
    [inModel({ minCoverage: 1.2 }), 'models[0].minCoverage', 'a number from 0 to 1', '1.2'],
    [inModel({ groups: [] }), 'models[0].groups', 'a list of 1 or more', 'a list of 0'],
    [inGroup({ factors: [] }), 'models[0].groups[0].factors', 'a list of 1 or more', 'a list of 0'],
    [inGroup({ weight: -1 }), 'models[0].groups[0].weight', 'a number of 0 or more', '-1'],
    [inGroup({ weight: '1' }), 'models[0].groups[0].weight', 'a number of 0 or more', '"1"'],
    [inGroup({ weight: 0 }), 'models[0].groups', 'at least one weight above 0', '0'],
    [inFactor({ weight: 0 }), 'models[0].groups[0].factors', 'at least one weight above 0', '0'],
    [
      inGroup({ rollup: 'best' }),
      'models[0].groups[0].rollup',
      'one of mean, lowest, highest',
      '"best"',
    ],
    [
      inFactor({ missing: 'zero' }),
      'models[0].groups[0].factors[0].missing',
      'exclude or an object with exactly one of score, carry',
      '"zero"',
    ],
    [
      inFactor({ missing: { score: 1, carry: 2 } }),
      'models[0].groups[0].factors[0].missing',
      'an object with exactly one of score, carry',
      'score and carry',
    ],
    [
      inFactor({ missing: { score: 101 } }),
      'models[0].groups[0].factors[0].missing.score',
      'a number from 0 to 100',
      '101',
    ],
    [
      inFactor({ missing: { carry: 1.5 } }),
      'models[0].groups[0].factors[0].missing.carry',
      'a whole number of 1 or more',
      '1.5',
    ],
    [
      exception({}),
      'models[0].exceptions[0].then',
      'an object with exactly one of cap, floor, set, add',
      'none of them',
    ],
    [
      exception({ cap: 1, add: 2 }),
      'models[0].exceptions[0].then',
      'an object with exactly one of cap, floor, set, add',
      'cap and add',
    ],
    [exception({ cap: 101 }), 'models[0].exceptions[0].then.cap', 'a number from 0 to 100', '101'],
    [
      exception({ add: -101 }),
      'models[0].exceptions[0].then.add',
      'a number from -100 to 100',
      '-101',
    ],
    [{ bands: [] }, 'bands', 'a list of 1 or more', 'a list of 0'],
    [{ bands: [{ id: 'a', from: 1 }] }, 'bands[0].from', '0: the first band starts there', '1'],
    [
      {
        bands: [
          { id: 'a', from: 0 },
          { id: 'b', from: 0 },
        ],
      },
      'bands[1].from',
      'a number greater than the band before (0)',
      '0',
    ],
    [{ bands: [{ id: 'a', from: 0, risk: 'yes' }] }, 'bands[0].risk', 'true or false', '"yes"'],
    [
      { flags: [{ id: 'f', kind: 'danger', when: 'score > 1' }] },
      'flags[0].kind',
      'one of risk, opportunity, advocate',
      '"danger"',
    ],
    [
      { attention: { fall: { points: 0, days: 30 } } },
      'attention.fall.points',
      'a number above 0',
      '0',
    ],
    [
      { attention: { fall: { points: 1, days: 0 } } },
      'attention.fall.days',
      'a whole number of 1 or more',
      '0',
    ],
    [
      { views: [{ id: 'v', sort: [['score', 'up']] }] },
      'views[0].sort[0][1]',
      'one of asc, desc',
      '"up"',
    ],
    [
      { views: [{ id: 'v', sort: ['score'] }] },
      'views[0].sort[0]',
      'a pair of text and one of asc, desc',
      '"score"',
    ],
    [{ manual: [manual] }, 'manual[0].max', 'a number of min (5) or more', '1'],
    [
      { examples: [{ name: 'x', values: {}, band: 'blue' }] },
      'examples[0].band',
      'the id of a band, or null',
      '"blue"',
    ],
    [
      { examples: [{ name: 'x', values: {}, model: 'b' }] },
      'examples[0].model',
      'the id of a model',
      '"b"',
    ],
    [
      { examples: [{ name: 'x', values: { a: [] } }] },
      'examples[0].values.a',
      'a number or text or true or false or null',
      'a list of 0',
    ],
    [
      { sources: [{ id: 's', grain: 'account', key: 'k', keyRule: 'fuzzy' }] },
      'sources[0].keyRule',
      'one of exact, trim-case, alphanumeric, domain, salesforce-id',
      '"fuzzy"',
    ],
    [
      {
        sources: [
          {
            id: 's',
            grain: 'account',
            key: 'k',
            columns: [{ id: 'a', from: 'A', aggregate: 'sum' }],
          },
        ],
      },
      'sources[0].columns[0].aggregate',
      'no aggregate: a row is an account',
      '"sum"',
    ],
    [
      {
        sources: [
          { id: 's', grain: 'account', key: 'k', columns: [{ id: 'score', from: 'Score' }] },
        ],
      },
      'sources[0].columns[0].id',
      'an id that is no word of the expressions',
      '"score"',
    ],
  ]
  test.each(cases.map(([parts, place, expected, found]) => ({ parts, place, expected, found })))(
    '$place: $found',
    ({ parts, place, expected, found }) => {
      const errors = problemsOf(toText(configurationOf({ ...parts }))).filter(
        (problem) => problem.severity === 'error',
      )
      expect(errors).toEqual([wrongAt(place, expected, found)])
    },
  )

  test('a source that goes through one without an id column', () => {
    const event = { grain: 'event', key: 'k', date: 'd' }
    const sources = [
      { id: 'a', ...event },
      { id: 'b', ...event, through: 'a' },
    ]
    expect(problemsOf(toText(configurationOf({ sources })))[0]).toEqual(
      wrongAt('sources[1].through', 'the id of another source with an id_column', '"a"'),
    )
  })
})
