import { expect, test } from 'vitest'
import type { Day } from '../../src/core/brand.ts'
import { fromIsoDay } from '../../src/state/days.ts'
import { dayLabels } from '../../src/ui/parts/chart/day-labels.ts'

const day = (iso: string): Day => fromIsoDay(iso)!

/** The first of so many months. */
const months = (from: number, count: number): Day[] =>
  Array.from({ length: count }, (_, month) =>
    day(new Date(Date.UTC(from, month, 1)).toISOString().slice(0, 10)),
  )

test('a few months are all named, with the year where it begins', () => {
  expect(dayLabels(months(2025, 14))).toEqual([
    ['Jan', '2025'],
    ...['Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    ['Jan', '2026'],
    'Feb',
  ])
})

test('days of one month are named by their day', () => {
  expect(dayLabels([day('2026-03-01'), day('2026-03-20')])).toEqual([['Mar 1', '2026'], 'Mar 20'])
})

test('of ten years of months the years alone are named, where they begin', () => {
  const labels = dayLabels(months(2017, 120))
  const named = labels.flatMap((label, place) => (label === '' ? [] : [[place, label]]))
  expect(named).toEqual(Array.from({ length: 9 }, (_, year) => [12 * (year + 1), `${2018 + year}`]))
})

test('of two years of weeks the quarters are named, with the year where it begins', () => {
  const weeks = Array.from({ length: 104 }, (_, week) => (day('2025-01-06') + 7 * week) as Day)
  expect(dayLabels(weeks).filter((label) => label !== '')).toEqual([
    ...['Apr', 'Jul', 'Oct'],
    ['Jan', '2026'],
    ...['Apr', 'Jul', 'Oct'],
  ])
})

test('no days have no labels', () => {
  expect(dayLabels([])).toEqual([])
})
