import { expect, test } from 'vitest'
import type { AttentionGroup } from '../../../workers/protocol/attention.ts'
import { vocabularyOf } from '../../../src/ui/words/formula.ts'
import { membersWords } from '../../../src/ui/words/attention.ts'
import { isolated } from '../../../src/ui/words/isolated.ts'
import { standingWords } from '../../../src/ui/words/outlook.ts'
import { segmentsWords, segmentName } from '../../../src/ui/words/segments.ts'
import { aConfiguration } from '../../support/a-configuration.ts'

const HEBREW = 'חברת החשמל'
const APART = `\u2068${HEBREW}\u2069`
const vocabulary = vocabularyOf(aConfiguration(), [{ id: 'plan', label: 'Plan', type: 'text' }])
const plan = { subject: 'plan', type: 'text', cut: null, isWhole: false } as const

test.each([
  ['Brontë Foods', 'Brontë Foods'],
  ['日本電信電話', '日本電信電話'],
  [HEBREW, APART],
  ['شركة 7', '\u2068شركة 7\u2069'],
  ['A\u202Eevil.txt', '\u2068A\u202Eevil.txt\u2069'],
])('a name that turns the direction stands apart from its sentence: %s', (name, written) => {
  expect(isolated(name)).toBe(written)
})

test('so the numbers behind it stay where they are, in the inbox and in what is said of segments', () => {
  const items = [{ name: HEBREW }, { name: 'Delph' }]
  expect(membersWords({ items, total: 5 } as unknown as AttentionGroup)).toBe(
    `${APART}, Delph and 3 more`,
  )
  const name = segmentName({ kind: 'value', value: HEBREW }, plan, vocabulary)
  const told = { name, accounts: 9, average: 30, valueAtRisk: 713_000 }
  expect(segmentsWords([told], false)).toBe(`Most value at risk is in ${APART}: 713K.`)
})

test('where an account stands names the column of what is no text', () => {
  const standing = { place: 3, of: 12, average: 44.1 }
  const words = (by: object, segment: object) =>
    standingWords({ ...standing, by, segment } as never, vocabulary)
  expect(words(plan, { kind: 'value', value: HEBREW })).toBe(
    `Ranks 3 of 12 in ${APART}, where the average is 44.1`,
  )
  expect(words({ ...plan, type: 'boolean' }, { kind: 'value', value: 'false' })).toBe(
    'Ranks 3 of 12 in Plan: no, where the average is 44.1',
  )
  expect(
    words({ ...plan, type: 'number', isWhole: true }, { kind: 'range', least: 5, below: 20 }),
  ).toBe('Ranks 3 of 12 in Plan 5–19, where the average is 44.1')
})
