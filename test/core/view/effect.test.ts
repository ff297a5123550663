import { expect, test } from 'vitest'
import { NO_BAND } from '../../../src/core/score/sheet.ts'
import { changedRows, greatestRows, judgedTwice, movesOf } from '../../../src/core/view/effect.ts'

const bands = [
  { id: 'red', from: 0 },
  { id: 'green', name: 'Healthy', from: 50 },
]
const rows = (shown: readonly number[], included: readonly number[] = shown.map(() => 1)) => ({
  shown: Float64Array.from(shown),
  included: Uint8Array.from(included),
  bands: Uint8Array.from(shown, (score) => (Number.isNaN(score) ? NO_BAND : score >= 50 ? 1 : 0)),
})

test('everybody is somewhere before and after: in a band, not scored, or left out', () => {
  const judged = judgedTwice(
    { rows: rows([10, 60, 70, NaN, 20]), bands },
    { rows: rows([55, 40, 70, 30, 20], [1, 1, 1, 1, 0]), bands },
  )
  expect(movesOf(judged)).toEqual({
    counts: [
      [0, 1, 0, 1],
      [1, 1, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ],
    rows: Uint32Array.of(0, 1, 3, 4),
    up: 1,
    down: 1,
  })
  expect(changedRows(judged)).toEqual(Uint32Array.of(0, 1))
})

test('bands are the same by id, else by name, wherever they stand', () => {
  const other = [
    { id: 'low', name: 'red', from: 0 },
    { id: 'middle', from: 30 },
    { id: 'green', from: 50 },
  ]
  const after = { ...rows([10, 40, 60]), bands: Uint8Array.of(0, 1, 2) }
  const judged = judgedTwice({ rows: rows([10, 40, 60]), bands }, { rows: after, bands: other })
  expect(movesOf(judged).rows).toEqual(Uint32Array.of(1))
})

test('a band that begins higher sends down who falls out of it, though no score changes', () => {
  const after = { ...rows([10, 55, 60]), bands: Uint8Array.of(0, 0, 1) }
  const raised = [bands[0]!, { ...bands[1]!, from: 58 }]
  const judged = judgedTwice({ rows: rows([10, 55, 60]), bands }, { rows: after, bands: raised })
  expect(movesOf(judged)).toMatchObject({ rows: Uint32Array.of(1), up: 0, down: 1 })
})

test('a page of the greatest is the same however much is asked at once', () => {
  const weights = Float64Array.from({ length: 3000 }, (_, i) =>
    i % 7 === 0 ? NaN : (i * 37) % 101,
  )
  const all = Uint32Array.from(weights.keys())
  const weight = (row: number) => weights[row] as number
  const whole = greatestRows(all, weight, 0, 3000)
  expect([...greatestRows(all, weight, 0, 200), ...greatestRows(all, weight, 200, 200)]).toEqual(
    whole.slice(0, 400),
  )
  expect(weight(whole[0]!)).toBe(100)
  expect(whole.slice(-2).map(weight)).toEqual([NaN, NaN])
})
