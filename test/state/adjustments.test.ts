import { expect, test } from 'vitest'
import { withAdjustment } from '../../src/state/adjustments.ts'
import { withRole } from '../../src/state/import-choices.ts'
import { columnViews } from '../../src/state/import-columns.ts'
import { anInspection, aPlan, aReview, someRoles } from '../support/import-data.ts'

test('a second click takes the first one back', () => {
  const once = withAdjustment([], 'logins', 'turn')
  expect(once).toEqual([{ factor: 'logins', change: 'turn' }])
  expect(withAdjustment(once, 'logins', 'turn')).toEqual([])
})

test('what was taken in and is left out is as it was proposed', () => {
  const taken = withAdjustment([], 'arr', 'take-in')
  const turned = withAdjustment(taken, 'arr', 'turn')
  expect(withAdjustment(turned, 'arr', 'leave-out')).toEqual([])
})

test('a factor that gets another part is a factor no more', () => {
  const chosen = { plan: aPlan(), roles: someRoles({ adjustments: [] }) }
  const place = chosen.plan.columns.findIndex(({ id }) => id === 'logins_30d')
  const segment = withRole(chosen, place, 'segment', 'factor')
  expect(segment.roles).toMatchObject({
    segments: ['type', 'logins_30d'],
    adjustments: [{ factor: 'logins_30d', change: 'leave-out' }],
  })
  const taken = withRole(chosen, place, 'factor')
  expect(withRole(taken, place, 'owner', 'factor').roles.adjustments).toEqual([])
})

test('what a model in force scores is not changed by the part of a column', () => {
  const { configuration, ...review } = aReview()
  if (!configuration) throw new Error('no configuration')
  const inForce = aReview({ ...review, configuration: { ...configuration, origin: 'in-force' } })
  const views = columnViews({ plan: aPlan(), roles: someRoles() }, anInspection(), inForce)
  const rolesOf = (header: string) => views.find((view) => view.header === header)?.roles
  expect(rolesOf('logins_30d')).not.toContain('kept')
  expect(rolesOf('type')).not.toContain('factor')
})
