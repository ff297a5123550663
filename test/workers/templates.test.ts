import { beforeEach, expect, test } from 'vitest'
import type { Engine } from '../../workers/protocol/engine.ts'
import { JANUARY, withAccounts } from './support/drafts.ts'
import { emptyDatabase, importFile, january, openEngine, value } from './support/workspace.ts'

beforeEach(emptyDatabase)

test('a template is made of the columns of the day, over the configuration in force', async () => {
  const { engine } = await withAccounts()
  const { configuration, leftOut } = value(
    await engine.draft('template', {
      template: 'usage-rank',
      mapping: { logins: 'logins', overdue: 'overdue' },
      day: JANUARY,
    }),
  )
  expect(configuration?.account).toEqual({
    key: 'account_id',
    name: 'name',
    value: 'arr',
    segments: ['plan'],
  })
  expect(configuration?.models[0]?.groups[0]?.factors.map(({ id, input }) => [id, input])).toEqual([
    ['logins', 'logins'],
  ])
  expect(configuration?.models[0]?.exceptions?.map(({ when }) => when)).toEqual([
    'overdue >= 2',
    'logins == 0',
  ])
  expect(leftOut).toContainEqual({
    part: 'factor',
    name: 'Last use',
    needs: ['last_use'],
    why: 'not-mapped',
  })
  // It loads; plays are kept.
  const effect = value(
    await engine.draft('effect', {
      day: JANUARY,
      before: null,
      after: configuration!,
      watched: null,
      focus: null,
      attribute: null,
    }),
  )
  expect(effect.loads && effect.warnings.every(({ code }) => code === 'not-used-yet')).toBe(true)
})

test('without a model the newest delivery says by what accounts are known', async () => {
  const { inspection } = await importFile(january)
  const { engine } = await openEngine()
  expect(inspection.plan.key.by).toBe('column')
  const { configuration } = value(
    await (engine as unknown as Engine).draft('template', {
      template: 'usage-rank',
      mapping: { logins: 'logins' },
      day: JANUARY,
    }),
  )
  expect(configuration?.account.key).toBe('account_id')
})
