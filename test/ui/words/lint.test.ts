import { expect, test } from 'vitest'
import type { Configuration } from '../../../src/core/model/configuration.ts'
import { lintWords, nameOfPlace } from '../../../src/ui/words/lint.ts'

const scale = { type: 'linear', from: 0, to: 10 } as const
const configuration: Configuration = {
  format: 'hale-config',
  version: 1,
  account: { key: 'id' },
  models: [
    {
      id: 'main',
      groups: [
        {
          id: 'usage',
          name: 'Usage',
          weight: 1,
          factors: [
            { id: 'logins', name: 'Logins', input: 'logins', weight: 1, scale },
            { id: 'seats', input: 'seats', weight: 1, scale },
          ],
        },
      ],
      exceptions: [{ id: 'late', when: 'overdue > 1', then: { cap: 40 }, reason: 'Two overdue' }],
    },
  ],
  bands: [
    { id: 'red', name: 'At risk', from: 0 },
    { id: 'yellow', name: 'Watch', from: 40 },
  ],
}

test('a place is named by the innermost thing in it that has a name', () => {
  const names = [
    'models[0].groups[0].factors[0].scale.from',
    'models[0].groups[0].factors[1]',
    'models[0].exceptions[0].then.cap',
    'account.key',
  ].map((place) => nameOfPlace(place, configuration))
  expect(names).toEqual(['Logins', 'seats', 'Two overdue', 'account.key'])
})

test('two factors that say the same name each other', () => {
  const finding = {
    code: 'says-the-same',
    place: 'models[0].groups[0].factors[1]',
    other: 'models[0].groups[0].factors[0]',
    correlation: 0.991,
  } as const
  expect(lintWords(finding, configuration)).toEqual({
    about: 'seats',
    text: 'It says the same as Logins (correlation 0.99): what both measure counts twice.',
  })
})

test('a cap that reaches a band says which', () => {
  const finding = {
    code: 'cap-reaches-band',
    place: 'models[0].exceptions[0].then.cap',
    cap: 40,
    band: 'yellow',
  } as const
  expect(lintWords(finding, configuration).text).toBe(
    'A cap at 40 still lets an account into Watch. Put it below where that begins.',
  )
})
