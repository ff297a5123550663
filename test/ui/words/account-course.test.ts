import { expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import { fromIsoDay } from '../../../src/state/days.ts'
import { factorLinesWords, historyWords } from '../../../src/ui/words/account-course.ts'

const [august, september, october] = ['2026-08-31', '2026-09-30', '2026-10-31'].map(
  (day) => fromIsoDay(day) ?? toDay(0),
) as [ReturnType<typeof toDay>, ReturnType<typeof toDay>, ReturnType<typeof toDay>]

const scores = (...three: (number | null)[]) =>
  [august, september, october].map((day, place) => ({
    day,
    score: three[place] ?? null,
    band: 1,
    version: 4,
  }))

test.each([
  [scores(null, null, null), september, 'Not scored in any snapshot so far.'],
  [scores(null, 50, null), september, '50.0 on Sep 30, 2026, the only score so far.'],
  [
    scores(57, 77.1, 77.9),
    september,
    '+0.8 points since Sep 30, 2026, when it was 77.1; +20.9 since Aug 31, 2026, the first.',
  ],
  [
    scores(77.9, 77.1, 77.9),
    september,
    '+0.8 points since Sep 30, 2026, when it was 77.1; as on Aug 31, 2026, the first.',
  ],
  [scores(57, 77.1, 77.9), august, '+20.9 points since Aug 31, 2026, when it was 57.0.'],
  [scores(57, null, 77.9), september, '+20.9 points since Aug 31, 2026, when it was 57.0.'],
  [scores(57, 60, 57), null, 'The same as Aug 31, 2026, when it was 57.0.'],
  [scores(57, 60, null), september, '+3.0 points since Aug 31, 2026, when it was 57.0.'],
])(
  'the course of an account is told since the comparison, and since its first score',
  (history, since, words) => {
    expect(historyWords(history, since)).toBe(words)
  },
)

const past = (...points: (number | null)[][]) => ({
  factors: [
    { id: 'logins', name: 'Logins' },
    { id: 'nps', name: 'NPS' },
  ],
  points: points.map((factors, place) => ({
    day: [august, september, october][place]!,
    version: 4,
    factors,
    flags: [],
  })),
})

test.each([
  [
    past([10, 50], [80, 50], [70, 55]),
    september,
    'Since Sep 30, 2026 Logins moved most, from 80.0 to 70.0.',
  ],
  [past([10, 50], [80, 50], [70, 55]), null, 'Logins moved most, from 10.0 to 70.0.'],
  [past([10, 50], [null, null], [10, 55]), september, 'NPS moved most, from 50.0 to 55.0.'],
  [
    past([null, null], [null, null], [10, 55]),
    september,
    'No factor has been known for two snapshots.',
  ],
  [past([10, 50], [10, 55], [10, 55]), september, 'Since Sep 30, 2026 no factor has moved.'],
  [past([10, 50], [10, 50], [10, 50]), null, 'No factor stands elsewhere than at first.'],
])('which factor moved most is told since the comparison', (history, since, words) => {
  expect(factorLinesWords(history, since)).toBe(words)
})
