import { expect, test } from 'vitest'
import { inSteps } from '../../workers/import/in-steps.ts'

/** What is told of pieces that come at these milliseconds. */
function toldAt(times: readonly number[]): number[] {
  const told: number[] = []
  let now = 0
  const tell = inSteps(
    (time: number) => void told.push(time),
    () => now,
  )
  for (const time of times) {
    now = time
    tell(time)
  }
  return told
}

test('progress of a file that is read slowly is told of each piece', () => {
  expect(toldAt([5, 400, 900, 1_700])).toEqual([5, 400, 900, 1_700])
})

test('progress of a file that is read fast is told at once, and then ten times a second', () => {
  const times = Array.from({ length: 1_000 }, (_, i) => 7 + i)
  expect(toldAt(times)).toEqual([7, 107, 207, 307, 407, 507, 607, 707, 807, 907])
})
