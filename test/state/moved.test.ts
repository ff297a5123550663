import { expect, test } from 'vitest'
import { toDay } from '../../src/core/brand.ts'
import { fromIsoDay } from '../../src/state/days.ts'
import { readMoved, writeMoved } from '../../src/state/moved.ts'
import type { MoverQuestion } from '../../workers/protocol/movement.ts'
import { configuration } from '../support/portfolio.ts'

const { bands } = configuration
const day = (iso: string) => fromIsoDay(iso) ?? toDay(NaN)
const between = { since: day('2026-07-31'), day: day('2026-10-31') }
const NOT_SCORED = bands.length
const NOBODY = bands.length + 1

test.each<[string, MoverQuestion]>([
  ['green.red.2026-07-31.2026-10-31', { list: 'cell', from: 2, to: 0 }],
  ['0.green.2026-07-31.2026-10-31', { list: 'cell', from: NOT_SCORED, to: 2 }],
  ['-.0.2026-07-31.2026-10-31', { list: 'cell', from: NOBODY, to: NOT_SCORED }],
  ['returned.2026-07-31.2026-10-31', { list: 'returned' }],
])('who moved stands in the address as %s', (text, movers) => {
  expect(writeMoved({ ...between, movers }, bands)).toBe(text)
  expect(readMoved(text, bands)).toEqual({ ...between, movers })
})

test('a band that is not there any more is nobody’s place, not another band', () => {
  expect(readMoved('amber.red.2026-07-31.2026-10-31', bands)?.movers).toEqual({
    list: 'cell',
    from: -1,
    to: 0,
  })
})

test.each([
  '',
  'green.red',
  'red.2026-07-31.2026-10-31',
  'a.b.c.2026-07-31.2026-10-31',
  'down.x.y',
])('“%s” asks for nobody', (text) => expect(readMoved(text, bands)).toBeNull())
