import { expect, test } from 'vitest'
import { inSteps } from '../../workers/import/in-steps.ts'

function toldOf(whole: number, pieces: number): number[] {
  const told: number[] = []
  const tell = inSteps(whole, (done: number, rows: number) => void told.push(done, rows))
  for (let piece = 1; piece <= pieces; piece++) tell((whole * piece) / pieces, piece)
  return told
}

test('progress of a file in few pieces is told of each', () => {
  expect(toldOf(100, 4)).toEqual([25, 1, 50, 2, 75, 3, 100, 4])
})

test('progress of a file in very many pieces moves evenly, and is not told more than fifty times', () => {
  const shares = toldOf(1, 10_000).filter((_, i) => i % 2 === 0)
  expect(shares.length).toBeGreaterThan(45)
  expect(shares.length).toBeLessThanOrEqual(50)
  expect(shares[0]).toBeCloseTo(0.0001)
  for (const [i, share] of shares.slice(1).entries())
    expect(share - (shares[i] as number)).toBeCloseTo(0.02, 3)
})
