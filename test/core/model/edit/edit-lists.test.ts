import { expect, test } from 'vitest'
import {
  addItem,
  changeItem,
  isRemovable,
  itemsAt,
  moveItem,
  removeItem,
} from '../../../../src/core/model/edit/edit-lists.ts'
import {
  addFactor,
  addGroup,
  duplicateItem,
  moveFactor,
  removeFactor,
} from '../../../../src/core/model/edit/edit-tree.ts'
import { toCanonicalJson } from '../../../../src/core/model/canonical.ts'
import { differenceOf } from '../../../../src/core/model/difference.ts'
import { restoreConfiguration } from '../../../../src/core/model/read/restore.ts'
import { factorOf } from '../../score/build.ts'
import { twoGroups as configuration } from './two-groups.ts'

const usage = { list: 'factors', model: 'main', group: 'usage' } as const
const satisfaction = { ...usage, group: 'satisfaction' } as const
const groups = { list: 'groups', model: 'main' } as const
const idsAt = (at: Parameters<typeof itemsAt>[1], from = configuration) =>
  itemsAt(from, at).map(({ id }) => id)

/** As the file says it: every edit leaves a configuration that loads. */
const reload = (edited: typeof configuration) => {
  const restored = restoreConfiguration(toCanonicalJson(edited))
  if (!restored.ok) throw new Error(JSON.stringify(restored.problems))
  return restored.value.configuration
}

test('a weight is set on one factor and nothing else changes', () => {
  const edited = changeItem(configuration, usage, 'logins', { weight: 75 })
  expect(differenceOf(configuration, edited)).toEqual([
    {
      kind: 'changed',
      place: 'models[0].groups[0].factors[0].weight',
      things: [
        { list: 'models', id: 'main' },
        { list: 'groups', id: 'usage' },
        { list: 'factors', id: 'logins' },
      ],
      keys: ['weight'],
      before: 60,
      after: 75,
    },
  ])
  expect(configuration.models[0]?.groups[0]?.factors[0]?.weight).toBe(60)
})

test('a key that is set to nothing leaves no trace in the file', () => {
  const named = changeItem(configuration, usage, 'logins', { missing: { score: 0 } })
  const again = changeItem(named, usage, 'logins', { missing: undefined })
  expect(toCanonicalJson(again)).toBe(toCanonicalJson(configuration))
})

test('items move among their own, and stay at the ends', () => {
  expect(idsAt(usage, moveItem(configuration, usage, 'seats', -1))).toEqual(['seats', 'logins'])
  expect(moveItem(configuration, usage, 'logins', -1)).toBe(configuration)
  expect(idsAt(groups, moveItem(configuration, groups, 'usage', 5))).toEqual([
    'satisfaction',
    'usage',
  ])
})

test('a factor goes to another group and keeps what it is; a group left empty goes with it', () => {
  const moved = moveFactor(configuration, usage, 'seats', { group: 'satisfaction', place: 0 })
  expect([idsAt(usage, moved), idsAt(satisfaction, moved)]).toEqual([['logins'], ['seats', 'csat']])
  expect(itemsAt(moved, satisfaction)[0]).toEqual(factorOf('seats', { weight: 40 }))
  const alone = moveFactor(configuration, satisfaction, 'csat', { group: 'usage', place: 2 })
  expect([idsAt(groups, alone), idsAt(usage, alone)]).toEqual([
    ['usage'],
    ['logins', 'seats', 'csat'],
  ])
  expect(reload(alone)).toEqual(alone)
})

test('the last factor of a group takes the group with it, the last of a model stays', () => {
  const without = removeFactor(configuration, satisfaction, 'csat')
  expect(idsAt(groups, without)).toEqual(['usage'])
  const one = removeFactor(without, usage, 'seats')
  expect(removeFactor(one, usage, 'logins')).toBe(one)
  expect(isRemovable(one, groups)).toBe(false)
  expect(reload(one)).toEqual(one)
})

test('a copy stands behind its original under an id of its own', () => {
  const made = duplicateItem(configuration, usage, 'logins')
  expect(made?.id).toBe('logins_copy')
  expect(itemsAt(made!.configuration, usage)[1]).toEqual({
    ...factorOf('logins', { weight: 60 }),
    id: 'logins_copy',
    name: 'logins (copy)',
  })
  const twice = duplicateItem(made!.configuration, usage, 'logins')
  expect(idsAt(usage, twice!.configuration)).toEqual([
    'logins',
    'logins_copy_2',
    'logins_copy',
    'seats',
  ])
})

test('a copied group has factors of its own, a copied model the same ones', () => {
  const group = duplicateItem(configuration, groups, 'usage')!
  expect(idsAt({ ...usage, group: group.id }, group.configuration)).toEqual([
    'logins_copy',
    'seats_copy',
  ])
  const model = duplicateItem(configuration, { list: 'models' }, 'main')!
  expect(idsAt({ ...usage, model: model.id }, model.configuration)).toEqual(['logins', 'seats'])
  expect([reload(group.configuration), reload(model.configuration)]).toEqual([
    group.configuration,
    model.configuration,
  ])
})

test('a new factor weighs as much as the others do on average', () => {
  const { configuration: edited, id } = addFactor(configuration, usage, {
    name: 'Log-ins per day',
    input: 'logins / 30',
    scale: { type: 'linear', from: 0, to: 1 },
  })
  expect(itemsAt(edited, usage).at(-1)).toEqual({
    id,
    name: 'Log-ins per day',
    input: 'logins / 30',
    weight: 50,
    scale: { type: 'linear', from: 0, to: 1 },
  })
  expect(id).toBe('log_ins_per_day')
})

test('a new group comes with a first factor, whose id no other factor of the model has', () => {
  const { configuration: edited, id } = addGroup(configuration, 'main', 'Financial', {
    name: 'CSAT',
    input: 'csat',
    scale: { type: 'linear', from: 0, to: 1 },
  })
  expect(idsAt({ ...usage, group: id }, edited)).toEqual(['csat_2'])
  expect(itemsAt(edited, groups).at(-1)?.weight).toBe(40)
  expect(reload(edited)).toEqual(edited)
})

test('flags, exceptions and derived columns are added where there were none', () => {
  const flag = { id: 'quiet', kind: 'risk', when: 'score < 20' } as const
  const withFlag = addItem(configuration, { list: 'flags' }, flag)
  const exception = { id: 'late', when: 'seats > 2', then: { cap: 39 }, reason: 'Late' }
  const withBoth = addItem(withFlag, { list: 'exceptions', model: 'main' }, exception)
  expect([withBoth.flags, withBoth.models[0]?.exceptions]).toEqual([[flag], [exception]])
  expect(removeItem(withBoth, { list: 'flags' }, 'quiet').flags).toEqual([])
})
