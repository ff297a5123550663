import { expect, test } from 'vitest'
import { completionsAt } from '../../../src/core/formula/complete.ts'

const columns = [
  { id: 'logins_30d', label: 'Logins, 30 days' },
  { id: 'tickets_90d', label: 'Tickets' },
  { id: 'arr', label: 'Annual revenue' },
]
const at = (text: string, all = false, afterScoring = false) => {
  const caret = text.indexOf('|')
  const { from, to, list } = completionsAt(
    text.replace('|', ''),
    caret,
    { columns, afterScoring },
    all,
  )
  return { from, to, texts: list.map((one) => one.text) }
}

test('what begins with the word comes before what has it inside', () => {
  expect(at('x > 1 and tick|').texts).toEqual(['tickets_90d'])
  expect(at('m|').texts.slice(0, 4)).toEqual(['min(', 'max(', 'median(', 'missing'])
})

test('a column is found by what people call it', () => {
  expect(at('reven|')).toEqual({ from: 0, to: 5, texts: ['arr'] })
})

test('a misspelt word finds the one that was meant', () => {
  expect(at('tikcets_90d|').texts).toEqual(['tickets_90d'])
})

test('the whole word at the caret is replaced', () => {
  expect(at('tick|_90d == 0')).toMatchObject({ from: 0, to: 8 })
})

test('a word that is written out needs no completion, and without one there is none unless asked', () => {
  expect(at('arr|').texts).toEqual([])
  expect(at('arr > |').texts).toEqual([])
  expect(at('arr > |', true).texts.slice(0, 3)).toEqual(columns.map(({ id }) => id))
})

test('inside a text there is nothing to complete', () => {
  expect(at("plan == 'arr|'").texts).toEqual([])
  expect(at("plan == 'it\\'s' and tick|").texts).toEqual(['tickets_90d'])
})

test('what is known only after scoring is offered only there', () => {
  expect(at('scor|').texts).toEqual([])
  expect(at('scor|', false, true).texts).toEqual(['score'])
  expect([at('has_f|').texts, at('has_f|', false, true).texts]).toEqual([[], ['has_flag(']])
})
