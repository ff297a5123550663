import { expect, test } from 'vitest'
import type { TextSubject } from '../../../src/core/formula/caret.ts'
import { completionsAt } from '../../../src/core/formula/complete.ts'

const columns = [
  { id: 'logins_30d', label: 'Logins, 30 days' },
  { id: 'tickets_90d', label: 'Tickets' },
  { id: 'arr', label: 'Annual revenue' },
]
const named = (...ids: readonly string[]) => ids.map((id) => ({ id, label: id }))
const textsOf = (subject: TextSubject) => {
  if (subject.kind === 'factor') return [{ id: 'seat_use', label: 'Seats in use' }]
  if (subject.kind === 'group') return named('usage')
  if (subject.kind !== 'column') return named('quiet')
  return subject.id === 'plan' ? named('Pro', 'Professional services', "Children's", 'Team') : []
}
const at = (text: string, all = false, afterScoring = false) => {
  const caret = text.indexOf('|')
  const { from, to, list } = completionsAt(
    text.replace('|', ''),
    caret,
    { columns, afterScoring, textsOf },
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

test('inside a text that is compared with nothing there is nothing to complete', () => {
  expect(at("'arr|'").texts).toEqual([])
  expect(at("region == 'arr|'").texts).toEqual([])
  expect(at("plan == 'it\\'s' and tick|").texts).toEqual(['tickets_90d'])
})

test('what is known only after scoring is offered only there', () => {
  expect(at('scor|').texts).toEqual([])
  expect(at('scor|', false, true).texts).toEqual(['score'])
  expect([at('has_f|').texts, at('has_f|', false, true).texts]).toEqual([[], ['has_flag(']])
})

test('the texts of a column are offered where one is compared, with and without a quote begun', () => {
  const all = ["'Pro'", "'Professional services'", "'Children\\'s'", "'Team'"]
  expect(at('plan == |')).toEqual({ from: 8, to: 8, texts: all })
  expect(at("plan != '|")).toEqual({ from: 8, to: 9, texts: all })
  expect(at("plan == 'pro|").texts).toEqual(["'Pro'", "'Professional services'"])
  expect(at('plan == te|').texts).toEqual(["'Team'"])
  expect(at("contains(plan, 'serv|").texts).toEqual(["'Professional services'"])
})

test('every place of a list takes a text', () => {
  expect(at("plan in ['te|").texts).toEqual(["'Team'"])
  expect(at("plan not in ['Pro', |").texts).toContain("'Team'")
  expect(at("plan in ['Pro'] and |").texts).toEqual([])
})

test('a text is replaced up to its end, and one that has none takes nothing of what follows', () => {
  expect(at("plan == 'Te|nor' and arr > 1")).toMatchObject({ from: 8, to: 15 })
  expect(at("plan == 'Te| and plan == 'Pro'")).toMatchObject({ from: 8, to: 11 })
})

test('a text that is written out needs no completion', () => {
  expect(at("plan == 'Team|'").texts).toEqual([])
})

test('ids of factors, groups and flags are offered to the functions that name them', () => {
  expect(at('factor(|', false, true).texts).toEqual(["'seat_use'"])
  expect(at("factor('in use|", false, true).texts).toEqual(["'seat_use'"])
  expect(at("group('|", false, true).texts).toEqual(["'usage'"])
  expect(at("has_flag('q|", false, true).texts).toEqual(["'quiet'"])
})
