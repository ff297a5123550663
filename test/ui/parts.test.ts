import { expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { toDay } from '../../src/core/brand.ts'
import type { Band } from '../../src/core/model/configuration.ts'
import { isRisk, lookOf, nameOf } from '../../src/ui/parts/band-look.ts'
import Delta from '../../src/ui/parts/Delta.svelte'
import {
  formatBytes,
  formatCell,
  formatDay,
  formatPercent,
  formatScore,
  formatSignedScore,
} from '../../src/ui/parts/format.ts'
import { scrollTopFor, windowOf } from '../../src/ui/parts/row-window.ts'
import Sparkline from '../../src/ui/parts/Sparkline.svelte'

const bands = (...risks: boolean[]): Band[] =>
  risks.map((risk, place) => ({ id: `b${place}`, from: place * 20, ...(risk ? { risk } : {}) }))

test('the first band is the risk unless bands say so themselves', () => {
  const looks = (list: Band[]) => list.map((_, band) => lookOf(band, list))
  expect(looks(bands(false, false, false))).toEqual(['risk', 'watch', 'healthy'])
  expect(looks(bands(true, true, false, false, false))).toEqual([
    'risk',
    'risk',
    'watch',
    'watch',
    'healthy',
  ])
  expect(looks(bands(false, false))).toEqual(['risk', 'healthy'])
  expect(isRisk(0, bands(false, true, false))).toBe(false)
})

test('not scored has a look and a name of its own', () => {
  expect([lookOf(null, bands(false)), nameOf(null, bands(false))]).toEqual(['none', 'Not scored'])
})

test('days are days of the calendar, wherever the person is', () => {
  expect([formatDay(toDay(0)), formatDay(toDay(20_757)), formatDay(null)]).toEqual([
    'Jan 1, 1970',
    'Oct 31, 2026',
    '–',
  ])
})

test('numbers have a true minus, one decimal where they are scores, and a dash where there are none', () => {
  expect([formatSignedScore(-12.45), formatSignedScore(3), formatSignedScore(0)]).toEqual([
    '−12.5',
    '+3.0',
    '0.0',
  ])
  expect([formatScore(39), formatScore(null), formatPercent(0.301)]).toEqual([
    '39.0',
    '–',
    '30.1\u202f%',
  ])
  expect(formatBytes(0)).toBe('0 bytes')
})

test('every kind of cell is shown in its own way', () => {
  const cells = [
    { type: 'missing' },
    { type: 'number', value: 1234.5678 },
    { type: 'text', value: '=1+1' },
    { type: 'date', value: toDay(0) },
    { type: 'boolean', value: false },
  ] as const
  expect(cells.map(formatCell)).toEqual(['–', '1,234.568', '=1+1', 'Jan 1, 1970', 'no'])
})

test.each([
  [5, 'better', 'better'],
  [-5, 'better', 'worse'],
  [5, 'worse', 'worse'],
  [-5, 'neutral', 'same'],
  [0, 'better', 'same'],
] as const)('a change of %d where more is %s is %s', async (change, more, judged) => {
  const { container } = await render(Delta, { props: { change, more } })
  expect(container.querySelector('.delta')?.classList.contains(judged)).toBe(true)
})

test('a gap in a history is a gap in its line, and a history without scores has none', async () => {
  const gap = await render(Sparkline, { props: { values: [50, 60, null, 40] } })
  expect(gap.container.querySelectorAll('polyline')).toHaveLength(2)
  const none = await render(Sparkline, { props: { values: [null, null] } })
  expect(none.container.querySelectorAll('polyline, circle')).toHaveLength(0)
})

const scrolled = { scrollTop: 0, viewport: 340, rowHeight: 34, total: 1000, overscan: 2 }

test('the rows in sight are drawn, with a few on both sides', () => {
  expect(windowOf(scrolled)).toEqual({ from: 0, to: 12, before: 0, height: 34_000 })
  expect(windowOf({ ...scrolled, scrollTop: 3400 })).toEqual({
    from: 98,
    to: 112,
    before: 3332,
    height: 34_000,
  })
  expect(windowOf({ ...scrolled, total: 0 })).toEqual({ from: 0, to: 0, before: 0, height: 0 })
})

test('the last of a million rows is reached, though no element can be that tall', () => {
  const million = { ...scrolled, total: 1_000_000 }
  const { height } = windowOf(million)
  const end = windowOf({ ...million, scrollTop: height - million.viewport })
  expect(end.to).toBe(1_000_000)
  expect(end.before + (end.to - end.from) * 34).toBeCloseTo(height, 0)
})

test('a row out of sight says where to scroll, a row in sight stays', () => {
  expect(scrollTopFor(3, scrolled, 32)).toBeNull()
  expect(scrollTopFor(20, scrolled, 32)).toBe(21 * 34 - 308)
  expect(scrollTopFor(2, { ...scrolled, scrollTop: 3400 }, 32)).toBe(68)
})
