import { expect, test } from 'vitest'
import { trustSummary, trustWords } from '../../../src/ui/words/profile.ts'
import { dataProfile } from '../../support/data-profile.ts'

test('nothing is said of shifts where there is no earlier snapshot to compare with', () => {
  const profile = dataProfile()
  const steady = profile.factors.find(({ shift }) => shift === null)
  if (!steady) throw new Error('no factor without a shift')
  expect(trustWords(steady, profile)).toContain('no sudden shift')
  const first = { ...profile, since: null }
  expect(trustWords(steady, first)).not.toContain('shift')
  expect(trustSummary(first)).toContain('no earlier snapshot')
})
