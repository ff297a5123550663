import { expect, test } from 'vitest'
import {
  allOf,
  bandFilter,
  missingFilter,
  rangeFilter,
  segmentFilter,
} from '../../src/state/filter-links.ts'
import { configuration } from '../support/portfolio.ts'

const { bands } = configuration
const plan = { id: 'plan', type: 'text' } as const

test('a band, several bands and "not scored" are filters', () => {
  expect(bandFilter([0], bands)).toBe("band == 'red'")
  expect(bandFilter([0, null], bands)).toBe("band == 'red' or is_missing(band)")
  expect(bandFilter([null], bands)).toBe('is_missing(band)')
  expect(bandFilter([], bands)).toBe('')
})

test('a segment is a filter, whatever its name is made of', () => {
  expect(segmentFilter(plan, "it's")).toBe("plan == 'it\\'s'")
  expect(segmentFilter(plan, null)).toBe('is_missing(plan)')
  expect(segmentFilter({ id: 'trial', type: 'boolean' }, 'false')).toBe('trial == false')
})

test('filters are joined so that all hold', () => {
  expect(
    allOf(bandFilter([0, null], bands), '', missingFilter('nps'), rangeFilter('arr', 5, null)),
  ).toBe("(band == 'red' or is_missing(band)) and is_missing(nps) and arr >= 5")
})
