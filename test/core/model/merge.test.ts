import { expect, test } from 'vitest'
import type { Configuration, SourceColumn } from '../../../src/core/model/configuration.ts'
import {
  addItem,
  changeItem,
  moveItem,
  removeItem,
} from '../../../src/core/model/edit/edit-lists.ts'
import { moveFactor } from '../../../src/core/model/edit/edit-tree.ts'
import { mergeConfigurations } from '../../../src/core/model/merge.ts'
import { factorOf, groupOf } from '../score/build.ts'
import { twoGroups as base } from './edit/two-groups.ts'

const usage = { list: 'factors', model: 'main', group: 'usage' } as const
const groups = { list: 'groups', model: 'main' } as const
const flags = { list: 'flags' } as const
const weigh = (on: Configuration, id: string, weight: number) =>
  changeItem(on, usage, id, { weight })
const flag = (id: string) => ({ id, kind: 'risk', when: 'score < 20' }) as const
const factorsOf = ({ models }: Configuration) =>
  models[0]!.groups.map((group) => [group.id, ...group.factors.map(({ id }) => id)])

test('what one of two changed stands, whoever it was', () => {
  const other = { ...base, name: 'Theirs' }
  expect(mergeConfigurations(base, base, other)).toEqual(other)
  expect(mergeConfigurations(base, other, base)).toEqual(other)
  expect(mergeConfigurations(base, other, other)).toEqual(other)
})

test('both change another thing of one group: both stand', () => {
  const merged = mergeConfigurations(base, weigh(base, 'logins', 75), weigh(base, 'seats', 10))
  expect(merged).toEqual(weigh(weigh(base, 'logins', 75), 'seats', 10))
})

test('where both changed the same value mine stands', () => {
  const merged = mergeConfigurations(base, weigh(base, 'logins', 75), weigh(base, 'logins', 10))
  expect(merged).toEqual(weigh(base, 'logins', 75))
})

test('a scale is one value: half of mine and half of theirs would be neither', () => {
  const mine = changeItem(base, usage, 'logins', { scale: { type: 'decay', halfLife: 3 } })
  const theirs = changeItem(base, usage, 'logins', { scale: { type: 'linear', from: 5, to: 9 } })
  expect(mergeConfigurations(base, mine, theirs)).toEqual(mine)
})

test('what either added stands, behind its neighbour; what either took away is gone', () => {
  const [one, two] = [addItem(base, flags, flag('quiet')), addItem(base, flags, flag('late'))]
  expect(mergeConfigurations(base, one, two).flags).toEqual([flag('quiet'), flag('late')])
  const both = addItem(one, flags, flag('late'))
  const merged = mergeConfigurations(both, removeItem(both, flags, 'quiet'), {
    ...both,
    name: 'Theirs',
  })
  expect([merged.name, merged.flags]).toEqual(['Theirs', [flag('late')]])
})

test('the order of whoever changed it stands', () => {
  const mine = moveItem(base, groups, 'satisfaction', -1)
  const theirs = weigh(base, 'seats', 10)
  expect(factorsOf(mergeConfigurations(base, mine, theirs))).toEqual([
    ['satisfaction', 'csat'],
    ['usage', 'logins', 'seats'],
  ])
  expect(factorsOf(mergeConfigurations(base, theirs, mine))).toEqual([
    ['satisfaction', 'csat'],
    ['usage', 'logins', 'seats'],
  ])
})

test('a factor that both moved stands once, in my group', () => {
  const three = addItem(base, groups, { ...groupOf([factorOf('nps')]), id: 'voice', weight: 1 })
  const mine = moveFactor(three, usage, 'seats', { group: 'satisfaction', place: 0 })
  const theirs = moveFactor(three, usage, 'seats', { group: 'voice', place: 0 })
  expect(factorsOf(mergeConfigurations(three, mine, theirs))).toEqual([
    ['usage', 'logins'],
    ['satisfaction', 'seats', 'csat'],
    ['voice', 'nps'],
  ])
})

test('a value called __proto__ is a value', () => {
  const scored = (map: string) =>
    JSON.parse(`{ "types": { "__proto__": "text", "plan": "${map}" } }`) as Partial<Configuration>
  const merged = mergeConfigurations(
    { ...base, ...scored('text') },
    { ...base, ...scored('text'), name: 'Mine' },
    { ...base, ...scored('number') },
  )
  expect(Object.entries(merged.types!)).toEqual([
    ['__proto__', 'text'],
    ['plan', 'number'],
  ])
})

test('of a source of events both what one windows otherwise and what the other adds up stand', () => {
  const tickets = { id: 'tickets_90d', aggregate: 'count', windowDays: 90 } as const
  const open = { id: 'open', aggregate: 'count', where: "status == 'open'" } as const
  const withColumns = (...columns: SourceColumn[]): Configuration => ({
    ...base,
    sources: [{ id: 'tickets', grain: 'event', key: 'Org', date: 'Created', columns }],
  })
  const month = { ...tickets, windowDays: 30 }
  expect(
    mergeConfigurations(withColumns(tickets), withColumns(month), withColumns(tickets, open)),
  ).toEqual(withColumns(month, open))
})
